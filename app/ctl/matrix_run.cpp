// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/matrix_run.h"

#include "app/ctl/follow.h"
#include "app/ctl/headless_report.h"
#include "app/ctl/idle_watch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <thread>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr auto atMost = 30min;
constexpr std::size_t pageSize = 1000;

/// The node that will most likely send an item: of those that have told of it, the one that the packs prefer.
std::map<std::string, std::string> nodeOfItems(const std::vector<InventoryRow>& inventory)
{
    constexpr std::array<const char*, 3> byPreference{"THREEPL", "EAST", "WEST"};
    std::map<std::string, std::string> nodes;
    for (const char* node : byPreference)
        for (const InventoryRow& row : inventory)
            if (row.node == node && row.onHand.isPositive()) nodes[row.sku] = node;
    return nodes;
}

std::set<std::string> nodesOf(const OrderView& order, const std::map<std::string, std::string>& nodeOfItem)
{
    std::set<std::string> nodes;
    for (const LineView& line : order.lines) {
        const auto node = nodeOfItem.find(line.sku);
        if (node != nodeOfItem.end()) nodes.insert(node->second);
    }
    return nodes;
}

/// The first cell that is left and that the order suits: those of the fewest orders first.
std::vector<MatrixCell>::iterator cellFor(std::vector<MatrixCell>& left, const std::set<std::string>& nodes)
{
    for (const char* node : {"THREEPL", "EAST", "WEST", ""}) {
        if (*node != '\0' && !nodes.contains(node)) continue;
        const auto cell = std::ranges::find(left, node, &MatrixCell::node);
        if (cell != left.end()) return cell;
    }
    return left.end();
}

} // namespace

MatrixRun::MatrixRun(Session& session, DemoRun& run)
    : m_session(session)
    , m_run(run)
    , m_line(session.err, session.hasLiveProgress)
{
    m_run.backend().onCommit(
        [changed = m_changed](const ChangeView& change) { changed->add(change.orders); });
}

Status MatrixRun::play(const std::vector<MatrixCell>& cells)
{
    m_played = m_plays.size();
    if (const Status come = awaitOrders(); !come) return come;
    if (const Status dealt = deal(cells); !dealt) return dealt;
    if (const Status forced = force(); !forced) return forced;
    if (const Status resumed = m_run.backend().pauseSystem(firstSystem, false, "matrix", "begin"); !resumed)
        return resumed;
    if (const Status idle = m_run.waitUntilIdle(atMost, [&] { return look(); }); !idle) return idle;
    for (std::size_t i = m_played; i < m_plays.size(); ++i)
        m_plays[i].letGo(m_run);
    return m_run.waitUntilIdle(atMost, [&] { return look(); });
}

int MatrixRun::acted() const
{
    return static_cast<int>(std::ranges::count_if(m_plays, &MatrixPlay::hasActed));
}

/// All that will come is here: the order in which they came does not matter then.
Status MatrixRun::awaitOrders()
{
    constexpr int quietLooks = 5;
    const auto until = std::chrono::steady_clock::now() + atMost;
    for (int quiet = 0; quiet < quietLooks;) {
        if (std::chrono::steady_clock::now() > until)
            return Error{.kind = ErrorKind::Timeout, .message = "the orders have not come in time"};
        const auto scheduled = m_run.control().scheduled();
        quiet = scheduled && *scheduled == 0 ? quiet + 1 : 0;
        m_line.show("waiting for the orders");
        std::this_thread::sleep_for(300ms);
    }
    return Done{};
}

Result<std::vector<OrderView>> MatrixRun::newOrders()
{
    std::vector<OrderView> orders;
    OrderFilter filter{.limit = pageSize};
    do {
        const auto page = m_run.backend().orders(filter);
        if (!page) return page.error();
        for (const OrderRow& row : page->orders) {
            if (!m_dealt.insert(row.orderNo).second) continue;
            auto order = m_run.backend().order(row.orderNo);
            if (!order) return order.error();
            orders.push_back(*std::move(order));
        }
        filter.before = page->next;
    } while (filter.before.value != 0);
    std::ranges::sort(orders, {}, &OrderView::number);
    return orders;
}

/// Each order gets the next cell that it suits.
Status MatrixRun::deal(const std::vector<MatrixCell>& cells)
{
    const auto inventory = m_run.backend().inventory();
    if (!inventory) return inventory.error();
    const auto nodeOfItem = nodeOfItems(*inventory);
    const auto orders = newOrders();
    if (!orders) return orders.error();
    std::vector<MatrixCell> left = cells;
    for (const OrderView& order : *orders) {
        const auto cell = cellFor(left, nodesOf(order, nodeOfItem));
        if (cell == left.end()) continue;
        m_plays.emplace_back(*cell, order.row.id, order.row.orderNo, order.number);
        left.erase(cell);
    }
    return Done{};
}

Status MatrixRun::force() const
{
    nlohmann::json faults = nlohmann::json::array();
    for (std::size_t i = m_played; i < m_plays.size(); ++i) {
        const MatrixPlay& play = m_plays[i];
        faults.push_back({{"system", play.cell().system},
                          {"operation", play.cell().operation},
                          {"reference", play.reference()},
                          {"kind", play.cell().fault},
                          {"attempts", play.cell().attempts}});
    }
    return m_run.control().post("/control/force", nlohmann::json{{"faults", faults}}.dump());
}

bool MatrixRun::look()
{
    const std::set<OrderId> changed = m_changed->take();
    for (std::size_t i = m_played; i < m_plays.size(); ++i)
        if (changed.contains(m_plays[i].order())) m_plays[i].look(m_run);
    m_line.show(std::to_string(acted()) + " of " + std::to_string(m_plays.size()) + " actions taken, " +
                whatGoesOn(m_run.backend().engineStatus()));
    return true;
}

