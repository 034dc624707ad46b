// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/tree_text.h"

#include "backend/contracts/scalar_text.h"
#include "backend/contracts/source_terms.h"

#include <nlohmann/json.hpp>

namespace milepost {

Result<TreeText> TreeText::compile(std::string_view source)
{
    TreeText compiled;
    const auto terms = parseSourceTerms(source);
    if (!terms) return terms.error();
    for (const SourceTerm& term : *terms) {
        Term read{term.constant, {}};
        for (const std::string& part : term.parts) {
            auto path = parseSourcePath(part);
            if (!path) return path.error();
            if (starCount(*path) > 0)
                return Error{ErrorKind::InvalidInput, "a single value cannot have a *", {}};
            read.parts.push_back(*std::move(path));
        }
        compiled.m_terms.push_back(std::move(read));
    }
    return compiled;
}

std::string TreeText::read(const nlohmann::json& tree) const
{
    for (const Term& term : m_terms) {
        if (term.parts.empty()) return term.constant;
        std::string joined;
        for (const SourcePath& part : term.parts) {
            const nlohmann::json* node = follow(tree, part);
            const auto text = node == nullptr ? std::nullopt : scalarText(*node);
            if (!text || text->empty()) continue;
            if (!joined.empty()) joined.push_back(' ');
            joined += *text;
        }
        if (!joined.empty()) return joined;
    }
    return {};
}

} // namespace milepost
