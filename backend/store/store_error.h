// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace milepost {

/// The store could not be read or written: disk full, read-only, damaged file, taken over by another process.
/// Nothing of the failed transaction was written.
struct StoreError : std::runtime_error {
    StoreError(const std::string& message, int code_)
        : std::runtime_error(message)
        , code(code_)
    {
    }
    int code = 0; ///< SQLite's extended result code; 0: not from SQLite
};

} // namespace milepost
