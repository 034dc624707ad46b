// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/progress_line.h"

#include <ostream>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr auto terminalInterval = 100ms;
constexpr auto logInterval = 5s;

} // namespace

ProgressLine::ProgressLine(std::ostream& err, bool isTerminal)
    : m_err(err)
    , m_isTerminal(isTerminal)
    , m_shownAt(std::chrono::steady_clock::now())
{
}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::show(std::string_view text)
{
    const auto now = std::chrono::steady_clock::now();
    if (text == m_last) return;
    if (now - m_shownAt < (m_isTerminal ? terminalInterval : logInterval)) return;
    m_shownAt = now;
    m_last = text;
    if (m_isTerminal) {
        m_err << "\r\033[K" << text << std::flush;
        m_isShown = true;
    } else {
        m_err << text << std::endl;
    }
}

void ProgressLine::clear()
{
    if (m_isShown) m_err << "\r\033[K" << std::flush;
    m_isShown = false;
}

} // namespace milepost
