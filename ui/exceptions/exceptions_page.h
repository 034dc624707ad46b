// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QMap>
#include <QTimer>

#include "models/cell_table.h"
#include "models/latest_question.h"
#include "ui/page.h"

#include <functional>
#include <optional>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace milepost {

class DataTable;
class ExceptionDetailView;
class ExceptionFilterBar;
class MessageBar;
class ViewStack;

/// What needs a person: a list or groups, the detail beside it, and the actions that help. Also what was
/// closed of late, and by whom.
class ExceptionsPage final : public Page {
    Q_OBJECT

public:
    explicit ExceptionsPage(const ConsoleContext& context, QWidget* parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("exceptions"); }
    void enter(const Place& place) override;
    QWidget* searchField() override;
    QList<ShortcutRow> shortcuts() const override;

private:
    struct Lists {
        ExceptionPage page{};
        std::vector<ExceptionGroup> groups{};
    };

    void buildLayout();
    QWidget* makeFoot();
    QWidget* makeActions();
    QPushButton* addAction(const QString& name, const QString& iconName, const QString& words,
                           const char* key);
    QAction* addMenuItem(QMenu& menu, const QString& name, const QString& iconName, const QString& words,
                         const char* key);
    void addMenuAction(QMenu& menu, const QString& action, const char* key);
    void addMenuNote(QMenu& menu, const QString& kind, const QString& iconName, const QString& words,
                     const char* key);
    void connectAll();
    void addShortcut(const char* keys, const std::function<void()>& act);

    ExceptionFilter filter() const;
    void reload();
    void take(const Lists& lists);
    void showCount(std::int64_t total);
    void select(std::int64_t exception);
    void step(int distance);
    void askDetail();
    void showDetail(const ExceptionDetail& detail);
    void updateActions();
    std::vector<std::int64_t> selected() const;
    std::string selector() const;
    bool areGroups() const;
    DataTable* table() const;                                 ///< the one in sight
    const ExceptionGroup* listedGroup(std::int64_t id) const; ///< null: it is not there any more
    void openGroup(std::int64_t id);
    void leaveGroup();

    /// On what is selected.
    void act(const QString& action);
    void actOn(const std::string& wanted, const QString& action, const QString& document);
    void annotate(const QString& kind);
    void write(const Annotation& annotation);
    void showEvidence(const Evidence& evidence);
    void askEvidence(std::int64_t exception);
    void edit();
    void claim(bool isClaimed);
    void askTakeOver(const QString& from);
    void carryOutClaim(std::function<Status(Backend&)> write);
    void tell(const QString& words);

    CellTable m_list;
    CellTable m_closed;
    CellTable m_causes;
    CellTable m_groups;
    ExceptionFilterBar* m_filters;
    DataTable* m_table;
    DataTable* m_closedTable;
    DataTable* m_causeTable;
    DataTable* m_groupTable;
    QStackedWidget* m_tables;
    ViewStack* m_content;
    ExceptionDetailView* m_detail;
    ViewStack* m_detailContent;
    MessageBar* m_outcome;
    QLabel* m_count;
    QPushButton* m_older;
    int m_pages = 1; ///< of closed ones, that are listed
    QPushButton* m_back;
    QPushButton* m_retry = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_adopt = nullptr;
    QPushButton* m_resolve = nullptr;
    QPushButton* m_reopen = nullptr;
    QPushButton* m_more = nullptr;
    QMap<QString, QAction*> m_menuActions{}; ///< by action
    QPushButton* m_claim = nullptr;
    QAction* m_unclaim = nullptr;
    std::vector<ExceptionGroup> m_listedGroups{};
    std::optional<ExceptionGroup> m_group{}; ///< the one whose exceptions are listed
    std::int64_t m_wanted = 0;               ///< to be selected as soon as it is listed
    std::int64_t m_shown = 0;                ///< in the detail
    ExceptionDetail m_shownDetail{};
    QString m_evidenceKey{}; ///< of what the evidence at hand was asked about
    std::optional<Evidence> m_shownEvidence{};
    QElapsedTimer m_sinceAsked{};
    LatestQuestion<Lists> m_lists;
    LatestQuestion<ExceptionDetail> m_details;
    LatestQuestion<Evidence> m_evidence;
    QTimer m_again;
};

} // namespace milepost
