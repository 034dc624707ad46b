// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/wms_east.h"

#include "app/network/fixed_width.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr const char* node = "EAST";

std::string sixDigits(std::int64_t number)
{
    char text[24];
    std::snprintf(text, sizeof text, "%06lld", static_cast<long long>(number));
    return text;
}

bool isReleaseName(const std::string& name)
{
    if (!name.ends_with(".rel") || name.size() < 5 || name.size() > 60) return false;
    return name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") ==
           name.size() - 4;
}

std::string headerLine(std::string_view type, const std::string& batch, Millis now)
{
    return FixedRecord(type)
        .text(3, 8, batch)
        .text(9, 16, date8(now))
        .text(17, 22, time6(now))
        .text(23, 30, node)
        .line();
}

std::string trailerLine(std::string_view type, const std::string& batch, std::size_t records)
{
    return FixedRecord(type).number(3, 8, static_cast<std::int64_t>(records)).text(9, 14, batch).line();
}

std::string shipmentRecords(const Release& release, const Dispatch& dispatch, std::string_view status)
{
    std::string records = FixedRecord("CS")
                              .text(3, 12, dispatch.number)
                              .text(13, 47, release.reference)
                              .text(48, 82, release.deliveryNo)
                              .text(83, 117, release.orderRef)
                              .text(118, 127, dispatch.booking.carrier)
                              .text(128, 157, dispatch.tracking)
                              .text(158, 165, date8(dispatch.at))
                              .text(166, 171, time6(dispatch.at))
                              .text(172, 173, status)
                              .line();
    for (const DeliveryLine& line : dispatch.lines) {
        records += FixedRecord("CL")
                       .text(3, 12, dispatch.number)
                       .number(13, 17, line.lineNo)
                       .text(18, 37, line.sku)
                       .quantity(38, 48, line.shipped)
                       .line();
    }
    return records;
}

std::size_t lineCount(const std::string& text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

} // namespace

WmsEast::WmsEast(NetworkParts& parts, Warehouse& warehouse, const Catalogue& catalogue)
    : FilePeer(parts, "wms-east", "wms-flat")
    , m_warehouse(warehouse)
    , m_catalogue(catalogue)
{
    warehouse.setVoice(name(), *this);
}

void WmsEast::describe(Json& entry) const
{
    FilePeer::describe(entry);
    entry["node"] = node;
}

std::string WmsEast::keyOf(const std::string& fileName, const std::string&) const
{
    return fileName;
}

std::string WmsEast::referenceOf(const std::string& content) const
{
    return readRelease(content).release.reference;
}

WmsEast::ReleaseFile WmsEast::readRelease(const std::string& content) const
{
    ReleaseFile file;
    Release& release = file.release;
    bool hasAddress = false;
    const auto records = recordsOf(content);
    for (const std::string& record : records) {
        const std::string type = columns(record, 1, 2);
        if (type == "RH") {
            release.reference = columns(record, 3, 37);
            release.deliveryNo =
                columns(record, 38, 72).empty() ? release.reference : columns(record, 38, 72);
            release.orderRef = columns(record, 73, 107);
        } else if (type == "RA") {
            hasAddress = !columns(record, 3, 37).empty() && !columns(record, 38, 72).empty() &&
                         !columns(record, 73, 102).empty() && !columns(record, 108, 117).empty();
        } else if (type == "RL") {
            const std::int64_t milli = figureIn(record, 28, 38).value_or(0);
            DeliveryLine line;
            line.lineNo = static_cast<int>(figureIn(record, 3, 7).value_or(0));
            line.sku = columns(record, 8, 27);
            line.quantity = milli / 1000;
            if (milli <= 0 || milli % 1000 != 0) file.problem = "BAD QUANTITY";
            if (m_catalogue.find(line.sku) == nullptr) file.problem = "UNKNOWN SKU " + line.sku;
            release.lines.push_back(std::move(line));
        }
    }
    if (release.reference.empty() || release.lines.empty() || columns(records.back(), 1, 2) != "RT")
        file.problem = "NOT READABLE";
    else if (figureIn(records.back(), 3, 8) != static_cast<std::int64_t>(records.size()))
        file.problem = "BAD COUNT";
    else if (!hasAddress)
        file.problem = "NO ADDRESS";
    return file;
}

