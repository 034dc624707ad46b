// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/page.h"

#include <vector>

class QTreeWidget;

namespace milepost {

/// All keys of the console, by where they work, searchable. Use open().
class ShortcutDialog final : public QDialog {
    Q_OBJECT

public:
    struct Section {
        QString title{};
        QList<ShortcutRow> rows{};
    };

    ShortcutDialog(const std::vector<Section>& sections, QWidget* parent);

private:
    void filter(const QString& words);

    QTreeWidget* m_list;
};

} // namespace milepost
