// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/truth.h"

#include "app/network/deliveries.h"
#include "app/network/http_peer.h"
#include "app/network/peer_json.h"
#include "app/network/warehouse.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

/// One customer order with everything that any peer did for it.
struct OrderTruth {
    std::string channel;
    std::vector<std::string> skus;
    std::map<std::string, std::int64_t> ordered;
    std::map<std::string, std::int64_t> shipped;
    std::map<std::string, std::int64_t> delivered;
    std::map<std::string, std::int64_t> cancelled;
    std::map<std::string, std::int64_t> returned;
    Json shipments = Json::array();
    Json invoices = Json::array();
    Json credits = Json::array();
    std::map<std::string, std::int64_t> notices;
};

/// Orders by reference, in the order in which they were first seen.
class OrderTruths {
public:
    OrderTruth& of(const std::string& ref)
    {
        const auto [place, isNew] = m_byRef.try_emplace(ref, m_truths.size());
        if (isNew) m_truths.emplace_back(ref, OrderTruth{});
        return m_truths[place->second].second;
    }

    const std::vector<std::pair<std::string, OrderTruth>>& all() const { return m_truths; }

private:
    std::map<std::string, std::size_t> m_byRef;
    std::vector<std::pair<std::string, OrderTruth>> m_truths;
};

void addOrders(Books& books, OrderTruths& truths)
{
    struct Row {
        std::string ref;
        std::string channel;
        std::string lines;
    };
    const auto rows =
        books.rows("SELECT ref, channel, lines FROM customer_order WHERE emitted = 1 ORDER BY position",
                   [](SQLite::Statement& row) {
                       return Row{row.getColumn(0).getString(), row.getColumn(1).getString(),
                                  row.getColumn(2).getString()};
                   });
    for (const Row& row : rows) {
        OrderTruth& truth = truths.of(row.ref);
        truth.channel = row.channel;
        for (const Json& line : Json::parse(row.lines)) {
            truth.skus.push_back(line.at("sku"));
            truth.ordered[truth.skus.back()] += line.at("ordered").get<std::int64_t>();
            truth.cancelled[truth.skus.back()] += line.value("cancelled", std::int64_t{0});
        }
    }
}

void addShipments(ObjectBook& objects, OrderTruths& truths)
{
    std::map<std::string, std::string> parcels;
    for (const BookObject& parcel : objects.ofKind("parcel"))
        parcels[parcel.id] = parcel.state;
    for (const BookObject& dispatch : objects.ofKind("dispatch")) {
        const Release sent = readRelease(dispatch.system, dispatch.body);
        OrderTruth& truth = truths.of(dispatch.orderRef);
        const std::string& state = parcels[dispatch.state];
        Json lines = Json::array();
        for (const DeliveryLine& line : sent.lines) {
            lines.push_back({{"sku", line.sku}, {"quantity", line.shipped}});
            if (!truth.ordered.contains(line.sku) && !truth.shipped.contains(line.sku))
                truth.skus.push_back(line.sku);
            truth.shipped[line.sku] += line.shipped;
            truth.delivered[line.sku] += state == "delivered" ? line.shipped : 0;
        }
        truth.shipments.push_back({{"node", dispatch.system},
                                   {"shipmentNo", dispatch.id},
                                   {"reference", dispatch.reference},
                                   {"tracking", dispatch.state},
                                   {"state", state},
                                   {"lines", lines}});
    }
}

void addReturns(ObjectBook& objects, OrderTruths& truths)
{
    for (const BookObject& goods : objects.ofKind("return")) {
        OrderTruth& truth = truths.of(goods.orderRef);
        const Json body = Json::parse(goods.body);
        for (const Json& line : body.at("lines"))
            truth.returned[line.at("sku")] += line.at("quantity").get<std::int64_t>();
    }
}

void addInvoices(ObjectBook& objects, OrderTruths& truths)
{
    for (const BookObject& invoice : objects.ofKind("invoice")) {
        const Json body = Json::parse(invoice.body);
        Json lines = Json::array();
        for (const Json& line : body.at("lines"))
            lines.push_back(
                {{"sku", line.at("sku")}, {"quantity", wholeQuantity(line.at("quantity")).value_or(0)}});
        truths.of(invoice.orderRef)
            .invoices.push_back({{"number", invoice.id},
                                 {"reference", invoice.reference},
                                 {"amount", body.at("amount")},
                                 {"currency", body.at("currency")},
                                 {"lines", lines}});
    }
}

void addCredits(ObjectBook& objects, OrderTruths& truths)
{
    for (const BookObject& credit : objects.ofKind("credit")) {
        const Json body = Json::parse(credit.body);
        truths.of(credit.orderRef)
            .credits.push_back({{"number", credit.id},
                                {"reference", credit.reference},
                                {"invoice", body.at("invoiceNo")},
                                {"return", body.value("returnNo", "")},
                                {"amount", body.at("amount")}});
    }
}

Json orderJson(const std::string& ref, const OrderTruth& truth)
{
    Json lines = Json::array();
    const auto figure = [](const std::map<std::string, std::int64_t>& figures, const std::string& sku) {
        const auto found = figures.find(sku);
        return found == figures.end() ? std::int64_t{0} : found->second;
    };
    for (const std::string& sku : truth.skus) {
        lines.push_back({{"sku", sku},
                         {"ordered", figure(truth.ordered, sku)},
                         {"shipped", figure(truth.shipped, sku)},
                         {"delivered", figure(truth.delivered, sku)},
                         {"cancelled", figure(truth.cancelled, sku)},
                         {"returned", figure(truth.returned, sku)}});
    }
    Json notices = Json::array();
    for (const auto& [kind, count] : truth.notices)
        notices.push_back({{"kind", kind}, {"count", count}});
    return {{"ref", ref},
            {"channel", truth.channel},
            {"lines", lines},
            {"shipments", truth.shipments},
            {"invoices", truth.invoices},
            {"credits", truth.credits},
            {"notices", notices}};
}

