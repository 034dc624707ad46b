// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/erp.h"

#include "app/network/money_text.h"
#include "app/network/peer_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr double rejectedAtAccept = 0.004;
constexpr double rejectedAtInvoice = 0.002;

/// "/sales/SO-1/shipments" gives "SO-1"; "" when the path is another one.
std::string saleOfPath(const std::string& path, const std::string& tail)
{
    const std::string head = "/sales/";
    if (!path.starts_with(head) || !path.ends_with(tail) || path.size() <= head.size() + tail.size())
        return {};
    return path.substr(head.size(), path.size() - head.size() - tail.size());
}

std::string wrapped(const std::string& word, const std::string& body)
{
    return "{\"ok\":true,\"" + word + "\":" + body + '}';
}

Refusal business(const std::string& code, const std::string& text)
{
    return {200, code, text};
}

std::int64_t quantityOf(const Json& line)
{
    const auto quantity = line.contains("quantity") ? wholeQuantity(line.at("quantity")) : std::nullopt;
    if (!quantity) throw business("BAD_QUANTITY", "a line has no whole quantity above zero");
    return *quantity;
}

/// The line of the sale with this number. Throws the business error when there is none.
Json& lineOf(Json& sale, const Json& line)
{
    for (Json& candidate : sale.at("lines")) {
        if (candidate.at("lineNo") == line.value("lineNo", Json())) return candidate;
    }
    throw business("UNKNOWN_LINE",
                   "sale " + sale.at("saleNo").get<std::string>() + " has no line " + textOf(line, "lineNo"));
}

const Json& linesOf(const Json& body)
{
    const auto lines = body.find("lines");
    if (lines == body.end() || !lines->is_array() || lines->empty())
        throw business("NO_LINES", "lines are missing");
    return *lines;
}

std::string referenceOf(const Json& body)
{
    std::string reference = textOf(body, "reference");
    if (reference.empty()) throw business("NO_REFERENCE", "reference is missing");
    return reference;
}

} // namespace

Erp::Erp(NetworkParts& parts, const Catalogue& catalogue)
    : HttpPeer(parts, "erp", "erp", {"bearer", "", "", "", ""})
    , m_catalogue(catalogue)
{
}

Operation Erp::identify(const HttpRequest& request) const
{
    if (request.method == "POST") {
        const std::string reference = peek(request.body, "reference");
        if (request.path == "/sales") return {"accept", "order.accept", reference, ""};
        if (request.path == "/shipments" || !saleOfPath(request.path, "/shipments").empty())
            return {"post", "shipment.post", reference, ""};
        if (request.path == "/invoices") return {"invoice", "invoice.create", reference, ""};
        if (request.path == "/credits") return {"credit", "invoice.credit", reference, ""};
        if (request.path == "/returns") return {"return", "return.credit", reference, ""};
        if (!saleOfPath(request.path, "/lines").empty()) return {"change", "order.change", reference, ""};
        if (!saleOfPath(request.path, "/cancel").empty()) return {"cancel", "order.cancel", reference, ""};
    }
    return {"read " + request.path.substr(0, request.path.find('/', 1)), "", request.parameter("reference"),
            ""};
}

std::string Erp::failureBody(const Refusal& refusal) const
{
    return Json{{"ok", false}, {"error", {{"code", refusal.code}, {"message", refusal.text}}}}.dump();
}

HttpReply Erp::answer(const HttpRequest& request)
{
    if (request.method == "POST") return {200, create(request), {}};
    if (request.method == "GET") return {200, found(request), {}};
    throw Refusal{405, "METHOD", "GET and POST only"};
}

std::string Erp::create(const HttpRequest& request)
{
    const Json body = bodyObject(request);
    if (request.path == "/sales") return createSale(body);
    if (request.path == "/shipments") return postShipment(body, textOf(body, "saleNo"));
    if (const std::string saleNo = saleOfPath(request.path, "/shipments"); !saleNo.empty())
        return postShipment(body, saleNo);
    if (request.path == "/invoices") return createInvoice(body);
    if (request.path == "/credits") return createCredit(body);
    if (request.path == "/returns") return creditReturn(body);
    if (const std::string saleNo = saleOfPath(request.path, "/lines"); !saleNo.empty())
        return changeSale(body, saleNo);
    if (const std::string saleNo = saleOfPath(request.path, "/cancel"); !saleNo.empty())
        return cancelSale(body, saleNo);
    throw Refusal{404, "NOT_FOUND", "no such path"};
}

