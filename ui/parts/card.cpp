// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace milepost {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(title))
    , m_layout(new QVBoxLayout(this))
    , m_header(new QHBoxLayout)
{
    setProperty("look", QStringLiteral("card"));
    m_title->setProperty("look", QStringLiteral("heading"));
    m_layout->setContentsMargins(12, 10, 12, 12);
    m_header->addWidget(m_title);
    m_header->addStretch(1);
    m_layout->addLayout(m_header);
    m_title->setVisible(!title.isEmpty());
}

void Card::setContent(QWidget* content)
{
    m_layout->addWidget(content, 1);
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void Card::addToHeader(QWidget* widget)
{
    m_header->addWidget(widget);
}

} // namespace milepost
