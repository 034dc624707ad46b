// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/backend.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace milepost {

/// What following the recommended actions came to.
struct FollowFigures {
    int seen = 0;                         ///< exceptions that were looked at
    int byMachine = 0;                    ///< of these, acted on as recommended, and gone by that
    int byThemselves = 0;                 ///< closed without anybody
    int byPerson = 0;                     ///< open, and only a person knows what it takes
    std::map<std::string, int> actions{}; ///< taken, by name

    double personShare() const { return seen == 0 ? 0.0 : static_cast<double>(byPerson) / seen; }
};

/// Looks at the evidence of each open exception and does what it recommends, where that needs no person's
/// knowledge. The engine of the face must run.
class RecommendedFollower {
public:
    RecommendedFollower(Backend& backend, std::string actor)
        : m_backend(backend)
        , m_actor(std::move(actor))
    {
    }

    /// Round by round, until nothing is left for a machine to do. `settle` waits after each until what was
    /// done has come to its end.
    Status follow(const std::function<Status()>& settle);
    FollowFigures figures() const;

private:
    /// One look at all that is open; true: nothing was left for a machine to do.
    Result<bool> round();
    Result<ExceptionPage> readOpen();
    Status look(const ExceptionView& exception);
    Status act(const Evidence& evidence, const std::string& orderNo);

    Backend& m_backend;
    std::string m_actor;
    std::set<std::int64_t> m_seen{};
    std::set<std::int64_t> m_actedOn{};
    std::set<std::int64_t> m_open{}; ///< as they were read last
    /// Acted on in this round: what else they have is judged in the next.
    std::set<std::string> m_ordersBusy{};
    std::set<std::int64_t> m_forPerson{};                         ///< as of the last round
    std::map<std::pair<std::string, std::string>, int> m_tried{}; ///< by order and step: how often
    std::map<std::string, int> m_actions{};
};

} // namespace milepost
