// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/ingest.h"

#include "backend/connectors/control_numbers.h"

#include <algorithm>
#include <fstream>
#include <future>
#include <iterator>

namespace milepost {
namespace {

constexpr std::size_t maxUncommitted = 512; ///< documents handed on and not yet durable

struct Pending {
    std::size_t document = 0; ///< index in the view
    std::future<Receipt> receipt{};
};

void addFolder(std::vector<std::filesystem::path>& files, const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && !entry.path().filename().string().starts_with('.'))
            found.push_back(entry.path());
    std::ranges::sort(found);
    files.insert(files.end(), found.begin(), found.end());
}

void count(IngestView& view, const std::string& result)
{
    if (result == "accepted") ++view.accepted;
    if (result == "duplicate") ++view.duplicate;
    if (result == "rejected") ++view.rejected;
    if (result == "ignored") ++view.ignored;
}

/// Waits until at most `most` documents are on their way.
void collect(IngestView& view, std::vector<Pending>& pending, std::size_t most)
{
    std::size_t done = 0;
    while (pending.size() - done > most) {
        Pending& first = pending[done++];
        IngestedDocument& document = view.documents[first.document];
        fillOutcome(document, first.receipt.get());
        count(view, document.result);
    }
    pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(done));
}

void handOn(EngineHost& host, IngestView& view, std::vector<Pending>& pending, IncomingMessage message)
{
    view.documents.push_back({.file = message.file, .format = message.format, .warnings = message.warnings});
    auto answer = std::make_shared<std::promise<Receipt>>();
    pending.push_back({view.documents.size() - 1, answer->get_future()});
    host.engine().receive(std::move(message),
                          [answer](const Receipt& receipt) { answer->set_value(receipt); });
}

IngestedDocument unreadable(const std::filesystem::path& file)
{
    return {.file = file.string(),
            .format = "unknown",
            .result = "rejected",
            .reason = "the file cannot be opened"};
}

} // namespace

Result<std::vector<std::filesystem::path>> filesBelow(const std::vector<std::filesystem::path>& paths)
{
    std::vector<std::filesystem::path> files;
    for (const auto& path : paths) {
        if (std::filesystem::is_directory(path))
            addFolder(files, path);
        else if (std::filesystem::exists(path))
            files.push_back(path);
        else
            return Error{.kind = ErrorKind::NotFound,
                         .message = "there is no file or folder " + path.string()};
    }
    return files;
}

IngestView ingestFiles(EngineHost& host, const std::vector<std::filesystem::path>& files,
                       const Backend::Progress& progress)
{
    IngestView view;
    std::vector<Pending> pending;
    const Packs packs = host.packsFor("file");
    ControlNumbers seen;
    std::int64_t done = 0;
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        if (!stream) {
            view.documents.push_back(unreadable(file));
            count(view, "rejected");
            continue;
        }
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        for (IncomingMessage& message : readBytes(packs, "file", file.string(), bytes, seen))
            handOn(host, view, pending, std::move(message));
        collect(view, pending, maxUncommitted);
        if (progress) progress(++done, static_cast<std::int64_t>(files.size()));
    }
    collect(view, pending, 0);
    return view;
}

void fillOutcome(IngestedDocument& document, const Receipt& receipt)
{
    document.orderNo = receipt.orderNo;
    document.reason = receipt.reason;
    document.place = receipt.place;
    document.result = receipt.result;
    if (!receipt.isDurable) {
        document.result = "rejected";
        if (document.reason.empty()) document.reason = "it could not be written to the store";
    }
    if (receipt.result == "change") document.result = "accepted";
    if (receipt.result == "conflict") document.result = "rejected";
    if (receipt.result == "late" || receipt.result == "unmatched") document.result = "ignored";
    if (!receipt.duplicateOf.empty() && document.reason.empty())
        document.reason = "the same as " + receipt.duplicateOf;
}

} // namespace milepost
