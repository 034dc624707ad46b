// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Values about coming in, running and checking (backend.h).
namespace milepost {

/// What became of one transaction set or one JSON order of a file.
struct IngestedDocument {
    std::string file{};
    std::string format{};
    std::string result{}; ///< accepted, duplicate, rejected, ignored
    std::string orderNo{};
    std::vector<std::string> warnings{};
    std::string reason{};
    std::string place{};
};

struct IngestView {
    int accepted = 0;
    int duplicate = 0;
    int rejected = 0;
    int ignored = 0;
    std::vector<IngestedDocument> documents{};
};

struct RunSetup {
    std::filesystem::path network{}; ///< the network file; empty: no systems, orders are only booked
    std::string process{}; ///< that new orders follow; empty: that of the network file, else order-to-cash
    int maxOrdersInFlight = 0; ///< new orders wait while this many are under way; 0: no bound
    bool hasGateway = true;
};

struct RunView {
    std::string gateway{}; ///< such as "http://127.0.0.1:40000"; empty: none
    std::string control{}; ///< of a demo network; empty: none
    double speed = 1.0;    ///< business seconds per real second
};

struct EngineSystemView {
    std::string name{};
    std::string state{};
    bool isPolled = false;                   ///< it is connected and asked what is new
    std::optional<Timestamp> lastPolledAt{}; ///< when the oldest of its polls was last answered
    std::optional<Timestamp> watermark{};    ///< it has told us everything up to then
    int inFlight = 0;
    int queued = 0;
};

/// The engine after its last commit.
struct EngineView {
    bool isRunning = false;
    Timestamp now{};
    double speed = 1.0;
    std::int64_t openOrders = 0;
    int waiting = 0; ///< will start by itself, not at a parked system
    int parked = 0;
    int inFlight = 0;
    int sent = 0;
    int unknown = 0; ///< with an automatic next step
    int queuedInputs = 0;
    std::optional<Timestamp> nextDue{};
    std::int64_t commits = 0;
    std::vector<EngineSystemView> systems{};
    std::string trouble{}; ///< why nothing can be written; empty: all is well
};

struct CheckView {
    std::string name{};
    bool ok = true;
    std::string detail{};
};

struct VerifyView {
    bool ok = true;
    std::vector<CheckView> checks{};
};

} // namespace milepost
