// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/definition_error.h"
#include "backend/core/clock.h"

#include <nlohmann/json_fwd.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// One object of a definition text (pack, process, policy) and where it stands, so that errors can name the
/// place. Every function throws DefinitionError for a member of the wrong type.
class DefinitionReader {
public:
    /// Throws when `node` is no object, or has a member that is not among `known`.
    DefinitionReader(const nlohmann::json& node, std::string place,
                     std::initializer_list<std::string_view> known);

    bool has(std::string_view key) const;
    std::string placeOf(std::string_view key) const;

    std::string text(std::string_view key) const; ///< throws when it is missing or empty
    std::string textOr(std::string_view key, std::string_view fallback) const;
    bool flagOr(std::string_view key, bool fallback) const;
    int numberOr(std::string_view key, int fallback, int least, int most) const;
    Duration durationOr(std::string_view key, Duration fallback) const;
    std::vector<std::string>
    texts(std::string_view key) const; ///< one text or an array of them; empty: absent
    /// Name and text of each member of an object; empty: absent.
    std::vector<std::pair<std::string, std::string>> textPairs(std::string_view key) const;
    const nlohmann::json& member(std::string_view key) const; ///< null when it is absent
    /// The elements of an array; empty: absent.
    std::vector<const nlohmann::json*> elements(std::string_view key) const;

    [[noreturn]] void fail(std::string_view key, const std::string& what) const;

private:
    const nlohmann::json& m_node;
    std::string m_place;
};

/// The document of a definition text. Throws DefinitionError with the byte where it is no JSON.
nlohmann::json parseDefinition(std::string_view text);

} // namespace milepost
