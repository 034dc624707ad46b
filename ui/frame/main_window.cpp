// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMouseEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "models/text.h"
#include "models/work_list.h"
#include "ui/frame/about_dialog.h"
#include "ui/frame/close_dialog.h"
#include "ui/frame/go_to_popup.h"
#include "ui/frame/guide.h"
#include "ui/frame/guide_panel.h"
#include "ui/frame/navigation.h"
#include "ui/frame/shortcut_dialog.h"
#include "ui/frame/status_strip.h"
#include "ui/frame/store_work.h"
#include "ui/frame/trouble_list.h"
#include "ui/parts/view_stack.h"
#include "ui/theme/icons.h"
#include "ui/ui_settings.h"

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

const QString layoutName = QStringLiteral("window");
constexpr QSize firstSize(1280, 800);

/// The page that shows the place: one order is shown by the page of all of them.
Place::Page pageOf(Place::Page place)
{
    return place == Place::Page::Order ? Place::Page::Orders : place;
}

} // namespace

MainWindow::MainWindow(const ConsoleContext& context, EngineWatch& watch, EngineSwitch& engine,
                       const PageFactory& makeThePages)
    : m_context(context)
    , m_watch(watch)
    , m_engine(engine)
    , m_actions(this)
    , m_navigation(new Navigation)
    , m_stack(new QStackedWidget)
    , m_content(new ViewStack(m_stack))
    , m_troubles(new TroubleList)
    , m_strip(new StatusStrip)
    , m_guide(new Guide(context, watch, this))
    , m_goToPopup(new GoToPopup(context, this))
    , m_storeWork(new StoreWork(context, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Milepost"));
    setWindowIcon(icon(QStringLiteral("milepost"), Tone::Info));
    buildLayout();
    addPages(makeThePages);
    connectActions();
    connect(&m_watch, &EngineWatch::changed, this, &MainWindow::showState);
    connect(&m_engine, &EngineSwitch::changed, this, &MainWindow::showState);
    connect(&context.works, &WorkList::added, this, [this] { m_strip->showWorks(m_context.works); });
    connect(&context.works, &WorkList::changed, this, &MainWindow::tellEnd);
    connect(m_troubles, &TroubleList::taken, this, &MainWindow::take);
    connect(m_strip, &StatusStrip::goTo, this, &MainWindow::goTo);
    connect(m_guide, &Guide::goTo, this, &MainWindow::goTo);
    connect(m_goToPopup, &GoToPopup::goTo, this, &MainWindow::goTo);
    qApp->installEventFilter(this);
    restoreLayout();
    m_strip->showWorks(context.works);
    if (context.training != nullptr && !context.settings.isGuideDone()) m_guide->begin();
    showState();
}

MainWindow::~MainWindow()
{
    m_context.settings.setLayout(layoutName, saveGeometry());
}

void MainWindow::buildLayout()
{
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    middle->addWidget(m_content, 1);
    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_troubles);
    layout->addLayout(middle, 1);
    layout->addWidget(new GuidePanel(*m_guide));
    layout->addWidget(m_strip);
    m_stack->setObjectName(QStringLiteral("pages"));
    m_navigation->setEnabled(false); // until there is something to show
    setCentralWidget(central);
}

/// As it was left, but never larger than the screen of today.
void MainWindow::restoreLayout()
{
    resize(firstSize.boundedTo(screen()->availableSize()));
    if (!restoreGeometry(m_context.settings.layout(layoutName))) return;
    const QRect visible = screen()->availableGeometry();
    if (!visible.contains(geometry()) && !isMaximized() && !isFullScreen())
        setGeometry(QRect(visible.topLeft(), size().boundedTo(visible.size())));
}

