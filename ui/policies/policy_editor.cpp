// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/policy_editor.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "models/stored_sentences.h"
#include "models/text.h"
#include "ui/policies/policy_words.h"

#include <algorithm>

namespace milepost {

PolicyEditor::PolicyEditor(QWidget* parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea)
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

void PolicyEditor::show(const PolicyRow& row, bool mayEdit)
{
    if (row.name != m_row || mayEdit != m_mayEdit || m_fields.empty()) build(row, mayEdit);
    for (const PolicyValue& value : row.values)
        setValue(m_fields.at(value.field), value.value);
}

void PolicyEditor::build(const PolicyRow& row, bool mayEdit)
{
    m_row = row.name;
    m_mayEdit = mayEdit;
    m_fields.clear();
    auto* inner = new QWidget;
    auto* form = new QFormLayout(inner);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const PolicyValue& value : row.values) {
        QWidget* input = makeInput(value, mayEdit);
        auto* message = new QLabel;
        message->setWordWrap(true);
        message->setProperty("look", QStringLiteral("bad"));
        message->setObjectName(QStringLiteral("problem-") + text(value.field));
        message->hide();
        auto* both = new QWidget;
        auto* layout = new QVBoxLayout(both);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(2);
        layout->addWidget(input);
        layout->addWidget(message);
        auto* label = new QLabel(PolicyWords::field(value.field));
        label->setBuddy(input);
        label->setToolTip(PolicyWords::hint(value.field));
        form->addRow(label, both);
        m_fields[value.field] = {input, message};
    }
    m_scroll->setWidget(inner);
}

QWidget* PolicyEditor::makeInput(const PolicyValue& value, bool mayEdit)
{
    const auto choices = PolicyWords::choices(value.field);
    QWidget* input = nullptr;
    if (choices.empty()) {
        auto* line = new QLineEdit;
        line->setReadOnly(!mayEdit);
        connect(line, &QLineEdit::textEdited, this, [this, field = value.field](const QString& words) {
            emit edited(field, utf8(words.trimmed()));
        });
        input = line;
    } else {
        auto* choice = new QComboBox;
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(8); // a narrow form shows less of the words, not less of itself
        for (const std::string& word : choices)
            choice->addItem(PolicyWords::value(value.field, word), text(word));
        choice->setEnabled(mayEdit);
        connect(choice, &QComboBox::activated, this, [this, choice, field = value.field] {
            emit edited(field, utf8(choice->currentData().toString()));
        });
        input = choice;
    }
    input->setObjectName(QStringLiteral("policy-") + text(value.field));
    input->setAccessibleName(PolicyWords::field(value.field));
    input->setToolTip(PolicyWords::hint(value.field));
    return input;
}

void PolicyEditor::setValue(const Field& field, const std::string& value)
{
    const QSignalBlocker quiet(field.input);
    if (auto* line = qobject_cast<QLineEdit*>(field.input)) {
        if (line->text().trimmed() != text(value)) line->setText(text(value));
        return;
    }
    auto* choice = qobject_cast<QComboBox*>(field.input);
    choice->setCurrentIndex(choice->findData(text(value)));
}

void PolicyEditor::showProblems(const std::vector<PolicyProblem>& problems)
{
    for (const auto& [name, field] : m_fields) {
        const auto wrong = std::ranges::find_if(problems, [&, &wanted = name](const PolicyProblem& problem) {
            return problem.row == m_row && problem.field == wanted;
        });
        field.message->setVisible(wrong != problems.end());
        if (wrong == problems.end()) continue;
        field.message->setText(StoredSentences::translated(wrong->message));
        field.input->setAccessibleDescription(field.message->text());
    }
}

} // namespace milepost
