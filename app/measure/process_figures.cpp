// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/measure/process_figures.h"

#include <unistd.h>

#include <cstdlib>
#include <ctime>
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

/// A field of /proc/…/stat, counted from 1 as proc(5) does; the name in field 2 may hold blanks.
std::int64_t statField(const std::string& stat, int wanted)
{
    const auto nameEnd = stat.rfind(')');
    if (nameEnd == std::string::npos) return 0;
    std::istringstream fields(stat.substr(nameEnd + 1));
    std::string field;
    for (int number = 3; number <= wanted; ++number)
        fields >> field;
    return std::strtoll(field.c_str(), nullptr, 10);
}

constexpr int userTime = 14;
constexpr int systemTime = 15;
constexpr int startTime = 22;

std::int64_t ticksOf(const std::string& stat)
{
    return statField(stat, userTime) + statField(stat, systemTime);
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

std::chrono::milliseconds processAge()
{
    const std::int64_t startedTicks = statField(firstLine("/proc/self/stat"), startTime);
    timespec now{};
    if (startedTicks == 0 || clock_gettime(CLOCK_BOOTTIME, &now) != 0) return {};
    const std::int64_t nowMs = now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
    return std::chrono::milliseconds(nowMs - startedTicks * 1000 / sysconf(_SC_CLK_TCK));
}

} // namespace milepost
