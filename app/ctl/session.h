// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/user.h"
#include "backend/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>

namespace milepost {

class Backend;

/// What all commands share: where they write, which store they are about, and how.
struct Session {
    std::ostream& out;
    std::ostream& err;
    std::filesystem::path store{};
    std::filesystem::path
        packs{}; ///< folder of resources that take the place of the built-in ones; may be empty
    bool isJson = false;
    bool hasColour = false;       ///< on `out`
    bool hasLiveProgress = false; ///< `err` is a terminal
};

enum ExitCode : int { exitDone = 0, exitRefused = 1, exitUsage = 2 };

/// Opens the face for the session's store.
std::unique_ptr<Backend> openBackend(const Session& session);

/// The network file that was given, else the one beside the store.
std::filesystem::path networkFileOf(const Session& session, const std::filesystem::path& given);

/// The one JSON document of a command.
void printJson(Session& session, const nlohmann::ordered_json& document);

/// Writes the reason to `err` and answers exitRefused.
int refuse(Session& session, const Error& error);
/// The same for a wrong argument: exitUsage.
int refuseUsage(Session& session, const Error& error);

} // namespace milepost
