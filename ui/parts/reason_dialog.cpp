// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/reason_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace milepost {
namespace {

constexpr int leastLength = 3;

} // namespace

ReasonDialog::ReasonDialog(const QString& title, const QString& words, const QString& okText, QWidget* parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_reason(new QPlainTextEdit)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setObjectName(QStringLiteral("reasonDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto* layout = new QVBoxLayout(this);
    auto* label = new QLabel(words);
    label->setWordWrap(true);
    label->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    layout->addWidget(label);
    layout->addLayout(m_form);
    layout->addWidget(m_buttons);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(fontMetrics().height() * 4);
    m_form->addRow(tr("&Reason"), m_reason);
    m_buttons->button(QDialogButtonBox::Ok)->setText(okText);
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("ok"));
    m_buttons->button(QDialogButtonBox::Ok)->setProperty("look", QStringLiteral("primary"));
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancel"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("&Cancel"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) // alone it begins a line of the reason
        connect(new QShortcut(QKeySequence(Qt::CTRL | enter), this), &QShortcut::activated,
                m_buttons->button(QDialogButtonBox::Ok), &QPushButton::click);
    m_buttons->button(QDialogButtonBox::Ok)->setToolTip(tr("Ctrl+Enter"));
    connect(m_reason, &QPlainTextEdit::textChanged, this, &ReasonDialog::updateOk);
    m_reason->setFocus();
    updateOk();
}

void ReasonDialog::offerChoice(const QString& label, const QStringList& words, const QStringList& keys)
{
    m_choice = new QComboBox;
    m_choice->setObjectName(QStringLiteral("choice"));
    for (qsizetype i = 0; i < words.size(); ++i)
        m_choice->addItem(words.at(i), keys.at(i));
    m_form->insertRow(0, label, m_choice);
}

QString ReasonDialog::choice() const
{
    return m_choice == nullptr ? QString() : m_choice->currentData().toString();
}

QString ReasonDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

void ReasonDialog::updateOk()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(reason().size() >= leastLength);
}

} // namespace milepost
