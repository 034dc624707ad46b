// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/web_transport.h"
#include "backend/core/result.h"
#include "backend/recovery/inquiry.h"
#include "backend/recovery/plan.h"
#include "backend/service/definitions.h"
#include "backend/service/network_file.h"
#include "backend/store/reader.h"

#include <memory>

namespace milepost {

/// Sorts the packs by whether their system is connected: only those can be asked for new work.
PlanContext planContextOf(const Definitions& definitions, const NetworkFile& network, Timestamp now);

/// What evidence needs where no engine runs in this process: the store's definitions, and the partners that
/// the network file names.
class SideContext {
public:
    static Result<std::unique_ptr<SideContext>> open(StoreReader& reader, NetworkFile network);
    ~SideContext();

    PlanContext context() const;

private:
    SideContext() = default;

    NetworkFile m_network{};
    Definitions m_definitions{};
    std::unique_ptr<WebTransport> m_transport;
    std::unique_ptr<LiveInquiry> m_inquiry;
};

} // namespace milepost
