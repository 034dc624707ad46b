// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "backend/core/clock.h"
#include "backend/core/money.h"
#include "backend/core/quantity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}
inline std::string utf8(const QString& text)
{
    return text.toStdString();
}

/// Figures as people of the current locale (QLocale()) read them. Business times are stored in UTC and shown
/// in local time.
class Text {
    Q_DECLARE_TR_FUNCTIONS(Text)

public:
    static QString number(std::int64_t value);  ///< 12,345
    static QString quantity(Quantity quantity); ///< as many decimals as it has
    static QString money(Money money); ///< EUR 1,234.50: the code, since one screen holds several currencies
    static QString money(const std::vector<Money>& sums); ///< one after the other; a dash for none
    static QString price(UnitPrice price, Currency currency);
    static QString time(Timestamp time);      ///< date and time to the minute
    static QString timeExact(Timestamp time); ///< to the millisecond
    static QString date(Timestamp time);
    static QString time(std::optional<Timestamp> time); ///< a dash for none
    static QString duration(Duration duration); ///< "3 d 4 h", "12 min", "0.4 s": the two largest units
    /// "in 2 h", "3 d ago", "now"
    static QString relative(Timestamp time, Timestamp now);
    static QString share(double share); ///< 0.034: "3.4 %"
    static QString bytes(std::int64_t count);
    static QString none(); ///< what stands where nothing is: a dash
};

} // namespace milepost
