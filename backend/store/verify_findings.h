// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/verify.h"

#include <cstdint>
#include <string>
#include <utility>

namespace milepost {

/// What one check of `verify` found so far.
class Findings {
public:
    explicit Findings(std::string name, std::string what)
        : m_name(std::move(name))
        , m_what(std::move(what))
    {
    }

    void look(std::int64_t count = 1) { m_looked += count; }
    void add(const std::string& finding)
    {
        if (++m_found <= shown) m_text += (m_text.empty() ? "" : "; ") + finding;
    }
    void skip(std::string reason) { m_skipped = std::move(reason); }

    VerifyCheck check() const
    {
        if (m_found > shown)
            return {m_name, false, m_text + "; and " + std::to_string(m_found - shown) + " more"};
        if (m_found > 0) return {m_name, false, m_text};
        if (!m_skipped.empty()) return {m_name, true, m_skipped};
        return {m_name, true, std::to_string(m_looked) + " " + m_what};
    }

private:
    static constexpr std::int64_t shown = 5;
    std::string m_name;
    std::string m_what; ///< what is looked at, plural
    std::int64_t m_looked = 0;
    std::int64_t m_found = 0;
    std::string m_text{};
    std::string m_skipped{};
};

} // namespace milepost
