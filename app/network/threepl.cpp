// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/threepl.h"

#include "app/network/peer_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr const char* node = "THREEPL";
constexpr const char* merchant = "MERCHANT";

Json adviceJson(const Release& release, Millis at)
{
    return {{"reference", release.reference},
            {"deliveryNo", release.deliveryNo},
            {"order", release.orderRef},
            {"shipmentNo", ""},
            {"tracking", ""},
            {"carrier", ""},
            {"at", at},
            {"final", true},
            {"lines", Json::array()}};
}

Json adviceLine(const DeliveryLine& line, const char* status, std::int64_t shipped, std::int64_t missing)
{
    return {{"lineNo", line.lineNo},    {"sku", line.sku},    {"status", status},
            {"ordered", line.quantity}, {"shipped", shipped}, {"missing", missing}};
}

std::int64_t shippedNow(const Dispatch& dispatch, const DeliveryLine& line)
{
    for (const DeliveryLine& part : dispatch.lines) {
        if (part.lineNo == line.lineNo && part.sku == line.sku) return part.shipped;
    }
    return 0;
}

} // namespace

ThreePl::ThreePl(NetworkParts& parts, Warehouse& warehouse, const Catalogue& catalogue)
    : FilePeer(parts, "3pl", "3pl")
    , m_warehouse(warehouse)
    , m_catalogue(catalogue)
{
    warehouse.setVoice(name(), *this);
}

void ThreePl::describe(Json& entry) const
{
    FilePeer::describe(entry);
    entry["node"] = node;
    entry["partners"] = Json::array({{{"id", node}, {"qualifier", "ZZ"}}});
    entry["ownId"] = merchant;
}

std::string ThreePl::keyOf(const std::string& fileName, const std::string& content) const
{
    const auto interchange = readX12(content);
    return interchange ? interchange->sender + ' ' + interchange->control : fileName;
}

std::string ThreePl::referenceOf(const std::string& content) const
{
    const auto interchange = readX12(content);
    if (!interchange || interchange->sets.empty()) return {};
    return readOrder(interchange->sets.front()).release.reference;
}

X12Envelope ThreePl::envelope(const std::string& group, std::int64_t control,
                              const std::string& receiver) const
{
    return {node, receiver, group, control, m_parts.clock.now()};
}

ThreePl::Order ThreePl::readOrder(const X12Set& set) const
{
    Order order;
    order.control = set.control;
    order.isGood = set.kind == "940";
    Release& release = order.release;
    bool hasAddress = false;
    int lineNo = 0;
    for (const X12Segment& segment : set.segments) {
        const std::string& kind = segment.front();
        if (kind == "W05") {
            release.reference = element(segment, 2);
            release.orderRef = element(segment, 3);
        } else if (kind == "N9" && element(segment, 1) == "DO") {
            release.deliveryNo = element(segment, 2);
        } else if (kind == "N4") {
            hasAddress = !element(segment, 1).empty() && !element(segment, 3).empty();
        } else if (kind == "LX") {
            lineNo = static_cast<int>(wholeQuantity(Json(element(segment, 1))).value_or(0));
        } else if (kind == "W01") {
            const auto quantity = wholeQuantity(Json(element(segment, 1)));
            DeliveryLine line;
            line.lineNo = lineNo;
            line.sku = element(segment, 5);
            line.quantity = quantity.value_or(0);
            order.isGood = order.isGood && quantity && m_catalogue.find(line.sku) != nullptr;
            release.lines.push_back(std::move(line));
        }
    }
    if (release.deliveryNo.empty()) release.deliveryNo = release.reference;
    order.isGood = order.isGood && hasAddress && !release.reference.empty() && !release.lines.empty();
    return order;
}

