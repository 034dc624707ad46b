// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/edit_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "models/field_text.h"
#include "models/field_words.h"
#include "models/stored_sentences.h"
#include "models/text.h"

#include <algorithm>

namespace milepost {

EditDialog::EditDialog(const QString& orderNo, std::vector<EditableField> fields, QWidget* parent)
    : QDialog(parent)
    , m_fields(std::move(fields))
    , m_form(new QFormLayout)
    , m_difference(new QLabel)
{
    setObjectName(QStringLiteral("editDialog"));
    setWindowTitle(tr("Edit order %1 and retry").arg(orderNo));
    // what may be changed comes first
    std::ranges::stable_partition(m_fields,
                                  [](const EditableField& field) { return field.lockedBy.empty(); });
    for (const EditableField& field : m_fields)
        addField(field);
    auto* find = new QLineEdit;
    find->setObjectName(QStringLiteral("editFind"));
    find->setAccessibleName(tr("Find a field"));
    find->setPlaceholderText(tr("Find a field, such as postal code"));
    find->setClearButtonEnabled(true);
    connect(find, &QLineEdit::textChanged, this, &EditDialog::showMatching);
    auto* inner = new QWidget;
    inner->setLayout(m_form);
    auto* scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_difference->setWordWrap(true);
    m_difference->setObjectName(QStringLiteral("editDifference"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_ok = buttons->addButton(tr("&Preview"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("editOk"));
    m_ok->setProperty("look", QStringLiteral("primary"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(find);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_difference);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(640, 560);
    find->setFocus();
    showDifference();
}

void EditDialog::addField(const EditableField& field)
{
    auto* edit = new QLineEdit(FieldText::shown(field.path, field.value));
    const bool isLocked = !field.lockedBy.empty();
    edit->setObjectName(text(field.path));
    edit->setAccessibleName(FieldWords::path(field.path));
    edit->setReadOnly(isLocked);
    connect(edit, &QLineEdit::textChanged, this, &EditDialog::showDifference);
    edit->setToolTip(FieldText::hint(field.path));
    m_edits.push_back(edit);
    if (!isLocked) return m_form->addRow(edit->accessibleName(), edit);
    edit->setToolTip(StoredSentences::translated(field.lockedBy));
    edit->setFocusPolicy(Qt::ClickFocus);
    auto* why = new QLabel(tr("locked: %1").arg(StoredSentences::translated(field.lockedBy)));
    why->setWordWrap(true);
    why->setProperty("look", QStringLiteral("muted"));
    auto* both = new QWidget;
    auto* layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(edit);
    layout->addWidget(why);
    m_form->addRow(edit->accessibleName(), both);
}

void EditDialog::showMatching(const QString& words)
{
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const QLineEdit* edit = m_edits[static_cast<std::size_t>(row)];
        const bool isMeant = edit->accessibleName().contains(words.trimmed(), Qt::CaseInsensitive) ||
                             edit->text().contains(words.trimmed(), Qt::CaseInsensitive);
        m_form->setRowVisible(row, isMeant);
    }
}

std::vector<FieldEdit> EditDialog::edits() const
{
    std::vector<FieldEdit> edits;
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        if (m_fields[i].lockedBy.empty() &&
            m_edits[i]->text() != FieldText::shown(m_fields[i].path, m_fields[i].value))
            edits.push_back(
                {.path = m_fields[i].path, .value = FieldText::value(m_fields[i].path, m_edits[i]->text())});
    return edits;
}

void EditDialog::showDifference()
{
    QStringList lines;
    for (const FieldEdit& edit : edits()) {
        const auto field = std::ranges::find(m_fields, edit.path, &EditableField::path);
        lines << tr("%1: “%2” becomes “%3”")
                     .arg(FieldWords::path(edit.path), FieldText::shown(edit.path, field->value),
                          FieldText::shown(edit.path, edit.value));
    }
    m_difference->setText(lines.isEmpty() ? tr("Nothing is changed yet.") : lines.join(QLatin1Char('\n')));
    m_ok->setEnabled(!lines.isEmpty());
}

} // namespace milepost