std::string Erp::found(const HttpRequest& request)
{
    // path, the kind of object it lists and the name of the list
    static const std::map<std::string, std::pair<std::string, std::string>> lists{
        {"/sales", {"sale", "sales"}},
        {"/shipments", {"posting", "shipments"}},
        {"/invoices", {"invoice", "invoices"}},
        {"/changes", {"change", "changes"}},
        {"/cancellations", {"cancellation", "cancellations"}},
        {"/credits", {"credit", "credits"}}};
    if (const auto list = lists.find(request.path); list != lists.end()) {
        const auto& [kind, name] = list->second;
        const auto objects = m_parts.objects.byReference("erp", kind, request.parameter("reference"));
        return "{\"ok\":true," + listText(name, objects) + '}';
    }
    if (const std::string saleNo = saleOfPath(request.path, ""); !saleNo.empty()) {
        const auto sale = m_parts.objects.get("erp", "sale", saleNo);
        if (!sale) throw business("UNKNOWN_SALE", "no sale " + saleNo);
        return wrapped("sale", sale->body);
    }
    throw Refusal{404, "NOT_FOUND", "no such path"};
}

void Erp::refuseSeeded(const std::string& step, const std::string& orderRef, double share,
                       const Refusal& refusal)
{
    const bool isActive =
        m_parts.faults.profile() != FaultProfile::None && m_parts.books.meta("healed") != "1";
    if (isActive && m_parts.dice.chance(share, {"reject", step, orderRef})) throw refusal;
}

Json Erp::saleLine(const Json& line) const
{
    const std::string sku = textOf(line, "sku");
    const CatalogueItem* item = m_catalogue.find(sku);
    if (item == nullptr) throw business("UNKNOWN_ITEM", "no item " + sku);
    const std::int64_t quantity = quantityOf(line);
    std::int64_t price = item->priceMillionths;
    if (const std::string given = textOf(line, "unitPrice"); !given.empty()) {
        const auto read = parseMillionths(given);
        if (!read) throw business("BAD_PRICE", "unitPrice of " + sku + " is " + given);
        price = *read;
    }
    return {{"lineNo", line.at("lineNo")},
            {"sku", sku},
            {"quantity", std::to_string(quantity)},
            {"unitPrice", priceText(price)},
            {"amount", centsText(amountCents(quantity, price))},
            {"posted", 0}};
}

std::string Erp::createSale(const Json& body)
{
    constexpr std::int64_t firstNumber = 100001;
    const std::string reference = referenceOf(body);
    const std::string orderRef = textOf(body, "customerOrderNo");
    Json lines = Json::array();
    std::int64_t total = 0;
    for (const Json& line : linesOf(body)) {
        lines.push_back(saleLine(line));
        total += parseMillionths(lines.back().at("amount").get<std::string>()).value_or(0) / 10'000;
    }
    const bool isLocked = m_parts.dice.chance(0.4, {"locked", orderRef});
    refuseSeeded("accept", orderRef, rejectedAtAccept,
                 isLocked ? business("CUSTOMER_LOCKED", "the customer is locked for new orders")
                          : business("CREDIT_BLOCKED", "the order is over the customer's credit limit"));
    const std::string number = "SO-" + std::to_string(m_parts.books.nextNumber("sale", firstNumber));
    const std::string text = Json{{"saleNo", number},
                                  {"reference", reference},
                                  {"customerOrderNo", orderRef},
                                  {"status", "confirmed"},
                                  {"currency", textOf(body, "currency")},
                                  {"lines", lines},
                                  {"total", centsText(total)},
                                  {"createdAt", rfc3339(m_parts.clock.now())}}
                                 .dump();
    m_parts.objects.put({"erp", "sale", number, reference, orderRef, "confirmed", text});
    performed("order.accept", reference);
    return wrapped("sale", text);
}

Json Erp::openSale(const std::string& saleNo)
{
    const auto object = m_parts.objects.get("erp", "sale", saleNo);
    if (!object) throw business("UNKNOWN_SALE", "no sale " + saleNo);
    if (object->state == "cancelled") throw business("SALE_CANCELLED", "sale " + saleNo + " is cancelled");
    return Json::parse(object->body);
}

