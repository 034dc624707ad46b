// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/counted_orders.h"
#include "app/network/file_peer.h"
#include "app/network/order_channel.h"
#include "app/network/x12_document.h"

#include <functional>
#include <string>
#include <vector>

namespace milepost::network {

/// Customers that send X12 850 and 860 files; each trading partner writes them in its own way.
class EdiCustomers : public FilePeer, public OrderSource {
public:
    explicit EdiCustomers(NetworkParts& parts);

    void describe(nlohmann::json& entry) const override;
    void emit(const std::vector<CustomerOrder>& orders) override;
    bool takesChangesOf(const CustomerOrder& order) const override;
    /// Sends an X12 860: of what changes, or of the whole order, as is the partner's manner.
    void change(const CustomerOrder& placed, const CustomerOrder& wanted) override;
    /// Files that were lost are written after all, as they were.
    void tellLost();
    /// Writes the control totals of the whole hour before the last half hour.
    void totalsDue();

protected:
    std::string keyOf(const std::string& fileName, const std::string& content) const override;
    void perform(const std::string& fileName, const std::string& content, Acknowledge acknowledge) override;

private:
    /// Of whom, in what functional group, and what its faults are decided on.
    struct Mail {
        std::string partner;
        std::string group;
        std::string key;
    };
    /// Drops what is written as one interchange (with the faults of the profile).
    void send(const Mail& mail, const std::function<void(X12Writer&)>& write);

    CountedOrders m_counted;
};

} // namespace milepost::network
