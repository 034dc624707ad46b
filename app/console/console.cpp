// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include <QApplication>

#include "app/demo/user.h"
#include "backend/service/local_backend.h"
#include "models/text.h"
#include "ui/theme/theme.h"

#include <utility>

namespace milepost {
namespace {

QString pathText(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

std::filesystem::path storeOf(const ConsoleOptions& options, const DemoNetwork* demo)
{
    if (demo != nullptr) return demo->folder().store();
    return options.store.empty() ? defaultStore() : options.store;
}

std::shared_ptr<DemoNetwork> networkOf(std::optional<DemoFolder> folder)
{
    return folder ? std::make_shared<DemoNetwork>(*std::move(folder)) : nullptr;
}

} // namespace

Console::Console(const ConsoleOptions& options, std::optional<DemoFolder> demo)
    : m_settings(pathText(options.settings))
    , m_demo(networkOf(std::move(demo)))
    , m_training(m_demo ? std::make_shared<DemoTraining>() : nullptr)
    , m_backend(makeLocalBackend({.store = storeOf(options, m_demo.get())}))
    , m_bridge(*m_backend)
    , m_station(m_bridge, stationSetup(options))
    , m_watch(m_bridge, [this] { return m_station.now(); })
{
    if (!options.theme.empty()) m_settings.setTheme(text(options.theme));
    if (!options.language.empty()) m_settings.setLanguage(text(options.language));
    m_translators.use(m_settings.language());
    Theme::apply(*qApp, m_settings.theme());
    connect(&m_exitSignals, &ExitSignals::asked, this, [] { QCoreApplication::exit(0); });
}

Console::~Console() = default;

StationSetup Console::stationSetup(const ConsoleOptions& options) const
{
    return {.network = m_demo ? m_demo->folder().networkFile() : options.network,
            .demo = m_demo,
            .training = m_training};
}

void Console::open()
{
    m_station.start(); // first: the window says from its first moment what is being started
    openWindow(std::nullopt);
}

void Console::openWindow(const std::optional<Place>& place)
{
    const ConsoleContext context{.bridge = m_bridge,
                                 .works = m_works,
                                 .settings = m_settings,
                                 .actor = text(userName()),
                                 .now = [this] { return m_station.now(); },
                                 .training = m_training.get()};
    m_window = std::make_unique<MainWindow>(context, m_watch, m_station);
    connect(m_window.get(), &MainWindow::themeChosen, this, &Console::changeTheme);
    // later: the menu that was used belongs to the window that goes
    connect(m_window.get(), &MainWindow::languageChosen, this, &Console::changeLanguage,
            Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::closed, this, [] { QCoreApplication::exit(0); });
    if (place) m_window->goTo(*place);
    m_window->show();
}

void Console::changeTheme(const QString& theme)
{
    m_settings.setTheme(theme);
    Theme::apply(*qApp, theme);
}

void Console::changeLanguage(const QString& language)
{
    m_settings.setLanguage(language);
    m_translators.use(language);
    const Place place = m_window->place();
    m_window.reset();
    openWindow(place);
}

} // namespace milepost
