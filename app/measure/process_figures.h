// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>

namespace milepost {

/// Memory that this process alone accounts for, in bytes (proportional set size); 0 where the system does not
/// tell.
std::int64_t proportionalBytes();

/// CPU time so far in milliseconds, summed by thread name; of living threads only.
std::map<std::string, std::int64_t> cpuMsByThread();

/// How long this process has been there, to a hundredth of a second; 0 where the system does not tell.
std::chrono::milliseconds processAge();

} // namespace milepost
