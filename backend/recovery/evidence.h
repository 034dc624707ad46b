// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/ids.h"

#include <cstdint>
#include <string>
#include <vector>

/// What is known about the case behind an exception, from the lineage and from the partners as of now.
namespace milepost {

/// Contradictory: two that both count say opposite things, and the system of record does not settle it.
enum class Verdict { Yes, No, Unknown, Contradictory };

std::string_view toKey(Verdict verdict);

/// One thing that speaks for a verdict.
struct EvidenceFact {
    std::string system{};    ///< who says it; "milepost" for our own books
    std::string statement{}; ///< a sentence for people
    Timestamp at{};          ///< when it was so, or was said
    PayloadId payload{};     ///< the message that says so; 0: none
    bool isLive = false;     ///< asked just now
};

struct Finding {
    Verdict verdict = Verdict::Unknown;
    std::vector<EvidenceFact> facts{};
};

/// What one system believes about one field of the case.
struct Belief {
    std::string field{};     ///< sale, allocation, release, booking, dispatch, posting, invoice, tax
    std::string reference{}; ///< of the fulfillment or shipment; empty: of the order
    std::string system{};
    std::string value{};
    Timestamp at{};
    bool isRecord = false; ///< its word counts when they differ
    bool isAtOdds = false; ///< it says something else than our books
};

struct ActionAdvice {
    std::string action{};
    bool isPermitted = false;
    std::string reason{}; ///< why it is not
};

/// The one thing to do.
struct Recommendation {
    std::string action{};    ///< empty: nothing, it goes on or closes by itself
    std::string reason{};    ///< a sentence
    std::string document{};  ///< of adopt: the partner's number
    bool needsPerson = true; ///< only a person can know what it takes
};

struct Evidence {
    std::int64_t exception = 0;
    std::string orderNo{};                 ///< empty: of a system
    std::vector<std::string> references{}; ///< of the fulfillments that it is about, as partners call them
    std::vector<std::string> parcels{};    ///< tracking numbers of the shipments that it is about
    Finding goodsLeft{};
    Finding customerTold{};
    Finding billingMayProceed{};
    Finding systemsAgree{};
    std::vector<Belief> beliefs{};
    std::vector<std::string> contradictions{};
    std::vector<std::string> silent{}; ///< systems that were asked and did not answer in time
    std::vector<std::string> mute{};   ///< systems that know more and offer no way to ask them
    std::vector<ActionAdvice> actions{};
    Recommendation recommended{};
};

} // namespace milepost
