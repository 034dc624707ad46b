// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/file_transport.h"

#include <map>
#include <set>
#include <string>

namespace milepost {

/// What a FileTransport does with one call, on its thread.
class FileCalls {
public:
    FileCalls(EndpointLookup endpoints, FileOptions options);

    /// Never throws.
    CallResult perform(const Call& call);
    void settle(const std::vector<std::string>& files);

private:
    CallResult write(const Call& call, const Endpoint& endpoint);
    CallResult poll(const Call& call, const Endpoint& endpoint);
    void readInto(CallResult& result, const Call& call, const std::string& folder, const std::string& name);
    void noteWatermark(CallResult& result);

    EndpointLookup m_endpoints;
    FileOptions m_options;
    std::set<std::string> m_handedOut;              ///< paths read and not settled yet
    std::map<std::string, Timestamp> m_newestStock; ///< by system, while there is more to read
};

} // namespace milepost
