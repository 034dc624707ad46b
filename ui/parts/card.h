// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace milepost {

/// A titled surface that holds one thing.
class Card final : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString& title, QWidget* parent = nullptr);
    void setContent(QWidget* content);
    void setTitle(const QString& title);
    /// Something small beside the title: a link, a switch.
    void addToHeader(QWidget* widget);

private:
    QLabel* m_title;
    QVBoxLayout* m_layout;
    QHBoxLayout* m_header;
};

} // namespace milepost
