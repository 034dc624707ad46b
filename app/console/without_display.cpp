// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/without_display.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

namespace milepost {
namespace {

bool isSet(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

std::filesystem::path commandLineBesideUs()
{
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "milepostctl";
}

std::vector<std::string> argumentsFor(const ConsoleOptions& options)
{
    if (!options.demo.empty()) return {"headless", "--dir", options.demo.string()};
    std::vector<std::string> arguments;
    if (!options.store.empty()) arguments = {"--store", options.store.string()};
    arguments.emplace_back("run");
    if (!options.network.empty()) arguments.insert(arguments.end(), {"--network", options.network.string()});
    return arguments;
}

} // namespace

bool hasDisplay()
{
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
}

int runWithoutDisplay(const ConsoleOptions& options)
{
    std::cerr << "milepost: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); going on "
                 "without a window"
              << std::endl;
    std::vector<std::string> words{commandLineBesideUs().string()};
    for (const std::string& argument : argumentsFor(options))
        words.push_back(argument);
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    execv(pointers[0], pointers.data());
    std::cerr << "milepost: " << words.front() << " cannot be run: " << std::strerror(errno) << std::endl;
    return 1;
}

} // namespace milepost
