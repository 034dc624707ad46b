// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/progress_line.h"
#include "app/ctl/table.h"
#include "app/ctl/view_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace milepost {
namespace {

Tint tintOf(const std::string& result)
{
    if (result == "accepted") return Tint::Good;
    return result == "rejected" ? Tint::Bad : Tint::Dim;
}

std::string remarkOf(const IngestedDocument& document)
{
    std::string remark = document.reason;
    if (!document.place.empty()) remark += (remark.empty() ? "at " : ", at ") + document.place;
    for (const std::string& warning : document.warnings)
        remark += (remark.empty() ? "" : "; ") + warning;
    return remark;
}

void printDocuments(Session& session, const IngestView& ingest)
{
    Table table({{"file"}, {"format"}, {"result"}, {"order"}, {"remarks"}});
    for (const IngestedDocument& document : ingest.documents)
        table.add({std::filesystem::path(document.file).filename().string(), document.format,
                   Cell(document.result, tintOf(document.result)), document.orderNo, remarkOf(document)});
    table.print(session.out, session.hasColour);
    session.out << ingest.accepted << " accepted, " << ingest.duplicate << " duplicate, " << ingest.rejected
                << " rejected, " << ingest.ignored << " ignored\n";
}

/// "Unless nothing could be read at all."
bool isAnythingRead(const IngestView& ingest)
{
    return ingest.documents.empty() || ingest.accepted + ingest.duplicate + ingest.ignored > 0;
}

} // namespace

int runIngest(Session& session, const IngestWords& options)
{
    ProgressLine line(session.err, session.hasLiveProgress);
    const auto ingest =
        openBackend(session)->ingest(options.paths, [&](std::int64_t done, std::int64_t total) {
            line.show("reading file " + std::to_string(done) + " of " + std::to_string(total));
        });
    line.clear();
    if (!ingest) return refuse(session, ingest.error());
    if (session.isJson)
        printJson(session, toJson(*ingest));
    else
        printDocuments(session, *ingest);
    if (isAnythingRead(*ingest)) return exitDone;
    return refuse(session, {.message = "none of the documents could be read; the reasons are in the list"});
}

} // namespace milepost
