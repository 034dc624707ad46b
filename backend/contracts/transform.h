// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/lua_sandbox.h"
#include "backend/core/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace milepost {

/// What the arguments of one transform were compiled to.
struct TransformArguments {
    std::string text{};
    std::string second{};
    std::size_t first = 0;
    std::size_t count = 0;
    std::vector<std::pair<std::string, std::string>> codes{}; ///< sorted by the first
    std::shared_ptr<const LuaSandbox> lua{};
};

/// A value on its way: nothing stands for "absent".
using TransformValue = std::optional<std::string>;

/// One change of a value. Returns what is wrong with the value, empty when nothing is.
using TransformFunction = std::string (*)(const TransformArguments&, TransformValue& value);

/// A chain of named changes of a text: "trim|code:ST=shipTo,BT=billTo|default:other". Compiled once; pure;
/// any thread. docs/packs.md lists the names.
class Transform {
public:
    Transform() = default;

    /// InvalidInput names the unknown transform or the bad argument. A bar within an argument is written \|.
    static Result<Transform> compile(std::string_view chain, std::shared_ptr<const LuaSandbox> lua);

    bool isEmpty() const { return m_steps.empty(); }

    /// Changes `value`; returns what is wrong with it, empty when nothing is.
    std::string apply(TransformValue& value) const;

private:
    struct Step {
        TransformFunction function = nullptr;
        bool onAbsent = false; ///< is also asked when there is no value
        TransformArguments arguments{};
    };
    std::vector<Step> m_steps;
};

/// One row of the table of transforms.
struct TransformKind {
    std::string_view name{};
    TransformFunction function = nullptr;
    /// Compiles the argument; false: it is wrong. Null: takes none.
    bool (*readArgument)(std::string_view text, TransformArguments&) = nullptr;
    bool onAbsent = false;
    std::string_view usage{}; ///< for error messages: "substring:FIRST[,COUNT]"
};

/// The row of that name, or null.
const TransformKind* findTransform(std::string_view name);

} // namespace milepost