void ThreePl::perform(const std::string& fileName, const std::string& content, Acknowledge when)
{
    const auto interchange = readX12(content);
    if (!interchange || interchange->groupCode != "OW") return;
    const std::string key = keyOf(fileName, content);
    const auto seen = m_parts.objects.get(name(), "interchange", key);
    const bool isRepeated = seen.has_value();
    const bool isRefused = isRepeated ? seen->state == "refused" : when == Acknowledge::Refused;
    std::vector<Order> orders;
    for (const X12Set& set : interchange->sets) {
        orders.push_back(readOrder(set));
        if (isRefused) orders.back().isGood = false;
    }
    for (const Order& order : orders) {
        if (!order.release.reference.empty())
            m_parts.works.asked({name(), "fulfillment.release", order.release.reference},
                                interchange->control);
        if (order.isGood && !isRepeated) carryOut(order.release);
    }
    m_parts.objects.put({name(), "interchange", key, "", "", isRefused ? "refused" : "", "{}"});
    acknowledge(*interchange, orders, when);
}

void ThreePl::carryOut(Release release)
{
    constexpr std::int64_t firstNumber = 700001;
    release.system = name();
    release.node = node;
    release.id = "TR" + std::to_string(m_parts.books.nextNumber("threeplRelease", firstNumber));
    for (const DeliveryLine& line : release.lines)
        m_parts.stock.reserve(node, line.sku, line.quantity);
    m_parts.works.performed({name(), "fulfillment.release", release.reference});
    m_warehouse.take(std::move(release));
}

void ThreePl::acknowledge(const X12Interchange& interchange, const std::vector<Order>& orders,
                          Acknowledge when)
{
    dropAnswer(when, interchange.control, [&](bool isStrange) {
        const std::int64_t control = nextControl();
        return std::pair("997_" + nineDigits(control) + ".x12",
                         answerText(interchange, orders, control, isStrange));
    });
}

std::string ThreePl::answerText(const X12Interchange& interchange, const std::vector<Order>& orders,
                                std::int64_t control, bool isStrange) const
{
    X12Writer writer({'*', '>', "~\n"}, envelope("FA", control, interchange.sender));
    writer.beginSet("997");
    writer.segment({"AK1", "OW", interchange.groupControl});
    const auto good = static_cast<std::size_t>(std::ranges::count(orders, true, &Order::isGood));
    for (const Order& order : orders) {
        writer.segment({"AK2", "940", order.control});
        writer.segment({"AK5", order.isGood ? "A" : "R", order.isGood ? "" : "5"});
    }
    const std::string count = std::to_string(orders.size());
    const std::string word = isStrange ? "Z" : good == orders.size() ? "A" : good == 0 ? "R" : "P";
    writer.segment({"AK9", word, count, count, std::to_string(good)});
    writer.endSet();
    return writer.finished();
}

void ThreePl::toldShort(const Release& release)
{
    const bool somethingLeft =
        std::ranges::any_of(release.lines, [](const DeliveryLine& line) { return line.picked > 0; });
    if (somethingLeft) return; // told by the 945 of the last shipment
    Json advice = adviceJson(release, m_parts.clock.now());
    for (const DeliveryLine& line : release.lines)
        advice["lines"].push_back(adviceLine(line, "CP", 0, line.missing));
    advise("short " + release.reference, advice.dump());
}

void ThreePl::toldShipped(const Release& release, const Dispatch& dispatch)
{
    Json advice = adviceJson(release, dispatch.at);
    advice["shipmentNo"] = dispatch.number;
    advice["tracking"] = dispatch.tracking;
    advice["carrier"] = dispatch.booking.carrier;
    advice["final"] = dispatch.isFinal;
    for (const DeliveryLine& line : release.lines) {
        const std::int64_t now = shippedNow(dispatch, line);
        const std::int64_t missing = dispatch.isFinal ? line.missing : 0;
        if (now == 0 && missing == 0) continue;
        const char* status = missing > 0 ? "CP" : line.shipped < line.picked ? "BP" : "CC";
        advice["lines"].push_back(adviceLine(line, status, now, missing));
    }
    advise("shipped " + release.reference + (dispatch.isFinal ? "" : " part"), advice.dump());
}

