// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/verdicts.h"

#include "backend/domain/request_view.h"

#include <algorithm>
#include <array>

namespace milepost {
namespace {

/// Canonical words of Reply::state, which packs map their partners' words to.
constexpr std::string_view hasLeftState = "left";
constexpr std::string_view hasPartLeftState = "part";
constexpr std::string_view isThereState = "there";
constexpr std::string_view isTakenBackState = "takenBack";

bool isAnyShipped(const Order& order, int fulfillment)
{
    return std::ranges::any_of(order.shipments,
                               [&](const Shipment& shipment) { return shipment.fulfillment == fulfillment; });
}

EvidenceFact shipmentFact(const CaseFile& file, const Shipment& shipment)
{
    const auto origin = file.shipmentOrigins.find(shipment.number);
    const bool isKnown = origin != file.shipmentOrigins.end();
    Quantity units;
    for (const ShipmentLine& line : shipment.lines)
        units += line.quantity;
    return {.system = isKnown && !origin->second.system.empty() ? origin->second.system : "milepost",
            .statement = toText(units) + " units left as shipment " + shipment.document +
                         (shipment.tracking.empty() ? "" : ", parcel " + shipment.tracking),
            .at = shipment.shippedAt,
            .payload = isKnown ? origin->second.payload : PayloadId{}};
}

/// What the release and the carrier's booking of a fulfillment tell about goods that nobody has reported: of
/// one that has shipped a part, about the rest.
class DispatchWord {
public:
    DispatchWord(const CaseFile& file, int fulfillment, std::vector<EvidenceFact>& facts)
        : m_file(file)
        , m_fulfillment(fulfillment)
        , m_facts(facts)
    {
    }

    Verdict verdict()
    {
        const auto releases = m_file.effectsOf(Booking::Release, m_fulfillment);
        const bool mayBeReleased =
            std::ranges::any_of(releases, [](const Effect* e) { return mayBeDone(*e); });
        if (!mayBeReleased) {
            m_facts.push_back(m_file.ownFact(name() + " was not released to the node", m_file.now));
            return Verdict::No;
        }
        if (findFulfillment(m_file.order(), m_fulfillment)->isClosed)
            return Verdict::No; // nothing ever left it
        const bool isAboutRest = isAnyShipped(m_file.order(), m_fulfillment);
        const Verdict carrier = isAboutRest // it moves with the first part, and tells nothing of the rest
                                    ? Verdict::Unknown
                                    : wordOf(m_file.effectsOf(Booking::Book, m_fulfillment), false);
        const Verdict node = wordOf(releases, isAboutRest);
        m_isDenied = node == Verdict::No;
        // the node keeps the record of what left it, but no record undoes a parcel in a carrier's hands
        if (carrier == Verdict::Yes) return m_isDenied ? Verdict::Contradictory : carrier;
        if (node != Verdict::Unknown) return node;
        if (carrier == Verdict::No) return carrier;
        if (isUnclaimed(releases)) return Verdict::No;
        m_facts.push_back(m_file.ownFact(
            name() + " is at the node, and nobody who can be asked now knows more", m_file.now));
        return Verdict::Unknown;
    }

    /// After verdict(): the node itself says that the goods have not left.
    bool isDenied() const { return m_isDenied; }

private:
    std::string name() const { return fulfillmentReference(m_file.order(), m_fulfillment); }

    Verdict wordOf(const std::vector<const Effect*>& effects, bool isAboutRest)
    {
        Verdict word = Verdict::Unknown;
        for (const Effect* effect : effects) {
            const LiveAnswer* answer = m_file.answerOf(*effect);
            if (answer == nullptr || answer->reply.outcome != Outcome::Done) continue;
            const std::string& state = answer->reply.state;
            const std::string what = m_file.stepOf(*effect).name + " " + answer->reply.document;
            if (state == hasPartLeftState && isAboutRest) {
                m_facts.push_back(m_file.liveFact(*effect, what + ": the rest has not left"));
                word = Verdict::No;
                continue;
            }
            if (state == hasLeftState &&
                isAboutRest) { // it is done with it: the rest has left, or was not there
                m_facts.push_back(m_file.liveFact(*effect, what + ": nothing more is to leave"));
                continue;
            }
            if (state == hasLeftState || state == hasPartLeftState) {
                m_facts.push_back(m_file.liveFact(*effect, what + ": the goods have left"));
                return Verdict::Yes;
            }
            if (state == isThereState || state == isTakenBackState) {
                m_facts.push_back(m_file.liveFact(
                    *effect, what + (state == isThereState ? ": the goods have not left"
                                                           : " was taken back before anything left")));
                word = Verdict::No;
            }
        }
        return word;
    }

