// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace milepost {

class Guide;

/// The guide as a strip above the status strip: it covers nothing and waits for nobody.
class GuidePanel final : public QFrame {
    Q_OBJECT

public:
    explicit GuidePanel(Guide& guide, QWidget* parent = nullptr);

private:
    void showStep();

    Guide& m_guide;
    QLabel* m_number;
    QLabel* m_words;
    QPushButton* m_button;
    QPushButton* m_skip;
};

} // namespace milepost
