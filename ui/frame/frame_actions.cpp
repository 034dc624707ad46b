// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/frame_actions.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

#include "ui/theme/icons.h"
#include "ui/ui_settings.h"

namespace milepost {

FrameActions::FrameActions(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    backup = add("actionBackup", tr("Export a &backup…"), {}, "export");
    verify = add("actionVerify", tr("&Verify the store"), {}, "check");
    startEngine = add("actionStartEngine", tr("&Start the engine"), {}, "play");
    stopEngine = add("actionStopEngine", tr("S&top the engine"), {}, "stop");
    quit = add("actionQuit", tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    fullScreen = add("actionFullScreen", tr("&Full screen"), {QKeySequence(Qt::Key_F11)});
    refresh = add("actionRefresh", tr("&Refresh"), {QKeySequence(Qt::Key_F5)}, "refresh");
    back = add("actionBack", tr("&Back"), {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Back)},
               "back");
    forward = add("actionForward", tr("&Forward"),
                  {QKeySequence(Qt::ALT | Qt::Key_Right), QKeySequence(Qt::Key_Forward)}, "forward");
    goToNumber =
        add("actionGoToNumber", tr("&Go to any number…"), {QKeySequence(Qt::CTRL | Qt::Key_K)}, "search");
    find = add("actionFind", tr("F&ind on this page"), {QKeySequence(Qt::CTRL | Qt::Key_F)}, "search");
    nextPage = add("actionNextPage", tr("&Next page"), {QKeySequence(Qt::CTRL | Qt::Key_Tab)});
    previousPage = add("actionPreviousPage", tr("&Previous page"),
                       {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab)});
    shortcutList = add("actionShortcuts", tr("&Keyboard shortcuts"), {QKeySequence(Qt::Key_F1)}, "key");
    guide = add("actionGuide", tr("&Guide"), {}, "help");
    about = add("actionAbout", tr("&About Milepost"), {}, "info");
    fullScreen->setCheckable(true);
}

QAction* FrameActions::add(const char* name, const QString& words, const QList<QKeySequence>& keys,
                           const char* iconName)
{
    auto* action = new QAction(words, m_window);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    if (*iconName != '\0') action->setIcon(icon(QLatin1String(iconName)));
    m_window->addAction(action);
    return action;
}

void FrameActions::fill(QMenuBar& menus, const std::vector<QString>& pages, const UiSettings& settings)
{
    QMenu* file = menus.addMenu(tr("&File"));
    file->addActions({backup, verify});
    file->addSeparator();
    file->addActions({startEngine, stopEngine});
    file->addSeparator();
    file->addAction(quit);

    QMenu* view = menus.addMenu(tr("&View"));
    view->addMenu(choices(tr("&Theme"),
                          {{tr("As the &desktop"), QStringLiteral("system")},
                           {tr("&Light"), QStringLiteral("light")},
                           {tr("&Dark"), QStringLiteral("dark")}},
                          settings.theme(), &FrameActions::themeChosen));
    view->addMenu(choices(tr("L&anguage"),
                          {{tr("As the &desktop"), QString()},
                           {QStringLiteral("&English"), QStringLiteral("en")},
                           {QStringLiteral("&Deutsch"), QStringLiteral("de")}},
                          settings.language(), &FrameActions::languageChosen));
    view->addSeparator();
    view->addActions({fullScreen, refresh});

    QMenu* go = menus.addMenu(tr("&Go"));
    for (int index = 0; index < static_cast<int>(pages.size()); ++index) {
        QAction* page = add("", pages[static_cast<std::size_t>(index)],
                            {QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + index))});
        page->setObjectName(QStringLiteral("actionPage%1").arg(index + 1));
        connect(page, &QAction::triggered, this, [this, index] { emit pageChosen(index); });
        m_pages << page;
    }
    go->addActions(m_pages);
    go->addSeparator();
    go->addActions({nextPage, previousPage, back, forward});
    go->addSeparator();
    go->addActions({goToNumber, find});

    QMenu* help = menus.addMenu(tr("&Help"));
    help->addActions({shortcutList, guide, about});
}

QMenu* FrameActions::choices(const QString& title, const QList<std::pair<QString, QString>>& words,
                             const QString& current, void (FrameActions::*chosen)(const QString&))
{
    auto* menu = new QMenu(title, m_window);
    auto* group = new QActionGroup(menu);
    for (const auto& [label, value] : words) {
        QAction* action = menu->addAction(label);
        action->setCheckable(true);
        action->setChecked(value == current);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, value, chosen] { emit(this->*chosen)(value); });
    }
    return menu;
}

QList<ShortcutRow> FrameActions::shortcuts() const
{
    QList<ShortcutRow> rows;
    QList<QAction*> actions = m_pages;
    actions << nextPage << previousPage << back << forward << goToNumber << find << refresh << fullScreen
            << shortcutList << quit;
    for (const QAction* action : actions) {
        QString words = action->text();
        words.remove(QLatin1Char('&'));
        words.remove(QStringLiteral("…"));
        rows.append({action->shortcut().toString(QKeySequence::NativeText), words});
    }
    rows.append({QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText), tr("Close a pop-up")});
    return rows;
}

} // namespace milepost
