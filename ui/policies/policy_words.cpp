// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/policy_words.h"

#include "models/text.h"
#include "models/words.h"

#include <algorithm>
#include <array>

namespace milepost {
namespace {

struct FieldWord {
    const char* field;
    const char* label;
    const char* hint;
};

constexpr std::array<FieldWord, 11> fieldWords{{
    {"criticality", QT_TRANSLATE_NOOP("PolicyWords", "Criticality"),
     QT_TRANSLATE_NOOP("PolicyWords", "Which calls go first, and how severe their exceptions are.")},
    {"maxTries", QT_TRANSLATE_NOOP("PolicyWords", "Tries"),
     QT_TRANSLATE_NOOP("PolicyWords", "Tries of one call before a person must decide.")},
    {"maxUndoTries", QT_TRANSLATE_NOOP("PolicyWords", "Tries of taking back"),
     QT_TRANSLATE_NOOP("PolicyWords", "The same of a call that takes one back; 0: twice as many.")},
    {"baseDelay", QT_TRANSLATE_NOOP("PolicyWords", "First wait"),
     QT_TRANSLATE_NOOP("PolicyWords",
                       "At most so long before the second try, such as 10s; then twice as long "
                       "each time.")},
    {"maxDelay", QT_TRANSLATE_NOOP("PolicyWords", "Longest wait"),
     QT_TRANSLATE_NOOP("PolicyWords", "No wait between tries is longer, such as 15m.")},
    {"deadline", QT_TRANSLATE_NOOP("PolicyWords", "Deadline of a call"),
     QT_TRANSLATE_NOOP("PolicyWords", "Real time that one try may take, such as 10s.")},
    {"breakerFailures", QT_TRANSLATE_NOOP("PolicyWords", "Failures that park"),
     QT_TRANSLATE_NOOP("PolicyWords", "After so many failures in a row a system is left alone.")},
    {"probeAfter", QT_TRANSLATE_NOOP("PolicyWords", "Asked again after"),
     QT_TRANSLATE_NOOP("PolicyWords", "How long a system is left alone, such as 60s.")},
    {"recoverWithin", QT_TRANSLATE_NOOP("PolicyWords", "Recover within"),
     QT_TRANSLATE_NOOP("PolicyWords", "When an exception is due, counted from its opening, such as 4h.")},
    {"unknown", QT_TRANSLATE_NOOP("PolicyWords", "Unknown outcome"),
     QT_TRANSLATE_NOOP("PolicyWords", "What holds when nobody can say whether a call was done.")},
    {"owner", QT_TRANSLATE_NOOP("PolicyWords", "Owner"),
     QT_TRANSLATE_NOOP("PolicyWords", "Team that owns its exceptions; empty: the team of the step.")},
}};

const FieldWord* find(const std::string& field)
{
    const auto at =
        std::ranges::find_if(fieldWords, [&](const FieldWord& word) { return field == word.field; });
    return at == fieldWords.end() ? nullptr : &*at;
}

} // namespace

QString PolicyWords::row(const std::string& row)
{
    if (!isObjective(row)) return text(row);
    const std::string name = row.substr(eventMark.size());
    const auto slash = name.find('/');
    ExceptionClass event{};
    const QString words = fromKey(name.substr(0, slash), event) ? Words::exceptionClass(event) : text(name);
    if (slash == std::string::npos) return words;
    //: an event type and the step it happens at: "Absence at post"
    return tr("%1 at %2").arg(words, Words::step(name.substr(slash + 1)));
}

QString PolicyWords::field(const std::string& field)
{
    const FieldWord* word = find(field);
    return word == nullptr ? text(field) : tr(word->label);
}

QString PolicyWords::hint(const std::string& field)
{
    const FieldWord* word = find(field);
    return word == nullptr ? QString() : tr(word->hint);
}

QString PolicyWords::value(const std::string& field, const std::string& value)
{
    if (value.empty()) return Text::none();
    if (field == "criticality") {
        if (value == "critical") return tr("Critical");
        if (value == "high") return tr("High");
        if (value == "normal") return tr("Normal");
        if (value == "low") return tr("Low");
    }
    if (field == "unknown" && value == "atMostOnce") return tr("Rather not done than done twice");
    if (field == "unknown" && value == "atLeastOnce") return tr("Rather done twice than not done");
    return text(value);
}

QString PolicyWords::actor(const std::string& actor)
{
    return actor.empty() ? tr("the program") : text(actor);
}

std::vector<std::string> PolicyWords::choices(const std::string& field)
{
    if (field == "criticality") return {"critical", "high", "normal", "low"};
    if (field == "unknown") return {"atMostOnce", "atLeastOnce"};
    return {};
}

QStringList PolicyWords::differenceHeaders()
{
    return {tr("Policy"), tr("What"), tr("Before"), tr("After")};
}

std::vector<TableRow> PolicyWords::differenceRows(const std::vector<PolicyDifference>& differences)
{
    std::vector<TableRow> rows;
    for (const PolicyDifference& difference : differences)
        rows.push_back({.id = static_cast<qlonglong>(rows.size()) + 1,
                        .cells = {{.text = row(difference.row)},
                                  {.text = field(difference.field)},
                                  {.text = value(difference.field, difference.before)},
                                  {.text = value(difference.field, difference.after)}}});
    return rows;
}

} // namespace milepost