void MainWindow::addPages(const PageFactory& makeThePages)
{
    m_pages = makeThePages(m_context, m_stack);
    std::vector<QString> titles;
    for (const FramePage& entry : m_pages) {
        m_stack->addWidget(entry.page);
        m_navigation->addPage(entry.place, entry.page->title(), entry.page->iconName());
        titles.push_back(entry.page->title());
        connect(entry.page, &Page::goTo, this, &MainWindow::goTo);
        connect(entry.page, &Page::notice, m_strip, &StatusStrip::notice);
    }
    m_actions.fill(*menuBar(), titles, m_context.settings);
}

void MainWindow::connectActions()
{
    connect(m_navigation, &Navigation::chosen, this, [this](Place::Page page) { goTo({.page = page}); });
    connect(&m_actions, &FrameActions::pageChosen, this,
            [this](int index) { goTo({.page = m_pages.at(static_cast<std::size_t>(index)).place}); });
    connect(&m_actions, &FrameActions::themeChosen, this, &MainWindow::themeChosen);
    connect(&m_actions, &FrameActions::languageChosen, this, &MainWindow::languageChosen);
    connect(m_actions.back, &QAction::triggered, this, [this] { step(m_history.back()); });
    connect(m_actions.forward, &QAction::triggered, this, [this] { step(m_history.forward()); });
    connect(m_actions.nextPage, &QAction::triggered, this, [this] { goToNeighbour(1); });
    connect(m_actions.previousPage, &QAction::triggered, this, [this] { goToNeighbour(-1); });
    connect(m_actions.refresh, &QAction::triggered, this, &MainWindow::refresh);
    connect(m_actions.find, &QAction::triggered, this, &MainWindow::focusSearch);
    connect(m_actions.fullScreen, &QAction::triggered, this, &MainWindow::toggleFullScreen);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.goToNumber, &QAction::triggered, m_goToPopup, &GoToPopup::open);
    connect(m_actions.shortcutList, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_actions.guide, &QAction::triggered, m_guide, &Guide::begin);
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_actions.backup, &QAction::triggered, m_storeWork, &StoreWork::askAndBackUp);
    connect(m_actions.verify, &QAction::triggered, m_storeWork, &StoreWork::verify);
    connect(m_actions.startEngine, &QAction::triggered, this, [this] { m_engine.start(); });
    connect(m_actions.stopEngine, &QAction::triggered, this, [this] { m_engine.stop(); });
}

Page* MainWindow::page(Place::Page place) const
{
    const auto found = std::ranges::find(m_pages, pageOf(place), &FramePage::place);
    return found == m_pages.end() ? nullptr : found->page;
}

void MainWindow::goTo(const Place& place)
{
    if (page(place.page) == nullptr) return;
    m_history.visit(place);
    enter(place);
}

void MainWindow::step(const std::optional<Place>& place)
{
    if (place) enter(*place);
}

void MainWindow::enter(const Place& place)
{
    Page* entered = page(place.page);
    m_place = place;
    m_hasEntered = true;
    m_navigation->setEnabled(true);
    m_content->showContent();
    m_stack->setCurrentWidget(entered);
    m_navigation->showCurrent(pageOf(place.page));
    m_actions.back->setEnabled(m_history.canGoBack());
    m_actions.forward->setEnabled(m_history.canGoForward());
    //: title of the window: page, program
    setWindowTitle(tr("%1 – %2").arg(entered->title(), QStringLiteral("Milepost")));
    entered->enter(place);
    m_guide->entered(place);
}

void MainWindow::goToNeighbour(int distance)
{
    if (m_pages.empty()) return;
    const auto found = std::ranges::find(m_pages, pageOf(m_place.page), &FramePage::place);
    const auto size = static_cast<std::ptrdiff_t>(m_pages.size());
    const std::ptrdiff_t next = (found - m_pages.begin() + distance + size) % size;
    goTo({.page = m_pages[static_cast<std::size_t>(next)].place});
}

void MainWindow::refresh()
{
    m_watch.look();
    if (m_hasEntered) enter(m_place);
}

void MainWindow::focusSearch()
{
    Page* current = page(m_place.page);
    QWidget* field = current == nullptr ? nullptr : current->searchField();
    if (field == nullptr)
        return m_strip->notice(tr("Nothing can be searched here. Ctrl+K finds any number."));
    field->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
    m_actions.fullScreen->setChecked(isFullScreen());
}

