// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/session.h"

#include "app/ctl/terminal_text.h"
#include "backend/service/local_backend.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {
namespace {

void writeReason(Session& session, const Error& error)
{
    session.err << "milepostctl: " << harmless(error.message);
    if (!error.place.empty()) session.err << " (" << harmless(error.place) << ')';
    session.err << '\n';
}

} // namespace

std::unique_ptr<Backend> openBackend(const Session& session)
{
    return makeLocalBackend({.store = session.store, .packs = session.packs});
}

std::filesystem::path networkFileOf(const Session& session, const std::filesystem::path& given)
{
    return given.empty() ? session.store.parent_path() / "network.json" : given;
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

} // namespace milepost
