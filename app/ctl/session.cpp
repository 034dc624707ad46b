// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/session.h"

#include "backend/service/local_backend.h"

#include <nlohmann/json.hpp>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <ostream>

namespace milepost {
namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

void writeReason(Session& session, const Error& error)
{
    session.err << "milepostctl: " << error.message;
    if (!error.place.empty()) session.err << " (" << error.place << ')';
    session.err << '\n';
}

} // namespace

std::unique_ptr<Backend> openBackend(const Session& session)
{
    return makeLocalBackend({.store = session.store, .packs = session.packs});
}

void printJson(Session& session, const nlohmann::ordered_json& document)
{
    session.out << document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

int refuse(Session& session, const Error& error)
{
    writeReason(session, error);
    return exitRefused;
}

int refuseUsage(Session& session, const Error& error)
{
    writeReason(session, error);
    return exitUsage;
}

std::filesystem::path defaultStore()
{
    const std::string data = environment("XDG_DATA_HOME");
    const std::filesystem::path folder = data.empty()
                                             ? std::filesystem::path(environment("HOME")) / ".local" / "share"
                                             : std::filesystem::path(data);
    return folder / "milepost" / "store.db";
}

std::string userName()
{
    const passwd* entry = getpwuid(geteuid());
    return entry == nullptr ? "uid " + std::to_string(geteuid()) : std::string(entry->pw_name);
}

} // namespace milepost
