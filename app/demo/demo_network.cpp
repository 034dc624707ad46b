// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_network.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <fstream>
#include <thread>

namespace milepost {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr auto patience = 30s;
constexpr auto lookInterval = 20ms;

/// The control URL of a network file that is there and whose network answers; empty: none.
std::string liveControl(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    if (!stream) return {};
    const auto document = nlohmann::json::parse(stream, nullptr, false);
    if (!document.is_object()) return {};
    const std::string control = document.value("control", std::string());
    return !control.empty() && ControlClient(control).isAlive() ? control : std::string();
}

} // namespace

bool DemoNetwork::find()
{
    m_control = liveControl(m_folder.networkFile());
    return !m_control.empty();
}

Status DemoNetwork::launch()
{
    std::error_code ignored;
    std::filesystem::remove(m_folder.networkFile(), ignored);
    m_process.reset();
    auto process = NetworkProcess::start(m_folder.networkArguments(), m_folder.log(), m_isKept);
    if (!process) return process.error();
    m_process = *std::move(process);
    return Done{};
}

Status DemoNetwork::await(const std::function<bool()>& isGivenUp)
{
    const auto deadline = Steady::now() + patience;
    while (Steady::now() < deadline && m_process && m_process->isRunning()) {
        if (find()) return Done{};
        if (isGivenUp && isGivenUp()) break;
        std::this_thread::sleep_for(lookInterval);
    }
    return Error{.kind = ErrorKind::Unavailable,
                 .message = "the demo network did not start; its log is " + m_folder.log().string()};
}

Status DemoNetwork::begin(const std::string& gateway, const std::optional<std::string>& faults) const
{
    if (faults) {
        const Status set = control().setFaultProfile(*faults);
        if (!set) return set;
    }
    if (const Status told = control().setWebhooks(gateway); !told) return told;
    return control().post("/control/start");
}

void DemoNetwork::end()
{
    if (m_isKept || m_control.empty()) return;
    const Status ignored = control().post("/control/stop");
    (void)ignored; // it may have gone already
    if (m_process) m_process->stop();
}

} // namespace milepost
