// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bench_verdicts.h"

#include "app/ctl/demo_run.h"
#include "app/ctl/progress_line.h"
#include "app/ctl/table.h"
#include "app/ctl/true_case.h"

#include <nlohmann/json.hpp>

#include <map>
#include <ostream>
#include <set>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr Duration askWithin = 3s;
constexpr int wantedCases = 1000;
constexpr auto atMost = 40min;
constexpr int helping = 1000; ///< orders more, while there are too few exceptions
constexpr int mostHelpings = 6;

/// Counts over the cases of a run.
struct VerdictFigures {
    int cases = 0;
    int verdicts = 0;
    int wrongYes = 0;
    int wrongNo = 0;
    int unknown = 0;
    int answeredVerdicts = 0; ///< of cases where all who know answered
    int answeredUnknown = 0;
    int moved = 0; ///< cases thrown away: the order went on during the question
    std::map<std::string, std::map<std::string, int>> byQuestion{};
};

double share(int part, int whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / whole;
}

class VerdictBench {
public:
    VerdictBench(Session& session, DemoRun& run)
        : m_session(session)
        , m_run(run)
        , m_line(session.err, session.hasLiveProgress)
    {
    }

    /// One look at what is open now: each exception is asked about once, as soon as it is seen.
    bool sample()
    {
        const auto open = m_run.backend().exceptions({});
        if (!open) return true;
        for (const ExceptionView& exception : open->exceptions) {
            if (isFull()) return true;
            if (exception.orderNo.empty() || m_asked.contains(exception.id)) continue;
            const auto order = m_run.backend().order(exception.orderNo);
            if (!order) continue;
            m_asked.insert(exception.id);
            ask(exception, *order);
            m_line.show(std::to_string(m_figures.cases) + " cases, " + std::to_string(m_figures.wrongYes) +
                        " wrong yes, " + std::to_string(m_figures.wrongNo) + " wrong no");
        }
        return true;
    }

    const VerdictFigures& figures() const { return m_figures; }
    bool isFull() const { return m_figures.cases >= wantedCases; }

private:
    /// What makes it another case: effects and parcels as they stand.
    static std::string stateOf(const OrderView& order)
    {
        std::string text;
        for (const EffectView& effect : order.effects)
            text += effect.key + effect.state + std::to_string(effect.attempts) + '\n';
        for (const Shipment& shipment : order.shipments)
            text += shipment.tracking + shipment.status + '\n';
        return text;
    }

    std::optional<TrueCase> truthOf(const OrderView& order) const
    {
        return readTrueCase(m_run.control(), order.number, order.row.orderNo);
    }

    void ask(const ExceptionView& exception, const OrderView& before)
    {
        const auto truthBefore = truthOf(before);
        const auto evidence = m_run.backend().evidence(exception.id, askWithin);
        const auto after = m_run.backend().order(exception.orderNo);
        const auto truthAfter = truthOf(before);
        if (!truthBefore || !truthAfter || !evidence || !after) return;
        if (*truthBefore != *truthAfter || stateOf(before) != stateOf(*after)) {
            ++m_figures.moved;
            return;
        }
        ++m_figures.cases;
        for (const JudgedVerdict& one : judge(*evidence, *after, *truthAfter))
            count(one, *evidence, exception);
    }

    void count(const JudgedVerdict& one, const Evidence& evidence, const ExceptionView& exception)
    {
        ++m_figures.verdicts;
        // a contradiction is named, but decides nothing
        const bool isUnknown = one.said == Verdict::Unknown || one.said == Verdict::Contradictory;
        if (isUnknown) ++m_figures.unknown;
        const bool haveAllAnswered = evidence.silent.empty() && evidence.mute.empty();
        if (haveAllAnswered) ++m_figures.answeredVerdicts;
        if (haveAllAnswered && isUnknown) ++m_figures.answeredUnknown;
        ++m_figures.byQuestion[one.question][std::string(toKey(one.said))];
        if (one.isWrongYes()) ++m_figures.wrongYes;
        if (one.isWrongNo()) ++m_figures.wrongNo;
        if (one.isWrongYes() || one.isWrongNo())
            m_session.err << "wrong " << toKey(one.said) << " to " << one.question << " of exception "
                          << exception.id << " (" << toKey(exception.kind) << ' ' << exception.system << ' '
                          << exception.step << ") of " << exception.orderNo << '\n';
    }

    Session& m_session;
    DemoRun& m_run;
    ProgressLine m_line;
    VerdictFigures m_figures{};
    std::set<std::int64_t> m_asked{};
};

void print(Session& session, const VerdictFigures& figures)
{
    nlohmann::ordered_json document{
        {"verdicts", figures.verdicts},
        {"cases", figures.cases},
        {"wrongYes", figures.wrongYes},
        {"wrongNo", figures.wrongNo},
        {"unknownShare", share(figures.unknown, figures.verdicts)},
        {"unknownShareWhereAllAnswered", share(figures.answeredUnknown, figures.answeredVerdicts)},
        {"answeredVerdicts", figures.answeredVerdicts},
        {"movedDuringTheQuestion", figures.moved},
        {"byQuestion", figures.byQuestion}};
    if (session.isJson) return printJson(session, document);
    Table table({{"figure"}, {"value", true}});
    for (const auto& [name, value] : document.items())
        if (!value.is_object()) table.add({name, value.dump()});
    table.print(session.out, session.hasColour);
}

} // namespace

int runBenchVerdicts(Session& session, const BenchWords& words)
{
    if (words.dir.empty())
        return refuseUsage(session, {.message = "bench verdicts needs --dir FOLDER for its run"});
    auto folder =
        DemoFolder::open({.dir = words.dir, .orders = words.orders, .faults = "heavy", .seed = words.seed});
    if (!folder) return refuse(session, folder.error());
    session.store = folder->store();
    DemoRun run(session, *std::move(folder));
    if (const Status launched = run.launch(); !launched) return refuse(session, launched.error());
    if (const Status begun = run.begin(); !begun) return refuse(session, begun.error());
    VerdictBench bench(session, run);
    Status idle = run.waitUntilIdle(atMost, [&] { return bench.sample(); });
    for (int i = 0; i < mostHelpings && idle && !bench.isFull(); ++i) {
        const Status more = run.control().addOrders(helping);
        idle = more ? run.waitUntilIdle(atMost, [&] { return bench.sample(); }) : more;
    }
    const VerdictFigures figures = bench.figures();
    run.end();
    if (!idle) return refuse(session, idle.error());
    print(session, figures);
    const bool isRight = figures.wrongYes == 0 && figures.wrongNo == 0;
    return isRight ? exitDone : refuse(session, {.message = "a verdict was wrong"});
}

} // namespace milepost
