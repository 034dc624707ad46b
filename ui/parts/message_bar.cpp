// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/message_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPalette>
#include <QPushButton>

#include "ui/parts/badge.h"
#include "ui/theme/icons.h"

namespace milepost {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_words(new QLabel)
    , m_button(new QPushButton)
{
    setObjectName(QStringLiteral("messageBar"));
    setAutoFillBackground(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_button);
    m_words->setObjectName(QStringLiteral("messageWords"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(QStringLiteral("messageButton"));
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (const auto act = m_onButton) act();
    });
    hide();
}

void MessageBar::say(Tone tone, const QString& words, const QString& button, std::function<void()> onButton)
{
    m_onButton = std::move(onButton);
    m_icon->setPixmap(icon(iconNameOf(tone), tone).pixmap(fontMetrics().height()));
    m_words->setText(words);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    QPalette colors = palette();
    colors.setColor(QPalette::Window, Theme::colors().toneGround(tone));
    setPalette(colors);
    show();
}

void MessageBar::clear()
{
    m_words->clear();
    hide();
}

QString MessageBar::words() const
{
    return m_words->text();
}

} // namespace milepost
