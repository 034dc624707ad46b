// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "models/found_numbers_model.h"
#include "models/latest_question.h"
#include "ui/console_context.h"
#include "ui/frame/recent_numbers.h"
#include "ui/place.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace milepost {

/// "Go to any number": finds orders by any number on any document while one types. Keyboard only.
class GoToPopup final : public QFrame {
    Q_OBJECT

public:
    GoToPopup(const ConsoleContext& context, QWidget* window);

    /// In the upper middle of its window, empty, with the numbers used last.
    void open();

signals:
    void goTo(const milepost::Place& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& words);
    void list(std::vector<FoundNumber> found, const QString& words);
    void showRecent();
    void moveBy(int rows);
    void choose(int row);

    RecentNumbers m_recent;
    LatestQuestion<std::vector<FoundNumber>> m_question;
    FoundNumbersModel m_model;
    QLineEdit* m_field;
    QTableView* m_hits;
    QLabel* m_hint;
};

} // namespace milepost
