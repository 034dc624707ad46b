// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/view_json.h"
#include "app/demo/user.h"
#include "backend/service/backend.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace milepost {
namespace {

Error noSystem(const std::string& name)
{
    return {.kind = ErrorKind::NotFound, .message = "there is no system '" + name + "'"};
}

void print(Session& session, const std::vector<SystemDetail>& systems)
{
    Table table({{"system"},
                 {"kind"},
                 {"state"},
                 {"last contact (UTC)"},
                 {"told us all up to (UTC)"},
                 {"parked", true},
                 {"exceptions", true},
                 {"sent / here", true},
                 {"trouble"}});
    for (const SystemDetail& system : systems)
        table.add({system.name, system.kind,
                   Cell(system.state, system.state == "up" ? Tint::Good : Tint::Warn),
                   momentText(system.lastContactAt), momentText(system.watermark),
                   std::to_string(system.parkedEffects), std::to_string(system.openExceptions),
                   countsText(system.counts), system.trouble});
    table.print(session.out, session.hasColour);
}

int list(Session& session, const std::string& only)
{
    auto systems = openBackend(session)->systems();
    if (!systems) return refuse(session, systems.error());
    if (!only.empty())
        std::erase_if(*systems, [&](const SystemDetail& system) { return system.name != only; });
    if (!only.empty() && systems->empty()) return refuse(session, noSystem(only));
    if (!session.isJson) {
        print(session, *systems);
    } else if (!only.empty()) {
        printJson(session, toJson(systems->front()));
    } else {
        nlohmann::ordered_json all = nlohmann::ordered_json::array();
        for (const SystemDetail& system : *systems)
            all.push_back(toJson(system));
        printJson(session, {{"systems", std::move(all)}});
    }
    return exitDone;
}

int pause(Session& session, const SystemsWords& options, bool isPaused)
{
    if (options.reason.empty()) return refuseUsage(session, {.message = "say why, for the audit: --reason"});
    const auto backend = openBackend(session);
    const auto started = backend->start({.network = networkFileOf(session, options.network)});
    if (!started) return refuse(session, started.error());
    const Status done = backend->pauseSystem(options.system, isPaused, userName(), options.reason);
    backend->stop();
    if (!done) return refuse(session, done.error());
    if (session.isJson)
        printJson(session, {{"system", options.system}, {"isPaused", isPaused}});
    else
        session.out << options.system << (isPaused ? " is paused\n" : " goes on\n");
    return exitDone;
}

} // namespace

int runSystems(Session& session, const SystemsWords& options)
{
    const bool isList = options.verb.empty() || options.verb == "list";
    if (isList) return list(session, {});
    if (options.system.empty())
        return refuseUsage(session, {.message = "systems " + options.verb + " needs the name of a system"});
    if (options.verb == "show") return list(session, options.system);
    return pause(session, options, options.verb == "pause");
}

} // namespace milepost
