// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/view_json.h"
#include "backend/service/backend.h"

#include <nlohmann/json.hpp>

namespace milepost {

int runAudit(Session& session, const AuditWords& options)
{
    const auto entries = openBackend(session)->audit({.search = options.search, .limit = options.limit});
    if (!entries) return refuse(session, entries.error());
    if (session.isJson) {
        printJson(session, toJson(*entries));
        return exitDone;
    }
    Table table({{"id", true}, {"when (UTC)"}, {"who"}, {"what"}, {"about"}, {"why"}});
    for (const AuditEntry& entry : *entries)
        table.add({std::to_string(entry.id), momentText(entry.at), entry.actor, entry.action, entry.target,
                   entry.reason});
    table.print(session.out, session.hasColour);
    return exitDone;
}

} // namespace milepost
