// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/overview_reads.h"

#include <algorithm>
#include <optional>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr auto trendInterval = 5s; // real time
constexpr std::int64_t hoursShown = 48;

void addMoney(std::vector<Money>& sums, const std::optional<Money>& money)
{
    if (!money) return;
    const auto sum = std::ranges::find(sums, money->currency, &Money::currency);
    if (sum != sums.end())
        sum->minor += money->minor;
    else
        sums.push_back(*money);
}

void older(std::optional<Timestamp>& oldest, Timestamp at)
{
    oldest = oldest ? std::min(*oldest, at) : at;
}

std::vector<AgeBucket> ageBuckets()
{
    return {{.from = 0h, .to = 4h},
            {.from = 4h, .to = 24h},
            {.from = 24h, .to = 72h},
            {.from = 72h, .to = 168h},
            {.from = 168h}};
}

void count(std::vector<AgeBucket>& ages, Duration age)
{
    for (AgeBucket& bucket : ages)
        if (age >= bucket.from && (!bucket.to || age < *bucket.to)) ++bucket.orders;
    if (age < Duration{}) ++ages.front().orders; // received a moment ago by another clock
}

void count(OverviewView& view, const OpenOrder& order, Timestamp now)
{
    ++view.openOrders;
    for (MilestoneFigure& figure : view.milestones) {
        figure.units += order.units[static_cast<std::size_t>(figure.milestone)];
        figure.ofUnits += order.ofUnits;
        if (isFull(order.milestones, figure.milestone)) continue;
        ++figure.pending;
        addMoney(figure.outstanding, order.total);
        older(figure.oldestAt, order.receivedAt);
    }
    const std::uint32_t concerns = concernsAt(order, now);
    for (ConcernFigure& figure : view.concerns) {
        if (!has(concerns, figure.concern)) continue;
        ++figure.orders;
        addMoney(figure.money, order.total);
        older(figure.oldestAt, order.receivedAt);
    }
    count(view.ages, now - order.receivedAt);
}

void countExceptions(OverviewView& view, StoreReader& reader)
{
    for (const ExceptionEntry& entry : reader.exceptions({})) {
        std::optional<Money> money;
        if (entry.row.moneyMinor)
            money = Money{.minor = *entry.row.moneyMinor, .currency = entry.row.currency};
        addMoney(view.moneyAtRisk, money);
        const ExceptionClass kind = entry.row.exception.kind;
        if (kind != ExceptionClass::Validation && kind != ExceptionClass::Contract) continue;
        ++view.failedDocuments.orders;
        addMoney(view.failedDocuments.money, money);
        older(view.failedDocuments.oldestAt, entry.row.exception.openedAt);
    }
}

std::int64_t* valueOf(HourFigure& hour, std::string_view milestone)
{
    if (milestone == toKey(Milestone::Received)) return &hour.received;
    if (milestone == toKey(Milestone::Shipped)) return &hour.shipped;
    if (milestone == toKey(Milestone::Invoiced)) return &hour.invoiced;
    if (milestone == toKey(Milestone::Delivered)) return &hour.delivered;
    return nullptr;
}

/// The hours up to the last one in which something happened, or now where that is not long ago.
void countHours(OverviewView& view, StoreReader& reader, Timestamp now)
{
    const std::vector<CounterRow> counters = reader.counters("milestone");
    std::int64_t last = 0;
    for (const CounterRow& row : counters)
        if (row.value > 0) last = std::max(last, row.hour);
    if (last == 0) return;
    const auto current = std::chrono::floor<std::chrono::hours>(now).time_since_epoch().count();
    if (current > last && current - last < hoursShown) last = current;
    const std::int64_t first = last - hoursShown + 1;
    for (std::int64_t hour = first; hour <= last; ++hour)
        view.hours.push_back({.hour = Timestamp(std::chrono::hours(hour))});
    const auto at = [&](std::int64_t hour) { return &view.hours[static_cast<std::size_t>(hour - first)]; };
    for (const CounterRow& row : counters) {
        if (row.hour < first || row.hour > last) continue;
        if (std::int64_t* value = valueOf(*at(row.hour), row.key)) *value += row.value;
    }
    for (const auto& [hour, opened] : reader.exceptionsByHour(view.hours.front().hour))
        if (hour <= last) at(hour)->exceptions = opened;
}

} // namespace

OverviewView readOverview(StoreReader& reader, OpenWork& openWork, Timestamp now)
{
    OverviewView view{.asOf = now, .orders = reader.orderCount(), .ages = ageBuckets()};
    auto full = reader.counts("milestone");
    for (int i = 0; i < milestoneCount; ++i) {
        const auto milestone = static_cast<Milestone>(i);
        view.milestones.push_back({.milestone = milestone, .orders = full[std::string(toKey(milestone))]});
    }
    for (int i = 0; i < concernCount; ++i)
        view.concerns.push_back({.concern = static_cast<Concern>(i)});
    openWork.each(reader, [&](OrderId, const OpenOrder& order) { count(view, order, now); });
    countExceptions(view, reader);
    countHours(view, reader, now);
    return view;
}

void ConcernTrends::note(OverviewView& view)
{
    const std::lock_guard lock(m_mutex);
    const auto real = std::chrono::steady_clock::now();
    std::vector<ConcernFigure*> figures;
    for (ConcernFigure& figure : view.concerns)
        figures.push_back(&figure);
    figures.push_back(&view.failedDocuments);
    const bool isDue = m_notedAt == decltype(m_notedAt){} || real - m_notedAt >= trendInterval;
    if (isDue) m_notedAt = real;
    for (std::size_t i = 0; i < figures.size() && i < m_points.size(); ++i) {
        auto& points = m_points[i];
        if (isDue) points.push_back({.at = view.asOf, .value = figures[i]->orders});
        if (points.size() > maxPoints) points.pop_front();
        figures[i]->trend.assign(points.begin(), points.end());
    }
}

void ConcernTrends::clear()
{
    const std::lock_guard lock(m_mutex);
    for (auto& points : m_points)
        points.clear();
    m_notedAt = {};
}

} // namespace milepost
