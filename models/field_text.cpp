// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/field_text.h"

#include <QDateTime>
#include <QStringList>

#include "backend/core/clock.h"
#include "models/text.h"

#include <array>
#include <span>

namespace milepost {
namespace {

constexpr const char* momentFormat = "yyyy-MM-dd HH:mm";
constexpr const char* dayFormat = "yyyy-MM-dd";

struct Choice {
    const char* value;
    const char* words;
};

constexpr std::array<Choice, 2> truths{
    {{"true", QT_TRANSLATE_NOOP("FieldText", "yes")}, {"false", QT_TRANSLATE_NOOP("FieldText", "no")}}};
constexpr std::array<Choice, 3> substitutions{{{"notAllowed", QT_TRANSLATE_NOOP("FieldText", "not allowed")},
                                               {"askFirst", QT_TRANSLATE_NOOP("FieldText", "ask first")},
                                               {"allowed", QT_TRANSLATE_NOOP("FieldText", "allowed")}}};

bool isMoment(std::string_view path)
{
    return path.ends_with("At") || path.ends_with("/cancelAfter");
}

std::span<const Choice> choicesOf(std::string_view path)
{
    if (path.ends_with("/shipComplete") || path.ends_with("/isPaid")) return truths;
    if (path.ends_with("/substitution")) return substitutions;
    return {};
}

QString momentShown(const std::string& value)
{
    const auto moment = parseTimestamp(value);
    if (!moment) return text(value);
    return QDateTime::fromMSecsSinceEpoch(moment->time_since_epoch().count())
        .toString(QLatin1String(momentFormat));
}

std::string momentValue(const QString& shown)
{
    QDateTime moment = QDateTime::fromString(shown.trimmed(), QLatin1String(momentFormat));
    if (!moment.isValid()) moment = QDateTime::fromString(shown.trimmed(), QLatin1String(dayFormat));
    if (!moment.isValid()) return utf8(shown.trimmed());
    return toText(Timestamp(Duration(moment.toMSecsSinceEpoch())));
}

} // namespace

QString FieldText::shown(std::string_view path, const std::string& value)
{
    if (isMoment(path)) return momentShown(value);
    for (const Choice& choice : choicesOf(path))
        if (value == choice.value) return tr(choice.words);
    return text(value);
}

std::string FieldText::value(std::string_view path, const QString& shown)
{
    if (isMoment(path)) return momentValue(shown);
    for (const Choice& choice : choicesOf(path))
        if (shown.trimmed().compare(tr(choice.words), Qt::CaseInsensitive) == 0) return choice.value;
    return utf8(shown);
}

QString FieldText::hint(std::string_view path)
{
    if (isMoment(path)) return tr("Local time, such as 2026-11-30 17:00, or a day.");
    QStringList words;
    for (const Choice& choice : choicesOf(path))
        words << tr(choice.words);
    return words.join(QStringLiteral(", "));
}

} // namespace milepost