    /// The node says, late enough to be believed, that it knows nothing of it.
    bool isUnclaimed(const std::vector<const Effect*>& releases)
    {
        bool isAny = false;
        for (const Effect* effect : releases) {
            if (!mayBeDone(*effect)) continue;
            const LiveAnswer* answer = m_file.answerOf(*effect);
            const bool isNotThere =
                answer != nullptr && answer->reply.outcome == Outcome::NotFound && answer->isBelieved;
            if (!isNotThere) return false;
            m_facts.push_back(m_file.liveFact(*effect, "knows no release " + name()));
            isAny = true;
        }
        return isAny;
    }

    const CaseFile& m_file;
    int m_fulfillment;
    std::vector<EvidenceFact>& m_facts;
    bool m_isDenied = false;
};

/// The node said that it sent a part, and now that all of it is still there.
bool isDeniedByNode(const CaseFile& file, const Shipment& shipment, std::vector<EvidenceFact>& facts)
{
    for (const Effect* effect : file.effectsOf(Booking::Release, shipment.fulfillment)) {
        const LiveAnswer* answer = file.answerOf(*effect);
        const bool saysThere = answer != nullptr && answer->reply.outcome == Outcome::Done &&
                               answer->reply.state == isThereState;
        if (!saysThere) continue;
        facts.push_back(file.liveFact(*effect, file.stepOf(*effect).name + " " + answer->reply.document +
                                                   ": the goods have not left"));
        return true;
    }
    return false;
}

/// Its system does not know it, asked late enough to be believed.
bool isDeniedNow(const CaseFile& file, const Effect& effect)
{
    const LiveAnswer* answer = file.answerOf(effect);
    return answer != nullptr && answer->reply.outcome == Outcome::NotFound && answer->isBelieved;
}

/// Done, surely not done, or unknown: by the books, else by what its system says now. Contradictory: its
/// system said that it did it, and now does not know it.
Verdict isEffectDone(const CaseFile& file, const Effect& effect)
{
    if (isBooked(effect.state)) return isDeniedNow(file, effect) ? Verdict::Contradictory : Verdict::Yes;
    const LiveAnswer* answer = file.answerOf(effect);
    if (answer != nullptr && answer->reply.outcome == Outcome::Done) return Verdict::Yes;
    if (!mayBeDone(effect)) return Verdict::No;
    return isDeniedNow(file, effect) ? Verdict::No : Verdict::Unknown;
}

/// Of several parts of a case: one that is sure makes all of it sure, a contradiction weighs more than doubt.
void take(Finding& answer, Verdict part)
{
    const auto weight = [](Verdict verdict) {
        switch (verdict) {
        case Verdict::No: return 0;
        case Verdict::Unknown: return 1;
        case Verdict::Contradictory: return 2;
        case Verdict::Yes: return 3;
        }
        return 0;
    };
    if (weight(part) > weight(answer.verdict)) answer.verdict = part;
}

Quantity unbilled(const Order& order, const Shipment& shipment)
{
    Quantity units;
    for (const ShipmentLine& line : shipment.lines)
        units += line.quantity - std::min(line.quantity, line.invoiced);
    if (units.isZero()) return units;
    // billed with the order, before or beside its shipments
    for (const Invoice& invoice : order.invoices)
        if (invoice.shipments.empty() && !isCredited(order, invoice.number)) return {};
    return units;
}

/// Goods that may have left without a word of their node: they would be billed once it is booked.
void addUnreported(const CaseFile& file, Finding& answer)
{
    for (const int number : file.fulfillments) {
        if (isAllGone(file.order(), number)) continue;
        const Verdict word = DispatchWord(file, number, answer.facts).verdict();
        take(answer, word);
        if (word == Verdict::Yes)
            answer.facts.push_back(file.ownFact("its dispatch has to be booked here first", file.now));
    }
}

Finding decided(Verdict verdict, EvidenceFact fact)
{
    return {.verdict = verdict, .facts = {std::move(fact)}};
}

/// What would have to be there before an invoice; empty: all is.
std::string missingForBilling(const CaseFile& file)
{
    const Order& order = file.order();
    if (!order.acceptedAt) return "the order is not accepted yet";
    const bool asksTax =
        std::ranges::find(file.process.steps, Booking::Tax, &Step::booking) != file.process.steps.end();
    if (asksTax && !order.taxMinor) return "its tax is not known yet";
    const bool hasPrices =
        std::ranges::all_of(order.lines, [](const OrderLine& line) { return line.unitPrice.has_value(); });
    if (!hasPrices) return "a line has no price";
    return {};
}

constexpr std::array<std::pair<Booking, const char*>, 7> recordFields{{
    {Booking::Tax, "tax"},
    {Booking::Accept, "sale"},
    {Booking::Allocate, "allocation"},
    {Booking::Release, "release"},
    {Booking::Book, "booking"},
    {Booking::Post, "posting"},
    {Booking::Invoice, "invoice"},
}};

std::string fieldOf(Booking booking)
{
    for (const auto& [candidate, name] : recordFields)
        if (candidate == booking) return name;
    return "message";
}

std::string bookValue(const Effect& effect)
{
    if (isBooked(effect.state)) return effect.document.empty() ? "done" : effect.document;
    return std::string(toKey(effect.state));
}

std::string liveValue(const Reply& reply)
{
    if (reply.outcome == Outcome::NotFound) return "not known there";
    return reply.document + (reply.state.empty() ? "" : ", " + reply.state);
}

/// Their word against ours: done there and not here, or the other way round, or under another number.
bool isAtOdds(const Effect& effect, const LiveAnswer& answer)
{
    if (answer.reply.outcome == Outcome::NotFound) return isBooked(effect.state) && answer.isBelieved;
    if (!isBooked(effect.state)) return true;
    return !effect.document.empty() && !answer.reply.document.empty() &&
           effect.document != answer.reply.document;
}

void addBeliefs(const CaseFile& file, const Effect& effect, std::vector<Belief>& beliefs)
{
    const std::string field = fieldOf(file.stepOf(effect).booking);
    const std::string reference = subjectReference(file.order(), file.stepOf(effect).unit, effect.subject);
    beliefs.push_back({.field = field,
                       .reference = reference,
                       .system = "milepost",
                       .value = bookValue(effect),
                       .at = effect.endedAt});
    Belief theirs{.field = field, .reference = reference, .system = file.systemOf(effect), .isRecord = true};
    if (const LiveAnswer* answer = file.answerOf(effect)) {
        theirs.value = liveValue(answer->reply);
        theirs.at = file.now;
        theirs.isAtOdds = isAtOdds(effect, *answer);
    } else if (isBooked(effect.state)) {
        theirs.value = effect.document.empty() ? "done" : effect.document;
        theirs.at = effect.endedAt;
    } else {
        return;
    }
    beliefs.push_back(std::move(theirs));
}

/// The carrier moves a parcel that no node has told us of.
/// When the last of it left; nothing: none has.
std::optional<Timestamp> lastDispatch(const Order& order, int fulfillment)
{
    std::optional<Timestamp> last;
    for (const Shipment& shipment : order.shipments)
        if (shipment.fulfillment == fulfillment)
            last = std::max(last.value_or(shipment.shippedAt), shipment.shippedAt);
    return last;
}

void addDispatchBeliefs(const CaseFile& file, std::vector<Belief>& beliefs)
{
    for (const int number : file.fulfillments) {
        const bool isKnown = isAnyShipped(file.order(), number);
        const std::string reference = fulfillmentReference(file.order(), number);
        beliefs.push_back({.field = "dispatch",
                           .reference = reference,
                           .system = "milepost",
                           .value = isKnown ? "left" : "not left",
                           .at = lastDispatch(file.order(), number).value_or(file.now)});
        for (const Booking booking : {Booking::Release, Booking::Book}) {
            for (const Effect* effect : file.effectsOf(booking, number)) {
                const LiveAnswer* answer = file.answerOf(*effect);
                if (answer == nullptr || answer->reply.state.empty()) continue;
                const bool hasLeft =
                    answer->reply.state == hasLeftState || answer->reply.state == hasPartLeftState;
                beliefs.push_back({.field = "dispatch",
                                   .reference = reference,
                                   .system = file.systemOf(*effect),
                                   .value = answer->reply.state,
                                   .at = file.now,
                                   .isRecord = booking == Booking::Release,
                                   .isAtOdds = hasLeft != isKnown && (hasLeft || booking == Booking::Book)});
            }
        }
    }
}

} // namespace

std::string_view toKey(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Yes: return "yes";
    case Verdict::No: return "no";
    case Verdict::Unknown: return "unknown";
    case Verdict::Contradictory: return "contradictory";
    }
    return {};
}

