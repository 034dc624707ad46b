// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/replay_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/text.h"
#include "models/words.h"

namespace milepost {
namespace {

constexpr Milestone starts[] = {Milestone::Accepted, Milestone::Allocated, Milestone::Released,
                                Milestone::Shipped,  Milestone::Posted,    Milestone::Invoiced};

} // namespace

ReplayDialog::ReplayDialog(bool isOfCall, QWidget* parent)
    : QDialog(parent)
    , m_from(new QComboBox)
    , m_map(new QComboBox)
{
    setObjectName(QStringLiteral("replayDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Replay"));
    m_from->setObjectName(QStringLiteral("replayFrom"));
    m_map->setObjectName(QStringLiteral("replayMap"));
    if (isOfCall) m_from->addItem(tr("only this call"));
    m_from->addItem(tr("the whole order, from its beginning"), text(toKey(Milestone::Received)));
    for (const Milestone milestone : starts)
        //: where a replay begins: %1 is a milestone such as "Released"
        m_from->addItem(tr("what comes after: %1").arg(Words::milestone(milestone)), text(toKey(milestone)));
    m_map->addItem(tr("the map of today"), QStringLiteral("today"));
    m_map->addItem(tr("the map that it was made with"), text(mapOfThen));

    auto* words = new QLabel(
        tr("Calls that were surely not done and wait for a person are made anew, each under a new "
           "key. What is done stays done: the plan names it, and what it would say otherwise today."));
    words->setWordWrap(true);
    words->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    auto* form = new QFormLayout;
    form->addRow(tr("&Make anew"), m_from);
    form->addRow(tr("&Written with"), m_map);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Replay"));
    buttons->button(QDialogButtonBox::Ok)->setProperty("look", QStringLiteral("primary"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("&Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addWidget(buttons);
    m_from->setFocus();
}

ActionDetail ReplayDialog::detail() const
{
    return {.from = utf8(m_from->currentData().toString()), .map = utf8(m_map->currentData().toString())};
}

} // namespace milepost
