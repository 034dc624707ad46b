// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/bench_gui.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include "app/console/bench_store.h"
#include "app/console/console.h"
#include "app/console/gui_probe.h"
#include "app/measure/bench_orders.h"
#include "app/measure/percentile.h"
#include "app/measure/process_figures.h"
#include "models/text.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <iostream>

namespace milepost {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr int ordersPerSecond = 200;
constexpr auto startPatience = 120s;
constexpr auto orderInterval = 100ms;
constexpr auto warmUp = 10s; ///< until the first ones are through
constexpr double usual = 0.95;
constexpr int noTimeout = -1;
constexpr double megabyte = 1024.0 * 1024.0;

double rounded(double value)
{
    return std::round(value * 10) / 10;
}

/// Orders that the store holds; asked beside the window.
std::int64_t orderCount(BackendBridge& bridge)
{
    const auto answer = bridge.carryOut([](Backend& backend) { return backend.status(); });
    GuiProbe::wait([&] { return answer.isFinished(); }, startPatience);
    return answer.result() ? answer.result()->orders : 0;
}

/// Beginnings of numbers and names of orders in the store, as somebody on the telephone says them.
QStringList searchWords(BackendBridge& bridge)
{
    const auto answer = bridge.ask([](Backend& backend) { return backend.orders({.limit = 400}); });
    GuiProbe::wait([&] { return answer.isFinished(); }, startPatience);
    QStringList words;
    if (const auto& page = answer.result())
        for (std::size_t i = 0; i < page->orders.size(); i += 80) {
            words << text(page->orders[i].orderNo);
            words << text(page->orders[i].customer).left(8);
        }
    return words;
}

class Measurement {
public:
    explicit Measurement(Console& console)
        : m_console(console)
        , m_probe(*console.window())
    {
    }

    bool seeFirstList()
    {
        m_console.window()->goTo({.page = Place::Page::Orders});
        if (!m_probe.waitForList()) return false;
        m_figures["firstListMs"] = processAge().count();
        std::cerr << "milepost: firstListMs " << m_figures["firstListMs"] << std::endl;
        return true;
    }

    /// The engine takes so many orders a second and drives each through all its calls.
    bool startOrders()
    {
        if (!GuiProbe::wait([this] { return m_console.isRunning(); }, startPatience)) return false;
        QObject::connect(&m_orders, &QTimer::timeout, [this] { sendOrders(); });
        m_orders.start(orderInterval);
        GuiProbe::rest(warmUp);
        m_begun = Steady::now();
        m_ordersAtBegin = orderCount(m_console.bridge());
        return true;
    }

    void work()
    {
        switchPages();
        m_console.window()->goTo({.page = Place::Page::Orders});
        m_probe.waitForList();
        jump();
        scroll();
        search();
    }

    nlohmann::ordered_json figures()
    {
        const std::int64_t orders = orderCount(m_console.bridge());
        const std::chrono::duration<double> took = Steady::now() - m_begun;
        m_figures["pssMB"] = rounded(static_cast<double>(proportionalBytes()) / megabyte);
        m_figures["orders"] = orders;
        m_figures["engineOrdersPerSecond"] =
            rounded(static_cast<double>(orders - m_ordersAtBegin) / took.count());
        return m_figures;
    }

private:
    /// No order twice: the store may be that of an earlier measurement.
    void sendOrders()
    {
        const std::string prefix =
            "GUI-" + std::to_string(std::chrono::system_clock::now().time_since_epoch().count());
        m_console.bridge().carryOut([prefix](Backend& backend) {
            constexpr auto count = static_cast<int>(ordersPerSecond * orderInterval / 1s);
            const std::vector<std::string> orders = benchOrders(prefix, count);
            for (const std::string& order : orders)
                backend.submit("mock", order, [](const IngestedDocument&) {});
            return true;
        });
    }

    void note(const char* name, const std::vector<double>& samples)
    {
        m_figures[name] = rounded(percentile(samples, usual));
        m_figures["median"][name] = rounded(percentile(samples, 0.5));
        m_figures["worst"][name] = rounded(percentile(samples, 1));
        std::cerr << "milepost: " << name << ' ' << m_figures[name] << std::endl;
    }

    void switchPages()
    {
        std::vector<double> times;
        for (int round = 0; round < 6; ++round)
            for (const auto page : {Place::Page::Overview, Place::Page::Orders, Place::Page::Exceptions,
                                    Place::Page::Systems, Place::Page::Activity}) {
                times.push_back(m_probe.switchTo({.page = page}));
                GuiProbe::rest(300ms);
            }
        note("pageSwitchMs", times);
    }

    void jump()
    {
        std::vector<double> times;
        constexpr double goldenStep = 0.618033988749895; // far apart, the same in every run
        double share = 0;
        for (int i = 0; i < 60; ++i) {
            share = std::fmod(share + goldenStep, 1.0);
            times.push_back(m_probe.jumpTo(share));
            GuiProbe::rest(50ms);
        }
        note("dataMs", times);
    }

    void scroll()
    {
        std::vector<double> times;
        for (int i = 0; i < 300; ++i) {
            times.push_back(i % 3 == 0 ? m_probe.pressPageDown() : m_probe.turnWheel(1 + i % 4));
            GuiProbe::rest(16ms);
        }
        note("frameP95Ms", times);
    }

    void search()
    {
        std::vector<double> times;
        for (const QString& words : searchWords(m_console.bridge())) {
            m_console.window()->goTo({.page = Place::Page::Orders});
            m_probe.waitForList();
            const std::vector<double> keystrokes = m_probe.type(words);
            times.insert(times.end(), keystrokes.begin(), keystrokes.end());
        }
        note("searchMs", times);
    }

    Console& m_console;
    GuiProbe m_probe;
    QTimer m_orders;
    Steady::time_point m_begun{};
    std::int64_t m_ordersAtBegin = 0;
    nlohmann::ordered_json m_figures{};
};

void printTable(const nlohmann::ordered_json& figures)
{
    for (const auto& [name, value] : figures.items())
        if (value.is_number()) std::cout << name << '\t' << value << '\n';
}

int fail(const char* what)
{
    std::cerr << "milepost: " << what << '\n';
    return 1;
}

} // namespace

int runBenchGui(const ConsoleOptions& options)
{
    const auto store = prepareBenchStore(benchFolder(options), options.orders);
    if (!store) return fail(store.error().message.c_str());
    QProcess peer;
    const auto network = startPeer(peer, *store);
    if (!network) return fail(network.error().message.c_str());
    const QTemporaryDir scratch;
    QStringList words{QStringLiteral("--bench"),
                      QStringLiteral("gui"),
                      QStringLiteral("--measured"),
                      QStringLiteral("--store"),
                      text((*store / "store.db").string()),
                      QStringLiteral("--network"),
                      text(network->string()),
                      QStringLiteral("--settings"),
                      scratch.filePath(QStringLiteral("settings.ini"))};
    if (options.isJson) words << QStringLiteral("--json");
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), words);
    process.waitForFinished(noTimeout);
    peer.kill();
    peer.waitForFinished();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 1;
}

int measureGui(const ConsoleOptions& options)
{
    Console console(options, std::nullopt);
    console.open();
    Measurement measurement(console);
    if (!measurement.seeFirstList()) return fail("no order came into the list within a minute");
    if (!measurement.startOrders()) return fail("the engine did not start; the window would say why");
    measurement.work();
    const nlohmann::ordered_json figures = measurement.figures();
    if (options.isJson)
        std::cout << figures.dump(2) << '\n';
    else
        printTable(figures);
    return 0;
}

} // namespace milepost
