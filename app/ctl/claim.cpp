// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/demo/user.h"
#include "backend/service/backend.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {

int runClaim(Session& session, const ClaimWords& options, bool isClaimed)
{
    const auto backend = openBackend(session);
    const std::string actor = userName();
    const bool isTakenOver = isClaimed && !options.from.empty();
    const Status done = isTakenOver
                            ? backend->takeOver(options.exceptions, options.from, actor, options.reason)
                        : isClaimed ? backend->claim(options.exceptions, actor)
                                    : backend->unclaim(options.exceptions, actor);
    if (!done) return refuse(session, done.error());
    if (session.isJson)
        printJson(session, {{"exceptions", options.exceptions}, {"claimedBy", isClaimed ? actor : ""}});
    else
        session.out << options.exceptions.size() << (isClaimed ? " claimed by " + actor : " given back")
                    << '\n';
    return exitDone;
}

} // namespace milepost
