// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cell_table.h"
#include "models/latest_question.h"
#include "ui/page.h"

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace milepost {

class DataTable;
class MessageBar;
class PolicyEditor;
class PolicyHistory;
class ViewStack;

/// How persistent the engine is and how soon a person must help: the rows that act, where, what a change of
/// them would be, and their history.
class PoliciesPage final : public Page {
    Q_OBJECT

public:
    explicit PoliciesPage(const ConsoleContext& context, QWidget* parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("settings"); }
    void enter(const Place& place) override;
    QWidget* searchField() override;
    QList<ShortcutRow> shortcuts() const override;

private:
    QWidget* makeRules();
    QWidget* makeEditor();
    QWidget* makeChanges();
    void reload();
    void take(const PoliciesView& view);
    void showRows();
    void showCurrent();
    void showProposal(const PolicyProposal& proposal);
    std::vector<PolicyInUse> rowsWithEdits() const;
    std::string currentRow() const;
    bool mayEdit() const { return m_hasView && m_view.ownedBy.empty(); }
    void edit(const PolicyEdit& wanted);
    void propose();
    void discard();
    void addObjective();
    void removeObjective();
    void save();
    void restore(qint64 version);
    void askWhy(const QString& title, const PolicyProposal& proposal, PolicyOrder order);
    void carryOut(const PolicyOrder& order);
    void taken(const Result<PolicyProposal>& saved);

    CellTable m_model;
    CellTable m_changeModel;
    QTabWidget* m_tabs;
    MessageBar* m_bar;
    QLineEdit* m_search;
    DataTable* m_table;
    ViewStack* m_content;
    QLabel* m_heading;
    QLabel* m_places;
    PolicyEditor* m_editor;
    QPushButton* m_add;
    QPushButton* m_remove;
    DataTable* m_changes;
    ViewStack* m_changesContent;
    QPushButton* m_save;
    QPushButton* m_discard;
    PolicyHistory* m_history;
    PoliciesView m_view{};
    bool m_hasView = false;
    std::vector<PolicyEdit> m_edits; ///< not yet saved
    std::int64_t m_base = 0;         ///< the version that they were made on
    PolicyProposal m_proposal{};     ///< what they would change
    LatestQuestion<PoliciesView> m_question;
    LatestQuestion<PolicyProposal> m_proposing;
};

} // namespace milepost