Finding goodsLeft(const CaseFile& file)
{
    Finding answer{.verdict = Verdict::No};
    for (const int number : file.shipments) {
        const Shipment& shipment = *findShipment(file.order(), number);
        answer.facts.push_back(shipmentFact(file, shipment));
        take(answer, isDeniedByNode(file, shipment, answer.facts) ? Verdict::Contradictory : Verdict::Yes);
    }
    if (!file.shipments.empty()) return answer;
    if (file.fulfillments.empty())
        answer.facts.push_back(file.ownFact("no node has been given anything of it", file.now));
    bool isDenied = false;
    for (const int number : file.fulfillments) {
        DispatchWord word(file, number, answer.facts);
        take(answer, word.verdict());
        isDenied = isDenied || word.isDenied();
    }
    for (const EarlyParcel& parcel : file.order().earlyParcels) {
        const bool isAgainstNode = isDenied && answer.verdict == Verdict::No;
        take(answer, isAgainstNode ? Verdict::Contradictory : Verdict::Yes);
        answer.facts.push_back({.system = "carrier",
                                .statement = "a carrier spoke of parcel " + parcel.tracking,
                                .at = parcel.at});
        if (isAgainstNode) break;
    }
    return answer;
}

Finding customerTold(const CaseFile& file)
{
    Finding answer{.verdict = Verdict::No};
    for (const Effect& effect : file.order().effects) {
        const bool isNotice = effect.undoes == 0 && file.stepOf(effect).capability == "customer.notify" &&
                              isInCase(file, effect);
        if (!isNotice) continue;
        const Verdict done = isEffectDone(file, effect);
        take(answer, done);
        if (done == Verdict::Yes || done == Verdict::Contradictory)
            answer.facts.push_back(file.factOf(effect, "took message " + effect.document));
        if (done == Verdict::Contradictory)
            answer.facts.push_back(file.liveFact(effect, "does not know message " + effect.document));
        if (done == Verdict::Unknown)
            answer.facts.push_back(file.factOf(effect, "may or may not have taken the message"));
    }
    if (answer.facts.empty())
        answer.facts.push_back(file.ownFact("no message to the customer was sent", file.now));
    return answer;
}

