// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <iosfwd>
#include <string>
#include <string_view>

namespace milepost {

/// Tells on stderr how a long work goes on: on a terminal one line that is written over, else a line every
/// few seconds.
class ProgressLine {
public:
    ProgressLine(std::ostream& err, bool isTerminal);
    ~ProgressLine(); ///< leaves a clean line
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// May be called as often as one likes.
    void show(std::string_view text);
    void clear();

private:
    std::ostream& m_err;
    bool m_isTerminal;
    bool m_isShown = false;
    std::string m_last;
    std::chrono::steady_clock::time_point m_shownAt;
};

} // namespace milepost
