// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "models/backend_bridge.h"
#include "models/when_ready.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <utility>

namespace milepost {

/// For questions where only the last one counts (a search while typing, a page that reloads): at most one is
/// under way, a newer one stops it and takes its place, and only the answer to the newest is used. A member
/// of its user.
template <typename T>
class LatestQuestion {
public:
    using Question = std::function<Result<T>(Backend&, std::stop_token)>;
    using Use = std::function<void(const Result<T>&)>;

    /// `receiver`: the user; lives in the GUI thread.
    LatestQuestion(BackendBridge& bridge, QObject* receiver)
        : m_bridge(bridge)
        , m_receiver(receiver)
    {
    }
    ~LatestQuestion() { m_stop.request_stop(); }
    LatestQuestion(const LatestQuestion&) = delete;
    LatestQuestion& operator=(const LatestQuestion&) = delete;

    void ask(Question question, Use use)
    {
        m_next = Asked{std::move(question), std::move(use)};
        if (m_isAsking)
            m_stop.request_stop();
        else
            askNext();
    }
    /// No answer to what was asked so far will be used.
    void forget()
    {
        m_next.reset();
        m_stop.request_stop();
    }
    bool isAsking() const { return m_isAsking; }

private:
    struct Asked {
        Question question{};
        Use use{};
    };

    void askNext()
    {
        Asked asked = *std::exchange(m_next, std::nullopt);
        m_stop = std::stop_source();
        m_isAsking = true;
        auto future = m_bridge.ask([question = std::move(asked.question), stop = m_stop.get_token()](
                                       Backend& backend) { return question(backend, stop); });
        whenReady(future, m_receiver,
                  [this, stop = m_stop.get_token(), use = std::move(asked.use)](const Result<T>& answer) {
                      m_isAsking = false;
                      if (m_next)
                          askNext();
                      else if (!stop.stop_requested())
                          use(answer);
                  });
    }

    BackendBridge& m_bridge;
    QObject* m_receiver;
    std::stop_source m_stop;
    std::optional<Asked> m_next;
    bool m_isAsking = false;
};

} // namespace milepost
