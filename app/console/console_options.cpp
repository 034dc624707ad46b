// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console_options.h"

#include <CLI/CLI.hpp>

#include <sstream>

#ifndef MILEPOST_VERSION
#error "MILEPOST_VERSION is set by app/console/CMakeLists.txt"
#endif

namespace milepost {
namespace {

constexpr int wrongUsage = 2;

} // namespace

ReadArguments readArguments(int argc, const char* const* argv)
{
    ReadArguments read;
    ConsoleOptions& options = read.options;
    CLI::App app{"The window on the orders: see them, find them, get them unstuck.", "milepost"};
    app.set_version_flag("--version", "milepost " MILEPOST_VERSION);
    auto* store = app.add_option("--store", options.store, "the store file (default: in your data folder)");
    auto* network = app.add_option("--network", options.network, "network file that names the systems");
    app.add_option("--demo", options.demo, "folder of a demo: starts its network, or goes on with it")
        ->excludes(store)
        ->excludes(network);
    app.add_option("--screenshots", options.screenshots,
                   "writes pictures of every page and dialog into that folder and ends (of --store, else of "
                   "stores of its own: empty, normal, many orders)");
    auto* bench =
        app.add_option("--bench", options.bench, "measures the window on a store of --orders; prints JSON")
            ->check(CLI::IsMember({"gui"}));
    app.add_option("--orders", options.orders, "orders in the store that is measured")
        ->check(CLI::Range(1, 100'000'000))
        ->needs(bench);
    app.add_option("--dir", options.benchDir,
                   "keeps the stores of measurements and pictures there (default: your cache)");
    app.add_flag("--measured", options.isMeasured)->group("")->needs(bench);
    app.add_flag("--json", options.isJson, "prints a measurement as JSON, not as a table")->needs(bench);
    app.add_option("--settings", options.settings, "file for what the window remembers of its looks");
    app.add_option("--language", options.language, "de or en (default: as chosen before, or the desktop's)")
        ->check(CLI::IsMember({"de", "en"}));
    app.add_option("--theme", options.theme, "light, dark or system")
        ->check(CLI::IsMember({"light", "dark", "system"}));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        std::ostringstream words;
        const int code = app.exit(error, words, words);
        read.exitCode = code == 0 ? 0 : wrongUsage;
        read.words = words.str();
    }
    return read;
}

} // namespace milepost
