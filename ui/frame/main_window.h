// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include "models/engine_switch.h"
#include "models/engine_watch.h"
#include "ui/frame/frame_actions.h"
#include "ui/frame/history.h"
#include "ui/frame/pages.h"
#include "ui/frame/troubles.h"

#include <vector>

class QStackedWidget;

namespace milepost {

class GoToPopup;
class Guide;
class Navigation;
class StatusStrip;
class StoreWork;
class TroubleList;
class ViewStack;

/// The one window: navigation, pages, what is wrong, and the status strip. A change of the language makes a
/// new one.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// All three outlive it.
    MainWindow(const ConsoleContext& context, EngineWatch& watch, EngineSwitch& engine,
               const PageFactory& makeThePages = makePages);
    ~MainWindow() override;

    void goTo(const Place& place);
    const Place& place() const { return m_place; }
    Page* page(Place::Page place) const; ///< null: there is none (yet)

    /// Long works and calls to partners that would be interrupted now.
    int underWay() const;

signals:
    void themeChosen(const QString& theme);
    void languageChosen(const QString& language);
    /// It may be closed for good now.
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    void restoreLayout();
    void addPages(const PageFactory& makeThePages);
    void connectActions();
    void enter(const Place& place);
    void step(const std::optional<Place>& place);
    void goToNeighbour(int distance);
    void refresh();
    void showState();
    void showPagesOnceReadable();
    void take(Trouble::Way way);
    void focusSearch();
    void showShortcuts();
    void showAbout();
    void askBeforeClosing();
    void closeWhenDone();
    void tellEnd(int work);
    void toggleFullScreen();

    ConsoleContext m_context;
    EngineWatch& m_watch;
    EngineSwitch& m_engine;
    FrameActions m_actions;
    History m_history;
    Place m_place{};
    std::vector<FramePage> m_pages{};
    Navigation* m_navigation;
    QStackedWidget* m_stack;
    ViewStack* m_content;
    TroubleList* m_troubles;
    StatusStrip* m_strip;
    Guide* m_guide;
    GoToPopup* m_goToPopup;
    StoreWork* m_storeWork;
    bool m_hasEntered = false;
    bool m_mayClose = false;       ///< nothing is under way, or that is all right
    bool m_isClosingLater = false; ///< as soon as nothing is under way
};

} // namespace milepost
