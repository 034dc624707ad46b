// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/reply_taxonomy.h"

#include "backend/contracts/definition_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace milepost {
namespace {

constexpr int lowestStatus = 100;
constexpr int highestStatus = 599;
constexpr int tooManyRequests = 429;
constexpr std::size_t maxMessageBytes = 500;

Outcome outcomeOf(const std::string& word, const DefinitionReader& reader, std::string_view key)
{
    Outcome outcome = Outcome::Unknown;
    if (!fromKey(word, outcome)) reader.fail(key, "\"" + word + "\" is no outcome");
    return outcome;
}

int statusNumber(std::string_view text)
{
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isStatus = failure == std::errc() && end == text.data() + text.size() &&
                          number >= lowestStatus && number <= highestStatus;
    return isStatus ? number : 0;
}

Outcome usualOutcome(int status)
{
    if (status >= 200 && status < 300) return Outcome::Done;
    if (status == 401 || status == 403 || status == 429 || status == 503) return Outcome::Refused;
    if (status >= 300 && status < 500 && status != 408) return Outcome::Rejected;
    return Outcome::Unknown;
}

} // namespace

bool fromKey(std::string_view key, Outcome& outcome)
{
    constexpr std::array<std::pair<std::string_view, Outcome>, 6> words{{{"done", Outcome::Done},
                                                                         {"accepted", Outcome::Accepted},
                                                                         {"rejected", Outcome::Rejected},
                                                                         {"refused", Outcome::Refused},
                                                                         {"unknown", Outcome::Unknown},
                                                                         {"notFound", Outcome::NotFound}}};
    const auto* at = std::ranges::find(words, key, [](const auto& word) { return word.first; });
    if (at == words.end()) return false;
    outcome = at->second;
    return true;
}

ReplyTaxonomy ReplyTaxonomy::read(const nlohmann::json& node, const std::string& place)
{
    ReplyTaxonomy taxonomy;
    if (node.is_null()) return taxonomy;
    const DefinitionReader reader(node, place, {"status", "ok", "okValues", "code", "message", "codes"});
    for (const auto& [range, word] : reader.textPairs("status")) {
        const bool isClass = range.size() == 3 && range.ends_with("xx");
        const int first = isClass ? statusNumber(range.substr(0, 1) + "00") : statusNumber(range);
        if (first == 0) reader.fail("status", "\"" + range + "\" is no HTTP status such as 503 or 5xx");
        const StatusRange read{first, isClass ? first + 99 : first, outcomeOf(word, reader, "status")};
        const auto at =
            isClass ? taxonomy.m_statuses.end() : taxonomy.m_statuses.begin(); // the narrow ones first
        taxonomy.m_statuses.insert(at, read);
    }
    const auto path = [&](std::string_view key) {
        const std::string text = reader.textOr(key, {});
        return text.empty() ? TreeText() : orThrow(TreeText::compile(text), reader.placeOf(key));
    };
    taxonomy.m_ok = path("ok");
    taxonomy.m_code = path("code");
    taxonomy.m_message = path("message");
    taxonomy.m_okValues = reader.texts("okValues");
    if (taxonomy.m_okValues.empty()) taxonomy.m_okValues = {"true"};
    for (const auto& [code, word] : reader.textPairs("codes"))
        taxonomy.m_codes.emplace_back(code, outcomeOf(word, reader, "codes"));
    return taxonomy;
}

Outcome ReplyTaxonomy::outcomeOfStatus(int httpStatus) const
{
    for (const StatusRange& range : m_statuses) {
        if (httpStatus >= range.first && httpStatus <= range.last) return range.outcome;
    }
    return usualOutcome(httpStatus);
}

Outcome ReplyTaxonomy::outcomeOfCode(std::string_view code, Outcome otherwise) const
{
    const auto at = std::ranges::find(m_codes, code, [](const auto& row) { return row.first; });
    return at == m_codes.end() ? otherwise : at->second;
}

void ReplyTaxonomy::judge(int httpStatus, const nlohmann::json& tree, Reply& reply) const
{
    reply.outcome = outcomeOfStatus(httpStatus);
    reply.isBusy = httpStatus == tooManyRequests;
    const bool isPositive = reply.outcome == Outcome::Done || reply.outcome == Outcome::Accepted;
    if (isPositive && !looksIntoBody()) return;
    if (isPositive && std::ranges::find(m_okValues, m_ok.read(tree)) != m_okValues.end()) return;
    const std::string code = m_code.read(tree);
    reply.code = code.empty() ? "http " + std::to_string(httpStatus) : code;
    reply.message = m_message.read(tree).substr(0, maxMessageBytes);
    if (isPositive && code.empty()) { // neither success nor an error: it may have been done
        reply.outcome = Outcome::Unknown;
        reply.code = "unreadable answer";
        return;
    }
    reply.outcome = outcomeOfCode(code, isPositive ? outcomeOfCode("*", Outcome::Rejected) : reply.outcome);
}

} // namespace milepost
