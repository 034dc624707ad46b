// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

namespace milepost {

class UiSettings;

/// The console's table: columns that are chosen, moved and remembered, copy as text, a menu on rows, Enter to
/// open.
class DataTable final : public QTableView {
    Q_OBJECT

public:
    /// `name` is its objectName and under what its columns are remembered.
    DataTable(const QString& name, UiSettings& settings, QWidget* parent = nullptr);
    ~DataTable() override;

    void setModel(QAbstractItemModel* model) override;
    /// Of the menu on rows.
    void setRowActions(const QList<QAction*>& actions);
    /// Of the first columns, until somebody changes them. After setModel().
    void setFirstWidths(const QList<int>& widths);
    /// Makes it sortable: as it was left, at first by that column. After setModel().
    void sortAtFirst(int column, Qt::SortOrder order);
    /// Columns hidden until somebody chooses them.
    void hideAtFirst(const QList<int>& columns);
    void copySelection();
    /// Said in place of rows while there are none.
    void setEmptyText(const QString& words) { m_emptyText = words; }

signals:
    void opened(const QModelIndex& index); ///< Enter or double click
    void copied(const QString& words);     ///< what was copied, or why not

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showColumnMenu(const QPoint& place);
    void remember();
    QString selectionAsText(int rowLimit) const;

    UiSettings& m_settings;
    QList<QAction*> m_rowActions;
    QList<int> m_hiddenAtFirst;
    QByteArray m_firstState;
    QString m_emptyText;
    QTimer m_rememberSoon;
};

} // namespace milepost
