// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/annotations.h"

#include "backend/service/work_reads.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace milepost {
namespace {

constexpr std::size_t longestNote = 2'000;
constexpr std::size_t longestMark = 60; ///< of a tag or a ticket
constexpr std::array<std::string_view, 5> kinds{"note", "tag", "untag", "ticket", "snooze"};

Error invalid(std::string message)
{
    return {.kind = ErrorKind::InvalidInput, .message = std::move(message)};
}

Status check(const Annotation& annotation)
{
    if (std::ranges::find(kinds, annotation.kind) == kinds.end())
        return invalid("there is no annotation '" + annotation.kind +
                       "'; there are note, tag, untag, ticket and snooze");
    const bool isMark = annotation.kind == "tag" || annotation.kind == "untag" || annotation.kind == "ticket";
    const std::size_t longest = isMark ? longestMark : longestNote;
    if (annotation.text.size() > longest)
        return invalid("a " + annotation.kind + " takes at most " + std::to_string(longest) + " bytes");
    const bool mayBeEmpty = annotation.kind == "ticket" || annotation.kind == "snooze";
    if (annotation.text.empty() && !mayBeEmpty) return invalid("a " + annotation.kind + " needs words");
    if (isMark && annotation.text.find_first_of(" ,\n\t") != std::string::npos)
        return invalid("a " + annotation.kind + " is one word: " + annotation.text);
    return Done{};
}

std::vector<std::string> wordsOf(const std::string& tags)
{
    std::vector<std::string> words;
    std::istringstream stream(tags);
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

MarkRow marked(MarkRow mark, const Annotation& annotation)
{
    std::vector<std::string> tags = wordsOf(mark.tags);
    std::erase(tags,
               annotation.kind == "tag" || annotation.kind == "untag" ? annotation.text : std::string());
    if (annotation.kind == "tag") tags.push_back(annotation.text);
    std::ranges::sort(tags);
    mark.tags = joined(tags);
    if (annotation.kind == "ticket") mark.ticket = annotation.text;
    if (annotation.kind == "snooze") mark.snoozedUntil = annotation.until.value_or(Timestamp{});
    return mark;
}

} // namespace

Status writeAnnotation(Store& store, StoreReader& reader, const std::vector<std::int64_t>& exceptions,
                       const Annotation& annotation, const std::string& actor, Timestamp now)
{
    if (const Status fine = check(annotation); !fine) return fine;
    Change change;
    for (const std::int64_t id : exceptions) {
        const auto entry = reader.exception(id);
        if (!entry)
            return Error{.kind = ErrorKind::NotFound,
                         .message = "there is no exception " + std::to_string(id)};
        const std::string words = annotation.kind == "snooze" && annotation.until
                                      ? "until " + toText(*annotation.until) + " " + annotation.text
                                      : annotation.text;
        change.notes.push_back(
            {.exception = id, .at = now, .actor = actor, .kind = annotation.kind, .text = words});
        if (annotation.kind != "note") change.marks.push_back(marked(entry->mark, annotation));
        change.audit.push_back({.at = now,
                                .actor = actor,
                                .action = annotation.kind,
                                .target = targetOf(*entry),
                                .after = annotation.kind == "note" ? std::string() : words});
    }
    if (!change.notes.empty()) store.commit(Batch{.changes = {std::move(change)}});
    return Done{};
}

} // namespace milepost
