// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/work_list.h"

#include <QDateTime>
#include <QMetaObject>

#include <algorithm>
#include <mutex>

namespace milepost {

/// What the working thread last said; shared, since either side may go first.
struct WorkList::Progress {
    std::mutex mutex;
    std::int64_t done = 0;
    std::int64_t total = 0;
    WorkList* list = nullptr; ///< null: it is gone
    bool isAnnounced = false;
};

WorkList::WorkList(QObject* parent)
    : QObject(parent)
{
}

WorkList::~WorkList()
{
    for (std::stop_source& stop : m_stops)
        stop.request_stop();
    for (const auto& progress : m_progress) {
        const std::lock_guard lock(progress->mutex);
        progress->list = nullptr;
    }
}

int WorkList::begin(const QString& title, bool mayCancel)
{
    const int id = static_cast<int>(m_works.size()) + 1;
    m_works.push_back({.id = id,
                       .title = title,
                       .startedAtMs = QDateTime::currentMSecsSinceEpoch(),
                       .mayCancel = mayCancel});
    m_stops.emplace_back();
    m_progress.push_back(std::make_shared<Progress>());
    m_progress.back()->list = this;
    emit added(id);
    return id;
}

std::stop_token WorkList::stopToken(int id) const
{
    return m_stops.at(static_cast<std::size_t>(id - 1)).get_token();
}

std::function<void(std::int64_t, std::int64_t)> WorkList::progress(int id) const
{
    return [id, progress = m_progress.at(static_cast<std::size_t>(id - 1))](std::int64_t done,
                                                                            std::int64_t total) {
        const std::lock_guard lock(progress->mutex);
        progress->done = done;
        progress->total = total;
        if (progress->isAnnounced || progress->list == nullptr) return;
        progress->isAnnounced = true;
        QMetaObject::invokeMethod(
            progress->list, [list = progress->list, id] { list->takeProgress(id); }, Qt::QueuedConnection);
    };
}

void WorkList::takeProgress(int id)
{
    const auto& progress = m_progress.at(static_cast<std::size_t>(id - 1));
    Work* work = find(id);
    {
        const std::lock_guard lock(progress->mutex);
        progress->isAnnounced = false;
        work->done = progress->done;
        work->total = progress->total;
    }
    emit changed(id);
}

void WorkList::setDetail(int id, const QString& detail)
{
    find(id)->detail = detail;
    emit changed(id);
}

void WorkList::end(int id, WorkState state, const QString& detail)
{
    Work* work = find(id);
    work->state = state;
    work->detail = detail;
    work->endedAtMs = QDateTime::currentMSecsSinceEpoch();
    emit changed(id);
}

void WorkList::cancel(int id)
{
    m_stops.at(static_cast<std::size_t>(id - 1)).request_stop();
}

const Work* WorkList::find(int id) const
{
    const auto found = std::ranges::find(m_works, id, &Work::id);
    return found == m_works.end() ? nullptr : &*found;
}

Work* WorkList::find(int id)
{
    const auto found = std::ranges::find(m_works, id, &Work::id);
    return found == m_works.end() ? nullptr : &*found;
}

int WorkList::running() const
{
    return static_cast<int>(std::ranges::count(m_works, WorkState::Running, &Work::state));
}

} // namespace milepost
