// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/endpoint_lookup.h"
#include "backend/connectors/transport.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace milepost {

struct FileOptions {
    std::uint64_t maxFileBytes = 64u * 1024 * 1024; ///< larger ones become a message with an Error, unread
    std::size_t maxFilesPerPoll = 64;               ///< then the result says hasMore
    std::chrono::milliseconds stableFor{50};        ///< a file that changed later is not read yet
};

/// Carries calls to systems that exchange files, on a thread of its own.
/// - Attempt: writes the rendered document into the partner's folder under the name the pack gives it. The
/// name is the
///   key: when the file is there already with equal bytes the answer is the same again; with other bytes
///   Rejected "file exists". Accepted (Done when the offer is not asynchronous) only when the file is
///   durable. Refused "not connected": no folder, no right to write, disk full. Rejected "not rendered".
/// - Poll: reads what is in our folder by name, one message per document. The files stay until settle() names
/// them: it
///   moves them into the sub-folder "archive". What was handed out and not settled is handed out again only
///   after a restart. asOf is the newest time a stock report of the poll is of, when nothing unreadable and
///   no rest was left.
class FileTransport final : public Transport {
public:
    explicit FileTransport(EndpointLookup endpoints, FileOptions options = {});
    ~FileTransport() override;

    void setSink(Sink sink) override;
    void start(Call call) override;
    void settle(const std::vector<std::string>& files) override;
    void stop() override;

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace milepost