Finding billingMayProceed(const CaseFile& file, const Finding& left)
{
    const Order& order = file.order();
    if (left.verdict == Verdict::No)
        return decided(Verdict::No, file.ownFact("nothing has left that could be billed", file.now));
    if (left.verdict == Verdict::Unknown)
        return decided(
            Verdict::Unknown,
            file.ownFact("whether goods have left is not known, and only those are billed", file.now));
    if (left.verdict == Verdict::Contradictory)
        return {.verdict = Verdict::Contradictory, .facts = left.facts}; // only what has left is billed
    if (const std::string missing = missingForBilling(file); !missing.empty())
        return decided(Verdict::No, file.ownFact(missing, file.now));
    Finding answer{.verdict = Verdict::No};
    for (const int number : file.shipments) {
        const Shipment& shipment = *findShipment(order, number);
        if (!unbilled(order, shipment).isPositive()) {
            answer.facts.push_back(
                file.ownFact("shipment " + shipment.document + " is billed already", shipment.shippedAt));
            for (const Effect* effect : file.effectsOf(Booking::Invoice, number)) {
                if (isEffectDone(file, *effect) != Verdict::Contradictory) continue;
                take(answer, Verdict::Contradictory);
                answer.facts.push_back(file.liveFact(*effect, "does not know invoice " + effect->document));
            }
            continue;
        }
        Verdict billed = Verdict::No;
        for (const Effect* effect : file.effectsOf(Booking::Invoice, number)) {
            const Verdict done = isEffectDone(file, *effect);
            if (done == Verdict::No) continue;
            billed = done; // what is contradictory is in doubt as well
            const LiveAnswer* live = file.answerOf(*effect);
            answer.facts.push_back(done == Verdict::Yes && live != nullptr
                                       ? file.liveFact(*effect, "has it billed as " + live->reply.document)
                                       : file.factOf(*effect, "may have billed it"));
        }
        if (billed == Verdict::Unknown || billed == Verdict::Contradictory) take(answer, billed);
        if (billed != Verdict::No) continue;
        answer.verdict = Verdict::Yes;
        answer.facts.push_back(shipmentFact(file, shipment));
        answer.facts.back().statement += "; it is not billed";
    }
    addUnreported(file, answer);
    return answer;
}

