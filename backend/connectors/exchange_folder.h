// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// A folder that we share with a partner. Names that begin with a dot or end in ".tmp" belong to files that
/// someone is still writing. Any thread; every call does I/O.
class ExchangeFolder {
public:
    explicit ExchangeFolder(std::filesystem::path folder);

    /// Puts a file there so that a reader finds it whole or not at all; durable when this returns. True: it
    /// is new; false: a file of that name with equal bytes was there already. Conflict: one with other bytes
    /// is there, and stays as it was. InvalidInput: not a plain file name. Unavailable: the folder is
    /// missing, not ours to write, or full.
    Result<bool> drop(const std::string& name, std::string_view bytes) const;

    /// Names of the files that nobody writes any more (unchanged for `stableFor`), ascending. Links and
    /// folders are left out. Unavailable: the folder cannot be read.
    Result<std::vector<std::string>> readyFiles(std::chrono::milliseconds stableFor) const;

    /// The bytes of a file. NotFound: it is gone; InvalidInput: larger than `maxBytes`; Unavailable: cannot
    /// be read now.
    Result<std::string> read(const std::string& name, std::uint64_t maxBytes) const;

    /// Moves a file into the sub-folder "archive", under another name where that one is taken there.
    Status archive(const std::string& name) const;

    const std::filesystem::path& path() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

/// Whether it can be the name of a file of an exchange folder: 1 to 200 bytes, no separators, no leading dot,
/// no ".tmp".
bool isExchangeName(std::string_view name);

} // namespace milepost
