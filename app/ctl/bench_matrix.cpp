// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bench_matrix.h"

#include "app/ctl/matrix_run.h"
#include "app/ctl/table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <ostream>

namespace milepost {
namespace {

constexpr int mostRounds = 40; ///< of a bench of plans
constexpr int mostCells = 400; ///< of one round

void printNumbers(Session& session, const nlohmann::ordered_json& document, const MatrixFigures& figures)
{
    if (session.isJson) return printJson(session, document);
    Table table({{"figure"}, {"value", true}});
    for (const auto& [name, value] : document.items())
        if (value.is_number()) table.add({name, value.dump()});
    table.print(session.out, session.hasColour);
    for (const std::string& violation : figures.violations)
        session.out << violation << '\n';
}

void printMatrix(Session& session, const MatrixFigures& figures)
{
    printNumbers(session,
                 {{"cells", figures.cells},
                  {"violations", figures.violations.size()},
                  {"effectsCompared", figures.effectsCompared},
                  {"acted", figures.acted},
                  {"notPermitted", figures.refused},
                  {"forPersons", figures.forPersons},
                  {"plans", figures.plans},
                  {"predictedWrong", figures.wrongPredictions.size()},
                  {"actedByAction", figures.actedByAction},
                  {"actedBySystem", figures.actedBySystem},
                  {"list", figures.violations},
                  {"predictions", figures.wrongPredictions}},
                 figures);
}

void printPlans(Session& session, const MatrixFigures& figures)
{
    std::vector<std::string> violations = figures.violations;
    violations.insert(violations.end(), figures.wrongPredictions.begin(), figures.wrongPredictions.end());
    printNumbers(session,
                 {{"plans", figures.plans},
                  {"callsPredicted", figures.callsPredicted},
                  {"callsSeen", figures.callsSeen},
                  {"callsExcused", figures.callsExcused},
                  {"violations", violations.size()},
                  {"actedByAction", figures.actedByAction},
                  {"actedBySystem", figures.actedBySystem},
                  {"list", violations}},
                 figures);
}

/// A demo run of its own, played by `play` and judged.
int runPlayed(Session& session, const BenchWords& words, int orders,
              const std::function<Status(MatrixRun&, DemoRun&)>& play,
              void (*print)(Session&, const MatrixFigures&))
{
    if (words.dir.empty())
        return refuseUsage(session, {.message = "bench " + words.name + " needs --dir FOLDER for its run"});
    auto folder = DemoFolder::open({.dir = words.dir,
                                    .orders = orders,
                                    .faults = "none",
                                    .seed = words.seed,
                                    .speed = MatrixRun::speed});
    if (!folder) return refuse(session, folder.error());
    session.store = folder->store();
    DemoRun run(session, *std::move(folder));
    if (const Status launched = run.launch(); !launched) return refuse(session, launched.error());
    if (const Status begun = run.begin(MatrixRun::firstSystem); !begun) return refuse(session, begun.error());
    MatrixRun matrix(session, run);
    Status played = play(matrix, run);
    if (played) played = matrix.finish();
    const auto figures = played ? matrix.judge() : Result<MatrixFigures>(played.error());
    run.end();
    if (!figures) return refuse(session, figures.error());
    print(session, *figures);
    if (figures->violations.empty() && figures->wrongPredictions.empty()) return exitDone;
    return refuse(session,
                  {.message = std::to_string(figures->violations.size()) + " violations, " +
                              std::to_string(figures->wrongPredictions.size()) + " wrong predictions"});
}

/// About every second cell ends in a plan: the rest meets an action that is not permitted there.
int cellsFor(int plansLeft)
{
    return std::min(plansLeft * 2 + 4, mostCells);
}

std::vector<MatrixCell> cellsOfRound(const BenchWords& words, int round, int plansLeft)
{
    constexpr std::uint64_t roundsPerSeed = 1000;
    return randomCells(cellsFor(plansLeft), static_cast<std::uint64_t>(words.seed) * roundsPerSeed +
                                                static_cast<std::uint64_t>(round));
}

/// Rounds of random cells until so many plans were applied.
Status playPlans(const BenchWords& words, MatrixRun& matrix, DemoRun& run)
{
    for (int round = 0; round < mostRounds && matrix.acted() < words.plans; ++round) {
        const auto cells = cellsOfRound(words, round, words.plans - matrix.acted());
        if (round > 0) {
            const Status paused =
                run.backend().pauseSystem(MatrixRun::firstSystem, true, "matrix", "the next round");
            if (!paused) return paused;
            const nlohmann::json more{{"count", MatrixRun::ordersFor(cells.size())}};
            if (const Status asked = run.control().post("/control/orders", more.dump()); !asked) return asked;
        }
        if (const Status played = matrix.play(cells); !played) return played;
    }
    if (matrix.acted() >= words.plans) return Done{};
    return Error{.kind = ErrorKind::Timeout,
                 .message = "only " + std::to_string(matrix.acted()) + " plans could be applied"};
}

} // namespace

int runBenchMatrix(Session& session, const BenchWords& words)
{
    const std::vector<MatrixCell> cells = matrixCells(words.cells);
    return runPlayed(
        session, words, MatrixRun::ordersFor(cells.size()),
        [&](MatrixRun& matrix, DemoRun&) { return matrix.play(cells); }, printMatrix);
}

int runBenchPlans(Session& session, const BenchWords& words)
{
    return runPlayed(
        session, words, MatrixRun::ordersFor(static_cast<std::size_t>(cellsFor(words.plans))),
        [&](MatrixRun& matrix, DemoRun& run) { return playPlans(words, matrix, run); }, printPlans);
}

} // namespace milepost
