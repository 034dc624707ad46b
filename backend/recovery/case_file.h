// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/exception.h"
#include "backend/domain/fact.h"
#include "backend/domain/landscape.h"
#include "backend/domain/process.h"
#include "backend/recovery/evidence.h"
#include "backend/store/store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// Where something in the books comes from.
struct Origin {
    std::string system{};
    Timestamp at{};
    PayloadId payload{};
};

/// What a partner answered just now about one call.
struct LiveAnswer {
    Reply reply{};
    bool isBelieved = false; ///< a "not found" that comes late enough after the last attempt
};

/// All that verdicts are made of. Immutable but for the live answers, which come last.
struct CaseFile {
    const StoredOrder& stored;
    const Process& process;
    const Landscape& landscape;
    OpenException exception{};
    Timestamp now{};
    std::vector<int> fulfillments{}; ///< those that the case is about
    std::vector<int> shipments{};
    std::map<int, Origin> shipmentOrigins{};         ///< by number: the report
    std::map<int, Origin> effectOrigins{};           ///< by number: its last answer
    std::map<int, std::optional<LiveAnswer>> live{}; ///< by effect that was asked about; nothing: no answer

    const Order& order() const { return stored.state; }
    const Step& stepOf(const Effect& effect) const;
    std::string systemOf(const Effect& effect) const;
    const LiveAnswer* answerOf(const Effect& effect) const; ///< null: not asked, or silent
    bool isSilent(const Effect& effect) const;              ///< asked in vain
    /// Effects that go forward and count, of that booking and subject.
    std::vector<const Effect*> effectsOf(Booking booking, int subject) const;
    EvidenceFact ownFact(std::string statement, Timestamp at) const;
    EvidenceFact factOf(const Effect& effect, std::string statement) const; ///< from its origin
    EvidenceFact liveFact(const Effect& effect, std::string statement) const;
};

CaseFile openCase(const StoredOrder& stored, const std::vector<FactRow>& rows, const Process& process,
                  const Landscape& landscape, const OpenException& exception, Timestamp now);

/// Calls of the case that a partner can be asked about, where asking could tell something new.
std::vector<int> callsToAskAbout(const CaseFile& file);

/// Whether the case is about this call: of its fulfillments and shipments, or of the order as such.
bool isInCase(const CaseFile& file, const Effect& effect);

/// Whether it may have happened there: false only where it surely has not.
bool mayBeDone(const Effect& effect);
/// Nothing is left at its node, by our books.
bool isAllGone(const Order& order, int fulfillment);

} // namespace milepost
