// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// The Lua 5.4 functions of a pack. Every call runs in a state of its own, so that equal input gives equal
/// output: no files, no system, no clock, no random, no loading of code, no patterns (their matching cannot
/// be interrupted); bounded in memory and instructions. Any thread.
class LuaSandbox {
public:
    /// @param script defines global functions. InvalidInput when it does not compile or run.
    static Result<std::shared_ptr<const LuaSandbox>> compile(std::string script);

    bool hasFunction(std::string_view name) const;

    /// function(text) -> string, number or nil. InvalidInput when it fails, loops, or takes too much memory.
    Result<std::optional<std::string>> call(std::string_view function, std::string_view text) const;

private:
    explicit LuaSandbox(std::string script);
    std::string m_script;
};

} // namespace milepost
