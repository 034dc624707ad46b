// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/catalogue.h"
#include "app/network/file_peer.h"
#include "app/network/warehouse.h"
#include "app/network/x12_document.h"

#include <string>
#include <vector>

namespace milepost::network {

/// The third-party warehouse of node THREEPL: X12 940 in; 997, 945 and 846 out.
class ThreePl : public FilePeer, public NodeVoice {
public:
    ThreePl(NetworkParts& parts, Warehouse& warehouse, const Catalogue& catalogue);

    void describe(nlohmann::json& entry) const override;
    void toldShort(const Release& release) override;
    void toldShipped(const Release& release, const Dispatch& dispatch) override;
    /// Writes the stock report.
    void batchDue();
    /// Writes the 945 of a dispatch anew and right.
    void correct(const std::string& advice);

protected:
    std::string keyOf(const std::string& fileName, const std::string& content) const override;
    std::string referenceOf(const std::string& content) const override;
    void perform(const std::string& fileName, const std::string& content, Acknowledge acknowledge) override;

private:
    /// A set of a 940, and whether it can be carried out.
    struct Order {
        Release release;
        std::string control;
        bool isGood = false;
    };

    Order readOrder(const X12Set& set) const;
    void carryOut(Release release);
    void acknowledge(const X12Interchange& interchange, const std::vector<Order>& orders, Acknowledge when);
    std::string answerText(const X12Interchange& interchange, const std::vector<Order>& orders,
                           std::int64_t control, bool isStrange) const;
    void advise(const std::string& key, const std::string& advice);
    std::string adviceText(const std::string& advice, std::int64_t control, bool isStrange) const;
    std::int64_t nextControl() { return m_parts.books.nextNumber("threeplControl"); }
    X12Envelope envelope(const std::string& group, std::int64_t control, const std::string& receiver) const;

    Warehouse& m_warehouse;
    const Catalogue& m_catalogue;
};

} // namespace milepost::network
