// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bench_matrix.h"

#include "app/ctl/agreement.h"
#include "app/ctl/follow.h"
#include "app/ctl/headless_report.h"
#include "app/ctl/matrix_play.h"
#include "app/ctl/progress_line.h"
#include "app/ctl/table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <ostream>
#include <thread>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr auto atMost = 30min;
constexpr double speed = 1800;             ///< business seconds per real one
constexpr const char* firstSystem = "tax"; ///< paused until each order has its cell

struct MatrixFigures {
    int cells = 0;   ///< whose step was called
    int acted = 0;   ///< where the action was permitted and taken
    int refused = 0; ///< where it was not permitted, whatever happened
    int effectsCompared = 0;
    int plans = 0; ///< applied, with what they foresaw held against what was seen
    std::vector<std::string> wrongPredictions{};
    int forPersons = 0; ///< exceptions left that only a person can decide
    std::vector<std::string> violations{};
    std::map<std::string, int> actedByAction{};
};

class MatrixBench {
public:
    MatrixBench(Session& session, DemoRun& run)
        : m_session(session)
        , m_run(run)
        , m_line(session.err, session.hasLiveProgress)
    {
    }

    Status play(const std::vector<MatrixCell>& cells)
    {
        if (const Status dealt = deal(cells); !dealt) return dealt;
        if (const Status forced = force(); !forced) return forced;
        if (const Status resumed = m_run.backend().pauseSystem(firstSystem, false, "matrix", "begin");
            !resumed)
            return resumed;
        if (const Status idle = m_run.waitUntilIdle(atMost, [&] { return lookAtAll(); }); !idle) return idle;
        for (const MatrixPlay& play : m_plays)
            play.letGo(m_run);
        if (const Status idle = m_run.waitUntilIdle(atMost, [&] { return lookAtAll(); }); !idle) return idle;
        return follow();
    }

