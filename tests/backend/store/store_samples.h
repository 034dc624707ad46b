// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include "backend/core/ids.h"
#include "backend/store/batch.h"
#include "backend/store/store.h"

#include <filesystem>
#include <memory>
#include <string>

/// Batches as an engine would make them, for tests of the store.
namespace milepost::samples {

/// The store of that folder; the test fails by an exception when it does not open.
std::unique_ptr<Store> openStore(const std::filesystem::path& file);

/// A file named store.db in the folder.
std::filesystem::path storeFile(const QTemporaryDir& folder);

/// Order `id` arrives with two lines: message, content, facts, references, counters. Payload ids are id * 10
/// and on.
Change arrival(OrderId id);

/// A later decision on an order that arrived and had no other since: it learns a reference and gets an
/// exception.
Change trouble(OrderId id);

Batch batchOf(std::vector<Change> changes);

/// Runs a statement on the file with SQLite itself, past the store; for damage.
void tamper(const std::filesystem::path& file, const std::string& sql);
std::int64_t figure(const std::filesystem::path& file, const std::string& sql);

} // namespace milepost::samples
