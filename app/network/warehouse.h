// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/deliveries.h"
#include "app/network/network_parts.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace milepost::network {

/// How a warehouse's system tells what happened in the house.
class NodeVoice {
public:
    virtual ~NodeVoice() = default;
    /// Some quantity will not ship; the lines' `missing` says how much.
    virtual void toldShort(const Release& release) = 0;
    virtual void toldShipped(const Release& release, const Dispatch& dispatch) = 0;
    /// Goods came back; only the house with the returns desk says so.
    virtual void toldReturned(const GoodsBack&) {}
};

/// The hands of all three warehouses: pick, wait at the dock for the carrier, ship. Part of the caller's
/// transaction.
class Warehouse {
public:
    /// What the warehouses need of the carriers.
    struct Carriers {
        std::function<std::optional<Booking>(const std::string& deliveryNo)> bookingFor;
        /// Takes the goods over; answers the tracking number.
        std::function<std::string(const Booking&, const std::string& node, const std::string& shipmentNo)>
            collect;
    };

    explicit Warehouse(NetworkParts& parts);
    void setCarriers(Carriers carriers) { m_carriers = std::move(carriers); }
    void setVoice(const std::string& system, NodeVoice& voice) { m_voices[system] = &voice; }

    /// Takes a release on; its goods must already be reserved.
    void take(Release release);
    /// False when picking has begun.
    bool cancel(const Release& release);
    /// A carrier is booked for this delivery: what waits for it leaves.
    void carrierBooked(const std::string& deliveryNo);

    /// A parcel is with the customer, who may send some of it back.
    void delivered(const std::string& tracking);

    std::optional<Release> find(const std::string& system, const std::string& id);

private:
    Kept pickDue(const Appointment& appointment);
    Kept restDue(const Appointment& appointment);
    Kept returnDue(const Appointment& appointment);
    void pick(Release& release);
    void shipOrWait(Release& release);
    void ship(Release& release, const Booking& booking);
    void leave(Release& release, const Booking& booking, Dispatch dispatch);
    void save(const Release& release);

    NetworkParts& m_parts;
    Carriers m_carriers;
    std::map<std::string, NodeVoice*> m_voices;
};

/// A release as JSON, with the words of wms-west.
std::string releaseText(const Release& release);
Release readRelease(const std::string& system, const std::string& text);

} // namespace milepost::network