void ThreePl::advise(const std::string& key, const std::string& advice)
{
    const FaultKind fault = m_parts.faults.next(
        {name(), "news", key}, {FaultKind::WrongStatus, FaultKind::Duplicate, FaultKind::Malformed},
        {FaultKind::OutOfOrder, FaultKind::Lost, FaultKind::Down});
    if (fault != FaultKind::Down) m_parts.faults.count(fault);
    DiceRow row = m_parts.dice.row({"advice", key});
    Millis written = row.between(2, 10) * scaledMinute;
    const Millis later = written + row.between(5, 15) * scaledMinute;
    if (fault == FaultKind::OutOfOrder) written += row.between(5, 9) * scaledHour;
    if (fault == FaultKind::Down) fallSilent(key);
    if (fault == FaultKind::Lost) { // noticed at the day's reconciliation
        m_parts.schedule.add(m_parts.clock.now() + row.between(26, 30) * scaledHour, name(), "correct", key,
                             advice);
        return;
    }
    const std::int64_t control = nextControl();
    const std::string fileName = "945_" + nineDigits(control);
    std::string text = adviceText(advice, control, fault == FaultKind::WrongStatus);
    if (fault == FaultKind::Duplicate) drop(fileName + "_2.x12", text, later);
    if (fault == FaultKind::WrongStatus || fault == FaultKind::Malformed)
        m_parts.schedule.add(m_parts.clock.now() + later, name(), "correct", key, advice);
    if (fault == FaultKind::Malformed) text.resize(text.size() * 6 / 10);
    drop(fileName + ".x12", text, written);
}

void ThreePl::correct(const std::string& advice)
{
    const std::int64_t control = nextControl();
    drop("945_" + nineDigits(control) + ".x12", adviceText(advice, control, false));
}

std::string ThreePl::adviceText(const std::string& advice, std::int64_t control, bool isStrange) const
{
    const Json body = Json::parse(advice);
    const auto at = body.at("at").get<Millis>();
    X12Writer writer({'*', '>', "~\n"}, envelope("SW", control, merchant));
    writer.beginSet("945");
    const std::string status = isStrange ? "Q" : body.at("final").get<bool>() ? "F" : "P";
    const std::string tracking = body.at("tracking");
    writer.segment({"W06", status, body.at("reference").get<std::string>(), date8(at),
                    body.at("shipmentNo").get<std::string>(), "", body.at("order").get<std::string>()});
    writer.segment({"N1", "WH", node, "92", node});
    writer.segment({"N9", "DO", body.at("deliveryNo").get<std::string>()});
    if (!tracking.empty()) writer.segment({"N9", "CN", tracking});
    writer.segment({"G62", "11", date8(at), "W", time6(at)});
    if (!tracking.empty()) writer.segment({"W27", "M", body.at("carrier").get<std::string>()});
    std::int64_t units = 0;
    for (const Json& line : body.at("lines")) {
        const auto shipped = line.at("shipped").get<std::int64_t>();
        units += shipped;
        writer.segment({"LX", line.at("lineNo").dump()});
        writer.segment({"W12", line.at("status").get<std::string>(), line.at("ordered").dump(),
                        std::to_string(shipped), line.at("missing").dump(), "EA", "", "VN",
                        line.at("sku").get<std::string>()});
    }
    writer.segment({"W03", std::to_string(units)});
    writer.endSet();
    return writer.finished();
}

void ThreePl::batchDue()
{
    const Millis now = m_parts.clock.now();
    const std::int64_t control = nextControl();
    X12Writer writer({'*', '>', "~\n"}, envelope("IB", control, merchant));
    writer.beginSet("846");
    writer.segment({"BIA", "00", "SI", std::to_string(control), date8(now), time6(now)});
    int count = 0;
    for (const StockRow& row : m_parts.stock.ofNode(node)) {
        ++count;
        writer.segment({"LIN", std::to_string(count), "VN", row.sku});
        writer.segment({"QTY", "17", std::to_string(std::max<std::int64_t>(0, row.onHand)), "EA"});
        writer.segment({"QTY", "33", std::to_string(std::max<std::int64_t>(0, row.available())), "EA"});
    }
    writer.segment({"CTT", std::to_string(count)});
    writer.endSet();
    drop("846_" + nineDigits(control) + ".x12", writer.finished());
    m_parts.stock.reported(node);
}

} // namespace milepost::network