    Result<MatrixFigures> judge()
    {
        for (const MatrixPlay& play : m_plays) {
            if (!play.hasBegun()) continue;
            ++m_figures.cells;
            ++(play.hasActed() ? m_figures.acted : m_figures.refused);
            if (play.hasActed()) ++m_figures.actedByAction[play.cell().action];
        }
        for (const MatrixPlay& play : m_plays) {
            if (!play.hasActed()) continue;
            ++m_figures.plans;
            for (const std::string& wrong : play.wrongPredictions(m_run))
                m_figures.wrongPredictions.push_back(nameOf(play.orderNo() + ":") + " " + wrong);
        }
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

private:
    /// Each order that comes gets the next cell.
    Status deal(const std::vector<MatrixCell>& cells)
    {
        std::map<std::string, std::string> dealt;
        const auto until = std::chrono::steady_clock::now() + atMost;
        while (dealt.size() < cells.size() && std::chrono::steady_clock::now() < until) {
            const auto page = m_run.backend().orders({.limit = 1000});
            if (!page) return page.error();
            for (const OrderRow& row : page->orders) {
                if (dealt.contains(row.orderNo) || m_plays.size() == cells.size()) continue;
                const auto order = m_run.backend().order(row.orderNo);
                if (!order) return order.error();
                dealt[row.orderNo] = order->number;
                m_plays.emplace_back(cells[m_plays.size()], row.orderNo, order->number);
            }
            m_line.show(std::to_string(dealt.size()) + " orders have come");
            const auto scheduled = m_run.control().scheduled();
            if (scheduled && *scheduled == 0 && ++m_dry > 20) break; // some never come: they were damaged
            std::this_thread::sleep_for(300ms);
        }
        return Done{};
    }

    Status force() const
    {
        nlohmann::json faults = nlohmann::json::array();
        for (const MatrixPlay& play : m_plays)
            faults.push_back({{"system", play.cell().system},
                              {"operation", play.cell().operation},
                              {"reference", play.reference()},
                              {"kind", play.cell().fault},
                              {"attempts", play.cell().attempts}});
        return m_run.control().post("/control/force", nlohmann::json{{"faults", faults}}.dump());
    }

    bool lookAtAll()
    {
        for (MatrixPlay& play : m_plays)
            play.look(m_run);
        const auto acted = std::ranges::count_if(m_plays, &MatrixPlay::hasActed);
        m_line.show(std::to_string(acted) + " of " + std::to_string(m_plays.size()) + " actions taken");
        return true;
    }

    /// What a machine may decide is decided; the rest stays for persons.
    Status follow()
    {
        RecommendedFollower follower(m_run.backend(), "matrix");
        const Status followed = follower.follow([&] { return m_run.waitUntilIdle(atMost); });
        if (!followed) return followed;
        m_figures.forPersons = follower.figures().byPerson;
        return Done{};
    }

    void complain(const std::string& where, const std::string& what)
    {
        m_figures.violations.push_back(where + ": " + what);
    }

    const MatrixPlay* playOf(const std::string& orderNo) const
    {
        const auto at = std::ranges::find(m_plays, orderNo, &MatrixPlay::orderNo);
        return at == m_plays.end() ? nullptr : &*at;
    }

    std::string nameOf(const std::string& reference) const
    {
        for (const MatrixPlay& play : m_plays)
            if (reference.starts_with(play.orderNo() + ":") || reference.starts_with(play.orderNo() + "-"))
                return reference + " (" + play.cell().step + " × " + play.cell().fault + " × " +
                       play.cell().action + ")";
        return reference;
    }

    void judgeBooks(const Truth& truth, const OurBooks& books)
    {
        const Agreement agreement = agreementOf(truth, books);
        for (const WorkFinding& one : agreement.repeated)
            complain(nameOf(one.reference), one.capability + " " + one.why);
        for (const WorkFinding& one : agreement.lost)
            complain(nameOf(one.reference), one.capability + " " + one.why);
        for (const Difference& one : agreement.differences)
            complain(nameOf(one.order + ":"),
                     one.path + " is " + one.ours + " here, " + one.truth + " there");
        for (const TrueOrder& order : truth.orders)
            judgeOrder(order);
        std::map<std::string, int> requests;
        for (const TrueWork& work : truth.works)
            requests[workName(work.system, work.capability, work.reference)] = work.requests;
        m_figures.effectsCompared += static_cast<int>(truth.works.size());
        for (const OrderView& order : books.orders)
            judgeBlindCalls(order, requests);
    }

    /// Goods are there once, and so is the money for them.
    void judgeOrder(const TrueOrder& order)
    {
        auto figures = order.figures;
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
            if (units > figures["shipped"][sku])
                complain(nameOf(order.ref + ":"), "billed unshipped: " + sku);
    }

    /// A call that carries neither key nor look-up is sent once, unless a person said so.
    void judgeBlindCalls(const OrderView& order, const std::map<std::string, int>& requests)
    {
        const MatrixPlay* play = playOf(order.row.orderNo);
        const bool mayRepeat = play != nullptr && play->hasActed() && play->cell().action == "retry";
        for (const EffectView& effect : order.effects) {
            if (effect.capability != "customer.notify" || effect.state != "unknown") continue;
            for (const Shipment& shipment : order.shipments) {
                const auto asked = requests.find(workName(effect.system, effect.capability,
                                                          order.number + "|shipped|" + shipment.tracking));
                if (shipment.number == effect.subject && asked != requests.end() && asked->second > 1 &&
                    !mayRepeat)
                    complain(nameOf(effect.key), "sent again though nobody could recognise it");
            }
        }
    }

    Session& m_session;
    DemoRun& m_run;
    ProgressLine m_line;
    std::vector<MatrixPlay> m_plays{};
    MatrixFigures m_figures{};
    int m_dry = 0;
};

void print(Session& session, const MatrixFigures& figures)
{
    nlohmann::ordered_json document{{"cells", figures.cells},
                                    {"violations", figures.violations.size()},
                                    {"effectsCompared", figures.effectsCompared},
                                    {"acted", figures.acted},
                                    {"notPermitted", figures.refused},
                                    {"forPersons", figures.forPersons},
                                    {"plans", figures.plans},
                                    {"predictedWrong", figures.wrongPredictions.size()},
                                    {"actedByAction", figures.actedByAction},
                                    {"list", figures.violations},
                                    {"predictions", figures.wrongPredictions}};
    if (session.isJson) return printJson(session, document);
    Table table({{"figure"}, {"value", true}});
    for (const auto& [name, value] : document.items())
        if (value.is_number()) table.add({name, value.dump()});
    table.print(session.out, session.hasColour);
    for (const std::string& violation : figures.violations)
        session.out << violation << '\n';
}

} // namespace

int runBenchMatrix(Session& session, const BenchWords& words)
{
    if (words.dir.empty())
        return refuseUsage(session, {.message = "bench matrix needs --dir FOLDER for its run"});
    const std::vector<MatrixCell> cells = matrixCells(words.cells);
    auto folder = DemoFolder::open({.dir = words.dir,
                                    .orders = static_cast<int>(cells.size()),
                                    .faults = "none",
                                    .seed = words.seed,
                                    .speed = speed});
    if (!folder) return refuse(session, folder.error());
    session.store = folder->store();
    DemoRun run(session, *std::move(folder));
    if (const Status launched = run.launch(); !launched) return refuse(session, launched.error());
    if (const Status begun = run.begin(firstSystem); !begun) return refuse(session, begun.error());
    MatrixBench bench(session, run);
    const Status played = bench.play(cells);
    const auto figures = played ? bench.judge() : Result<MatrixFigures>(played.error());
    run.end();
    if (!figures) return refuse(session, figures.error());
    print(session, *figures);
    if (figures->violations.empty() && figures->wrongPredictions.empty()) return exitDone;
    return refuse(session,
                  {.message = std::to_string(figures->violations.size()) + " violations, " +
                              std::to_string(figures->wrongPredictions.size()) + " wrong predictions"});
}

} // namespace milepost
