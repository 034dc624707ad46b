// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/content_json.h"

#include "app/ctl/json_values.h"

#include <nlohmann/json.hpp>

namespace milepost {
namespace {

using Json = nlohmann::ordered_json;

constexpr int discountScale = 6; // PaymentTerms::discountMicro

Json partyJson(const Party* party)
{
    if (party == nullptr) return nullptr;
    return {{"id", textJson(party->id)},           {"name", textJson(party->name)},
            {"company", textJson(party->company)}, {"line1", textJson(party->line1)},
            {"line2", textJson(party->line2)},     {"city", textJson(party->city)},
            {"region", textJson(party->region)},   {"postalCode", textJson(party->postalCode)},
            {"country", textJson(party->country)}};
}

Json destinationsJson(const CanonicalOrder& content)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < content.destinations.size(); ++i) {
        const Party* party = shipTo(content, static_cast<int>(i));
        const bool isDescribed = party != nullptr && party->id == content.destinations[i];
        const Party unknown{.id = content.destinations[i]};
        list.push_back(partyJson(isDescribed ? party : &unknown));
    }
    return list;
}

Json allowancesJson(const std::vector<Allowance>& allowances, Currency currency)
{
    Json list = Json::array();
    for (const Allowance& allowance : allowances)
        list.push_back({{"isCharge", allowance.isCharge},
                        {"code", textJson(allowance.code)},
                        {"text", textJson(allowance.text)},
                        {"amount", moneyJson(Money{.minor = allowance.amountMinor, .currency = currency})}});
    return list;
}

Json termsJson(const PaymentTerms& terms)
{
    if (terms == PaymentTerms{}) return nullptr;
    return {{"code", textJson(terms.code)},
            {"text", textJson(terms.text)},
            {"netDays", terms.netDays},
            {"discountDays", terms.discountDays},
            {"discountPercent", decimalText(terms.discountMicro, discountScale)}};
}

Json totalJson(const CanonicalOrder& content)
{
    if (!content.totalMinor) return nullptr;
    return moneyJson(Money{.minor = *content.totalMinor, .currency = content.currency});
}

void addLineContent(Json& document, const CanonicalLine& line, const CanonicalOrder& content)
{
    Json parts = Json::array();
    for (const DestinationPart& part : line.parts)
        parts.push_back({{"destination", content.destinations.at(static_cast<std::size_t>(part.destination))},
                         {"quantity", quantityJson(part.quantity)}});
    document["unit"] = textJson(line.unit);
    document["description"] = textJson(line.description);
    document["requestedAt"] = timeJson(line.requestedAt);
    document["allowances"] = allowancesJson(line.allowances, content.currency);
    document["parts"] = std::move(parts);
}

} // namespace

void addContent(Json& document, const CanonicalOrder& content)
{
    document["placedAt"] = timeJson(content.placedAt);
    document["requestedAt"] = timeJson(content.requestedAt);
    document["cancelAfter"] = timeJson(content.cancelAfter);
    document["total"] = totalJson(content);
    document["terms"] = termsJson(content.terms);
    document["service"] = textJson(content.service);
    document["allowances"] = allowancesJson(content.allowances, content.currency);
    document["shipTo"] = partyJson(findParty(content, "shipTo"));
    document["billTo"] = partyJson(findParty(content, "billTo"));
    document["destinations"] = destinationsJson(content);
    for (Json& line : document["lines"])
        if (const CanonicalLine* stated = findLine(content, line.value("lineNo", 0)))
            addLineContent(line, *stated, content);
}

} // namespace milepost
