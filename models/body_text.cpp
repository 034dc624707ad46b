// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/body_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QStringList>

#include "models/x12_words.h"

namespace milepost {
namespace {

QString prettyJson(const QString& part)
{
    const QString trimmed = part.trimmed();
    if (!trimmed.startsWith(QLatin1Char('{')) && !trimmed.startsWith(QLatin1Char('['))) return part;
    const QJsonDocument document = QJsonDocument::fromJson(trimmed.toUtf8());
    return document.isNull() ? part : QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

/// One segment a line, with what it says. The separators stand behind ISA and at the end of its 106
/// characters.
QString prettyX12(const QString& part)
{
    constexpr qsizetype isaLength = 106;
    constexpr int wordsColumn = 60;
    const qsizetype begin = part.indexOf(QLatin1String("ISA"));
    if (begin < 0 || part.size() < begin + isaLength) return part;
    const QChar separator = part.at(begin + 3);
    const QChar terminator = part.at(begin + isaLength - 1);
    QStringList lines = part.left(begin).split(u'\n', Qt::SkipEmptyParts);
    const QStringList segments = part.mid(begin).split(terminator);
    for (const QString& segment : segments) {
        if (segment.trimmed().isEmpty()) continue;
        QString line = segment.trimmed();
        if (terminator != u'\n') line += terminator;
        const QString words = X12Words::segment(segment, separator);
        lines << (words.isEmpty() ? line : line.leftJustified(wordsColumn) + QStringLiteral("  ‹ ") + words);
    }
    return lines.join(u'\n');
}

bool isX12(const QString& part)
{
    const qsizetype begin = part.indexOf(QLatin1String("ISA"));
    return begin == 0 || (begin > 0 && part.at(begin - 1) == u'\n');
}

/// A call holds header lines, an empty line and the body: each part is made readable by itself.
QString pretty(const QString& text)
{
    if (text.startsWith(QLatin1String("ISA"))) return prettyX12(text);
    QStringList parts = text.split(QStringLiteral("\n\n"));
    for (QString& part : parts)
        part = isX12(part) ? prettyX12(part) : prettyJson(part);
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace

QString bodyText(const std::string& body)
{
    QString text = QString::fromUtf8(body.data(), static_cast<qsizetype>(body.size()));
    text.remove(QLatin1Char('\r'));
    if (text.size() <= maxBody) return pretty(text);
    return text.left(maxBody) + QLatin1Char('\n') +
           QCoreApplication::translate("BodyText", "… cut here; the whole is in the store");
}

} // namespace milepost
