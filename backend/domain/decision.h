// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/decide.h"
#include "backend/domain/effect_call.h"
#include "backend/domain/evolve.h"

#include <span>
#include <string>
#include <string_view>

/// The inside of decide(): used by the decide_*.cpp files only.
namespace milepost {

/// One decision in the making.
class Decision {
public:
    Decision(Order& order_, const Context& context_, FactRow& row)
        : order(order_)
        , context(context_)
        , m_row(row)
        , m_first(row.facts.size())
    {
    }

    Order& order;
    const Context& context;

    void record(FactBody fact)
    {
        evolve(order, fact, context.now);
        m_row.facts.push_back(std::move(fact));
    }

    std::size_t recorded() const { return m_row.facts.size(); }
    /// What this decision has recorded so far.
    std::span<const FactBody> facts() const { return std::span(m_row.facts).subspan(m_first); }

    const Step& stepOf(const Effect& effect) const { return context.process.steps[std::size_t(effect.step)]; }
    /// The offer it was decided on, null when its pack version is gone.
    const Offer* offerOf(const Effect& effect) const
    {
        return milepost::offerOf(context.landscape, context.process, effect);
    }
    const Policy& policyOf(const Effect& effect) const
    {
        return context.policies.find(stepOf(effect).policy);
    }
    int triesFor(const Effect& effect) const { return policyOf(effect).triesFor(effect.undoes != 0); }

    /// Opens an exception, unless an equal one (class, cause, system, step, effect, line, subject) is open
    /// already.
    void open(OpenException exception);
    void close(int exceptionNumber, std::string how);
    void learn(std::string kind, std::string value, std::string system, int subject);

private:
    FactRow& m_row;
    std::size_t m_first;
};

/// conditions.cpp
bool holds(const Decision& decision, const Step& step, int subject);
bool isDone(const Order& order, int step, int subject);
std::string missingShipInstruction(const CanonicalOrder& content, int destination); ///< empty: complete

/// bookings.cpp: what it means that a step is done for a subject.
void book(Decision& decision, const Step& step, int subject, const Effect* effect, const Reply& reply);
/// Units of one shipment arrive in the books: the shipment, its movements, its references.
struct Dispatch {
    std::string system{};
    std::string document{};
    std::string carrier{};
    std::string tracking{};
    Timestamp at{};
    std::vector<EffectLine> lines{};
};

/// dispatch.cpp
void bookShipment(Decision& decision, int fulfillment, const Dispatch& dispatch);
/// How many units of a line could have left: those released for it, and all that the books have for it.
struct DispatchCover {
    Quantity released{};
    Quantity onHand{};
};
DispatchCover coverOf(const Order& order, int fulfillment, int lineNo);

/// decide_parcel.cpp
void followParcel(Decision& decision, const ReceiveReport& input);
/// Books a carrier's word about a shipment, if it tells more than is known.
void bookParcel(Decision& decision, int shipment, ParcelStatus status, Timestamp at,
                const std::string& system);

/// decide_shipment.cpp
void confirmShipment(Decision& decision, const ReceiveReport& input);
void pickShort(Decision& decision, const ReceiveReport& input);

/// decide_lines.cpp
/// Whether a call for that fulfillment was decided on and counts: its partner has heard of the units, or
/// will.
bool isAskedFor(const Decision& decision, int fulfillment);
/// Other units are wanted than before.
void changeLines(Decision& decision, const LinesChanged& change);
/// Cancels units that are no longer wanted where nothing has been done for them, else takes the steps for
/// them back first; what has left is told to a person.
void dropUnwanted(Decision& decision);

/// decide_return.cpp
void takeReturn(Decision& decision, const ReceiveReport& input);
/// Goods that came back before their shipment was reported.
void bookEarlyReturn(Decision& decision, int shipment, const EarlyReturn& goods);

/// plan_fulfillments.cpp
void planFulfillments(Decision& decision);

/// advance.cpp: takes every step whose conditions hold, starts what may start, looks after expectations.
void advance(Decision& decision);
/// Decides on a call to that offer (null: it is gone): gives it its number, a revision of its own and, where
/// the partner counts them, a control number.
void decideCall(Decision& decision, EffectDecided call, const Offer* offer);
/// Whether somebody is missing for a step that may begin now.
bool lacksOffer(const Decision& decision, int step, int subject);
std::vector<int> subjectsOf(const Order& order, StepUnit unit);
/// The fulfillment that a subject of that unit belongs to; 0: none.
int fulfillmentOf(const Order& order, StepUnit unit, int subject);
std::string nodeOf(const Order& order, const Step& step, int subject);

/// expectations.cpp
void lookAfterExpectations(Decision& decision);
void closeGoneExceptions(Decision& decision);
std::vector<EffectLine> linesFor(const Order& order, const Step& step, int subject);

/// decide_outcome.cpp
void endAttempt(Decision& decision, const EndAttempt& input);
void endLookup(Decision& decision, const EndLookup& input);
void recover(Decision& decision);
bool keyProtects(const Decision& decision, const Effect& effect);
/// Gives effects to a person that can go no further by themselves.
void handOverHopeless(Decision& decision);
/// Closes what is open about an effect: something newer is known.
void closeAbout(Decision& decision, int effect, const std::string& how);

/// decide_report.cpp
void receiveReport(Decision& decision, const ReceiveReport& input);
MessageNoted noteOf(const ReceiveReport& input, std::string note);
void recordArrival(Decision& decision, const ReceiveReport& input); ///< closes an unknown status, too
int fulfillmentOf(const Decision& decision, const Report& report);  ///< 0: not to be told
void openMismatch(Decision& decision, const std::string& system, Severity severity, OpenException about);

/// decide_command.cpp
void obey(Decision& decision, const Command& command);

/// compensation.cpp
/// Takes the next step back, if one is being taken back and the one before it has its end.
void compensate(Decision& decision);
/// Books that an effect is taken back at that system.
void takeBack(Decision& decision, const Effect& effect, const std::string& system, const Reply& reply);
/// The same by the call for it.
void bookUndo(Decision& decision, const Effect& undo, const Reply& reply);
/// Units are taken back, if there are any: their node did not refuse them.
void takeUnitsBack(Decision& decision, Movement movement, int fulfillment);
/// Closes a fulfillment that holds nothing and shipped nothing.
void closeEmpty(Decision& decision, int fulfillment);

/// decide_edit.cpp
void editOrder(Decision& decision, const EditOrder& input);
/// Puts a call with a key of its own in the place of one that surely was not done. By the live version of the
/// pack, or by the one that the old call was made with.
void makeAnew(Decision& decision, int effect, bool keepsMap = false);

} // namespace milepost