Json ordersJson(NetworkParts& parts)
{
    OrderTruths truths;
    addOrders(parts.books, truths);
    addShipments(parts.objects, truths);
    addReturns(parts.objects, truths);
    addInvoices(parts.objects, truths);
    addCredits(parts.objects, truths);
    for (const BookObject& notice : parts.objects.ofKind("notice"))
        ++truths.of(notice.orderRef).notices[notice.state];
    Json orders = Json::array();
    for (const auto& [ref, truth] : truths.all())
        orders.push_back(orderJson(ref, truth));
    return orders;
}

Json stockJson(Stock& stock)
{
    Json rows = Json::array();
    for (const StockRow& row : stock.all()) {
        rows.push_back({{"node", row.node},
                        {"sku", row.sku},
                        {"initial", row.initial},
                        {"received", row.received},
                        {"damaged", row.damaged},
                        {"onHand", row.onHand}});
    }
    return rows;
}

Json worksJson(Books& books)
{
    Json works = Json::array();
    const auto rows = books.rows("SELECT system, capability, reference, key, requests, performed FROM work",
                                 [](SQLite::Statement& row) {
                                     return Json{{"system", row.getColumn(0).getString()},
                                                 {"capability", row.getColumn(1).getString()},
                                                 {"reference", row.getColumn(2).getString()},
                                                 {"key", row.getColumn(3).getString()},
                                                 {"requests", row.getColumn(4).getInt64()},
                                                 {"performed", row.getColumn(5).getInt64()}};
                                 });
    for (const Json& row : rows)
        works.push_back(row);
    return works;
}

Json countsJson(Books& books, const char* sql)
{
    Json counts = Json::object();
    const auto rows = books.rows(sql, [](SQLite::Statement& row) {
        return std::pair{row.getColumn(0).getString(), row.getColumn(1).getInt64()};
    });
    for (const auto& [name, count] : rows)
        counts[name] = count;
    return counts;
}

/// Which of our keys the peers saw for an order: they begin with its number, as the client writes it.
Json worksOf(Books& books, const std::string& prefix)
{
    Json works = Json::array();
    const auto rows = books.rows(
        "SELECT system, capability, reference, key, requests, performed FROM work "
        "WHERE reference >= ? AND reference < ? || char(1114111)",
        [](SQLite::Statement& row) {
            return Json{
                {"system", row.getColumn(0).getString()},    {"capability", row.getColumn(1).getString()},
                {"reference", row.getColumn(2).getString()}, {"key", row.getColumn(3).getString()},
                {"requests", row.getColumn(4).getInt64()},   {"performed", row.getColumn(5).getInt64()}};
        },
        prefix, prefix);
    for (const Json& row : rows)
        works.push_back(row);
    return works;
}

} // namespace

Json truthOfOrder(NetworkParts& parts, const std::string& ref, const std::string& prefix)
{
    Json shipments = Json::array();
    Json invoices = Json::array();
    Json credits = Json::array();
    Json notices = Json::array();
    for (const char* node : {"WEST", "EAST", "THREEPL"}) {
        for (const BookObject& dispatch : parts.objects.ofOrder(node, "dispatch", ref)) {
            const Release sent = readRelease(dispatch.system, dispatch.body);
            std::int64_t units = 0;
            for (const DeliveryLine& line : sent.lines)
                units += line.shipped;
            shipments.push_back({{"node", node},
                                 {"deliveryNo", sent.deliveryNo},
                                 {"tracking", dispatch.state},
                                 {"units", units}});
        }
    }
    for (const BookObject& invoice : parts.objects.ofOrder("erp", "invoice", ref)) {
        std::int64_t units = 0;
        const Json issued = Json::parse(invoice.body);
        for (const Json& line : issued.at("lines"))
            units += wholeQuantity(line.at("quantity")).value_or(0);
        invoices.push_back({{"number", invoice.id},
                            {"reference", invoice.reference},
                            {"credited", invoice.state == "credited"},
                            {"units", units}});
    }
    for (const BookObject& credit : parts.objects.ofOrder("erp", "credit", ref))
        credits.push_back({{"number", credit.id}, {"reference", credit.reference}});
    for (const BookObject& notice : parts.objects.ofOrder("notify", "notice", ref))
        notices.push_back(textOf(Json::parse(notice.body), "trackingNo"));
    const auto sales = parts.objects.ofOrder("erp", "sale", ref);
    return {{"shipments", shipments}, {"invoices", invoices},      {"credits", credits},
            {"notices", notices},     {"hasSale", !sales.empty()}, {"works", worksOf(parts.books, prefix)}};
}

Json truthOf(NetworkParts& parts)
{
    return {{"faults", countsJson(parts.books, "SELECT kind, count FROM fault")},
            {"emitted",
             countsJson(parts.books,
                        "SELECT channel, count(*) FROM customer_order WHERE emitted = 1 GROUP BY channel")},
            {"stock", stockJson(parts.stock)},
            {"orders", ordersJson(parts)},
            {"works", worksJson(parts.books)}};
}

} // namespace milepost::network
