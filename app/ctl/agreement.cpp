// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/agreement.h"

#include "app/ctl/order_agreement.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace milepost {
namespace {

/// What the network calls our order: any number that the order carries.
class OrderIndex {
public:
    explicit OrderIndex(const OurBooks& books)
    {
        for (const OrderView& order : books.orders) {
            add(order.number, order);
            add(order.row.orderNo, order);
            for (const ExternalReference& reference : order.references)
                if (reference.kind == "channelOrder" || reference.kind == "po") add(reference.value, order);
        }
    }

    const OrderView* find(const std::string& channel, const std::string& ref) const
    {
        const auto [first, last] = m_byNumber.equal_range(ref);
        const auto same = std::find_if(
            first, last, [&](const auto& entry) { return entry.second->row.channel == channel; });
        if (same != last) return same->second;
        return first == last ? nullptr : first->second;
    }

private:
    void add(const std::string& number, const OrderView& order)
    {
        if (!number.empty()) m_byNumber.emplace(number, &order);
    }

    std::multimap<std::string, const OrderView*> m_byNumber;
};

/// Whether a message that names the reference lies open as an exception (it could not be read or mapped).
bool isOpenException(const OurBooks& books, const std::string& ref)
{
    return std::ranges::any_of(books.exceptions, [&](const ExceptionView& exception) {
        return exception.text.find(ref) != std::string::npos || exception.orderNo == ref;
    });
}

/// An effect of one of our orders and the names under which a partner may know it.
struct KnownEffect {
    const OrderView* order = nullptr;
    const EffectView* effect = nullptr;
};

/// Notices have no reference of ours: the network names them by order, kind and parcel.
void addNotices(std::map<std::string, KnownEffect>& effects, const OrderView& order, const EffectView& effect)
{
    std::set<std::string> refs{order.number, order.row.orderNo};
    for (const Shipment& shipment : order.shipments) {
        if (shipment.number != effect.subject) continue;
        for (const std::string& ref : refs)
            effects[workName(effect.system, effect.capability, ref + "|shipped|" + shipment.tracking)] = {
                &order, &effect};
    }
}

std::map<std::string, KnownEffect> effectsByName(const OurBooks& books)
{
    std::map<std::string, KnownEffect> effects;
    for (const OrderView& order : books.orders) {
        for (const EffectView& effect : order.effects) {
            for (const std::string& reference : {effect.key, effect.reference})
                if (!reference.empty())
                    effects[workName(effect.system, effect.capability, reference)] = {&order, &effect};
            if (effect.capability == "tax.void")
                for (const EffectView& undone : order.effects)
                    if (undone.number == effect.undoes)
                        effects[workName(effect.system, effect.capability, undone.document + ":void")] = {
                            &order, &effect};
            if (effect.capability == "customer.notify") addNotices(effects, order, effect);
        }
    }
    return effects;
}

bool isBooked(const EffectView& effect)
{
    return effect.state == "done" || effect.state == "adopted" || effect.state == "acknowledged" ||
           effect.state == "sent" || effect.state == "compensated";
}

bool hasOpenException(const KnownEffect& known)
{
    return std::ranges::any_of(known.order->exceptions, [&](const ExceptionView& exception) {
        return exception.effect == known.effect->number;
    });
}

WorkFinding finding(const TrueWork& work, std::string why)
{
    return {.system = work.system,
            .capability = work.capability,
            .reference = work.reference,
            .performed = work.performed,
            .why = std::move(why)};
}

void judgeWorks(Agreement& agreement, const Truth& truth, const OurBooks& books)
{
    const auto effects = effectsByName(books);
    for (const TrueWork& work : truth.works) {
        if (work.performed > 1)
            agreement.repeated.push_back(
                finding(work, "performed " + std::to_string(work.performed) + " times"));
        if (work.performed == 0) continue;
        const auto known = effects.find(workName(work.system, work.capability, work.reference));
        if (known == effects.end())
            agreement.lost.push_back(finding(work, "performed there, and no order here asked for it"));
        else if (!isBooked(*known->second.effect) && !hasOpenException(known->second))
            agreement.lost.push_back(finding(work, "performed there, " + known->second.effect->state +
                                                       " here, and no exception is open for it"));
    }
}

void judgeOrders(Agreement& agreement, const Truth& truth, const OurBooks& books)
{
    const OrderIndex index(books);
    std::set<const OrderView*> compared;
    for (const TrueOrder& order : truth.orders) {
        const OrderView* ours = index.find(order.channel, order.ref);
        if (ours != nullptr) {
            compared.insert(ours);
            agreement.ordersCompared += order.channel.empty() ? 0 : 1;
            compareOrder(order, *ours, agreement.differences);
        } else if (order.channel.empty()) {
            agreement.differences.push_back({order.ref, "order", "unknown", "a partner worked for it"});
        } else if (!isOpenException(books, order.ref)) {
            agreement.lost.push_back({.system = order.channel,
                                      .capability = "order",
                                      .reference = order.ref,
                                      .performed = 1,
                                      .why = "emitted, with neither an order nor an open exception here"});
        }
    }
    for (const OrderView& order : books.orders)
        if (truth.emitted.contains(order.row.channel) && !compared.contains(&order))
            agreement.differences.push_back({order.row.orderNo, "order", "there", "never emitted"});
}

nlohmann::ordered_json findingsJson(const std::vector<WorkFinding>& findings)
{
    auto list = nlohmann::ordered_json::array();
    for (const WorkFinding& one : findings)
        list.push_back({{"system", one.system},
                        {"capability", one.capability},
                        {"reference", one.reference},
                        {"performed", one.performed},
                        {"why", one.why}});
    return list;
}

} // namespace

Agreement agreementOf(const Truth& truth, const OurBooks& books)
{
    Agreement agreement;
    for (const auto& [channel, count] : truth.emitted)
        agreement.ordersEmitted += count;
    judgeOrders(agreement, truth, books);
    judgeWorks(agreement, truth, books);
    return agreement;
}

nlohmann::ordered_json toJson(const Agreement& agreement)
{
    auto differences = nlohmann::ordered_json::array();
    for (const Difference& one : agreement.differences)
        differences.push_back(
            {{"order", one.order}, {"path", one.path}, {"ours", one.ours}, {"truth", one.truth}});
    return {{"ordersEmitted", agreement.ordersEmitted},
            {"ordersCompared", agreement.ordersCompared},
            {"differences", differences},
            {"repeatedEffects", agreement.repeated.size()},
            {"lostEffects", agreement.lost.size()},
            {"repeated", findingsJson(agreement.repeated)},
            {"lost", findingsJson(agreement.lost)}};
}

} // namespace milepost
