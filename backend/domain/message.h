// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/money.h"
#include "backend/core/quantity.h"

#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// What a message of a partner reports, in canonical words.
enum class ReportKind {
    ShipmentConfirmed, ///< goods left the node
    PickShort,         ///< the node will not ship these units
    CarrierStatus,     ///< where a parcel is
    Acknowledged,      ///< a file or document of ours was taken
    Refused,           ///< a file or document of ours was not taken
    StockReport,       ///< what a node has
    Unknown,           ///< the status word is in no taxonomy of the pack
    Returned,          ///< goods came back to the node
};

/// What a carrier's status word means.
enum class ParcelStatus { InTransit, Delivered, Refused, Lost, Damaged, Late };

/// Units of one line in a report; lineNo 0 when the partner knows the item only.
struct ReportLine {
    int lineNo = 0;
    std::string sku{};
    Quantity quantity{};
    std::string reason{};
    friend bool operator==(const ReportLine&, const ReportLine&) = default;
};

/// What a node had of one item.
struct StockFigure {
    std::string node{};
    std::string sku{};
    Quantity onHand{}; ///< physically there, reserved or not
    friend bool operator==(const StockFigure&, const StockFigure&) = default;
};

/// Something that a partner says has happened: one status message, in canonical form.
struct Report {
    ReportKind kind = ReportKind::Unknown;
    std::string system{};                  ///< who says it
    std::string messageId{};               ///< the partner's id of the message, or the digest of its bytes
    std::optional<Timestamp> occurredAt{}; ///< by the partner
    std::string reference{};               ///< our key or fulfillment reference, as the partner gives it back
    std::string document{}; ///< the partner's own number: shipment, picking, file name, control number
    std::string tracking{};
    std::string carrier{};
    ParcelStatus parcel = ParcelStatus::InTransit;
    std::string statusWord{};        ///< as the partner wrote it
    std::vector<ReportLine> lines{}; ///< empty in a confirmed shipment: all that was outstanding
    std::vector<StockFigure> stock{};
    friend bool operator==(const Report&, const Report&) = default;
};

/// How one attempt, or one look-up, ended.
enum class Outcome {
    Done,     ///< it is done; the partner says so
    Accepted, ///< taken, the result comes later (202, file, EDI)
    Rejected, ///< a definite no
    Refused,  ///< definitely not done now, may be asked again (429, 503, not connected)
    Unknown,  ///< may or may not be done (timeout, cut, 500)
    NotFound, ///< look-up only: the partner does not know it
};

/// Units and price that a partner answers for one line.
struct ReplyLine {
    int lineNo = 0; ///< 0: by sku
    std::string sku{};
    Quantity quantity{};
    std::optional<UnitPrice> unitPrice{};
    friend bool operator==(const ReplyLine&, const ReplyLine&) = default;
};

/// A partner's answer to an effect, in canonical form.
struct Reply {
    Outcome outcome = Outcome::Unknown;
    std::string code{};     ///< the partner's error code, or "http 503", "timeout"
    std::string message{};  ///< the partner's words
    std::string document{}; ///< number of what was made: sale, allocation, booking, invoice
    std::string carrier{};
    std::string tracking{};
    std::string state{}; ///< of a look-up: left, part (left in part), there, takenBack, valid or unclear;
                         ///< empty: it does not say
    std::vector<ReplyLine> lines{}; ///< empty: as asked
    std::optional<std::int64_t> amountMinor{};
    std::optional<std::int64_t> taxMinor{};
    bool isBusy = false; ///< too many calls at once (HTTP 429): the partner is there and asks for patience
    std::optional<Duration> retryAfter{}; ///< the partner asks not to come earlier (real time)
    friend bool operator==(const Reply&, const Reply&) = default;
};

} // namespace milepost
