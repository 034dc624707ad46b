// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/quantity.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

enum class KeyCarrier { None, Header, Field, Reference, FileName };

/// How a capability of a system takes repeated calls.
struct Idempotency {
    KeyCarrier carrier = KeyCarrier::None;
    std::string field{};        ///< header name or field that carries the key
    Duration ttl{};             ///< the key protects this long after the first attempt; zero: for ever
    bool replaysErrors = false; ///< a stored "no" is answered again: a retry needs a new revision
    bool protects = false;      ///< the same key again does not do it again (a mere reference does not)
};

/// How to ask what a system already knows.
struct Lookup {
    bool exists = false;
    std::string by{};       ///< reference, document, …
    Duration settleAfter{}; ///< business time after an attempt's end before "not found" is believed
    int reads = 1;          ///< how many such answers it takes
};

/// One capability of one version of one system's pack.
struct Offer {
    int definition = 0; ///< id of the pack version in the store
    std::string system{};
    std::string capability{};
    Idempotency idempotency{};
    Lookup lookup{};
    bool isAsynchronous = false; ///< the answer only says "taken"; a report says done
    Duration
        acknowledgeWithin{}; ///< asynchronous: without a word by then it is handed over again; zero: never
    bool takesControlNumber = false; ///< file and EDI partners: a number is taken when it is decided
};

/// A place that ships.
struct Node {
    std::string name{};
    std::string system{};
    int preference = 0;    ///< lower goes first
    int cutOffMinute = -1; ///< same-day cut-off, minutes after midnight UTC; -1: none
    bool isWorkingOnWeekends = true;
};

/// An item that may be sent in place of another one, as the system of record for items says.
struct Substitute {
    std::string sku{};
    std::string by{};
    Ratio per{}; ///< units of it per unit of `sku`
    friend bool operator==(const Substitute&, const Substitute&) = default;
};

/// Which systems there are and what they can do. Immutable; replaced as a whole.
struct Landscape {
    std::vector<Offer> offers{};           ///< of the live pack versions
    std::vector<Offer> retired{};          ///< of older versions that effects still refer to
    std::vector<Node> nodes{};             ///< by preference
    std::vector<Substitute> substitutes{}; ///< the better ones first
};

/// Whether the node works on that day (UTC).
bool isWorkingDay(const Node& node, std::chrono::sys_days day);

/// Who does `capability`: for a node its own system, else the one system that offers it. Null: nobody.
const Offer* findOffer(const Landscape& landscape, std::string_view capability, std::string_view node);
/// The offer an effect was decided on.
const Offer* findOffer(const Landscape& landscape, int definition, std::string_view capability);
const Node* findNode(const Landscape& landscape, std::string_view name);

/// What may be promised of an item at a node now.
class StockView {
public:
    virtual ~StockView() = default;
    virtual bool isKnown(std::string_view node, std::string_view sku) const = 0;
    /// Reported less our reservations that the report does not contain; never below zero.
    virtual std::int64_t availableMicro(std::string_view node, std::string_view sku) const = 0;
    /// When that figure was reported; for an empty sku: when the node last reported anything. Zero: never.
    virtual Timestamp reportedAt(std::string_view node, std::string_view sku) const = 0;
};

} // namespace milepost
