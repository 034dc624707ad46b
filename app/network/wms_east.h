// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/catalogue.h"
#include "app/network/file_peer.h"
#include "app/network/warehouse.h"

#include <string>
#include <vector>

namespace milepost::network {

/// The old warehouse system of node EAST: fixed-width files, confirmations in batches.
class WmsEast : public FilePeer, public NodeVoice {
public:
    WmsEast(NetworkParts& parts, Warehouse& warehouse, const Catalogue& catalogue);

    void describe(nlohmann::json& entry) const override;
    void toldShort(const Release& release) override;
    void toldShipped(const Release& release, const Dispatch& dispatch) override;
    /// Writes the batch of files.
    void batchDue();
    /// Writes the right record of a confirmation that went out with a strange status.
    void correct(const std::string& confirmation);

protected:
    std::string keyOf(const std::string& fileName, const std::string& content) const override;
    std::string referenceOf(const std::string& content) const override;
    void perform(const std::string& fileName, const std::string& content, Acknowledge acknowledge) override;

private:
    /// A release file as read; `problem` says why it is refused.
    struct ReleaseFile {
        Release release;
        std::string problem;
    };

    ReleaseFile readRelease(const std::string& content) const;
    void acknowledge(const std::string& fileName, const std::string& status, const std::string& reason,
                     const Release& release, Acknowledge when);
    /// Notes it for the next batch, or (`state` "held") for a correction after a while.
    std::string note(const std::string& records, const std::string& strangeRecords, const Release& release,
                     const std::string& state = "pending");
    void tell(FaultKind fault, const std::string& records, const Release& release);
    std::string confirmationFile(const std::string& batch, const std::vector<std::string>& records) const;
    std::string stockFile(const std::string& batch);
    std::string nextBatch();

    Warehouse& m_warehouse;
    const Catalogue& m_catalogue;
};

} // namespace milepost::network
