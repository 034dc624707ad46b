// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

#include "ui/page.h"

class QMenuBar;

namespace milepost {

class UiSettings;

/// What can be done anywhere in the window: its menus and global keys.
class FrameActions final : public QObject {
    Q_OBJECT

public:
    explicit FrameActions(QWidget* window);

    /// `pages`: of the navigation, in order.
    void fill(QMenuBar& menus, const std::vector<QString>& pages, const UiSettings& settings);
    /// Keys that work everywhere, for the shortcut list.
    QList<ShortcutRow> shortcuts() const;

    QAction* backup;
    QAction* verify;
    QAction* startEngine;
    QAction* stopEngine;
    QAction* quit;
    QAction* fullScreen;
    QAction* refresh;
    QAction* back;
    QAction* forward;
    QAction* goToNumber;
    QAction* find;
    QAction* nextPage;
    QAction* previousPage;
    QAction* shortcutList;
    QAction* guide;
    QAction* about;

signals:
    void pageChosen(int index);
    void themeChosen(const QString& theme);
    void languageChosen(const QString& language);

private:
    QAction* add(const char* name, const QString& words, const QList<QKeySequence>& keys,
                 const char* iconName = "");
    QMenu* choices(const QString& title, const QList<std::pair<QString, QString>>& words,
                   const QString& current, void (FrameActions::*chosen)(const QString&));

    QWidget* m_window;
    QList<QAction*> m_pages;
};

} // namespace milepost
