// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/cell_table.h"
#include "models/latest_question.h"
#include "ui/console_context.h"

#include <vector>

class QLabel;
class QPushButton;

namespace milepost {

class DataTable;
class ViewStack;

/// The versions of the policies: when, by whom, why, what each changed; an older one can be made to act
/// again.
class PolicyHistory final : public QWidget {
    Q_OBJECT

public:
    explicit PolicyHistory(const ConsoleContext& context, QWidget* parent = nullptr);

    void reload();
    void setMayRestore(bool mayRestore);

signals:
    void restoreWanted(qint64 version);
    void notice(const QString& words);

private:
    void showVersions();
    void showCurrent();
    const PolicyVersionView* current() const;

    CellTable m_model;
    CellTable m_differenceModel;
    DataTable* m_table;
    DataTable* m_differences;
    ViewStack* m_content;
    ViewStack* m_differenceContent;
    QPushButton* m_restore;
    bool m_mayRestore = false;
    std::vector<PolicyVersionView> m_versions;
    LatestQuestion<std::vector<PolicyVersionView>> m_question;
};

} // namespace milepost
