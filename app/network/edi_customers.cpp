// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/edi_customers.h"

#include "app/network/fixed_width.h"
#include "app/network/money_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr const char* merchant = "MERCHANT";
constexpr std::array<const char*, 3> customers{"GREENMART", "BUILDCO", "NORDHANDEL"};

X12Separators separatorsOf(const std::string& partner)
{
    if (partner == "BUILDCO") return {'|', ':', "~\r\n"};
    if (partner == "NORDHANDEL") return {'*', '<', "\n"};
    return {'*', '>', "~"};
}

void writeAddress(X12Writer& writer, const Address& address)
{
    writer.segment({"N1", "ST", address.name, "92", address.code.empty() ? "0001" : address.code});
    writer.segment({"N3", address.street, address.street2});
    writer.segment({"N4", address.city, address.region, address.postalCode, address.country});
}

/// What an order states of itself but for its number and lines.
void writeHeader(X12Writer& writer, const CustomerOrder& order, Millis placedAt)
{
    writer.segment({"CUR", "BY", order.currency});
    writer.segment({"REF", "DP", std::to_string(10 + order.position % 40)});
    if (order.partner == "GREENMART") writer.segment({"ITD", "01", "3", "2", "", "10", "", "30"});
    writer.segment({"DTM", "002", date8(placedAt + order.requestedInDays * 24 * scaledHour)});
    writer.segment({"N1", "BY", order.partner, "92", order.partner.substr(0, 2)});
    for (const Address& address : order.addresses)
        writeAddress(writer, address);
}

void writeStores(X12Writer& writer, const CustomerLine& line)
{
    const auto& stores = line.stores;
    if (stores.size() == 2) {
        writer.segment({"SDQ", "EA", "92", stores[0].first, std::to_string(stores[0].second), stores[1].first,
                        std::to_string(stores[1].second)});
    } else if (stores.size() == 3) {
        writer.segment({"SDQ", "EA", "92", stores[0].first, std::to_string(stores[0].second), stores[1].first,
                        std::to_string(stores[1].second), stores[2].first, std::to_string(stores[2].second)});
    }
}

void writeLine(X12Writer& writer, const CustomerLine& line)
{
    const std::string price = line.priceMillionths ? priceText(*line.priceMillionths) : "";
    writer.segment(
        {"PO1", std::to_string(line.lineNo), std::to_string(line.quantity), "EA", price, "", "VN", line.sku});
    writer.segment({"PID", "F", "", "", "", line.title});
    writeStores(writer, line);
    if (line.shipTo) writeAddress(writer, *line.shipTo);
}

void writeOrder(X12Writer& writer, const CustomerOrder& order, Millis now)
{
    writer.beginSet("850");
    writer.segment({"BEG", "00", "SA", order.ref, "", date8(now)});
    writeHeader(writer, order, now);
    for (const CustomerLine& line : order.lines)
        writeLine(writer, line);
    writer.segment({"CTT", std::to_string(order.lines.size())});
    writer.endSet();
}

/// This one repeats the whole order when anything changes; the others state what changes.
bool replacesOrders(const std::string& partner)
{
    return partner == "NORDHANDEL";
}

const CustomerLine* sameLine(const CustomerOrder& order, const CustomerLine& line)
{
    const auto at = std::ranges::find(order.lines, line.lineNo, &CustomerLine::lineNo);
    return at == order.lines.end() ? nullptr : &*at;
}

void writeChangedLine(X12Writer& writer, const CustomerLine& line, const char* kind)
{
    const std::string price = line.priceMillionths ? priceText(*line.priceMillionths) : "";
    writer.segment({"POC", std::to_string(line.lineNo), kind, std::to_string(line.quantity), "", "EA", price,
                    "", "VN", line.sku});
}

const char* kindOfChange(const CustomerLine* before, const CustomerLine& line)
{
    if (before == nullptr) return "AI";
    if (before->quantity == line.quantity) return "NC";
    return before->quantity < line.quantity ? "QI" : "QD";
}

void writeChange(X12Writer& writer, const CustomerOrder& placed, const CustomerOrder& wanted, Millis now)
{
    const bool isWhole = replacesOrders(wanted.partner);
    writer.beginSet("860");
    writer.segment({"BCH", isWhole ? "05" : "04", "SA", wanted.ref, "", "1", date8(placed.placedAt), "", "",
                    "", "", date8(now)});
    if (isWhole) writeHeader(writer, wanted, placed.placedAt);
    int lines = 0;
    for (const CustomerLine& line : wanted.lines) {
        const CustomerLine* before = sameLine(placed, line);
        const std::string kind = kindOfChange(before, line);
        if (kind == "NC" && !isWhole) continue;
        writeChangedLine(writer, line, kind.c_str());
        ++lines;
    }
    for (const CustomerLine& line : placed.lines) {
        if (isWhole || sameLine(wanted, line) != nullptr) continue;
        writeChangedLine(writer, line, "DI");
        ++lines;
    }
    writer.segment({"CTT", std::to_string(lines)});
    writer.endSet();
}

