// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/fact.h"

#include "backend/core/packed.h"
#include "backend/domain/fact_fields.h"

#include <array>
#include <utility>

namespace milepost {
namespace {

constexpr std::array<std::string_view, std::variant_size_v<FactBody>> kindKeys{
    "orderReceived",     "messageNoted",      "reportReceived",   "stepTaken",           "validated",
    "accepted",          "taxStated",         "linePriced",       "fulfillmentPlanned",  "unitsMoved",
    "unitsRefused",      "fulfillmentClosed", "carrierBooked",    "shipmentObserved",    "parcelReported",
    "shipmentPosted",    "invoiced",          "referenceLearned", "effectDecided",       "effectStarted",
    "attemptEnded",      "lookupStarted",     "lookupEnded",      "effectAcknowledged",  "effectSettled",
    "effectRetried",     "expectationSet",    "expectationEnded", "expectationOverdue",  "exceptionOpened",
    "exceptionClosed",   "holdPlaced",        "holdLifted",       "actionTaken",         "inputFailed",
    "parcelForetold",    "effectHandedOver",  "orderRevised",     "compensationStarted", "stepUndone",
    "compensationEnded", "credited",          "goodsReturned",    "linesChanged",        "linesStated",
    "unwantedLeft",      "returnForetold",
};

template <std::size_t... index>
void readBody(PackReader& reader, FactBody& fact, std::size_t kind, std::index_sequence<index...>)
{
    ((kind == index ? reader.get(fact.emplace<index>()) : void()), ...);
}

} // namespace

std::string packed(const FactRow& row)
{
    PackWriter writer(factVersion);
    writer.put(row.cause);
    writer.put(static_cast<int>(row.facts.size()));
    for (const FactBody& fact : row.facts) {
        writer.put(static_cast<int>(fact.index()));
        std::visit([&](const auto& body) { writer.put(body); }, fact);
    }
    return std::move(writer).bytes();
}

FactRow unpackedFacts(OrderId order, int firstSeq, Timestamp at, std::string_view bytes)
{
    PackReader reader(bytes);
    reader.requireVersionUpTo(factVersion);
    FactRow row{.order = order, .firstSeq = firstSeq, .at = at};
    reader.get(row.cause);
    int count = 0;
    reader.get(count);
    if (count < 0) throw PackedFormError("a negative number of facts");
    for (int i = 0; i < count; ++i) {
        int kind = 0;
        reader.get(kind);
        if (kind < 0 || static_cast<std::size_t>(kind) >= kindKeys.size())
            throw PackedFormError("a fact of unknown kind " + std::to_string(kind));
        readBody(reader, row.facts.emplace_back(), static_cast<std::size_t>(kind),
                 std::make_index_sequence<std::variant_size_v<FactBody>>());
    }
    reader.requireEnd();
    return row;
}

std::string_view kindKey(const FactBody& fact)
{
    return kindKeys[fact.index()];
}

} // namespace milepost
