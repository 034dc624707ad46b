// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/tree_text.h"
#include "backend/domain/message.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace milepost {

/// How the answers of a system are judged: by HTTP status, and by what the body says of success and errors.
/// Without rows of its own: 2xx done, 401, 403, 429 and 503 refused (nothing was done, and it may be asked
/// again), 3xx and other 4xx rejected, all else unknown.
class ReplyTaxonomy {
public:
    /// Reads the member "errors" of a pack or capability; throws DefinitionError.
    static ReplyTaxonomy read(const nlohmann::json& node, const std::string& place);

    Outcome outcomeOfStatus(int httpStatus) const;

    /// Judges an answer; sets outcome, code and message. `tree` is null when the body is empty or no JSON.
    void judge(int httpStatus, const nlohmann::json& tree, Reply& reply) const;

    bool looksIntoBody() const { return !m_ok.isEmpty(); }

private:
    struct StatusRange {
        int first = 0;
        int last = 0;
        Outcome outcome = Outcome::Unknown;
    };
    Outcome outcomeOfCode(std::string_view code, Outcome otherwise) const;

    std::vector<StatusRange> m_statuses;
    TreeText m_ok; ///< where success stands; empty: the status alone says it
    std::vector<std::string> m_okValues;
    TreeText m_code;
    TreeText m_message;
    std::vector<std::pair<std::string, Outcome>> m_codes;
};

/// "done", "accepted", "rejected", "refused", "unknown", "notFound"; false for any other word.
bool fromKey(std::string_view key, Outcome& outcome);

} // namespace milepost
