// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/file_calls.h"

#include "backend/connectors/call_flow.h"
#include "backend/connectors/exchange_folder.h"
#include "backend/connectors/reader.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iterator>

namespace milepost {

namespace fs = std::filesystem;

namespace {

bool isAsynchronous(const Pack& pack, const std::string& capability)
{
    const auto offers = pack.offers();
    const auto offer = std::ranges::find(offers, capability, &Offer::capability);
    return offer != offers.end() && offer->isAsynchronous;
}

CallResult failedDrop(const Call& call, const Error& error)
{
    const std::string message =
        error.place.empty() ? error.message : error.message + " (" + error.place + ")";
    switch (error.kind) {
    case ErrorKind::Conflict: return failedResult(call, Outcome::Rejected, "file exists", message);
    case ErrorKind::InvalidInput: return failedResult(call, Outcome::Rejected, "not rendered", message);
    case ErrorKind::NotFound:
    case ErrorKind::Unavailable:
    case ErrorKind::Timeout:
    case ErrorKind::Forbidden:
    case ErrorKind::Internal: break;
    }
    return failedResult(call, Outcome::Refused, "not connected", message);
}

IncomingMessage unreadFile(const std::string& source, const fs::path& file, const Error& error)
{
    IncomingMessage message;
    message.source = source;
    message.messageId = "unread:" + file.filename().string();
    message.format = "unknown";
    message.file = file.string();
    message.content = error;
    return message;
}

/// What cannot be read must not keep the files behind it from being read.
void readWhole(CallResult& result, const Call& call, const fs::path& file, const std::string& bytes)
{
    try {
        auto messages = readBytes({call.pack}, call.pack->name(), file.string(), bytes);
        std::ranges::move(messages, std::back_inserter(result.messages));
    } catch (const std::exception& failure) {
        const Error error{.kind = ErrorKind::InvalidInput,
                          .message = std::string("it cannot be read: ") + failure.what()};
        result.messages.push_back(unreadFile(call.pack->name(), file, error));
    }
}

bool isUnreadable(const IncomingMessage& message)
{
    return std::holds_alternative<Error>(message.content);
}

} // namespace

FileCalls::FileCalls(EndpointLookup endpoints, FileOptions options)
    : m_endpoints(std::move(endpoints))
    , m_options(options)
{
}

CallResult FileCalls::perform(const Call& call)
{
    const auto endpoint = m_endpoints(call.pack->name());
    if (!endpoint) return failedResult(call, Outcome::Refused, "not connected", "the system has no folders");
    try {
        switch (call.purpose) {
        case CallPurpose::Attempt: return write(call, *endpoint);
        case CallPurpose::Poll: return poll(call, *endpoint);
        case CallPurpose::Lookup: break;
        }
    } catch (const std::exception& failure) {
        return failedResult(call, Outcome::Unknown, "failed", failure.what());
    }
    return failedResult(call, Outcome::Rejected, "not rendered", "files cannot be asked");
}

CallResult FileCalls::write(const Call& call, const Endpoint& endpoint)
{
    if (endpoint.outFolder.empty())
        return failedResult(call, Outcome::Refused, "not connected", "the system has no folder to write to");
    const auto wire = render(call);
    if (!wire) return failedDrop(call, wire.error());
    const auto bytes = writeDocument(*call.pack, wire->body);
    if (!bytes) return failedDrop(call, bytes.error());
    const auto dropped = ExchangeFolder(endpoint.outFolder).drop(wire->target, *bytes);
    if (!dropped) return failedDrop(call, dropped.error());

    CallResult result = resultOf(call);
    result.reply.outcome = isAsynchronous(*call.pack, call.capability) ? Outcome::Accepted : Outcome::Done;
    result.reply.code = *dropped ? "written" : "was there";
    result.reply.document = wire->target;
    result.request = wire->target + "\n\n" + *bytes;
    return result;
}

CallResult FileCalls::poll(const Call& call, const Endpoint& endpoint)
{
    if (endpoint.inFolder.empty())
        return failedResult(call, Outcome::Refused, "not connected", "the system has no folder to read");
    auto names = ExchangeFolder(endpoint.inFolder).readyFiles(m_options.stableFor);
    if (!names) return failedDrop(call, names.error());
    std::erase_if(*names, [&](const std::string& name) {
        return m_handedOut.contains((fs::path(endpoint.inFolder) / name).string());
    });

    CallResult result = resultOf(call);
    result.reply.outcome = Outcome::Done;
    result.hasMore = names->size() > m_options.maxFilesPerPoll;
    if (result.hasMore) names->resize(m_options.maxFilesPerPoll);
    for (const std::string& name : *names)
        readInto(result, call, endpoint.inFolder, name);
    noteWatermark(result);
    return result;
}

void FileCalls::readInto(CallResult& result, const Call& call, const std::string& folder,
                         const std::string& name)
{
    const fs::path file = fs::path(folder) / name;
    const auto bytes = ExchangeFolder(folder).read(name, m_options.maxFileBytes);
    if (!bytes && bytes.error().kind != ErrorKind::InvalidInput)
        return; // gone or locked: it is tried at the next poll

    if (bytes)
        readWhole(result, call, file, *bytes);
    else
        result.messages.push_back(unreadFile(call.pack->name(), file, bytes.error()));
    result.files.push_back(file.string());
    m_handedOut.insert(file.string());
}

void FileCalls::noteWatermark(CallResult& result)
{
    auto& newest = m_newestStock[result.system];
    for (const IncomingMessage& message : result.messages) {
        const auto* report = std::get_if<Report>(&message.content);
        if (report != nullptr && report->kind == ReportKind::StockReport && report->occurredAt)
            newest = std::max(newest, *report->occurredAt);
    }
    if (result.hasMore || newest == Timestamp{}) return;
    if (std::ranges::none_of(result.messages, isUnreadable)) result.asOf = newest;
    newest = {};
}

void FileCalls::settle(const std::vector<std::string>& files)
{
    for (const std::string& file : files) {
        if (!m_handedOut.contains(file)) continue;
        const fs::path path(file);
        // one that cannot be moved stays noted, so that it is not read again and again
        if (ExchangeFolder(path.parent_path()).archive(path.filename().string())) m_handedOut.erase(file);
    }
}

} // namespace milepost
