// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include "backend/service/backend.h"
#include "models/change_feed.h"

#include <memory>
#include <type_traits>
#include <utility>

namespace milepost {

/// The one way from the GUI thread to the backend: questions run on a pool, answers come back as futures (use
/// whenReady). The GUI thread never calls the backend itself. Lives in the GUI thread.
class BackendBridge final : public QObject {
    Q_OBJECT

public:
    /// `backend` outlives the bridge.
    explicit BackendBridge(Backend& backend, QObject* parent = nullptr);
    /// Waits for the questions under way; those that wait are dropped.
    ~BackendBridge() override;

    /// A short read: `question(Backend&)` runs in a reader thread.
    template <typename Question>
    auto ask(Question question)
    {
        return post(m_readers, std::move(question));
    }

    /// What takes long or waits (apply, verify, backup, start, export): on threads of its own, so that reads
    /// never queue behind it.
    template <typename Work>
    auto carryOut(Work work)
    {
        return post(m_workers, std::move(work));
    }

    /// What changed, at most 30 times a second.
    ChangeFeed& changes() { return m_changes; }
    /// Begins to listen; again after each start of the engine, by carryOut's caller in the GUI thread.
    void listen();

private:
    template <typename Question>
    auto post(QThreadPool& pool, Question question)
    {
        using Answer = std::invoke_result_t<Question&, Backend&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        pool.start([this, promise, question = std::move(question)]() mutable {
            promise->addResult(question(m_backend));
            promise->finish();
        });
        return promise->future();
    }

    Backend& m_backend;
    ChangeFeed m_changes;
    QThreadPool m_readers;
    QThreadPool m_workers; ///< last: they end first
};

} // namespace milepost
