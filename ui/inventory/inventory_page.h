// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "models/cell_table.h"
#include "models/latest_question.h"
#include "ui/page.h"

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace milepost {

class DataTable;
class ViewStack;

/// What may be promised of each item at each node, how old that figure is, and who waits for the item.
class InventoryPage final : public Page {
    Q_OBJECT

public:
    explicit InventoryPage(const ConsoleContext& context, QWidget* parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("warehouse"); }
    void enter(const Place& place) override;
    QWidget* searchField() override;
    QList<ShortcutRow> shortcuts() const override;

private:
    void reload();
    void showRows();

    CellTable m_model;
    QLineEdit* m_search;
    QCheckBox* m_waitedFor;
    DataTable* m_table;
    ViewStack* m_content;
    QLabel* m_count;
    std::vector<InventoryRow> m_rows{};
    LatestQuestion<std::vector<InventoryRow>> m_question;
    QTimer m_again;
};

} // namespace milepost
