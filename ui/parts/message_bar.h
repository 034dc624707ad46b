// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "models/roles.h"

#include <functional>

class QLabel;
class QPushButton;

namespace milepost {

/// One message across a window: what is wrong and what to do, with at most one button. Hidden while it has
/// nothing to say.
class MessageBar final : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);
    void say(Tone tone, const QString& words, const QString& button = {},
             std::function<void()> onButton = {});
    void clear();
    QString words() const;

private:
    QLabel* m_icon;
    QLabel* m_words;
    QPushButton* m_button;
    std::function<void()> m_onButton;
};

} // namespace milepost
