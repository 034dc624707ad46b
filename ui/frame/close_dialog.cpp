// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/close_dialog.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"

namespace milepost {
namespace {

constexpr int iconSize = 32;
constexpr int textWidth = 420;

QLabel* paragraph(const QString& words)
{
    auto* label = new QLabel(words);
    label->setWordWrap(true);
    label->setMinimumWidth(textWidth);
    return label;
}

} // namespace

CloseDialog::CloseDialog(int works, int calls, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("closeDialog"));
    setWindowTitle(tr("Work is under way"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("warning"), Tone::Warning).pixmap(iconSize));
    auto* words = new QVBoxLayout;
    if (works > 0)
        words->addWidget(paragraph(tr("%n long work(s) of yours are not finished yet.", nullptr, works)));
    if (calls > 0)
        words->addWidget(paragraph(tr("%n call(s) to partners have not been answered yet.", nullptr, calls)));
    words->addWidget(paragraph(tr("Orders stand still while Milepost is closed. Nothing is lost or done "
                                  "twice: whatever is stopped goes on at the next start.")));
    auto* top = new QHBoxLayout;
    top->addWidget(picture, 0, Qt::AlignTop);
    top->addLayout(words, 1);

    auto* wait = new QPushButton(tr("&Wait until it is done"));
    auto* stop = new QPushButton(tr("&Stop now"));
    auto* cancel = new QPushButton(tr("&Cancel"));
    wait->setObjectName(QStringLiteral("closeWait"));
    wait->setProperty("look", QStringLiteral("primary"));
    wait->setDefault(true);
    stop->setObjectName(QStringLiteral("closeStop"));
    cancel->setObjectName(QStringLiteral("closeCancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton* button : {wait, stop, cancel})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    connect(wait, &QPushButton::clicked, this, [this] { emit waitChosen(), accept(); });
    connect(stop, &QPushButton::clicked, this, [this] { emit stopChosen(), accept(); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

} // namespace milepost
