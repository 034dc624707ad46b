// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspection/mnemonic_findings.h"

#include <QAbstractButton>
#include <QAction>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenuBar>
#include <QTabBar>

namespace milepost {
namespace {

using Claims = QMap<QString, QStringList>; ///< texts by letter

void claim(Claims& claims, const QString& words)
{
    const QKeySequence key = QKeySequence::mnemonic(words);
    if (!key.isEmpty()) claims[key.toString()] << words;
}

template <typename T>
QList<T*> shown(const QWidget& window)
{
    QList<T*> all = window.findChildren<T*>();
    all.removeIf([&](const T* widget) { return !widget->isVisibleTo(&window); });
    return all;
}

} // namespace

QStringList mnemonicFindings(const QWidget& window)
{
    Claims claims;
    const auto menus = shown<QMenuBar>(window);
    for (const QMenuBar* menu : menus)
        for (const QAction* action : menu->actions())
            claim(claims, action->text());
    const auto buttons = shown<QAbstractButton>(window);
    for (const QAbstractButton* button : buttons)
        claim(claims, button->text());
    const auto labels = shown<QLabel>(window);
    for (const QLabel* label : labels)
        if (label->buddy() != nullptr) claim(claims, label->text());
    const auto tabBars = shown<QTabBar>(window);
    for (const QTabBar* tabs : tabBars)
        for (int tab = 0; tab < tabs->count(); ++tab)
            claim(claims, tabs->tabText(tab));
    QStringList findings;
    for (auto letter = claims.cbegin(); letter != claims.cend(); ++letter)
        if (letter->size() > 1)
            findings << QStringLiteral("%1 is claimed by: %2")
                            .arg(letter.key(), letter->join(QStringLiteral(", ")));
    return findings;
}

} // namespace milepost