/// Cut off, or a quantity that is none.
std::string damaged(const std::string& text, DiceRow row)
{
    const std::size_t line = text.find("PO1");
    if (row.chance(0.5) || line == std::string::npos) return text.substr(0, text.size() * 6 / 10);
    std::string copy = text;
    const char elementMark = text[line + 3];
    const std::size_t quantity = copy.find(elementMark, line + 4) + 1;
    copy[quantity] = 'O';
    return copy;
}

} // namespace

EdiCustomers::EdiCustomers(NetworkParts& parts)
    : FilePeer(parts, "edi", "edi")
    , m_counted(parts, "edi")
{
}

void EdiCustomers::describe(Json& entry) const
{
    FilePeer::describe(entry);
    entry["partners"] = Json::array();
    for (const char* partner : customers)
        entry["partners"].push_back({{"id", partner}, {"qualifier", "ZZ"}});
    entry["ownId"] = merchant;
}

std::string EdiCustomers::keyOf(const std::string& fileName, const std::string&) const
{
    return fileName;
}

void EdiCustomers::perform(const std::string&, const std::string& content, Acknowledge)
{
    // customers read their acknowledgements and say nothing
    if (const auto interchange = readX12(content)) m_parts.books.nextNumber("ediAcknowledgements");
}

bool EdiCustomers::takesChangesOf(const CustomerOrder& order) const
{
    return std::ranges::all_of(order.lines, [](const CustomerLine& line) {
        return line.stores.empty() && !line.shipTo; // what stores share is agreed by telephone
    });
}

void EdiCustomers::emit(const std::vector<CustomerOrder>& orders)
{
    for (const CustomerOrder& order : orders)
        m_counted.note(order.ref, order.partner, m_parts.clock.now());
    send({.partner = orders.front().partner, .group = "PO", .key = orders.front().ref},
         [&](X12Writer& writer) {
             for (const CustomerOrder& order : orders)
                 writeOrder(writer, order, m_parts.clock.now());
         });
}

void EdiCustomers::change(const CustomerOrder& placed, const CustomerOrder& wanted)
{
    send({.partner = wanted.partner, .group = "PC", .key = wanted.ref + " changed"},
         [&](X12Writer& writer) { writeChange(writer, placed, wanted, m_parts.clock.now()); });
}

void EdiCustomers::send(const Mail& mail, const std::function<void(X12Writer&)>& write)
{
    const auto interchange = [&](std::int64_t control) {
        X12Writer writer(separatorsOf(mail.partner),
                         {mail.partner, merchant, mail.group, control, m_parts.clock.now()});
        write(writer);
        return writer.finished();
    };
    const auto fileOf = [&](std::int64_t control) { return mail.partner + '_' + nineDigits(control); };
    const std::int64_t control = m_parts.books.nextNumber("control:" + mail.partner);
    const std::string text = interchange(control);
    const FaultKind fault = m_parts.faults.next(
        {name(), "news", mail.key}, {FaultKind::Duplicate, FaultKind::Malformed}, {FaultKind::Lost});
    if (fault != FaultKind::None) m_parts.faults.count(fault);
    DiceRow row = m_parts.dice.row({"edi", mail.key});
    const Millis later = row.between(5, 15) * scaledMinute;
    if (fault == FaultKind::Lost) {
        m_parts.objects.put(
            {name(), "lostFile", fileOf(control) + ".edi", mail.partner, mail.key, "lost", text});
        return;
    }
    drop(fileOf(control) + ".edi", fault == FaultKind::Malformed ? damaged(text, row) : text);
    if (fault == FaultKind::Duplicate) {
        drop(fileOf(control) + "_2.edi", text, later);
    } else if (fault == FaultKind::Malformed) {
        const std::int64_t again = m_parts.books.nextNumber("control:" + mail.partner);
        drop(fileOf(again) + ".edi", interchange(again), later);
    }
}

void EdiCustomers::tellLost()
{
    for (BookObject lost : m_parts.objects.ofKind("lostFile")) {
        if (lost.state != "lost") continue;
        lost.state = "told";
        m_parts.objects.put(lost);
        drop(lost.id, lost.body);
    }
}

void EdiCustomers::totalsDue()
{
    constexpr Millis patience = 30 * scaledMinute; // repeats have gone out by then
    const Millis to = (m_parts.clock.now() - patience) / scaledHour * scaledHour;
    const Millis from = to - scaledHour;
    const auto moment = [](Millis at) { return date8(at) + time6(at); };
    std::string text = FixedRecord("TH")
                           .text(3, 16, moment(from))
                           .text(17, 30, moment(to))
                           .number(31, 38, m_counted.between(from, to))
                           .line();
    for (const char* customer : customers)
        text += FixedRecord("TC")
                    .text(3, 17, customer)
                    .number(18, 25, m_counted.between(from, to, customer))
                    .line();
    text += FixedRecord("TT").number(3, 8, static_cast<std::int64_t>(customers.size()) + 2).line();
    drop("TOTALS_" + moment(to).substr(0, 10) + ".txt", text);
}

} // namespace milepost::network
