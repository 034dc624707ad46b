// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/file_transport.h"
#include "backend/connectors/reader.h"
#include "backend/connectors/web_transport.h"
#include "backend/core/worker_pool.h"
#include "backend/engine/engine.h"
#include "backend/gateway/http_gateway.h"
#include "backend/recovery/inquiry.h"
#include "backend/service/definitions.h"
#include "backend/service/network_file.h"
#include "backend/service/run_views.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace milepost {

/// The process that new orders follow.
std::string processNameOf(const RunSetup& setup, const NetworkFile& network);

/// A store that this process owns, with everything that works on it: engine, transports, gateway.
class EngineHost {
public:
    /// Opens the store (made when it is not there) and starts the engine. Conflict: owned by another process.
    static Result<std::unique_ptr<EngineHost>>
    open(const std::filesystem::path& store, const std::filesystem::path& packs, const RunSetup& setup);
    ~EngineHost();

    Engine& engine() { return *m_engine; }
    /// The engine's picture of itself as of now (status() of a busy engine is a little older).
    EngineStatus freshStatus();
    /// Asks partners what they have, beside the engine; null: none is connected.
    Inquiry* inquiry() const { return m_inquiry.get(); }
    const Definitions& definitions() const { return m_definitions; } ///< its policies: as of the start
    PolicySet policies() const;                                      ///< that act now; any thread
    /// Runs work on the engine's thread and waits for its end; the policies that it answers act from the next
    /// decision on, nothing: the old ones stay. What it throws comes out here.
    void changePolicies(const std::function<std::optional<PolicySet>(Store&)>& work);
    const NetworkFile& network() const { return m_network; }
    const std::string& processName() const { return m_process; } ///< that new orders follow
    RunView view() const;
    bool isPolled(const std::string& system) const; ///< whether its pack has polls

    /// Packs that may read a message of that source; see PackLookup.
    Packs packsFor(std::string_view source) const;
    /// Reads and maps in a worker, then hands the message to the engine; waits while too many are being read.
    void submit(std::string source, std::string raw, std::function<void(Receipt)> done);

private:
    EngineHost() = default;
    Status prepare(const std::filesystem::path& packs, const RunSetup& setup);
    Status openGateway();
    EngineSetup engineSetup(const RunSetup& setup);
    EndpointLookup endpointLookup() const;
    std::vector<IncomingMessage> readAgain(const InboxRow& row, const std::string& raw) const;

    std::unique_ptr<Store> m_store;
    NetworkFile m_network{};
    std::map<std::string, std::shared_ptr<const Endpoint>, std::less<>> m_endpoints;
    std::string m_process;
    Definitions m_definitions{};
    PolicySet m_policies{}; ///< that act now
    mutable std::mutex m_policiesMutex;
    std::unique_ptr<WebTransport> m_http;
    std::unique_ptr<FileTransport> m_files;
    std::unique_ptr<WebTransport> m_questions; ///< a slow answer to a person never holds up the engine
    std::unique_ptr<LiveInquiry> m_inquiry;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<HttpGateway> m_gateway;
    std::unique_ptr<WorkerPool> m_readers;
};

} // namespace milepost
