// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_export.h"

#include <QFileInfo>
#include <QSaveFile>

#include "models/backend_bridge.h"
#include "models/csv.h"
#include "models/listed_order.h"
#include "models/text.h"
#include "models/when_ready.h"
#include "models/words.h"
#include "models/work_list.h"

#include <algorithm>
#include <span>

namespace milepost {
namespace {

constexpr std::size_t block = 500;

using Progress = std::function<void(std::int64_t, std::int64_t)>;

QStringList headers()
{
    QStringList names;
    for (int column = 0; column < orderColumnCount; ++column)
        names << OrderTexts::header(static_cast<OrderColumn>(column));
    return names;
}

Error fileError(const QSaveFile& file)
{
    return {
        .kind = ErrorKind::Unavailable, .message = utf8(file.errorString()), .place = utf8(file.fileName())};
}

/// Any thread but the GUI's.
Result<std::int64_t> writeOrders(Backend& backend, const std::vector<OrderId>& ids, const QString& name,
                                 const std::stop_token& stop, const Progress& progress)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly)) return fileError(file);
    file.write(csvBegin() + csvLine(headers()));
    for (std::size_t first = 0; first < ids.size() && !stop.stop_requested(); first += block) {
        const std::size_t count = std::min(block, ids.size() - first);
        auto rows = backend.ordersById(std::span(ids).subspan(first, count));
        if (!rows) return rows.error();
        for (const ListedOrder& order : OrderTexts::listed(*std::move(rows)))
            file.write(csvLine(QStringList(order.texts.begin(), order.texts.end())));
        progress(static_cast<std::int64_t>(first + count), static_cast<std::int64_t>(ids.size()));
    }
    if (stop.stop_requested()) return Error{.kind = ErrorKind::Timeout, .message = "cancelled"};
    if (!file.commit()) return fileError(file);
    return static_cast<std::int64_t>(ids.size());
}

} // namespace

void exportOrders(const ConsoleContext& context, std::vector<OrderId> ids, const QString& file)
{
    WorkList& works = context.works;
    const int work = works.begin(
        QCoreApplication::translate("OrderExport", "Export to %1").arg(QFileInfo(file).fileName()));
    const auto written = context.bridge.carryOut([ids = std::move(ids), file, stop = works.stopToken(work),
                                                  progress = works.progress(work)](Backend& backend) {
        return writeOrders(backend, ids, file, stop, progress);
    });
    whenReady(written, &works, [&works, work, file](const Result<std::int64_t>& count) {
        if (count)
            works.end(work, WorkState::Done,
                      QCoreApplication::translate("OrderExport", "%n orders are in %1", nullptr,
                                                  static_cast<int>(*count))
                          .arg(file));
        else if (works.stopToken(work).stop_requested())
            works.end(work, WorkState::Cancelled,
                      QCoreApplication::translate("OrderExport", "Cancelled; nothing was written"));
        else
            works.end(work, WorkState::Failed, Words::error(count.error()));
    });
}

} // namespace milepost
