// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/view_json.h"
#include "backend/service/backend.h"
#include "backend/service/network_file.h"

#include <nlohmann/json.hpp>

namespace milepost {

namespace {

/// A moment as it stands, or how long before now (the network's clock, where there is one).
Result<std::optional<Timestamp>> momentOf(const Session& session, const char* option, const std::string& text)
{
    if (text.empty()) return std::optional<Timestamp>();
    if (const auto at = parseTimestamp(text)) return std::optional(*at);
    const auto ago = parseDuration(text);
    if (!ago)
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = std::string(option) + " " + text +
                                " is no time; use such as 2026-03-01T08:00:00Z or 24h"};
    const auto network = readNetworkFile(networkFileOf(session, {}));
    return std::optional((network ? network->clock.now() : ScaledClock().now()) - *ago);
}

} // namespace

int runAudit(Session& session, const AuditWords& options)
{
    const auto from = momentOf(session, "--from", options.from);
    if (!from) return refuseUsage(session, from.error());
    const auto until = momentOf(session, "--until", options.until);
    if (!until) return refuseUsage(session, until.error());
    const auto entries = openBackend(session)->audit({.search = options.search,
                                                      .actor = options.actor,
                                                      .action = options.action,
                                                      .from = *from,
                                                      .until = *until,
                                                      .limit = options.limit});
    if (!entries) return refuse(session, entries.error());
    if (session.isJson) {
        printJson(session, toJson(*entries));
        return exitDone;
    }
    Table table({{"id", true}, {"when (UTC)"}, {"who"}, {"what"}, {"about"}, {"why"}, {"before"}, {"after"}});
    for (const AuditEntry& entry : *entries)
        table.add({std::to_string(entry.id), momentText(entry.at), entry.actor, entry.action, entry.target,
                   entry.reason, entry.before, entry.after});
    table.print(session.out, session.hasColour);
    return exitDone;
}

} // namespace milepost