/// What a machine may decide is decided; the rest stays for persons.
Status MatrixRun::finish()
{
    RecommendedFollower follower(m_run.backend(), "matrix");
    const Status followed = follower.follow([&] { return m_run.waitUntilIdle(atMost); });
    if (!followed) return followed;
    m_figures.forPersons = follower.figures().byPerson;
    return Done{};
}

Result<MatrixFigures> MatrixRun::judge()
{
    judgePlays();
    const auto text = m_run.control().get("/truth");
    if (!text) return text.error();
    const auto truth = parseTruth(*text);
    if (!truth) return truth.error();
    const auto books = readOurBooks(m_run.backend());
    if (!books) return books.error();
    judgeBooks(*truth, *books);
    const auto verify = m_run.backend().verify(false, {}, {});
    if (!verify) return verify.error();
    if (!verify->ok) m_figures.violations.emplace_back("the store does not verify");
    return m_figures;
}

void MatrixRun::judgePlays()
{
    for (const MatrixPlay& play : m_plays) {
        if (!play.hasBegun()) continue;
        ++m_figures.cells;
        ++(play.hasActed() ? m_figures.acted : m_figures.refused);
        if (!play.hasActed()) continue;
        ++m_figures.actedByAction[play.cell().action];
        ++m_figures.actedBySystem[play.cell().system];
        ++m_figures.plans;
        const JudgedPlan judged = play.judgePlan(m_run);
        m_figures.callsPredicted += judged.predicted;
        m_figures.callsSeen += judged.seen;
        m_figures.callsExcused += judged.excused;
        for (const std::string& wrong : judged.wrong)
            m_figures.wrongPredictions.push_back(nameOf(play.orderNo() + ":") + " " + wrong);
    }
}

void MatrixRun::complain(const std::string& where, const std::string& what)
{
    m_figures.violations.push_back(where + ": " + what);
}

const MatrixPlay* MatrixRun::playOf(const std::string& orderNo) const
{
    const auto at = std::ranges::find(m_plays, orderNo, &MatrixPlay::orderNo);
    return at == m_plays.end() ? nullptr : &*at;
}

std::string MatrixRun::nameOf(const std::string& reference) const
{
    for (const MatrixPlay& play : m_plays)
        if (reference.starts_with(play.orderNo() + ":") || reference.starts_with(play.orderNo() + "-"))
            return reference + " (" + play.cell().name() + ")";
    return reference;
}

void MatrixRun::judgeBooks(const Truth& truth, const OurBooks& books)
{
    const Agreement agreement = agreementOf(truth, books);
    for (const WorkFinding& one : agreement.repeated)
        complain(nameOf(one.reference), one.capability + " " + one.why);
    for (const WorkFinding& one : agreement.lost)
        complain(nameOf(one.reference), one.capability + " " + one.why);
    for (const Difference& one : agreement.differences)
        complain(nameOf(one.order + ":"), one.path + " is " + one.ours + " here, " + one.truth + " there");
    for (const TrueOrder& order : truth.orders)
        judgeOrder(order, books);
    std::map<std::string, int> requests;
    for (const TrueWork& work : truth.works)
        requests[workName(work.system, work.capability, work.reference)] = work.requests;
    m_figures.effectsCompared += static_cast<int>(truth.works.size());
    for (const OrderView& order : books.orders)
        judgeBlindCalls(order, requests);
}

/// Goods are there once, and so is the money for them. A customer orders no substitute: as many as were
/// agreed on may go in the place of what he ordered.
void MatrixRun::judgeOrder(const TrueOrder& order, const OurBooks& books)
{
    auto figures = order.figures;
    const auto ours = std::ranges::find(books.orders, order.ref, &OrderView::number);
    if (ours != books.orders.end())
        for (const LineView& line : ours->lines)
            if (line.parentLineNo != 0) figures["ordered"][line.sku] += line.figures.ordered.micro;
    UnitsBySku billed;
    for (const TrueInvoice& invoice : order.invoices) {
        const bool isCredited = std::ranges::any_of(order.credits, [&](const TrueCredit& credit) {
            return credit.invoice == invoice.number && credit.goods.empty();
        });
        if (isCredited) continue;
        for (const auto& [sku, units] : invoice.units)
            billed[sku] += units;
    }
    for (const auto& [sku, units] : figures["shipped"])
        if (units > figures["ordered"][sku]) complain(nameOf(order.ref + ":"), "shipped twice: " + sku);
    for (const auto& [sku, units] : billed)
        if (units > figures["shipped"][sku]) complain(nameOf(order.ref + ":"), "billed unshipped: " + sku);
}

/// A call that carries neither key nor look-up is sent once, unless a person said so.
void MatrixRun::judgeBlindCalls(const OrderView& order, const std::map<std::string, int>& requests)
{
    const MatrixPlay* play = playOf(order.row.orderNo);
    const bool mayRepeat = play != nullptr && play->hasActed() && play->cell().action == "retry";
    for (const EffectView& effect : order.effects) {
        if (effect.capability != "customer.notify" || effect.state != "unknown") continue;
        for (const Shipment& shipment : order.shipments) {
            const auto asked = requests.find(
                workName(effect.system, effect.capability, order.number + "|shipped|" + shipment.tracking));
            if (shipment.number == effect.subject && asked != requests.end() && asked->second > 1 &&
                !mayRepeat)
                complain(nameOf(effect.key), "sent again though nobody could recognise it");
        }
    }
}

} // namespace milepost
