// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/body_text.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace milepost {
namespace {

QString prettyJson(const QString& part)
{
    const QString trimmed = part.trimmed();
    if (!trimmed.startsWith(QLatin1Char('{')) && !trimmed.startsWith(QLatin1Char('['))) return part;
    const QJsonDocument document = QJsonDocument::fromJson(trimmed.toUtf8());
    return document.isNull() ? part : QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

/// The segment terminator stands behind the 105th character of ISA.
QString prettyX12(const QString& part)
{
    constexpr qsizetype isaLength = 106;
    const qsizetype begin = part.indexOf(QLatin1String("ISA"));
    if (begin < 0 || part.size() < begin + isaLength) return part;
    const QChar terminator = part.at(begin + isaLength - 1);
    if (terminator == QLatin1Char('\n') || part.contains(QString(terminator) + QLatin1Char('\n')))
        return part;
    QString lines = part;
    return lines.replace(terminator, QString(terminator) + QLatin1Char('\n'));
}

/// A call holds header lines, an empty line and the body: each part is made readable by itself.
QString pretty(const QString& text)
{
    if (text.startsWith(QLatin1String("ISA"))) return prettyX12(text);
    QStringList parts = text.split(QStringLiteral("\n\n"));
    for (QString& part : parts)
        part = part.contains(QLatin1String("ISA*")) ? prettyX12(part) : prettyJson(part);
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
