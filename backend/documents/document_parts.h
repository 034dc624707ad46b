// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/documents/json_document.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace milepost {

/// A document of a kind that is known and that asks nothing of us.
struct NothingInside {
    std::string why{};
};

/// One document of a file: an X12 set, a JSON order, or a whole file that holds neither.
struct DocumentPart {
    std::string format{};  ///< x12-850, shopify-order, edifact-orders, …, unknown
    std::string raw{};     ///< its bytes, as they are
    std::string head{};    ///< what stands before it in the file and is needed to read it: ISA and GS
    std::string place{};   ///< where in the file: "set 2 (line 40)", "/orders/1"; empty: the whole file
    std::string control{}; ///< ISA13/GS06/ST02; empty: none
    std::string sender{};  ///< ISA06; empty: not stated
    std::vector<std::string> warnings{};
    std::variant<JsonTree, NothingInside, Error> content{}; ///< the tree is never null
};

/// Recognises the bytes and cuts them into documents, in order; never empty, never throws for what the bytes
/// hold. Orders have passed checkOrderSet(). Any thread.
std::vector<DocumentPart> readDocuments(std::string_view bytes);

} // namespace milepost
