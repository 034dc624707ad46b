// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace milepost {

/// One cell of the matrix: this fault meets this step, then a person takes this action.
struct MatrixCell {
    std::string step{};
    std::string system{}; ///< of the demo network
    std::string node{};   ///< its warehouse, of systems that are one: the order needs something from there
    std::string
        operation{};     ///< the network's word for the call, or "news" for what the system tells after it
    std::string fault{}; ///< the network's word for the fault
    int attempts = 1;    ///< so many attempts meet it
    std::string action{};

    bool isTold() const { return operation == "news"; }
    /// "release at 3pl × lostReply × retry"
    std::string name() const;
};

/// All cells, or `count` of them spread evenly over all; 0: all.
std::vector<MatrixCell> matrixCells(int count);

/// So many cells as chance has it; the same seed gives the same ones.
std::vector<MatrixCell> randomCells(int count, std::uint64_t seed);

} // namespace milepost
