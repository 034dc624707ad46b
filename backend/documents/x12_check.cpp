// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/core/money.h"
#include "backend/core/quantity.h"
#include "backend/documents/leniency.h"
#include "backend/documents/x12_derived.h"
#include "backend/documents/x12_text.h"
#include "backend/documents/x12_tree.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace milepost {
namespace {

using nlohmann::json;

/// How the segments of an order are called in its set type.
struct OrderTags {
    std::string head;
    std::string line;
    const char* number; ///< element of the head with the purchase order number
};

std::string placeOf(const json& segment, const std::string& tag)
{
    const auto number = [&](const char* key) {
        const auto found = segment.find(key);
        return found == segment.end() ? std::string("?") : found->dump();
    };
    return "segment " + number("_at") + " " + tag + " (line " + number("_line") + ")";
}

std::string endPlace(const json& tree)
{
    return tree.contains("SE") ? placeOf(tree["SE"][0], "SE") : "end of the set";
}

Status checkHead(const json& tree, const OrderTags& tags)
{
    const auto head = tree.find(tags.head);
    if (head == tree.end())
        return leniencyRejection("beg-missing", "the set has no " + tags.head,
                                 "segment 1 ST, set " + textOf(tree["ST"][0], "02") + " (line " +
                                     tree["ST"][0]["_line"].dump() + ")");
    if (textOf((*head)[0], tags.number).empty())
        return leniencyRejection("number-missing", tags.head + tags.number + " is empty",
                                 placeOf((*head)[0], tags.head));
    return Done{};
}

Status checkStores(const json& line, const std::string& place)
{
    const auto stores = line.find("stores");
    if (stores == line.end()) return Done{};
    const std::string unit = textOf(line, "unit");
    Quantity sum;
    for (const json& store : *stores) {
        const std::string part = textOf(store, "quantity");
        const std::optional<Quantity> quantity = parseQuantity(part);
        if (!quantity || quantity->micro < 0 || textOf(store, "id").empty())
            return leniencyRejection("split",
                                     "the part \"" + part + "\" of store \"" + textOf(store, "id") +
                                         "\" is no quantity for a place",
                                     place);
        if (!textOf(store, "unit").empty() && !unit.empty() && textOf(store, "unit") != unit)
            return leniencyRejection(
                "split", "the parts are in " + textOf(store, "unit") + ", the line in " + unit, place);
        if (__builtin_add_overflow(sum.micro, quantity->micro, &sum.micro))
            return leniencyRejection("split", "the parts are too large", place);
    }
    const std::string ordered = textOf(line, "quantity");
    if (parseQuantity(ordered) == sum) return Done{};
    return leniencyRejection("split", "the parts sum to " + toText(sum) + ", the line has " + ordered, place);
}

/// What an order wants is more than zero; a change may leave that as it is, or drop the line.
bool isQuantityStated(const json& line, bool isChange)
{
    const std::string quantity = textOf(line, "quantity");
    if (isChange && quantity.empty()) return true;
    const std::optional<Quantity> parsed = parseQuantity(quantity);
    const bool mayBeZero = isChange && textOf(line, "02") == "DI";
    return parsed && (parsed->isPositive() || (mayBeZero && *parsed == Quantity{}));
}

Status checkLine(const json& line, const std::string& tag, std::vector<std::string>& warnings)
{
    const std::string place = placeOf(line, tag);
    const bool isChange = tag == "POC";
    if (!isQuantityStated(line, isChange))
        return leniencyRejection("quantity", "the quantity is " + quotedStart(textOf(line, "quantity")),
                                 place);
    const std::string price = textOf(line, "price");
    const std::optional<UnitPrice> amount = parseUnitPrice(price);
    if (!price.empty() && (!amount || amount->micro < 0))
        return leniencyRejection("price", "the price is " + quotedStart(price), place);
    const bool isNamed = isChange && !textOf(line, "01").empty();
    if (textOf(line, "sku").empty() && !isNamed)
        return leniencyRejection("item-missing", "the line names no item", place);
    if (textOf(line, "unit").empty() && !(isChange && textOf(line, "quantity").empty()))
        warnings.push_back(leniencyWarning("unit-missing", "the line has no unit, EA assumed", place));
    return checkStores(line, place);
}

void warnAboutShipTos(const json& tree, std::vector<std::string>& warnings)
{
    const auto parties = tree.find("N1");
    if (parties == tree.end() || tree.contains("destinations")) return;
    const auto isShipTo = [](const json& party) { return textOf(party, "code") == "ST"; };
    if (std::ranges::count_if(*parties, isShipTo) > 1)
        warnings.push_back(leniencyWarning("ship-to-unused",
                                           "several N1*ST without a split, the first one counts",
                                           placeOf(*std::ranges::find_if(*parties, isShipTo), "N1")));
}

} // namespace

Status checkOrderSet(const json& tree, std::vector<std::string>& warnings)
{
    const std::string type = textOf(tree, "type");
    if (type != "850" && type != "860") return Done{};
    const OrderTags tags = type == "850" ? OrderTags{"BEG", "PO1", "03"} : OrderTags{"BCH", "POC", "03"};
    if (const Status head = checkHead(tree, tags); !head) return head;
    const auto lines = tree.find(tags.line);
    if (lines == tree.end() && type == "860") return Done{}; // only the head changes
    if (lines == tree.end())
        return leniencyRejection("po1-missing", "the set has no " + tags.line, endPlace(tree));
    for (const json& line : *lines)
        if (const Status checked = checkLine(line, tags.line, warnings); !checked) return checked;
    warnAboutShipTos(tree, warnings);
    return Done{};
}

} // namespace milepost
