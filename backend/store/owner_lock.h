// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <filesystem>
#include <memory>
#include <string>

namespace milepost {

/// The right to write a store: held by one process at a time, on the file `<store>.lock`, until it goes or
/// its process ends. Any thread.
class OwnerLock {
public:
    /// Conflict, naming the process that holds it, when it is taken.
    static Result<std::unique_ptr<OwnerLock>> take(const std::filesystem::path& store);

    ~OwnerLock();
    OwnerLock(const OwnerLock&) = delete;
    OwnerLock& operator=(const OwnerLock&) = delete;

    /// Higher than that of any earlier owner, as far as the lock file knows.
    std::int64_t fencingNumber() const { return m_fence; }
    /// Raises it to at least `least` (the store itself may know better) and writes it down.
    void raise(std::int64_t least);

private:
    OwnerLock(int descriptor, std::int64_t fence);

    int m_descriptor;
    std::int64_t m_fence;
};

/// "milepostctl (process 4711)" for a store that is owned now; empty: nobody owns it.
std::string ownerOf(const std::filesystem::path& store);

} // namespace milepost
