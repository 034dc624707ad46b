// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/guide_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/frame/guide.h"
#include "ui/theme/icons.h"

namespace milepost {
namespace {

constexpr int iconSize = 20;

} // namespace

GuidePanel::GuidePanel(Guide& guide, QWidget* parent)
    : QFrame(parent)
    , m_guide(guide)
    , m_number(new QLabel)
    , m_words(new QLabel)
    , m_button(new QPushButton)
    , m_skip(new QPushButton(tr("S&kip this step")))
{
    setObjectName(QStringLiteral("guidePanel"));
    setAccessibleName(tr("Guide"));
    setProperty("look", QStringLiteral("card"));
    auto* picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("help"), Tone::Info).pixmap(iconSize));
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("guideClose"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setToolTip(tr("Close the guide; Help, Guide brings it back"));
    close->setAccessibleName(tr("Close the guide"));
    m_number->setProperty("look", QStringLiteral("heading"));
    m_words->setObjectName(QStringLiteral("guideWords"));
    m_words->setWordWrap(true);
    m_button->setObjectName(QStringLiteral("guideButton"));
    m_button->setProperty("look", QStringLiteral("primary"));
    m_skip->setObjectName(QStringLiteral("guideSkip"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(10);
    layout->addWidget(picture);
    layout->addWidget(m_number);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_skip);
    layout->addWidget(close);
    connect(m_button, &QPushButton::clicked, &guide, &Guide::press);
    connect(m_skip, &QPushButton::clicked, &guide, &Guide::skip);
    connect(close, &QToolButton::clicked, &guide, &Guide::end);
    connect(&guide, &Guide::changed, this, &GuidePanel::showStep);
    showStep();
}

void GuidePanel::showStep()
{
    setVisible(m_guide.isActive());
    const int number = m_guide.number();
    m_number->setText(number == 0 ? tr("Guide") : tr("Step %1 of %2").arg(number).arg(Guide::steps));
    m_words->setText(m_guide.words());
    m_button->setText(m_guide.button());
    m_button->setVisible(!m_guide.button().isEmpty());
    m_skip->setVisible(m_guide.canSkip());
}

} // namespace milepost
