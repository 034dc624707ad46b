// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/terminal_text.h"
#include "app/ctl/view_json.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {
namespace {

std::string orBlank(std::int64_t number)
{
    return number == 0 ? std::string() : std::to_string(number);
}

void printEntries(Session& session, const LineageView& lineage)
{
    Table table({{"seq", true},
                 {"at (UTC)"},
                 {"what"},
                 {"system"},
                 {"step"},
                 {"try", true},
                 {"outcome"},
                 {"took", true},
                 {"payload", true},
                 {"detail"}});
    for (const LineageEntry& entry : lineage.entries)
        table.add({std::to_string(entry.seq), momentText(entry.at), entry.kind, entry.system, entry.step,
                   orBlank(entry.attempt), entry.outcome,
                   entry.took ? std::to_string(entry.took->count()) + " ms" : std::string(),
                   orBlank(entry.payload.value), entry.detail});
    table.print(session.out, session.hasColour);
}

int printPayload(Session& session, Backend& backend, std::int64_t id)
{
    const auto body = backend.payload(PayloadId{id});
    if (!body) return refuse(session, body.error());
    if (session.isJson)
        printJson(session, {{"payloadId", id}, {"body", *body}});
    else
        session.out << harmless(*body, true) << (body->ends_with('\n') ? "" : "\n");
    return exitDone;
}

} // namespace

int runLineage(Session& session, const LineageWords& options)
{
    const auto backend = openBackend(session);
    if (options.payload != 0) return printPayload(session, *backend, options.payload);
    if (options.order.empty())
        return refuseUsage(session, {.message = "lineage needs an order or --payload ID"});
    const auto lineage = backend->lineage(options.order);
    if (!lineage) return refuse(session, lineage.error());
    if (session.isJson)
        printJson(session, toJson(*lineage));
    else
        printEntries(session, *lineage);
    return exitDone;
}

} // namespace milepost
