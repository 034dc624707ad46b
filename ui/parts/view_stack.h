// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

#include "backend/core/result.h"

#include <functional>

class QAction;
class QLabel;
class QPushButton;
class QTimer;

namespace milepost {

/// Shows its content, or why there is none: it is being loaded (said after 150 ms), there is nothing, or it
/// failed.
class ViewStack final : public QStackedWidget {
    Q_OBJECT

public:
    explicit ViewStack(QWidget* content, QWidget* parent = nullptr);

    void showContent();
    void showLoading();
    /// `action` becomes a button; may be null.
    void showEmpty(const QString& title, const QString& hint, QAction* action = nullptr);
    void showError(const Error& error, std::function<void()> tryAgain);
    bool isShowingContent() const { return currentIndex() == 0; }

private:
    void showWords(const QString& iconName, const QString& title, const QString& hint, const QString& button);

    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_hint;
    QPushButton* m_button;
    QTimer* m_patience;
    std::function<void()> m_onButton;
};

} // namespace milepost
