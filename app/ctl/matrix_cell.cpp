// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/matrix_cell.h"

#include <array>
#include <random>
#include <span>
#include <utility>

namespace milepost {
namespace {

using Fault = std::pair<const char*, int>; ///< and for how many attempts

constexpr int forLong = 30; ///< more attempts than any policy grants

/// Each fault of a call once, and those that can last until a person is asked.
constexpr std::array<Fault, 10> faultsOfCalls{{{"slow", 1},
                                               {"429", 1},
                                               {"503", 1},
                                               {"lostReply", 1},
                                               {"lateWork", 1},
                                               {"lostRequest", 1},
                                               {"rejected", 1},
                                               {"503", forLong},
                                               {"lostReply", forLong},
                                               {"lostRequest", forLong}}};

/// A file that is lost before it is read, or read late; its acknowledgement late, lost, written twice, cut
/// off, with a word that nobody knows, a no; the folder neither read nor written for a while.
constexpr std::array<Fault, 11> faultsOfFiles{{{"slow", 1},
                                               {"lostReply", 1},
                                               {"lateWork", 1},
                                               {"lostRequest", 1},
                                               {"duplicate", 1},
                                               {"malformed", 1},
                                               {"wrongStatus", 1},
                                               {"down", 1},
                                               {"rejected", 1},
                                               {"lostReply", forLong},
                                               {"lostRequest", forLong}}};

/// Of the file that confirms what has left.
constexpr std::array<Fault, 6> faultsOfConfirmations{
    {{"wrongStatus", 1}, {"duplicate", 1}, {"malformed", 1}, {"outOfOrder", 1}, {"lost", 1}, {"down", 1}}};

struct StepOfNetwork {
    const char* step;
    const char* system;
    const char* node;
    const char* operation;
    std::span<const Fault> faults;
};

constexpr std::array<StepOfNetwork, 12> steps{{
    {"tax", "tax", "", "commit", faultsOfCalls},
    {"accept", "erp", "", "accept", faultsOfCalls},
    {"allocate", "wms-west", "WEST", "allocate", faultsOfCalls},
    {"release", "wms-west", "WEST", "release", faultsOfCalls},
    {"release", "wms-east", "EAST", "file", faultsOfFiles},
    {"release", "3pl", "THREEPL", "file", faultsOfFiles},
    {"release", "wms-east", "EAST", "news", faultsOfConfirmations},
    {"release", "3pl", "THREEPL", "news", faultsOfConfirmations},
    {"tender", "tms", "", "tender", faultsOfCalls},
    {"post", "erp", "", "post", faultsOfCalls},
    {"invoice", "erp", "", "invoice", faultsOfCalls},
    {"notify", "notify", "", "message", faultsOfCalls},
}};

constexpr std::array<const char*, 9> actions{"retry",   "edit",   "replay",     "adopt", "skip",
                                             "resolve", "cancel", "compensate", "hold"};

std::vector<MatrixCell> allCells()
{
    std::vector<MatrixCell> cells;
    for (const StepOfNetwork& step : steps)
        for (const auto& [fault, attempts] : step.faults)
            for (const char* action : actions)
                cells.push_back({step.step, step.system, step.node, step.operation, fault, attempts, action});
    return cells;
}

} // namespace

std::string MatrixCell::name() const
{
    const std::string what = isTold() ? "confirmation" : step;
    return what + " at " + system + " × " + fault + (attempts > 1 ? " for long" : "") + " × " + action;
}

std::vector<MatrixCell> matrixCells(int count)
{
    std::vector<MatrixCell> cells = allCells();
    if (count <= 0 || static_cast<std::size_t>(count) >= cells.size()) return cells;
    std::vector<MatrixCell> some;
    constexpr std::size_t stride = 131; // prime to their number: every step, fault and action has its turn
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        some.push_back(cells[i * stride % cells.size()]);
    return some;
}

std::vector<MatrixCell> randomCells(int count, std::uint64_t seed)
{
    const std::vector<MatrixCell> cells = allCells();
    std::mt19937_64 chance(seed); // its numbers are the same everywhere, those of distributions are not
    std::vector<MatrixCell> some;
    for (int i = 0; i < count; ++i)
        some.push_back(cells[chance() % cells.size()]);
    return some;
}

} // namespace milepost
