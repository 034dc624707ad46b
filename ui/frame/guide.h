// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "models/latest_question.h"
#include "ui/console_context.h"
#include "ui/place.h"

#include <cstdint>
#include <optional>

namespace milepost {

class EngineWatch;

/// Leads a newcomer through one recovery: open the exceptions, read one, retry, see the order go on. Steps
/// end by what really happens, whoever does it.
class Guide final : public QObject {
    Q_OBJECT

public:
    enum class Step { Waiting, OpenExceptions, Read, Retry, Follow, Done };
    static constexpr int steps = 4; ///< that a person takes

    Guide(const ConsoleContext& context, EngineWatch& watch, QObject* parent = nullptr);

    bool isActive() const { return m_isActive; }
    Step step() const { return m_step; }
    int number() const; ///< 1 … steps; 0 while waiting
    /// What to do now, in one or two sentences.
    QString words() const;
    /// What the button does; empty: there is none.
    QString button() const;
    bool canSkip() const;

    void begin();
    void end();   ///< for good, until somebody asks for it
    void skip();  ///< the current step
    void press(); ///< the button: shows the place, or does it
    void entered(const Place& place);

signals:
    void changed();
    void goTo(const milepost::Place& place);

private:
    /// What the store says about the exception and its order.
    struct Looked {
        ExceptionView exception{};
        bool isClosed = false;
        bool isDelivered = false;
        Waiting waiting{};
    };

    void look();
    void choose();
    void follow();
    void take(const Looked& looked);
    void advance(Step step);
    void heal();
    void retry();
    Place exceptionPlace() const;

    ConsoleContext m_context;
    LatestQuestion<std::optional<ExceptionView>> m_choice;
    LatestQuestion<Looked> m_question;
    bool m_isActive = false;
    Step m_step = Step::Waiting;
    ExceptionView m_exception{};
    Waiting m_waiting{};
};

} // namespace milepost