std::vector<Belief> beliefsOf(const CaseFile& file)
{
    std::vector<Belief> beliefs;
    for (const Effect& effect : file.order().effects) {
        const bool isTold = effect.undoes == 0 && !isReplaced(effect.state) &&
                            file.stepOf(effect).booking != Booking::None && isInCase(file, effect);
        if (isTold) addBeliefs(file, effect, beliefs);
    }
    addDispatchBeliefs(file, beliefs);
    return beliefs;
}

std::vector<std::string> contradictionsOf(const std::vector<Belief>& beliefs)
{
    std::vector<std::string> contradictions;
    for (const Belief& theirs : beliefs) {
        if (!theirs.isAtOdds) continue;
        const auto ours = std::ranges::find_if(beliefs, [&](const Belief& belief) {
            return belief.system == "milepost" && belief.field == theirs.field &&
                   belief.reference == theirs.reference;
        });
        const std::string about = theirs.reference.empty() ? "" : " of " + theirs.reference;
        contradictions.push_back(theirs.field + about + ": " + theirs.system + " has \"" + theirs.value +
                                 "\", our books have \"" +
                                 (ours == beliefs.end() ? std::string("nothing") : ours->value) + "\"");
    }
    return contradictions;
}

Finding systemsAgree(const CaseFile& file, const std::vector<Belief>& beliefs)
{
    Finding answer{.verdict = Verdict::Yes};
    for (const std::string& contradiction : contradictionsOf(beliefs)) {
        answer.verdict = Verdict::No;
        answer.facts.push_back(file.ownFact(contradiction, file.now));
    }
    if (answer.verdict == Verdict::No) return answer;
    for (const Effect& effect : file.order().effects) {
        const bool isRecord = file.stepOf(effect).booking != Booking::None;
        if (!isRecord || !isInCase(file, effect) || isReplaced(effect.state)) continue;
        const bool isOpen = mayBeDone(effect) && !isBooked(effect.state);
        const Verdict done = isOpen ? isEffectDone(file, effect) : Verdict::No;
        const bool isUndoneThere = effect.undoes != 0 && done == Verdict::Yes; // no belief tells of that
        if (done != Verdict::Unknown && !isUndoneThere) continue;
        if (answer.verdict != Verdict::No) answer.verdict = isUndoneThere ? Verdict::No : Verdict::Unknown;
        answer.facts.push_back(
            isUndoneThere
                ? file.liveFact(effect, "has taken step " + file.stepOf(effect).name + " back")
                : file.factOf(effect, "what became of step " + file.stepOf(effect).name + " is not known"));
    }
    for (const int number : file.fulfillments) {
        std::vector<EvidenceFact> facts;
        if (isAllGone(file.order(), number) ||
            DispatchWord(file, number, facts).verdict() != Verdict::Unknown)
            continue;
        if (answer.verdict != Verdict::No) answer.verdict = Verdict::Unknown;
        std::ranges::move(facts, std::back_inserter(answer.facts));
    }
    if (answer.facts.empty()) answer.facts.push_back(file.ownFact("nobody says anything else", file.now));
    return answer;
}

} // namespace milepost
