// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/progress_line.h"
#include "backend/service/backend.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {

int runBackup(Session& session, const CopyWords& options)
{
    ProgressLine line(session.err, session.hasLiveProgress);
    const auto done =
        openBackend(session)->backup(options.file, [&](std::int64_t copied, std::int64_t total) {
            line.show("copied " + std::to_string(copied) + " of " + std::to_string(total) + " pages");
        });
    line.clear();
    if (!done) return refuse(session, done.error());
    if (session.isJson)
        printJson(session, {{"file", options.file.string()}, {"ok", true}});
    else
        session.out << "The store is copied to " << options.file.string() << ".\n";
    return exitDone;
}

int runRestore(Session& session, const CopyWords& options)
{
    const auto done = openBackend(session)->restore(options.file, userName());
    if (!done) return refuse(session, done.error());
    if (session.isJson)
        printJson(session, {{"store", session.store.string()}, {"ok", true}});
    else
        session.out << session.store.string() << " is now what " << options.file.string() << " holds.\n";
    return exitDone;
}

} // namespace milepost