void MainWindow::showState()
{
    const EnginePicture& picture = m_watch.picture();
    m_strip->showPicture(picture, m_engine);
    m_strip->showTime(m_context.now(), picture.engine.speed);
    m_troubles->setTroubles(Troubles::of(picture, m_engine));
    const auto open = picture.status.openExceptions;
    m_navigation->setCount(Place::Page::Exceptions, open, tr("%n open", nullptr, static_cast<int>(open)));
    m_actions.stopEngine->setEnabled(m_engine.phase() == EngineSwitch::Phase::Running);
    m_actions.startEngine->setEnabled(m_engine.phase() == EngineSwitch::Phase::Stopped ||
                                      m_engine.phase() == EngineSwitch::Phase::Failed);
    showPagesOnceReadable();
    if (m_isClosingLater) closeWhenDone();
}

/// A store that is there is shown at once; a new one when it has been made.
void MainWindow::showPagesOnceReadable()
{
    if (m_hasEntered) return;
    if (m_pages.empty() || (!m_watch.picture().isKnown && m_engine.isStarting()))
        m_content->showEmpty(tr("Starting"), m_engine.phase() == EngineSwitch::Phase::StartingNetwork
                                                 ? tr("The demo systems are being started.")
                                                 : tr("The store is being opened."));
    else
        goTo({.page = m_pages.front().place});
}

void MainWindow::take(Trouble::Way way)
{
    switch (way) {
    case Trouble::Way::None: return;
    case Trouble::Way::Start: return m_engine.start();
    case Trouble::Way::ShowSystems: return goTo({.page = Place::Page::Systems});
    }
}

void MainWindow::tellEnd(int work)
{
    m_strip->showWorks(m_context.works);
    const Work* changed = std::as_const(m_context.works).find(work);
    if (changed->state != WorkState::Running) m_strip->notice(changed->detail);
}

void MainWindow::showShortcuts()
{
    std::vector<ShortcutDialog::Section> sections{{tr("Everywhere"), m_actions.shortcuts()}};
    for (const FramePage& entry : m_pages) {
        const QList<ShortcutRow> rows = entry.page->shortcuts();
        if (!rows.isEmpty()) sections.push_back({entry.page->title(), rows});
    }
    (new ShortcutDialog(sections, this))->open();
}

void MainWindow::showAbout()
{
    (new AboutDialog(this))->open();
}

int MainWindow::underWay() const
{
    const EngineView& engine = m_watch.picture().engine;
    return m_context.works.running() + (engine.isRunning ? engine.inFlight : 0);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_mayClose && underWay() > 0) {
        event->ignore();
        return askBeforeClosing();
    }
    event->accept();
    emit closed();
}

void MainWindow::askBeforeClosing()
{
    if (findChild<CloseDialog*>() != nullptr) return;
    auto* dialog = new CloseDialog(m_context.works.running(), m_watch.picture().engine.inFlight, this);
    connect(dialog, &CloseDialog::waitChosen, this, [this] {
        m_isClosingLater = true;
        m_strip->notice(tr("Milepost closes as soon as the work under way is done."));
    });
    connect(dialog, &CloseDialog::stopChosen, this, [this] {
        m_mayClose = true;
        close();
    });
    connect(dialog, &QDialog::rejected, this, [this] { m_isClosingLater = false; });
    dialog->open();
}

void MainWindow::closeWhenDone()
{
    if (underWay() > 0) return;
    m_mayClose = true;
    close();
}

/// The back and forward buttons of a mouse, wherever it is.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress && isActiveWindow()) {
        const auto button = static_cast<QMouseEvent*>(event)->button();
        QAction* action = button == Qt::BackButton      ? m_actions.back
                          : button == Qt::ForwardButton ? m_actions.forward
                                                        : nullptr;
        if (action != nullptr && watched->isWidgetType()) {
            action->trigger();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace milepost
