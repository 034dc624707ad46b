// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/canonical_field.h"
#include "backend/contracts/lua_sandbox.h"
#include "backend/contracts/transform.h"
#include "backend/core/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// One value of a request: canonical fields or a constant, changed by transforms. Compiled once.
class RequestValue {
public:
    /// @param source "effect.key", "order.customerNo|=none", "=W1"
    /// @param transform as of Transform, and at its end the JSON type: string, number, integer or boolean
    static Result<RequestValue> compile(std::string_view source, std::string_view transform,
                                        const std::shared_ptr<const LuaSandbox>& lua);

    /// Appends the text; false when there is none (or a transform cannot make one).
    bool append(const RenderScope& scope, std::string& text) const;

    JsonType type() const { return m_type; }
    bool isOfLine() const { return m_isOfLine; } ///< names a field of a line
    bool isPlain() const { return m_isPlain; }   ///< one field as it is, in its own type

private:
    struct Term {
        bool isConstant = false;
        std::string constant{};
        std::vector<FieldName> fields{};
    };
    bool appendTerm(const Term& term, const RenderScope& scope, std::string& text) const;
    std::optional<Error> addTerm(bool isConstant, const std::string& constant,
                                 const std::vector<std::string>& names);

    std::vector<Term> m_terms;
    Transform m_transform;
    JsonType m_type = JsonType::Text;
    bool m_isOfLine = false;
    bool m_isPlain = false;
};

/// A text with values in braces: "/sales?reference={effect.key}", "PICK{effect.control|padLeft:8,0}.TXT".
class RequestTemplate {
public:
    enum class Escape {
        None,
        Url,      ///< what is put in is escaped for a URL
        FileName, ///< what is put in keeps letters, digits, - _ and .; anything else becomes _
    };

    static Result<RequestTemplate> compile(std::string_view text, Escape escape,
                                           const std::shared_ptr<const LuaSandbox>& lua);

    std::string render(const RenderScope& scope) const;

private:
    struct Part {
        std::string text{};
        std::optional<RequestValue> value{};
    };
    std::vector<Part> m_parts;
    Escape m_escape = Escape::None;
};

} // namespace milepost
