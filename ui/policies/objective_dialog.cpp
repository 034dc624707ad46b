// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/objective_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/text.h"
#include "models/words.h"
#include "ui/policies/policy_words.h"

namespace milepost {

ObjectiveDialog::ObjectiveDialog(const std::vector<std::string>& steps, QWidget* parent)
    : QDialog(parent)
    , m_event(new QComboBox)
    , m_step(new QComboBox)
    , m_within(new QLineEdit(QStringLiteral("4h")))
{
    setObjectName(QStringLiteral("objectiveDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Recovery objective of an event type"));
    m_event->setObjectName(QStringLiteral("objectiveEvent"));
    m_step->setObjectName(QStringLiteral("objectiveStep"));
    m_within->setObjectName(QStringLiteral("objectiveWithin"));
    for (int i = 0; i <= static_cast<int>(ExceptionClass::Internal); ++i) {
        const auto event = static_cast<ExceptionClass>(i);
        m_event->addItem(Words::exceptionClass(event), text(toKey(event)));
    }
    m_step->addItem(tr("Any step"), QString());
    for (const std::string& step : steps)
        m_step->addItem(Words::step(step), text(step));
    m_within->setToolTip(PolicyWords::hint("recoverWithin"));
    auto* form = new QFormLayout;
    form->addRow(tr("&Event type"), m_event);
    form->addRow(tr("At &step"), m_step);
    form->addRow(tr("Recover &within"), m_within);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Add"));
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("objectiveOk"));
    buttons->button(QDialogButtonBox::Ok)->setProperty("look", QStringLiteral("primary"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("&Cancel"));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_event->setFocus();
}

PolicyEdit ObjectiveDialog::edit() const
{
    std::string row = std::string(eventMark) + utf8(m_event->currentData().toString());
    const std::string step = utf8(m_step->currentData().toString());
    if (!step.empty()) row += "/" + step;
    return {.row = std::move(row), .field = "recoverWithin", .value = utf8(m_within->text().trimmed())};
}

} // namespace milepost