std::string Erp::postShipment(const Json& body, const std::string& saleNo)
{
    constexpr std::int64_t firstNumber = 200001;
    const std::string reference = referenceOf(body);
    Json sale = openSale(saleNo);
    for (const Json& line : linesOf(body)) {
        Json& ordered = lineOf(sale, line);
        const std::int64_t quantity = quantityOf(line);
        if (quantity > std::stoll(ordered.at("quantity").get<std::string>()))
            throw business("OVER_DELIVERY",
                           "more than sale " + saleNo + " has on line " + textOf(line, "lineNo"));
        ordered["posted"] = ordered.at("posted").get<std::int64_t>() + quantity;
    }
    const std::string number = "DN-" + std::to_string(m_parts.books.nextNumber("posting", firstNumber));
    const std::string orderRef = sale.at("customerOrderNo");
    const std::string text = Json{{"shipmentNo", number},      {"saleNo", saleNo},
                                  {"reference", reference},    {"tracking", textOf(body, "tracking")},
                                  {"lines", body.at("lines")}, {"postedAt", rfc3339(m_parts.clock.now())}}
                                 .dump();
    m_parts.objects.put({"erp", "sale", saleNo, "", orderRef, "confirmed", sale.dump()});
    m_parts.objects.put({"erp", "posting", number, reference, orderRef, "posted", text});
    performed("shipment.post", reference);
    return wrapped("shipment", text);
}

std::string Erp::createInvoice(const Json& body)
{
    constexpr std::int64_t firstNumber = 300001;
    const std::string reference = referenceOf(body);
    const std::string saleNo = textOf(body, "saleNo");
    Json sale = openSale(saleNo);
    const std::string orderRef = sale.at("customerOrderNo");
    Json lines = Json::array();
    std::int64_t total = 0;
    for (const Json& line : linesOf(body)) {
        const Json& sold = lineOf(sale, line);
        const std::int64_t quantity = quantityOf(line);
        if (quantity > sold.at("posted").get<std::int64_t>())
            throw business("NOT_POSTED", "more than has been posted for line " + textOf(line, "lineNo"));
        const std::string price = sold.at("unitPrice");
        const std::int64_t amount = amountCents(quantity, parseMillionths(price).value_or(0));
        total += amount;
        lines.push_back({{"lineNo", sold.at("lineNo")},
                         {"sku", sold.at("sku")},
                         {"quantity", std::to_string(quantity)},
                         {"unitPrice", price},
                         {"amount", centsText(amount)}});
    }
    refuseSeeded("invoice", orderRef, rejectedAtInvoice,
                 business("PERIOD_CLOSED", "the posting period is closed"));
    const std::string number = "INV-" + std::to_string(m_parts.books.nextNumber("invoice", firstNumber));
    const std::string text = Json{{"invoiceNo", number},
                                  {"saleNo", saleNo},
                                  {"reference", reference},
                                  {"currency", sale.at("currency")},
                                  {"lines", lines},
                                  {"amount", centsText(total)},
                                  {"issuedAt", rfc3339(m_parts.clock.now())}}
                                 .dump();
    m_parts.objects.put({"erp", "invoice", number, reference, orderRef, "issued", text});
    performed("invoice.create", reference);
    return wrapped("invoice", text);
}

/// Goods that were posted were bought; a sale with them cannot be cancelled.
std::string Erp::cancelSale(const Json& body, const std::string& saleNo)
{
    constexpr std::int64_t firstNumber = 700001;
    const std::string reference = referenceOf(body);
    Json sale = openSale(saleNo);
    for (const Json& line : sale.at("lines")) {
        if (line.at("posted").get<std::int64_t>() > 0)
            throw business("ALREADY_SHIPPED", "sale " + saleNo + " has posted shipments");
    }
    sale["status"] = "cancelled";
    const std::string orderRef = sale.at("customerOrderNo");
    m_parts.objects.put(
        {"erp", "sale", saleNo, textOf(sale, "reference"), orderRef, "cancelled", sale.dump()});
    const std::string number = "CN-" + std::to_string(m_parts.books.nextNumber("cancellation", firstNumber));
    const std::string text = Json{{"cancellationNo", number},
                                  {"saleNo", saleNo},
                                  {"reference", reference},
                                  {"cancelledAt", rfc3339(m_parts.clock.now())}}
                                 .dump();
    m_parts.objects.put({"erp", "cancellation", number, reference, orderRef, "done", text});
    performed("order.cancel", reference);
    return wrapped("cancellation", text);
}

