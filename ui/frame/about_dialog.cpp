// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/about_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/theme/icons.h"

namespace milepost {
namespace {

constexpr int iconSize = 48;

} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Milepost"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("milepost"), Tone::Info).pixmap(iconSize));
    auto* title = new QLabel(tr("Milepost %1").arg(QCoreApplication::applicationVersion()));
    title->setProperty("look", QStringLiteral("title"));
    auto* about =
        new QLabel(tr("Drives every order through the systems that fulfil it, and puts whatever gets "
                      "stuck in front of a person."));
    auto* licence = new QLabel(tr("Free software under the GNU General Public License, version 3 or later. "
                                  "Built with Qt %1.")
                                   .arg(QLatin1String(qVersion())));
    about->setWordWrap(true);
    licence->setWordWrap(true);
    licence->setProperty("look", QStringLiteral("muted"));
    auto* words = new QVBoxLayout;
    for (QLabel* label : {title, about, licence})
        words->addWidget(label);
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(picture, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

} // namespace milepost
