// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_scene.h"

#include "backend/contracts/policy_file.h"
#include "backend/contracts/process_file.h"
#include "backend/store/reader.h"
#include "backend/store/verify.h"

#include <stdexcept>

namespace milepost::test {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view processText = R"({"name": "test", "steps": [
 {"name": "validate", "booking": "validate", "policy": "test"},
 {"name": "tax", "capability": "tax.commit", "when": ["validated"], "policy": "test"},
 {"name": "accept", "capability": "order.accept", "booking": "accept", "when": ["validated"], "policy": "test"},
 {"name": "plan", "booking": "plan", "repeated": true, "when": ["accepted", "unplanned > 0"], "policy": "test"},
 {"name": "allocate", "capability": "inventory.allocate", "unit": "fulfillment", "booking": "allocate",
  "when": ["planned > 0"], "policy": "test"},
 {"name": "poison", "booking": "allocate", "when": ["held"], "policy": "test"}]})";

constexpr std::string_view policyText = R"({"policies": [{"name": "test", "maxTries": 50, "baseDelay": "1s",
 "maxDelay": "2s", "breakerFailures": 2, "probeAfter": "30s", "recoverWithin": "1h"}]})";

std::string packText(const std::string& name, const std::string& capability, const std::string& nodes)
{
    return R"({"name": ")" + name + R"(", "kind": ")" + name +
           R"(", "transport": "http", "document": "json",)" + nodes + R"("capabilities": {")" + capability +
           R"(": {"path": "/x", "request": [["/key", "effect.key"]], "reply": [["reply.document", "/no"]],
              "lookup": {"by": "reference", "path": "/x/{effect.key}", "notFound": [404],
                         "settleAfter": "60s", "reads": 2, "reply": [["reply.document", "/no"]]}}}})";
}

template <typename T>
T orThrow(Result<T> result)
{
    if (!result) throw std::runtime_error(result.error().place + ": " + result.error().message);
    return *std::move(result);
}

std::vector<std::shared_ptr<const Pack>> packs(bool isListening)
{
    const std::string polls =
        isListening ? R"("polls": [{"name": "stock", "path": "/s", "every": "1h", "watermark": true}],)" : "";
    std::vector<std::shared_ptr<const Pack>> packs{
        orThrow(compilePack(packText("tax", "tax.commit", ""), 11)),
        orThrow(compilePack(packText("erp", "order.accept", ""), 12)),
        orThrow(compilePack(
            packText("wms", "inventory.allocate", polls + R"("nodes": [{"name": "WEST", "preference": 0}],)"),
            13))};
    if (isListening)
        packs.push_back(orThrow(compilePack(
            R"({"name": "edi", "kind": "channel", "transport": "file", "countedBy": "placedAt"})", 14)));
    return packs;
}

std::string processOf(bool isListening)
{
    std::string text(processText);
    const std::string_view place = R"("when": ["planned > 0"],)";
    if (isListening)
        text.insert(text.find(place),
                    R"("expects": {"what": "shipmentConfirmed", "from": "node", "within": "24h"}, )");
    return text;
}

} // namespace

void EngineScene::open(const std::function<void()>& beforeStart)
{
    m_store = orThrow(Store::open(m_folder.filePath(QStringLiteral("store.db")).toStdString()));
    EngineSetup setup{.packs = packs(isListening),
                      .process = 1,
                      .policies = orThrow(parsePolicies(policyText)),
                      .http = &transport,
                      .codec = &m_store->codec(),
                      .clock = &clock};
    setup.processes.push_back(
        std::make_shared<const Process>(orThrow(parseProcess(processOf(isListening), 1))));
    setup.readAgain = [this](const InboxRow& row, const std::string&) {
        return std::vector<IncomingMessage>{m_sent.at(row.messageId)};
    };
    m_engine = makeEngine(*m_store, std::move(setup));
    beforeStart();
    m_engine->start();
}

void EngineScene::close()
{
    m_engine.reset();
    m_store.reset();
}

std::future<Receipt> EngineScene::send(const IncomingMessage& message)
{
    m_sent.insert_or_assign(message.messageId, message);
    auto told = std::make_shared<std::promise<Receipt>>();
    m_engine->receive(message, [told](Receipt receipt) { told->set_value(std::move(receipt)); });
    return told->get_future();
}

