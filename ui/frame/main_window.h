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

class Navigation;
class StatusStrip;
class TroubleList;
class ViewStack;

/// The one window: navigation, pages, what is wrong, and the status strip. A change of the language makes a
/// new one.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// All three outlive it.
    MainWindow(const ConsoleContext& context, EngineWatch& watch, EngineSwitch& engine);
    ~MainWindow() override;

    void goTo(const Place& place);
    const Place& place() const { return m_place; }
    Page* page(Place::Page place) const; ///< null: there is none (yet)

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
    void addPages();
    void connectActions();
    void enter(const Place& place);
    void step(const std::optional<Place>& place);
    void goToNeighbour(int distance);
    void refresh();
    void showState();
    void showPagesOnceReadable();
    void take(Trouble::Way way);
    void focusSearch();
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
    bool m_hasEntered = false;
};

} // namespace milepost