void WmsEast::perform(const std::string& fileName, const std::string& content, Acknowledge when)
{
    ReleaseFile file = readRelease(content);
    Release& release = file.release;
    if (!release.reference.empty())
        m_parts.works.asked({name(), "fulfillment.release", release.reference}, fileName);
    if (!isReleaseName(fileName)) file.problem = "NOT READABLE";
    if (file.problem.empty() && when == Acknowledge::Refused) file.problem = "NOT ACCEPTED HERE";
    if (const auto seen = m_parts.objects.get(name(), "file", fileName)) {
        release.id = seen->state;
        acknowledge(fileName, "DU", "", release, when);
        return;
    }
    if (!file.problem.empty()) {
        m_parts.objects.put({name(), "file", fileName, release.reference, release.orderRef, "", "{}"});
        acknowledge(fileName, "ER", file.problem, release, when);
        return;
    }
    release.system = name();
    release.node = node;
    release.id = "E00" + std::to_string(m_parts.books.nextNumber("eastRelease", 1000001));
    for (const DeliveryLine& line : release.lines)
        m_parts.stock.reserve(node, line.sku, line.quantity);
    m_parts.objects.put({name(), "file", fileName, release.reference, release.orderRef, release.id, "{}"});
    m_parts.works.performed({name(), "fulfillment.release", release.reference});
    m_warehouse.take(release);
    acknowledge(fileName, "OK", "", release, when);
}

void WmsEast::acknowledge(const std::string& fileName, const std::string& status, const std::string& reason,
                          const Release& release, Acknowledge when)
{
    const Millis now = m_parts.clock.now();
    const std::string stem = fileName.substr(0, fileName.rfind('.'));
    dropAnswer(when, fileName, [&](bool isStrange) {
        char number[24];
        std::snprintf(number, sizeof number, "%04lld",
                      static_cast<long long>(m_parts.books.nextNumber("eastAck")));
        return std::pair("ACK_" + stem + '_' + number + ".txt", FixedRecord("AK")
                                                                    .text(3, 62, fileName)
                                                                    .text(63, 64, isStrange ? "Z9" : status)
                                                                    .text(65, 104, reason)
                                                                    .text(105, 112, date8(now))
                                                                    .text(113, 118, time6(now))
                                                                    .text(119, 128, release.id)
                                                                    .text(129, 163, release.reference)
                                                                    .line());
    });
}

std::string WmsEast::note(const std::string& records, const std::string& strangeRecords,
                          const Release& release, const std::string& state)
{
    std::string number = sixDigits(m_parts.books.nextNumber("eastConfirmation"));
    m_parts.objects.put({name(), "confirmation", number, release.reference, release.orderRef, state,
                         Json{{"records", records}, {"strange", strangeRecords}}.dump()});
    return number;
}

/// A fault that is forced on what is told of one release.
void WmsEast::tell(FaultKind fault, const std::string& records, const Release& release)
{
    const bool isHeld = fault == FaultKind::Lost || fault == FaultKind::OutOfOrder;
    const std::string number = note(records, "", release, isHeld ? "held" : "pending");
    DiceRow row = m_parts.dice.row({"told", number});
    const Millis noticed = row.between(26, 30) * scaledHour; // at the day's reconciliation
    const Millis behind = row.between(5, 9) * scaledHour;    // one or two batches have gone out meanwhile
    if (fault == FaultKind::Malformed) {
        const std::string batch = nextBatch();
        const std::string text = confirmationFile(batch, {records});
        drop("CONF_" + batch + ".txt", text.substr(0, text.size() * 6 / 10));
    } else if (fault == FaultKind::Down) {
        fallSilent(number);
    } else if (fault != FaultKind::None && fault != FaultKind::WrongStatus) {
        m_parts.schedule.add(m_parts.clock.now() + (fault == FaultKind::Lost ? noticed : behind), name(),
                             "correct", number, "");
    }
}

