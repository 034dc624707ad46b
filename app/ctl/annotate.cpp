// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/demo/user.h"
#include "backend/service/backend.h"
#include "backend/service/network_file.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {

int runAnnotate(Session& session, const AnnotateWords& options)
{
    Annotation annotation{.kind = options.kind, .text = options.text};
    const auto backend = openBackend(session);
    if (!options.sleep.empty()) {
        const auto sleep = parseDuration(options.sleep);
        if (!sleep)
            return refuseUsage(session,
                               {.message = "--for " + options.sleep + " is no time; use such as 4h"});
        const auto network = readNetworkFile(networkFileOf(session, {}));
        const Timestamp now = network ? network->clock.now() : ScaledClock().now();
        annotation.until = now + *sleep;
    }
    const Status done = backend->annotate(options.exceptions, annotation, userName());
    if (!done) return refuse(session, done.error());
    if (session.isJson)
        printJson(session, {{"exceptions", options.exceptions}, {"kind", options.kind}});
    else
        session.out << options.exceptions.size() << " marked\n";
    return exitDone;
}

} // namespace milepost
