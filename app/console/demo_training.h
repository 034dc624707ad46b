// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/control_client.h"
#include "models/training.h"

#include <mutex>

namespace milepost {

/// The demo network as pages steer it; where it listens may change. Any thread.
class DemoTraining final : public TrainingNetwork {
public:
    void setControl(const std::string& url);

    Result<std::string> faultProfile() override { return client().faultProfile(); }
    Status setFaultProfile(const std::string& profile) override { return client().setFaultProfile(profile); }
    Status heal() override { return client().heal(); }
    Status sendOrders(int count) override { return client().addOrders(count); }
    bool isAlive() const { return client().isAlive(); }

private:
    ControlClient client() const;

    mutable std::mutex m_mutex;
    std::string m_url{};
};

} // namespace milepost