void WmsEast::toldShort(const Release& release)
{
    const Millis now = m_parts.clock.now();
    std::string records;
    for (const DeliveryLine& line : release.lines) {
        if (line.missing == 0) continue;
        records += FixedRecord("CX")
                       .text(3, 37, release.reference)
                       .text(38, 72, release.deliveryNo)
                       .number(73, 77, line.lineNo)
                       .text(78, 97, line.sku)
                       .quantity(98, 108, line.missing)
                       .text(109, 111, release.missingReason == "DAMAGED" ? "DMG" : "NOS")
                       .text(112, 119, date8(now))
                       .text(120, 125, time6(now))
                       .line();
    }
    const FaultKind fault = m_parts.faults.next({name(), "news", "short " + release.reference}, {},
                                                {FaultKind::Duplicate, FaultKind::Malformed,
                                                 FaultKind::OutOfOrder, FaultKind::Lost, FaultKind::Down});
    if (fault != FaultKind::Down) m_parts.faults.count(fault);
    tell(fault, records, release);
}

void WmsEast::toldShipped(const Release& release, const Dispatch& dispatch)
{
    const std::string key = "shipped " + release.reference + (dispatch.isFinal ? "" : " part");
    const FaultKind fault = m_parts.faults.next({name(), "news", key}, {FaultKind::WrongStatus},
                                                {FaultKind::Duplicate, FaultKind::Malformed,
                                                 FaultKind::OutOfOrder, FaultKind::Lost, FaultKind::Down});
    if (fault != FaultKind::Down) m_parts.faults.count(fault);
    const std::string records = shipmentRecords(release, dispatch, dispatch.isFinal ? "SH" : "SP");
    if (fault == FaultKind::WrongStatus)
        note(records, shipmentRecords(release, dispatch, "X7"), release);
    else
        tell(fault, records, release);
}

std::string WmsEast::nextBatch()
{
    return sixDigits(m_parts.books.nextNumber("eastBatch"));
}

std::string WmsEast::confirmationFile(const std::string& batch, const std::vector<std::string>& records) const
{
    std::string text = headerLine("CH", batch, m_parts.clock.now());
    for (const std::string& record : records)
        text += record;
    return text + trailerLine("CT", batch, lineCount(text) + 1);
}

std::string WmsEast::stockFile(const std::string& batch)
{
    std::string text = headerLine("KH", batch, m_parts.clock.now());
    for (const StockRow& row : m_parts.stock.ofNode(node)) {
        text += FixedRecord("KL")
                    .text(3, 22, row.sku)
                    .quantity(23, 33, std::max<std::int64_t>(0, row.onHand))
                    .quantity(34, 44, std::max<std::int64_t>(0, row.reserved))
                    .line();
    }
    return text + trailerLine("KT", batch, lineCount(text) + 1);
}

void WmsEast::batchDue()
{
    const std::string batch = nextBatch();
    std::vector<std::string> records;
    for (BookObject pending : m_parts.objects.byState(name(), "confirmation", "pending")) {
        const Json body = Json::parse(pending.body);
        const std::string strange = body.at("strange");
        records.push_back(strange.empty() ? body.at("records").get<std::string>() : strange);
        if (!strange.empty()) {
            m_parts.schedule.add(m_parts.clock.now() +
                                     m_parts.dice.between(5, 15, {"correct", pending.id}) * scaledMinute,
                                 name(), "correct", pending.id, "");
        }
        pending.state = "told";
        m_parts.objects.put(pending);
    }
    const FaultKind fault =
        m_parts.faults.next({name(), "batch", batch}, {FaultKind::Duplicate, FaultKind::Malformed});
    if (fault != FaultKind::None) m_parts.faults.count(fault);
    const std::string text = confirmationFile(batch, records);
    const Millis later = m_parts.dice.between(5, 15, {"batchAgain", batch}) * scaledMinute;
    drop("CONF_" + batch + ".txt",
         fault == FaultKind::Malformed ? text.substr(0, text.size() * 6 / 10) : text);
    if (fault == FaultKind::Malformed) {
        const std::string again = nextBatch();
        drop("CONF_" + again + ".txt", confirmationFile(again, records), later);
    } else if (fault == FaultKind::Duplicate) {
        drop("CONF_" + batch + "_2.txt", text, later);
    }
    drop("STOCK_" + batch + ".txt", stockFile(batch));
    m_parts.stock.reported(node);
}

void WmsEast::correct(const std::string& confirmation)
{
    auto told = m_parts.objects.get(name(), "confirmation", confirmation);
    if (!told) return;
    told->state = "told";
    m_parts.objects.put(*told);
    const std::string batch = nextBatch();
    drop("CONF_" + batch + ".txt", confirmationFile(batch, {Json::parse(told->body).at("records")}));
}

} // namespace milepost::network
