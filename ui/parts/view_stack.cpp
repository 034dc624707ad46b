// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/view_stack.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "models/text.h"
#include "models/words.h"
#include "ui/theme/icons.h"

#include <chrono>

namespace milepost {
namespace {

constexpr auto patience = std::chrono::milliseconds(150);
constexpr int iconSize = 40;

} // namespace

ViewStack::ViewStack(QWidget* content, QWidget* parent)
    : QStackedWidget(parent)
    , m_icon(new QLabel)
    , m_title(new QLabel)
    , m_hint(new QLabel)
    , m_button(new QPushButton)
    , m_patience(new QTimer(this))
{
    auto* words = new QWidget;
    auto* layout = new QVBoxLayout(words);
    layout->addStretch(1);
    for (QLabel* label : {m_icon, m_title, m_hint}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    layout->addWidget(m_button, 0, Qt::AlignCenter);
    layout->addStretch(2);
    m_title->setProperty("look", QStringLiteral("heading"));
    m_title->setObjectName(QStringLiteral("emptyTitle"));
    m_title->setWordWrap(true);
    m_hint->setProperty("look", QStringLiteral("muted"));
    m_hint->setObjectName(QStringLiteral("emptyHint"));
    m_hint->setWordWrap(true);
    m_button->setObjectName(QStringLiteral("emptyButton"));
    addWidget(content);
    addWidget(words);
    m_patience->setSingleShot(true);
    m_patience->setInterval(patience);
    connect(m_patience, &QTimer::timeout, this,
            [this] { showWords(QStringLiteral("clock"), tr("Loading…"), {}, {}); });
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (const auto act = m_onButton) act();
    });
}

void ViewStack::showContent()
{
    m_patience->stop();
    setCurrentIndex(0);
}

void ViewStack::showLoading()
{
    if (!m_patience->isActive()) m_patience->start();
}

void ViewStack::showEmpty(const QString& title, const QString& hint, QAction* action)
{
    m_onButton = action == nullptr ? std::function<void()>() : [action] { action->trigger(); };
    showWords(QStringLiteral("info"), title, hint, action == nullptr ? QString() : action->text());
}

void ViewStack::showError(const Error& error, std::function<void()> tryAgain)
{
    m_onButton = std::move(tryAgain);
    showWords(QStringLiteral("warning"), Words::error(error), text(error.place),
              m_onButton ? tr("&Try again") : QString());
}

void ViewStack::showWords(const QString& iconName, const QString& title, const QString& hint,
                          const QString& button)
{
    m_patience->stop();
    m_icon->setPixmap(icon(iconName).pixmap(iconSize));
    m_title->setText(title);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setCurrentIndex(1);
}

} // namespace milepost