/// The lines as they are wanted from now on; what is not named stays, what was posted must stay on them.
std::string Erp::changeSale(const Json& body, const std::string& saleNo)
{
    constexpr std::int64_t firstNumber = 800001;
    const std::string reference = referenceOf(body);
    Json sale = openSale(saleNo);
    for (const Json& line : linesOf(body))
        changeLine(sale, line);
    std::int64_t total = 0;
    for (const Json& line : sale.at("lines"))
        total += parseMillionths(line.at("amount").get<std::string>()).value_or(0) / 10'000;
    sale["total"] = centsText(total);
    const std::string orderRef = sale.at("customerOrderNo");
    const std::string number = "CH-" + std::to_string(m_parts.books.nextNumber("change", firstNumber));
    const std::string text = Json{{"changeNo", number},
                                  {"saleNo", saleNo},
                                  {"reference", reference},
                                  {"lines", sale.at("lines")},
                                  {"changedAt", rfc3339(m_parts.clock.now())}}
                                 .dump();
    m_parts.objects.put(
        {"erp", "sale", saleNo, textOf(sale, "reference"), orderRef, "confirmed", sale.dump()});
    m_parts.objects.put({"erp", "change", number, reference, orderRef, "done", text});
    performed("order.change", reference);
    return wrapped("change", text);
}

void Erp::changeLine(Json& sale, const Json& line) const
{
    Json& lines = sale.at("lines");
    const auto sold = std::ranges::find_if(
        lines, [&](const Json& candidate) { return candidate.at("lineNo") == line.value("lineNo", Json()); });
    if (sold == lines.end()) {
        lines.push_back(saleLine(line));
        return;
    }
    const std::string wanted = textOf(line, "quantity");
    const std::int64_t quantity = wanted == "0" ? 0 : quantityOf(line);
    if (quantity < sold->at("posted").get<std::int64_t>())
        throw business("ALREADY_POSTED", "more has been posted for line " + textOf(line, "lineNo"));
    const auto price = parseMillionths(sold->at("unitPrice").get<std::string>()).value_or(0);
    (*sold)["quantity"] = std::to_string(quantity);
    (*sold)["amount"] = centsText(amountCents(quantity, price));
}

/// One that is there and has not been taken back.
BookObject Erp::openInvoice(const Json& body)
{
    const std::string invoiceNo = textOf(body, "invoiceNo");
    auto invoice = m_parts.objects.get("erp", "invoice", invoiceNo);
    if (!invoice) throw business("UNKNOWN_INVOICE", "no invoice " + invoiceNo);
    if (invoice->state == "credited")
        throw business("ALREADY_CREDITED", "invoice " + invoiceNo + " is credited");
    return *std::move(invoice);
}

std::string Erp::issueCredit(const BookObject& invoice, const std::string& reference, Json credit)
{
    constexpr std::int64_t firstNumber = 400001;
    const std::string number = "CR-" + std::to_string(m_parts.books.nextNumber("credit", firstNumber));
    credit["creditNo"] = number;
    credit["invoiceNo"] = invoice.id;
    credit["reference"] = reference;
    credit["issuedAt"] = rfc3339(m_parts.clock.now());
    const std::string text = credit.dump();
    m_parts.objects.put({"erp", "credit", number, reference, invoice.orderRef, "issued", text});
    return wrapped("credit", text);
}

/// What came back is credited at the price at which it was billed.
std::string Erp::creditReturn(const Json& body)
{
    const std::string reference = referenceOf(body);
    const BookObject invoice = openInvoice(body);
    Json issued = Json::parse(invoice.body);
    std::int64_t total = 0;
    for (const Json& line : linesOf(body)) {
        const Json& billed = lineOf(issued, line);
        const std::int64_t quantity = quantityOf(line);
        if (quantity > wholeQuantity(billed.at("quantity")).value_or(0))
            throw business("NOT_BILLED", "more than was billed for line " + textOf(line, "lineNo"));
        const auto price = parseMillionths(billed.at("unitPrice").get<std::string>()).value_or(0);
        total += amountCents(quantity, price);
    }
    performed("return.credit", reference);
    return issueCredit(invoice, reference,
                       {{"returnNo", textOf(body, "returnNo")},
                        {"currency", issued.at("currency")},
                        {"amount", centsText(total)}});
}

/// An invoice is taken back in whole, once.
std::string Erp::createCredit(const Json& body)
{
    const std::string reference = referenceOf(body);
    BookObject invoice = openInvoice(body);
    const Json issued = Json::parse(invoice.body);
    invoice.state = "credited";
    m_parts.objects.put(invoice);
    performed("invoice.credit", reference);
    return issueCredit(invoice, reference,
                       {{"currency", issued.at("currency")}, {"amount", issued.at("amount")}});
}

} // namespace milepost::network
