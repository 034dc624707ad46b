// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace milepost {

/// One cell of the matrix: this fault meets this step, then a person takes this action.
struct MatrixCell {
    std::string step{};
    std::string system{};    ///< of the demo network
    std::string operation{}; ///< the network's word for the call
    std::string fault{};     ///< the network's word for the fault
    int attempts = 1;        ///< so many attempts meet it
    std::string action{};
};

/// All cells, or `count` of them spread evenly over all; 0: all.
std::vector<MatrixCell> matrixCells(int count);

} // namespace milepost