Receipt EngineScene::receive(const IncomingMessage& message)
{
    auto receipt = send(message);
    if (receipt.wait_for(5s) != std::future_status::ready) throw std::runtime_error("no receipt came");
    return receipt.get();
}

void EngineScene::inEngine(const std::function<void(Store&)>& work)
{
    auto ended = std::make_shared<std::promise<void>>();
    m_engine->run([work, ended](Store& store) {
        work(store);
        ended->set_value();
    });
    if (ended->get_future().wait_for(5s) != std::future_status::ready)
        throw std::runtime_error("the engine does not answer");
}

std::promise<void> EngineScene::holdBack()
{
    std::promise<void> release;
    auto released = std::make_shared<std::future<void>>(release.get_future());
    m_engine->run([released](Store&) { released->wait(); });
    return release;
}

void EngineScene::pass(Duration time)
{
    clock.advance(time);
    inEngine([](Store&) {});
}

Order EngineScene::order(const std::string& orderNo)
{
    Order state;
    inEngine([&](Store& store) {
        if (const auto id = store.orderByNo(orderNo)) state = store.loadOrder(*id)->state;
    });
    return state;
}

std::vector<ExceptionRow> EngineScene::exceptions()
{
    std::vector<ExceptionRow> rows;
    inEngine([&](Store& store) { rows = store.openExceptions(); });
    return rows;
}

std::vector<FactRow> EngineScene::facts(const std::string& orderNo)
{
    const OrderId id = order(orderNo).id;
    return orThrow(StoreReader::open(m_folder.filePath(QStringLiteral("store.db")).toStdString()))->facts(id);
}

CanonicalOrder EngineScene::content(const std::string& orderNo)
{
    CanonicalOrder content;
    inEngine([&](Store& store) {
        if (const auto id = store.orderByNo(orderNo)) content = *store.loadOrder(*id)->content;
    });
    return content;
}

CommandReceipt EngineScene::command(const std::string& orderNo, Command command)
{
    return commandOn(order(orderNo).id, std::move(command));
}

CommandReceipt EngineScene::commandOn(OrderId id, Command command)
{
    auto told = std::make_shared<std::promise<CommandReceipt>>();
    m_engine->command(id, std::move(command),
                      [told](const CommandReceipt& receipt) { told->set_value(receipt); });
    auto receipt = told->get_future();
    if (receipt.wait_for(5s) != std::future_status::ready) throw std::runtime_error("no receipt came");
    return receipt.get();
}

std::string EngineScene::whatIsNotProven()
{
    const auto report =
        orThrow(verifyStore(m_folder.filePath(QStringLiteral("store.db")).toStdString(), {}, {}));
    std::string wrong;
    for (const VerifyCheck& check : report.checks)
        if (!check.ok) wrong += check.name + ": " + check.detail + "\n";
    return wrong;
}

IncomingMessage orderMessage(const std::string& messageId, const std::string& number, int units)
{
    CanonicalOrder content{.channel = "shop", .sender = "shop", .number = number, .version = "5"};
    content.currency = *parseCurrency("USD");
    content.parties = {Party{.role = "shipTo", .name = "Ann", .line1 = "Street 1", .city = "Town"}};
    content.lines = {
        {.lineNo = 1, .sku = "A", .quantity = Quantity::units(units), .unitPrice = UnitPrice{2'500'000}}};
    return {.source = "shop",
            .messageId = messageId,
            .format = "order",
            .raw = "order " + messageId,
            .content = std::move(content)};
}

CanonicalOrder& contentOf(IncomingMessage& message)
{
    return std::get<CanonicalOrder>(message.content);
}

IncomingMessage reportMessage(const std::string& messageId, Report report)
{
    report.messageId = messageId;
    return {.source = report.system,
            .messageId = messageId,
            .format = "report",
            .raw = "report " + messageId,
            .content = std::move(report)};
}

IncomingMessage stockMessage(const std::string& messageId, int onHand, Timestamp at)
{
    return reportMessage(messageId, Report{.kind = ReportKind::StockReport,
                                           .system = "wms",
                                           .occurredAt = at,
                                           .stock = {{"WEST", "A", Quantity::units(onHand)}}});
}

Reply done(const std::string& document)
{
    return {.outcome = Outcome::Done, .code = "http 200", .document = document};
}

const Effect* effectOf(const Order& order, int step)
{
    const auto at = std::ranges::find(order.effects, step, &Effect::step);
    return at == order.effects.end() ? nullptr : &*at;
}

} // namespace milepost::test
