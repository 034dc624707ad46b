// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/money.h"
#include "backend/core/quantity.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// A name and value that a partner sent and that no rule of ours reads (promotion, engraving, gift note).
struct Attribute {
    std::string name{};
    std::string value{};
    friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// A discount (isCharge false) or a charge on an order or a line, in the currency of the order.
struct Allowance {
    bool isCharge = false;
    std::string code{}; ///< the partner's code, such as X12 SAC02 or a discount code
    std::string text{};
    std::int64_t amountMinor = 0; ///< >= 0
    friend bool operator==(const Allowance&, const Allowance&) = default;
};

/// Whom or where a party of an order is. Person data: kept apart from everything else in the store.
struct Party {
    std::string role{}; ///< shipTo, billTo, buyer, seller, soldTo, … or the partner's own code
    std::string idQualifier{};
    std::string id{}; ///< store number, GLN, customer number
    std::string name{};
    std::string company{};
    std::string line1{};
    std::string line2{};
    std::string city{};
    std::string region{};
    std::string postalCode{};
    std::string country{}; ///< ISO 3166 alpha-2 where known
    std::string phone{};
    std::string email{};
    friend bool operator==(const Party&, const Party&) = default;
};

/// What may be sent in place of a line's item.
enum class SubstitutionRule { NotAllowed, AskFirst, Allowed };

/// The name under which a rule is stored, shown to programs and edited: "askFirst".
std::string_view toKey(SubstitutionRule rule);
bool fromKey(std::string_view key, SubstitutionRule& rule); ///< false for a name that no rule has

/// A part of a line for one destination (X12 SDQ). Without parts the whole line goes to destination 0.
struct DestinationPart {
    int destination = 0; ///< index into CanonicalOrder::destinations
    Quantity quantity{};
    friend bool operator==(const DestinationPart&, const DestinationPart&) = default;
};

struct CanonicalLine {
    int lineNo = 0; ///< > 0, unique in the order
    std::string sku{};
    std::string partnerSku{}; ///< the buyer's number of the item
    std::string partnerLineId{};
    std::string description{};
    Quantity quantity{}; ///< in the item's base unit; of an amendment, zero: as it was
    std::string unit{};  ///< as the partner ordered it: EA, CA
    Ratio unitToBase{};
    std::optional<UnitPrice> unitPrice{}; ///< nothing: priced by the ERP
    SubstitutionRule substitution = SubstitutionRule::NotAllowed;
    std::optional<Timestamp> requestedAt{};
    std::vector<Attribute> attributes{}; ///< promotions and properties
    std::vector<Allowance> allowances{};
    std::vector<DestinationPart> parts{};
    bool isDropped = false; ///< of an amendment: wanted no more
    friend bool operator==(const CanonicalLine&, const CanonicalLine&) = default;
};

/// Rules of the customer that bind allocation.
struct CustomerRules {
    bool shipComplete = false;
    std::string preferredNode{};
    std::string preferredCarrier{};
    bool noSubstitution = false;
    friend bool operator==(const CustomerRules&, const CustomerRules&) = default;
};

struct PaymentTerms {
    std::string code{};
    std::string text{};
    int netDays = 0;                ///< 0: not stated
    int discountDays = 0;           ///< 0: none
    std::int64_t discountMicro = 0; ///< percent in millionths: 2 % is 2'000'000
    friend bool operator==(const PaymentTerms&, const PaymentTerms&) = default;
};

/// A customer's order in canonical form, as one message stated it. Immutable; a change is a new revision.
struct CanonicalOrder {
    std::string orderNo{}; ///< ours, unique in the store; set when it is received
    std::string channel{}; ///< the source system it came from
    std::string sender{};  ///< who sent it in the channel: EDI sender id, shop name; part of the business key
    std::string channelOrderId{}; ///< the channel's technical id
    std::string number{};    ///< the number people use: PO number, shop order name; part of the business key
    std::string releaseNo{}; ///< X12 BEG04; part of the business key
    std::string purpose{};   ///< new, change, amend, replace (see amendment.h), cancel; empty: new
    std::string version{};   ///< what orders revisions: updatedAt or a sequence, comparable as time or number
    std::string customerNo{};
    Currency currency{};
    std::optional<Timestamp> placedAt{};
    std::optional<Timestamp> requestedAt{}; ///< asked for by the customer
    std::optional<Timestamp> promisedAt{};  ///< promised to the customer
    std::optional<Timestamp> cancelAfter{};
    int priority = 0; ///< higher goes first
    PaymentTerms terms{};
    std::string service{}; ///< shipping service asked for
    bool isPaid = false;
    std::optional<std::int64_t> totalMinor{}; ///< as declared by the sender
    std::optional<std::int64_t> taxMinor{};
    std::string note{};
    CustomerRules rules{};
    std::vector<Allowance> allowances{};
    std::vector<Attribute> attributes{};
    std::vector<Party> parties{};
    std::vector<std::string> destinations{}; ///< party ids of the stores of an SDQ order; empty: the ship-to
    std::vector<CanonicalLine> lines{};

    friend bool operator==(const CanonicalOrder&, const CanonicalOrder&) = default;
};

/// The party of that role, or null.
const Party* findParty(const CanonicalOrder& order, std::string_view role);

/// The line of that number, or null.
const CanonicalLine* findLine(const CanonicalOrder& order, int lineNo);

/// What one order may hold at most, so that its sums stay exact and no order keeps the others waiting.
inline constexpr std::size_t maxLines = 5'000;
/// At most maxLines, and maxQuantity units in all.
bool isWithinBounds(const std::vector<CanonicalLine>& lines);

/// How a partner tells a line from the others: by its id of it, else by the number.
std::string partnersIdOf(const CanonicalLine& line);

/// Where destination `index` is: the party of that id, else the ship-to; null when the order names neither.
const Party* shipTo(const CanonicalOrder& order, int index);

} // namespace milepost
