// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change_feed.h"

#include <QMetaObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace milepost {
namespace {

constexpr auto flushInterval = std::chrono::milliseconds(33);

} // namespace

struct ChangeFeed::Pending {
    std::mutex mutex;
    ChangeView change{};
    ChangeFeed* feed = nullptr; ///< null: it is gone
    bool isAnnounced = false;   ///< a flush is on its way

    void add(const ChangeView& more)
    {
        const std::lock_guard lock(mutex);
        change.orders.insert(change.orders.end(), more.orders.begin(), more.orders.end());
        change.exceptionsChanged |= more.exceptionsChanged;
        change.systemsChanged |= more.systemsChanged;
        if (isAnnounced || feed == nullptr) return;
        isAnnounced = true;
        // under the lock: the feed cannot go meanwhile
        QMetaObject::invokeMethod(
            feed, [feed = feed] { QTimer::singleShot(flushInterval, feed, [feed] { feed->flush(); }); },
            Qt::QueuedConnection);
    }
};

ChangeFeed::ChangeFeed(QObject* parent)
    : QObject(parent)
    , m_pending(std::make_shared<Pending>())
{
    m_pending->feed = this;
}

ChangeFeed::~ChangeFeed()
{
    const std::lock_guard lock(m_pending->mutex);
    m_pending->feed = nullptr;
}

std::function<void(const ChangeView&)> ChangeFeed::listener() const
{
    return [pending = m_pending](const ChangeView& change) { pending->add(change); };
}

void ChangeFeed::flush()
{
    ChangeView change;
    {
        const std::lock_guard lock(m_pending->mutex);
        change = std::exchange(m_pending->change, {});
        m_pending->isAnnounced = false;
    }
    std::ranges::sort(change.orders);
    const auto repeated = std::ranges::unique(change.orders);
    change.orders.erase(repeated.begin(), repeated.end());
    emit changed(change);
}

} // namespace milepost
