// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/recent_numbers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "models/text.h"
#include "ui/ui_settings.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t most = 8;
const QString choiceName = QStringLiteral("goTo/recent");
const QString kindKey = QStringLiteral("kind");
const QString valueKey = QStringLiteral("value");
const QString orderKey = QStringLiteral("orderNo");
const QString customerKey = QStringLiteral("customer");

} // namespace

std::vector<FoundNumber> RecentNumbers::all() const
{
    std::vector<FoundNumber> numbers;
    const QByteArray text = m_settings.choice(choiceName).toUtf8();
    for (const QJsonValue& entry : QJsonDocument::fromJson(text).array()) {
        const QJsonObject object = entry.toObject();
        numbers.push_back({.kind = utf8(object[kindKey].toString()),
                           .value = utf8(object[valueKey].toString()),
                           .orderNo = utf8(object[orderKey].toString()),
                           .customer = utf8(object[customerKey].toString())});
    }
    return numbers;
}

void RecentNumbers::add(const FoundNumber& number)
{
    std::vector<FoundNumber> numbers = all();
    std::erase_if(numbers, [&](const FoundNumber& known) {
        return known.kind == number.kind && known.value == number.value && known.orderNo == number.orderNo;
    });
    numbers.insert(numbers.begin(), number);
    numbers.resize(std::min(numbers.size(), most));
    QJsonArray entries;
    for (const FoundNumber& entry : numbers)
        entries.append(QJsonObject{{kindKey, text(entry.kind)},
                                   {valueKey, text(entry.value)},
                                   {orderKey, text(entry.orderNo)},
                                   {customerKey, text(entry.customer)}});
    m_settings.setChoice(choiceName,
                         QString::fromUtf8(QJsonDocument(entries).toJson(QJsonDocument::Compact)));
}

} // namespace milepost
