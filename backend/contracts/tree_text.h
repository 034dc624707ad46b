// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/source_path.h"
#include "backend/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// One text out of a document tree, in the notation of a map row's source ("/a|/b&/c|=d"), without `*`.
class TreeText {
public:
    static Result<TreeText> compile(std::string_view source);

    bool isEmpty() const { return m_terms.empty(); }
    std::string read(const nlohmann::json& tree) const; ///< empty: there is none

private:
    struct Term {
        std::string constant{};
        std::vector<SourcePath> parts{};
    };
    std::vector<Term> m_terms;
};

} // namespace milepost
