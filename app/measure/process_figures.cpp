// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/process_figures.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace milepost {
namespace {

std::string firstLine(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

/// utime + stime, fields 14 and 15; the name in field 2 may hold blanks.
std::int64_t ticksOf(const std::string& stat)
{
    const auto nameEnd = stat.rfind(')');
    if (nameEnd == std::string::npos) return 0;
    std::istringstream fields(stat.substr(nameEnd + 1));
    std::string field;
    for (int number = 3; number < 14; ++number)
        fields >> field;
    std::int64_t user = 0;
    std::int64_t system = 0;
    fields >> user >> system;
    return user + system;
}

} // namespace

std::int64_t proportionalBytes()
{
    std::ifstream stream("/proc/self/smaps_rollup");
    for (std::string line; std::getline(stream, line);) {
        if (!line.starts_with("Pss:")) continue;
        std::istringstream fields(line.substr(4));
        std::int64_t kilobytes = 0;
        fields >> kilobytes;
        return kilobytes * 1024;
    }
    return 0;
}

std::map<std::string, std::int64_t> cpuMsByThread()
{
    std::map<std::string, std::int64_t> times;
    const std::int64_t ticksPerSecond = sysconf(_SC_CLK_TCK);
    std::error_code ignored;
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task", ignored))
        times[firstLine(task.path() / "comm")] +=
            ticksOf(firstLine(task.path() / "stat")) * 1000 / ticksPerSecond;
    return times;
}

} // namespace milepost
