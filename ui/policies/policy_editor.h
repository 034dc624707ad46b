// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "backend/service/policy_views.h"

#include <map>
#include <string>
#include <vector>

class QFormLayout;
class QLabel;
class QScrollArea;

namespace milepost {

/// One row of the policies as a form, a message beside each field that cannot be so.
class PolicyEditor final : public QWidget {
    Q_OBJECT

public:
    explicit PolicyEditor(QWidget* parent = nullptr);

    /// `row`: with the values to show. The same row again keeps focus and cursor. Without a name: nothing.
    void show(const PolicyRow& row, bool mayEdit);
    void showProblems(const std::vector<PolicyProblem>& problems);

signals:
    /// A person gave the field that value.
    void edited(const std::string& field, const std::string& value);

private:
    struct Field {
        QWidget* input = nullptr; ///< a line or a choice
        QLabel* message = nullptr;
    };

    void build(const PolicyRow& row, bool mayEdit);
    QWidget* makeInput(const PolicyValue& value, bool mayEdit);
    void setValue(const Field& field, const std::string& value);

    QScrollArea* m_scroll;
    std::string m_row;
    bool m_mayEdit = false;
    std::map<std::string, Field> m_fields;
};

} // namespace milepost
