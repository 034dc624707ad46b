// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace milepost {

enum class WorkState { Running, Done, Failed, Cancelled };

/// Long work of this session: an action carried out, a verification, an export.
struct Work {
    int id = 0;
    QString title{};
    QString detail{}; ///< how far it is in words, then its result or why it failed
    WorkState state = WorkState::Running;
    std::int64_t done = 0;
    std::int64_t total = 0;       ///< 0: not known
    std::int64_t startedAtMs = 0; ///< wall clock
    std::int64_t endedAtMs = 0;
    bool mayCancel = true;
};

/// The long works of this session, newest last; they outlive the page that began them. GUI thread, but for
/// progress(), which any thread may call.
class WorkList final : public QObject {
    Q_OBJECT

public:
    explicit WorkList(QObject* parent = nullptr);
    ~WorkList() override; ///< asks all to stop

    /// Begins one; the token tells its thread to stop.
    int begin(const QString& title, bool mayCancel = true);
    std::stop_token stopToken(int id) const;
    /// For the thread that does it: coalesced, arrives in the GUI thread. Safe after this list is gone.
    std::function<void(std::int64_t done, std::int64_t total)> progress(int id) const;
    void setDetail(int id, const QString& detail);
    void end(int id, WorkState state, const QString& detail);
    void cancel(int id);

    const std::vector<Work>& works() const { return m_works; }
    const Work* find(int id) const;
    int running() const;

signals:
    void added(int id);
    void changed(int id);

private:
    struct Progress;

    Work* find(int id);
    void takeProgress(int id);

    std::vector<Work> m_works;
    std::vector<std::stop_source> m_stops; ///< by place in m_works
    std::vector<std::shared_ptr<Progress>> m_progress;
};

} // namespace milepost
