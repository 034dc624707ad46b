// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "backend/domain/field_edit.h"

#include <utility>
#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace milepost {

/// Fields of an order to be changed before the call is made anew. Protected ones are locked and say by what.
/// OK only when something differs. Use open() and accepted.
class EditDialog final : public QDialog {
    Q_OBJECT

public:
    EditDialog(const QString& orderNo, std::vector<EditableField> fields, QWidget* parent);
    std::vector<FieldEdit> edits() const;

private:
    void addField(const EditableField& field);
    void showMatching(const QString& words);
    void showDifference();

    std::vector<EditableField> m_fields;
    std::vector<QLineEdit*> m_edits;
    QFormLayout* m_form;
    QLabel* m_difference;
    QPushButton* m_ok;
};

} // namespace milepost
