// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>

#include "app/console/bench_gui.h"
#include "app/console/console.h"
#include "app/console/console_options.h"
#include "app/console/large_blocks.h"
#include "app/console/screenshots.h"
#include "app/console/without_display.h"

#include <iostream>

namespace {

using namespace milepost;

constexpr int demoOrders = 120;

Result<std::optional<DemoFolder>> demoFolder(const ConsoleOptions& options)
{
    if (options.demo.empty()) return std::optional<DemoFolder>();
    DemoWishes wishes{.dir = options.demo};
    if (!DemoFolder::isThere(options.demo)) wishes.orders = demoOrders;
    auto folder = DemoFolder::open(wishes);
    if (!folder) return folder.error();
    return std::optional<DemoFolder>(*std::move(folder));
}

int runWindow(int argc, char** argv, const ConsoleOptions& options, std::optional<DemoFolder> demo)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("milepost"));
    QApplication::setApplicationDisplayName(QStringLiteral("Milepost"));
    QApplication::setApplicationVersion(QStringLiteral(MILEPOST_VERSION));
    QApplication::setQuitOnLastWindowClosed(false); // a change of the language makes a new window
    Console console(options, std::move(demo));
    console.open();
    return QApplication::exec();
}

/// The stores are made by other programs; what is measured starts as a process of its own, as when a person
/// starts it.
int runBench(int argc, char** argv, const ConsoleOptions& options)
{
    if (!hasDisplay()) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!options.isMeasured) {
        const QCoreApplication application(argc, argv);
        return runBenchGui(options);
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("milepost"));
    return measureGui(options);
}

/// Pictures need no display.
int runScreenshots(int argc, char** argv, const ConsoleOptions& options)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    return takeScreenshots(application, options);
}

} // namespace

int main(int argc, char** argv)
{
    returnLargeBlocks();
    const ReadArguments arguments = readArguments(argc, argv);
    if (arguments.exitCode) {
        (*arguments.exitCode == 0 ? std::cout : std::cerr) << arguments.words;
        return *arguments.exitCode;
    }
    auto demo = demoFolder(arguments.options);
    if (!demo) {
        std::cerr << "milepost: " << demo.error().message << '\n';
        return 1;
    }
    if (!arguments.options.screenshots.empty()) return runScreenshots(argc, argv, arguments.options);
    if (!arguments.options.bench.empty()) return runBench(argc, argv, arguments.options);
    if (!hasDisplay()) return runWithoutDisplay(arguments.options);
    return runWindow(argc, argv, arguments.options, *std::move(demo));
}
