// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/transform.h"

namespace milepost {
namespace {

constexpr std::size_t maxSteps = 16;
constexpr std::size_t maxValueBytes = 256 * 1024;

/// Splits at bars that no backslash stands before.
std::vector<std::string> splitChain(std::string_view chain)
{
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < chain.size(); ++i) {
        if (chain[i] == '\\' && i + 1 < chain.size() && chain[i + 1] == '|')
            parts.back().push_back(chain[++i]);
        else if (chain[i] == '|')
            parts.emplace_back();
        else
            parts.back().push_back(chain[i]);
    }
    return parts;
}

Error wrong(const std::string& message)
{
    return {ErrorKind::InvalidInput, message, {}};
}

/// Null when the script has the function, or the transform needs none.
std::optional<Error> luaProblem(std::string_view name, const TransformArguments& arguments)
{
    if (name != "lua") return std::nullopt;
    if (!arguments.lua) return wrong("lua:" + arguments.text + " needs a \"lua\" script in the pack");
    if (!arguments.lua->hasFunction(arguments.text)) return wrong("lua has no function " + arguments.text);
    return std::nullopt;
}

} // namespace

Result<Transform> Transform::compile(std::string_view chain, std::shared_ptr<const LuaSandbox> lua)
{
    Transform compiled;
    if (chain.empty()) return compiled;
    for (const std::string& part : splitChain(chain)) {
        const auto colon = part.find(':');
        const std::string name = part.substr(0, colon);
        const TransformKind* kind = findTransform(name);
        if (kind == nullptr) return wrong("there is no transform \"" + name + "\"");
        Step step{kind->function, kind->onAbsent, {.lua = lua}};
        const std::string argument = colon == std::string::npos ? std::string() : part.substr(colon + 1);
        const bool isGood = kind->readArgument == nullptr ? colon == std::string::npos
                                                          : kind->readArgument(argument, step.arguments);
        if (!isGood) return wrong("the transform is written " + std::string(kind->usage) + ", not " + part);
        if (const auto problem = luaProblem(name, step.arguments)) return *problem;
        compiled.m_steps.push_back(std::move(step));
        if (compiled.m_steps.size() > maxSteps) return wrong("a row has too many transforms");
    }
    return compiled;
}

std::string Transform::apply(TransformValue& value) const
{
    for (const Step& step : m_steps) {
        if (!value && !step.onAbsent) continue;
        std::string problem = step.function(step.arguments, value);
        if (!problem.empty()) return problem;
        if (value && value->size() > maxValueBytes) return "becomes too long";
    }
    return {};
}

} // namespace milepost
