// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/matrix_cell.h"

#include <array>
#include <utility>

namespace milepost {
namespace {

struct StepOfNetwork {
    const char* step;
    const char* system;
    const char* operation;
};

constexpr std::array<StepOfNetwork, 8> steps{{
    {"tax", "tax", "commit"},
    {"accept", "erp", "accept"},
    {"allocate", "wms-west", "allocate"},
    {"release", "wms-west", "release"},
    {"tender", "tms", "tender"},
    {"post", "erp", "post"},
    {"invoice", "erp", "invoice"},
    {"notify", "notify", "message"},
}};

constexpr int forLong = 30; ///< more attempts than any policy grants

/// Each fault once, and those that can last until a person is asked.
constexpr std::array<std::pair<const char*, int>, 10> faults{{{"slow", 1},
                                                              {"429", 1},
                                                              {"503", 1},
                                                              {"lostReply", 1},
                                                              {"lateWork", 1},
                                                              {"lostRequest", 1},
                                                              {"rejected", 1},
                                                              {"503", forLong},
                                                              {"lostReply", forLong},
                                                              {"lostRequest", forLong}}};

constexpr std::array<const char*, 9> actions{"retry",   "edit",   "replay",     "adopt", "skip",
                                             "resolve", "cancel", "compensate", "hold"};

} // namespace

std::vector<MatrixCell> matrixCells(int count)
{
    std::vector<MatrixCell> cells;
    for (const StepOfNetwork& step : steps)
        for (const auto& [fault, attempts] : faults)
            for (const char* action : actions)
                cells.push_back({step.step, step.system, step.operation, fault, attempts, action});
    if (count <= 0 || static_cast<std::size_t>(count) >= cells.size()) return cells;
    std::vector<MatrixCell> some;
    constexpr std::size_t stride = 131; // prime to their number: every step, fault and action has its turn
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        some.push_back(cells[i * stride % cells.size()]);
    return some;
}

} // namespace milepost
