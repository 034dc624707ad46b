// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/screenshots.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

#include "app/console/bench_store.h"
#include "app/console/translators.h"
#include "backend/service/local_backend.h"
#include "models/text.h"
#include "models/work_list.h"
#include "ui/frame/main_window.h"
#include "ui/inspection/layout_findings.h"
#include "ui/inspection/mnemonic_findings.h"
#include "ui/theme/theme.h"
#include "ui/ui_settings.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>

namespace milepost {
namespace {

constexpr int settleTime = 500; // milliseconds: questions are answered, lists fill
constexpr int frameTime = 40;
constexpr std::int64_t manyOrders = 20'000;
constexpr QSize sizes[] = {{1280, 720}, {1920, 1080}};

/// Pictures show a store, not an engine at work.
class RestingEngine final : public EngineSwitch {
public:
    void start() override {}
    void stop() override {}
};

void settle(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

/// When the store last heard of a system; now, where it never did.
Timestamp lastMoment(Backend& backend)
{
    Timestamp last = ScaledClock().now();
    const auto systems = backend.systems();
    if (!systems) return last;
    for (const SystemDetail& system : *systems)
        if (system.lastContactAt) last = std::max(last, *system.lastContactAt);
    return last;
}

struct Look {
    QString theme{};
    QString language{};
    QSize size{};
    QString rows{}; ///< empty, normal, many
};

/// One window in one look, page by page.
class Series {
public:
    Series(Backend& backend, Look look, QDir folder)
        : m_bridge(backend)
        , m_settings(m_scratch.filePath(QStringLiteral("settings.ini")))
        , m_now(lastMoment(backend))
        , m_watch(m_bridge, [now = m_now] { return now; })
        , m_look(std::move(look))
        , m_folder(std::move(folder))
    {
        const ConsoleContext context{.bridge = m_bridge,
                                     .works = m_works,
                                     .settings = m_settings,
                                     .actor = QStringLiteral("ann"),
                                     .now = [now = m_now] { return now; }};
        m_window = std::make_unique<MainWindow>(context, m_watch, m_engine);
        m_window->resize(m_look.size);
        m_window->show();
    }

    int take(const QString& orderNo)
    {
        for (const auto& [name, page] :
             {std::pair{"overview", Place::Page::Overview}, std::pair{"orders", Place::Page::Orders},
              std::pair{"exceptions", Place::Page::Exceptions}, std::pair{"systems", Place::Page::Systems},
              std::pair{"activity", Place::Page::Activity}, std::pair{"inventory", Place::Page::Inventory},
              std::pair{"policies", Place::Page::Policies}})
            take(QString::fromLatin1(name), {.page = page});
        takeExceptions();
        if (!orderNo.isEmpty()) takeOrder(orderNo);
        takeDialogs(orderNo);
        return m_findings;
    }

private:
    void take(const QString& name, const Place& place)
    {
        m_window->goTo(place);
        settle(settleTime);
        save(name, *m_window);
    }

    /// Put together in both ways, closed, and the history of one.
    void takeExceptions()
    {
        auto* grouping = m_window->findChild<QComboBox*>(QStringLiteral("exceptionGrouping"));
        for (const char* by : {"cause", "customer"}) {
            grouping->setCurrentIndex(grouping->findData(QString::fromLatin1(by)));
            take(QStringLiteral("exceptions-by-") + QString::fromLatin1(by),
                 {.page = Place::Page::Exceptions});
        }
        grouping->setCurrentIndex(0);
        auto* tabs = m_window->findChild<QTabWidget*>(QStringLiteral("exceptionTabs"));
        tabs->setCurrentWidget(m_window->findChild<QWidget*>(QStringLiteral("exceptionHistory")));
        take(QStringLiteral("exceptions-closed"),
             {.page = Place::Page::Exceptions, .exceptions = {.state = ExceptionState::Closed}});
        tabs->setCurrentIndex(0);
        m_window->goTo({.page = Place::Page::Exceptions});
    }

    /// Each of its tabs.
    void takeOrder(const QString& orderNo)
    {
        take(QStringLiteral("order"), {.page = Place::Page::Order, .orderNo = orderNo});
        auto* tabs = m_window->findChild<QTabWidget*>(QStringLiteral("orderTabs"));
        for (int tab = 1; tab < tabs->count(); ++tab) {
            if (!tabs->isTabVisible(tab)) continue;
            tabs->setCurrentIndex(tab);
            auto* timeline = tabs->currentWidget()->findChild<QTableView*>(QStringLiteral("timeline"));
            if (timeline != nullptr) timeline->selectRow(0);
            settle(timeline != nullptr ? settleTime : 2 * frameTime);
            save(QStringLiteral("order-tab%1").arg(tab + 1), *m_window);
        }
        tabs->setCurrentIndex(0);
    }

    void takeDialogs(const QString& orderNo)
    {
        for (const auto& [name, action] :
             {std::pair{"shortcuts", "actionShortcuts"}, std::pair{"about", "actionAbout"}})
            takeDialog(name, [&] { trigger(action); });
        trigger("actionGoToNumber");
        auto* field = m_window->findChild<QLineEdit*>(QStringLiteral("goToField"));
        field->setText(orderNo.left(3));
        settle(settleTime);
        save(QStringLiteral("goto"), *field->window());
        field->window()->close();
        if (!orderNo.isEmpty()) takeDialogsOnOrders(orderNo);
        const int work = m_works.begin(QStringLiteral("Export"));
        takeDialog("closing", [&] { m_window->close(); });
        m_works.end(work, WorkState::Done, {});
    }

    void takeDialogsOnOrders(const QString& orderNo)
    {
        m_window->goTo({.page = Place::Page::Order, .orderNo = orderNo});
        settle(settleTime);
        takeDialog("reason", [&] { click("holdOrder"); });
        takeDialog("replay", [&] { trigger("replayOrder"); });
        takeDialog("take-back", [&] { trigger("takeOrderBack"); });
        m_window->goTo({.page = Place::Page::Exceptions, .exceptions = {.search = utf8(orderNo)}});
        settle(settleTime);
        takeDialog("plan", [&] { click("resolveException"); });
        takeDialog("edit", [&] { click("editException"); });
        takeDialog("adopt", [&] { click("adoptException"); });
    }

    void trigger(const char* action) const
    {
        m_window->findChild<QAction*>(QString::fromLatin1(action))->trigger();
    }
    void click(const char* button) const
    {
        m_window->findChild<QPushButton*>(QString::fromLatin1(button))->click();
    }

    /// What `open` opens; nothing where it is not permitted just now.
    void takeDialog(const char* name, const std::function<void()>& open)
    {
        open();
        settle(settleTime);
        QWidget* dialog = QApplication::activeModalWidget();
        if (dialog == nullptr) return;
        save(QString::fromLatin1(name), *dialog);
        dialog->close();
        settle(frameTime);
    }

    void save(const QString& name, QWidget& widget)
    {
        const QString file = QStringLiteral("%1-%2-%3x%4-%5-%6.png")
                                 .arg(name, m_look.theme)
                                 .arg(m_look.size.width())
                                 .arg(m_look.size.height())
                                 .arg(m_look.language, m_look.rows);
        widget.grab().save(m_folder.filePath(file));
        const QStringList findings = layoutFindings(widget) + mnemonicFindings(widget);
        for (const QString& finding : findings) {
            std::cout << utf8(file) << ": " << utf8(finding) << '\n';
            ++m_findings;
        }
    }

    QTemporaryDir m_scratch;
    BackendBridge m_bridge;
    UiSettings m_settings;
    WorkList m_works;
    RestingEngine m_engine;
    Timestamp m_now; ///< of the store: that of a demo runs ahead of ours
    EngineWatch m_watch;
    Look m_look;
    QDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    int m_findings = 0;
};

/// An order that has something to show: one that needs a person, else the newest.
QString orderToShow(Backend& backend)
{
    if (const auto page = backend.exceptions({.limit = 50}))
        for (const ExceptionView& exception : page->exceptions)
            if (!exception.orderNo.empty()) return text(exception.orderNo);
    const auto newest = backend.orders({.limit = 1});
    return newest && !newest->orders.empty() ? text(newest->orders.front().orderNo) : QString();
}

int takeStore(QApplication& application, const ConsoleOptions& options, const std::filesystem::path& store,
              const QString& rows, bool isOurs = false)
{
    const auto backend = makeLocalBackend({.store = store});
    // without systems: actions can be planned, none does anything
    const bool isStarted = isOurs && backend->start({});
    const QString orderNo = orderToShow(*backend);
    int findings = 0;
    Translators translators;
    for (const char* language : {"en", "de"}) {
        translators.use(QString::fromLatin1(language));
        for (const char* theme : {"light", "dark"}) {
            Theme::apply(application, QString::fromLatin1(theme));
            for (const QSize size : sizes)
                findings += Series(*backend,
                                   {.theme = QString::fromLatin1(theme),
                                    .language = QString::fromLatin1(language),
                                    .size = size,
                                    .rows = rows},
                                   QDir(text(options.screenshots.string())))
                                .take(orderNo);
        }
    }
    if (isStarted) backend->stop();
    return findings;
}

/// A store that nothing has come into yet.
void makeEmptyStore(const std::filesystem::path& store)
{
    const auto backend = makeLocalBackend({.store = store});
    if (const auto started = backend->start({})) backend->stop();
}

/// The sample stays as it is for the next pictures and measurements.
std::filesystem::path copiedSample(const std::filesystem::path& bench, const QTemporaryDir& scratch)
{
    const std::filesystem::path sample = benchSample(bench);
    const std::filesystem::path copy = std::filesystem::path(utf8(scratch.path())) / "sample";
    std::filesystem::create_directories(copy);
    for (const char* name : {"store.db", "store.db-wal", "store.db.key"})
        if (std::filesystem::exists(sample / name)) std::filesystem::copy(sample / name, copy / name);
    return copy / "store.db";
}

} // namespace

int takeScreenshots(QApplication& application, const ConsoleOptions& options)
{
    const auto many = options.store.empty() ? prepareBenchStore(benchFolder(options), manyOrders)
                                            : Result<std::filesystem::path>(std::filesystem::path());
    if (!many) {
        std::cerr << "milepost: " << many.error().message << '\n';
        return 1;
    }
    const QTemporaryDir scratch;
    const std::filesystem::path empty = std::filesystem::path(utf8(scratch.path())) / "store.db";
    makeEmptyStore(empty);
    std::filesystem::create_directories(options.screenshots);
    int findings = takeStore(application, options, empty, QStringLiteral("empty"));
    if (options.store.empty()) {
        const std::filesystem::path normal = copiedSample(benchFolder(options), scratch);
        findings += takeStore(application, options, normal, QStringLiteral("normal"), true);
        findings += takeStore(application, options, *many / "store.db", QStringLiteral("many"));
    } else {
        findings += takeStore(application, options, options.store, QStringLiteral("normal"));
    }
    std::cout << (findings == 0 ? std::string("nothing is cut off or covered")
                                : std::to_string(findings) + " findings")
              << '\n';
    return findings == 0 ? 0 : 1;
}

} // namespace milepost
