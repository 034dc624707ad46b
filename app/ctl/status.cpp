// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/status_table.h"
#include "app/ctl/view_json.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {
namespace {

void printCounts(Session& session, const char* title, const std::vector<Count>& counts, Tint tint)
{
    Table table({{title}, {"count", true}});
    for (const Count& count : counts)
        if (count.value != 0) table.add({count.key, Cell(std::to_string(count.value), tint)});
    if (table.isEmpty()) return;
    session.out << '\n';
    table.print(session.out, session.hasColour);
}

void printSystems(Session& session, const std::vector<SystemView>& systems)
{
    if (systems.empty()) return;
    Table table({{"system"},
                 {"kind"},
                 {"state"},
                 {"last contact (UTC)"},
                 {"told us all up to (UTC)"},
                 {"sent / here", true}});
    for (const SystemView& system : systems) {
        const Tint tint = system.state == "up" ? Tint::Good : Tint::Warn;
        table.add({system.name, system.kind, Cell(system.state, tint), momentText(system.lastContactAt),
                   momentText(system.watermark), countsText(system.counts)});
    }
    session.out << '\n';
    table.print(session.out, session.hasColour);
}

} // namespace

void printMilestones(std::ostream& out, const StatusView& status, bool hasColour)
{
    Table table({{"milestone"}, {"orders", true}, {"of", true}});
    for (const Count& count : status.milestones)
        table.add({count.key, std::to_string(count.value), std::to_string(status.orders)});
    table.print(out, hasColour);
}

int runStatus(Session& session)
{
    const auto status = openBackend(session)->status();
    if (!status) return refuse(session, status.error());
    if (session.isJson) {
        printJson(session, toJson(*status));
        return exitDone;
    }
    printMilestones(session.out, *status, session.hasColour);
    printCounts(session, "open exceptions", status->exceptionsByClass, Tint::Bad);
    printCounts(session, "effects", status->effects, Tint::None);
    printSystems(session, status->systems);
    return exitDone;
}

} // namespace milepost
