// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "backend/service/evidence_views.h"
#include "ui/console_context.h"

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace milepost {

class Badge;

/// What really happened: a verdict on each of the four questions with the fact it stands on, what differs
/// between the systems, and the one thing to do.
class EvidencePanel final : public QFrame {
    Q_OBJECT

public:
    explicit EvidencePanel(const ConsoleContext& context, QWidget* parent = nullptr);

    void showAsking();
    void show(const Evidence& evidence);
    void showProblem(const QString& words);

signals:
    /// The recommended action, with the number that its system has it under.
    void recommendedAsked(const QString& action, const QString& document);

private:
    struct Row {
        QLabel* question = nullptr;
        Badge* verdict = nullptr;
        QLabel* facts = nullptr;
    };

    void addRow(QGridLayout& grid, const QString& name, const QString& question);
    void fill(Row& row, const Finding& finding);
    QString factWords(const EvidenceFact& fact) const;

    std::function<Timestamp()> m_now;
    std::vector<Row> m_rows;
    QLabel* m_contradictions;
    QLabel* m_silent;
    QLabel* m_advice;
    QPushButton* m_act;
    Recommendation m_recommended{};
};

} // namespace milepost
