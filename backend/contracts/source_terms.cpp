// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/source_terms.h"

#include <algorithm>

namespace milepost {
namespace {

/// Cuts the text up to `separator` off the front.
std::string_view takeUpTo(std::string_view& text, char separator)
{
    const auto end = std::min(text.find(separator), text.size());
    const auto part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

} // namespace

Result<std::vector<SourceTerm>> parseSourceTerms(std::string_view source)
{
    std::vector<SourceTerm> terms;
    do {
        std::string_view text = takeUpTo(source, '|');
        SourceTerm term;
        if (text.starts_with('=')) {
            term = {true, std::string(text.substr(1)), {}};
            terms.push_back(term);
            continue;
        }
        do {
            term.parts.emplace_back(takeUpTo(text, '&'));
            if (term.parts.back().empty())
                return Error{ErrorKind::InvalidInput, "the source is empty; a constant begins with =", {}};
        } while (!text.empty());
        terms.push_back(term);
    } while (!source.empty());
    return terms;
}

} // namespace milepost
