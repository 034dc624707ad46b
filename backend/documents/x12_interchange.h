// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/documents/x12_separators.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace milepost {

/// What a writer puts around sets, with all defaults filled in.
struct X12Interchange {
    std::string senderQualifier{};
    std::string sender{};
    std::string receiverQualifier{};
    std::string receiver{};
    std::string control{}; ///< nine digits
    std::string groupControl{};
    std::string version{}; ///< GS08, six digits
    std::string date{};    ///< YYYYMMDD
    std::string time{};    ///< HHMM
    bool isTest = false;
    X12Separators separators{};
    std::string lineBreak{};
};

/// Reads the "interchange" object of a tree to be written.
Result<X12Interchange> parseInterchange(const nlohmann::json& tree);

} // namespace milepost
