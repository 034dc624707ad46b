// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "backend/service/backend.h"
#include "models/latest_question.h"

#include <functional>
#include <optional>

namespace milepost {

/// How engine, store and systems are, as of the last look.
struct EnginePicture {
    bool isKnown = false;               ///< the store has been read at least once
    EngineView engine{};                ///< of this process; not running: another one may own the store
    StatusView status{};                ///< the last that could be read
    std::optional<Error> readTrouble{}; ///< why the store cannot be read now
    int systemsUp = 0;                  ///< connected, answering and current
    int systemsBehind = 0;              ///< connected, but not heard of for long
    int systemsParked = 0;              ///< do not answer
    int systemsPaused = 0;              ///< by a person
    std::optional<Duration> clockLag{}; ///< by how much the computer's clock is behind what the engine saw

    int connected() const { return systemsUp + systemsBehind + systemsParked + systemsPaused; }
    /// Systems are connected, and none of them says anything, though nobody paused them.
    bool areAllSilent() const { return systemsBehind + systemsParked > 0 && systemsUp == 0; }
};

/// Looks at the engine once a second and says when something changed. GUI thread.
class EngineWatch final : public QObject {
    Q_OBJECT

public:
    /// `now`: business time by this computer's clock.
    EngineWatch(BackendBridge& bridge, std::function<Timestamp()> now, QObject* parent = nullptr);

    const EnginePicture& picture() const { return m_picture; }
    /// Now, not only at the next second.
    void look();

signals:
    void changed();

private:
    struct Looked {
        EngineView engine{};
        Result<StatusView> status = StatusView{};
    };

    void take(const Looked& looked);

    std::function<Timestamp()> m_now;
    EnginePicture m_picture{};
    LatestQuestion<Looked> m_question;
    QTimer m_timer;
};

} // namespace milepost
