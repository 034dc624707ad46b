// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/truth.h"
#include "app/demo/control_client.h"
#include "backend/service/backend.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// What really happened to one order, by the network's own books (GET /truth/order), and whether evidence
/// about it is right.
namespace milepost {

struct TrueParcel {
    std::string delivery{}; ///< our fulfillment reference
    std::string tracking{};
    int units = 0;
};

struct TrueCase {
    std::vector<TrueParcel> parcels{};
    std::map<std::string, int> invoiced{};  ///< units by invoice number, those not credited
    std::set<std::string> credits{};        ///< by number
    std::multiset<std::string> noticed{};   ///< tracking numbers that the customer was told of
    std::map<std::string, int> performed{}; ///< by workName() → times
    std::map<std::string, int> requests{};  ///< the same, of readable requests
    bool hasSale = false;
    friend bool operator==(const TrueCase&, const TrueCase&) = default;
};

inline bool operator==(const TrueParcel& a, const TrueParcel& b)
{
    return a.delivery == b.delivery && a.tracking == b.tracking && a.units == b.units;
}

/// InvalidInput when the text is no such document. Works of other orders whose number begins alike are left
/// out.
Result<TrueCase> parseTrueCase(std::string_view text, const std::string& orderNo);

/// Asks the network; nothing when it does not answer. `number`: by which the network knows the order.
std::optional<TrueCase> readTrueCase(const ControlClient& network, const std::string& number,
                                     const std::string& orderNo);

/// One verdict beside the truth.
struct JudgedVerdict {
    std::string question{};
    Verdict said = Verdict::Unknown;
    bool isTrue = false;  ///< what a "yes" would have to be
    bool isJudged = true; ///< false: the truth of this part of the order alone cannot be told

    bool isWrongYes() const { return isJudged && said == Verdict::Yes && !isTrue; }
    bool isWrongNo() const { return isJudged && said == Verdict::No && isTrue; }
};

std::vector<JudgedVerdict> judge(const Evidence& evidence, const OrderView& ours, const TrueCase& truth);

} // namespace milepost
