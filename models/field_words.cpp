// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/field_words.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace milepost {
namespace {

using Entry = std::pair<const char*, const char*>;

constexpr std::array parts{
    Entry{"shipTo", QT_TRANSLATE_NOOP("FieldWords", "Ship to")},
    Entry{"billTo", QT_TRANSLATE_NOOP("FieldWords", "Bill to")},
    Entry{"buyer", QT_TRANSLATE_NOOP("FieldWords", "Buyer")},
    Entry{"terms", QT_TRANSLATE_NOOP("FieldWords", "Terms of payment")},
    Entry{"rules", QT_TRANSLATE_NOOP("FieldWords", "Rules")},
    Entry{"attributes", QT_TRANSLATE_NOOP("FieldWords", "Attribute")},
};

constexpr std::array fields{
    Entry{"orderNo", QT_TRANSLATE_NOOP("FieldWords", "order number")},
    Entry{"channel", QT_TRANSLATE_NOOP("FieldWords", "channel")},
    Entry{"sender", QT_TRANSLATE_NOOP("FieldWords", "sender")},
    Entry{"number", QT_TRANSLATE_NOOP("FieldWords", "customer's order number")},
    Entry{"releaseNo", QT_TRANSLATE_NOOP("FieldWords", "release number")},
    Entry{"currency", QT_TRANSLATE_NOOP("FieldWords", "currency")},
    Entry{"isPaid", QT_TRANSLATE_NOOP("FieldWords", "paid already")},
    Entry{"placedAt", QT_TRANSLATE_NOOP("FieldWords", "placed")},
    Entry{"customerNo", QT_TRANSLATE_NOOP("FieldWords", "customer number")},
    Entry{"code", QT_TRANSLATE_NOOP("FieldWords", "code")},
    Entry{"text", QT_TRANSLATE_NOOP("FieldWords", "text")},
    Entry{"netDays", QT_TRANSLATE_NOOP("FieldWords", "days net")},
    Entry{"requestedAt", QT_TRANSLATE_NOOP("FieldWords", "wanted by")},
    Entry{"promisedAt", QT_TRANSLATE_NOOP("FieldWords", "promised")},
    Entry{"cancelAfter", QT_TRANSLATE_NOOP("FieldWords", "cancel after")},
    Entry{"priority", QT_TRANSLATE_NOOP("FieldWords", "priority")},
    Entry{"service", QT_TRANSLATE_NOOP("FieldWords", "shipping service")},
    Entry{"shipComplete", QT_TRANSLATE_NOOP("FieldWords", "ship complete")},
    Entry{"preferredNode", QT_TRANSLATE_NOOP("FieldWords", "preferred warehouse")},
    Entry{"preferredCarrier", QT_TRANSLATE_NOOP("FieldWords", "preferred carrier")},
    Entry{"note", QT_TRANSLATE_NOOP("FieldWords", "note")},
    Entry{"id", QT_TRANSLATE_NOOP("FieldWords", "number of the address")},
    Entry{"name", QT_TRANSLATE_NOOP("FieldWords", "name")},
    Entry{"company", QT_TRANSLATE_NOOP("FieldWords", "company")},
    Entry{"line1", QT_TRANSLATE_NOOP("FieldWords", "street")},
    Entry{"line2", QT_TRANSLATE_NOOP("FieldWords", "second line of the address")},
    Entry{"city", QT_TRANSLATE_NOOP("FieldWords", "city")},
    Entry{"region", QT_TRANSLATE_NOOP("FieldWords", "state or region")},
    Entry{"postalCode", QT_TRANSLATE_NOOP("FieldWords", "postal code")},
    Entry{"country", QT_TRANSLATE_NOOP("FieldWords", "country")},
    Entry{"email", QT_TRANSLATE_NOOP("FieldWords", "e-mail")},
    Entry{"phone", QT_TRANSLATE_NOOP("FieldWords", "telephone")},
    Entry{"sku", QT_TRANSLATE_NOOP("FieldWords", "item")},
    Entry{"partnerSku", QT_TRANSLATE_NOOP("FieldWords", "customer's item number")},
    Entry{"description", QT_TRANSLATE_NOOP("FieldWords", "description")},
    Entry{"quantity", QT_TRANSLATE_NOOP("FieldWords", "quantity")},
    Entry{"unit", QT_TRANSLATE_NOOP("FieldWords", "unit")},
    Entry{"unitPrice", QT_TRANSLATE_NOOP("FieldWords", "unit price")},
};

template <std::size_t size>
QString word(const std::array<Entry, size>& entries, const QString& key)
{
    const auto found =
        std::ranges::find_if(entries, [&](const Entry& entry) { return key == QLatin1String(entry.first); });
    return found == entries.end() ? key : FieldWords::tr(found->second);
}

QString capitalised(QString words)
{
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

} // namespace

QString FieldWords::path(std::string_view path)
{
    const QStringList segments =
        QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())).split(u'/', Qt::SkipEmptyParts);
    QStringList words;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const QString& segment = segments[i];
        const bool isNumbered = i + 1 < segments.size();
        if (segment == QLatin1String("lines") && isNumbered)
            words << tr("Line %1").arg(segments[++i]);
        else if (segment == QLatin1String("destinations") && isNumbered)
            words << tr("Destination %1").arg(segments[++i]);
        else
            words << (isNumbered ? word(parts, segment) : word(fields, segment));
    }
    return capitalised(words.join(QStringLiteral(": ")));
}

} // namespace milepost
