// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace milepost {
namespace {

QDateTime localTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

/// A decimal as text with a point, in the locale's signs.
QString localDecimal(const QString& plain)
{
    const QLocale locale;
    const auto point = plain.indexOf(QLatin1Char('.'));
    const QString whole = locale.toString(plain.left(point < 0 ? plain.size() : point).toLongLong());
    const bool lostSign = plain.startsWith(QLatin1Char('-')) && !whole.startsWith(locale.negativeSign());
    QString text = lostSign ? locale.negativeSign() + whole : whole;
    if (point >= 0) text += locale.decimalPoint() + plain.mid(point + 1);
    return text;
}

} // namespace

QString Text::number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString Text::quantity(Quantity quantity)
{
    return localDecimal(text(toText(quantity)));
}

QString Text::money(Money money)
{
    const QString amount = localDecimal(text(amountText(money)));
    if (!money.currency.isStated()) return amount;
    return text(money.currency.code()) + QChar::Nbsp + amount;
}

QString Text::money(const std::vector<Money>& sums)
{
    QStringList parts;
    for (const Money& sum : sums)
        if (sum.minor != 0) parts << money(sum);
    return parts.isEmpty() ? none() : parts.join(QStringLiteral(" + "));
}

QString Text::price(UnitPrice price, Currency currency)
{
    const QString amount = localDecimal(text(toText(price)));
    return currency.isStated() ? text(currency.code()) + QChar::Nbsp + amount : amount;
}

QString Text::time(Timestamp time)
{
    return QLocale().toString(localTime(time), QLocale::ShortFormat);
}

QString Text::timeExact(Timestamp time)
{
    const QDateTime local = localTime(time);
    return QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') +
           local.time().toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString Text::date(Timestamp time)
{
    return QLocale().toString(localTime(time).date(), QLocale::ShortFormat);
}

QString Text::time(std::optional<Timestamp> time)
{
    return time ? Text::time(*time) : none();
}

QString Text::duration(Duration duration)
{
    const std::int64_t ms = std::abs(duration.count());
    const std::int64_t seconds = ms / 1000;
    const std::int64_t minutes = seconds / 60;
    const std::int64_t hours = minutes / 60;
    const std::int64_t days = hours / 24;
    if (days > 0 && hours % 24 > 0 && days < 10) return tr("%1 d %2 h").arg(days).arg(hours % 24);
    if (days > 0) return tr("%1 d").arg(number(days));
    if (hours > 0 && minutes % 60 > 0) return tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    if (hours > 0) return tr("%1 h").arg(hours);
    if (minutes > 0) return tr("%1 min").arg(minutes);
    if (seconds >= 10 || ms == 0) return tr("%1 s").arg(seconds);
    if (ms >= 100) return tr("%1 s").arg(QLocale().toString(static_cast<double>(ms) / 1000, 'f', 1));
    return tr("%1 ms").arg(ms);
}

QString Text::relative(Timestamp time, Timestamp now)
{
    const Duration distance = time - now;
    if (std::abs(distance.count()) < 1000) return tr("now");
    return distance.count() > 0 ? tr("in %1").arg(duration(distance)) : tr("%1 ago").arg(duration(distance));
}

QString Text::share(double share)
{
    const double percent = share * 100;
    const int decimals = percent != 0 && std::abs(percent) < 10 ? 1 : 0;
    return QLocale().toString(percent, 'f', decimals) + QChar::Nbsp + QLatin1Char('%');
}

QString Text::bytes(std::int64_t count)
{
    return QLocale().formattedDataSize(count);
}

QString Text::none()
{
    return QStringLiteral("\u2013");
}

} // namespace milepost
