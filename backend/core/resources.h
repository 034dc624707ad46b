// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace milepost {

/// A file of the source tree that is compiled into the program.
struct EmbeddedFile {
    std::string_view path; ///< such as "store/migrations/0001_core.sql" or "resources/packs/erp.json"
    std::string_view body; ///< the bytes as they were when the program was built
};

/// The SQL migrations and everything below resources/packs, processes and policies, in ascending order of
/// path. The values live as long as the program; any thread may call this.
std::span<const EmbeddedFile> embeddedFiles();

} // namespace milepost
