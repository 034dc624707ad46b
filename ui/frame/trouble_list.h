// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/frame/troubles.h"

#include <vector>

namespace milepost {

class MessageBar;

/// The troubles of the moment at the top of the window, one bar each.
class TroubleList final : public QWidget {
    Q_OBJECT

public:
    explicit TroubleList(QWidget* parent = nullptr);

    void setTroubles(const std::vector<Trouble>& troubles);
    const std::vector<Trouble>& troubles() const { return m_troubles; }

signals:
    void taken(milepost::Trouble::Way way); ///< a button was pressed

private:
    std::vector<Trouble> m_troubles{};
    std::vector<MessageBar*> m_bars{};
};

} // namespace milepost
