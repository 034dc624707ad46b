// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "backend/service/backend.h"

#include <functional>
#include <memory>

namespace milepost {

/// Turns the engine's changes (any thread, thousands a second) into signals of the GUI thread (at most 30 a
/// second, each order named once). Lives in the GUI thread.
class ChangeFeed final : public QObject {
    Q_OBJECT

public:
    explicit ChangeFeed(QObject* parent = nullptr);
    ~ChangeFeed() override;

    /// For Backend::onCommit: may be called in any thread, also after this object is gone.
    std::function<void(const ChangeView&)> listener() const;

signals:
    void changed(const milepost::ChangeView& change);

private:
    struct Pending;

    void flush();

    std::shared_ptr<Pending> m_pending;
};

} // namespace milepost
