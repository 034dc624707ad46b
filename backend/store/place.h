// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <filesystem>
#include <string>
#include <string_view>

/// Where a store lies: folders and files of the platform. Any thread.
namespace milepost {

/// Makes the folder of `file` (mode 0700 where it is made here) and refuses a network file system
/// (InvalidInput).
Status preparePlace(const std::filesystem::path& file);

/// The name of the network file system that the folder lies on (nfs, smb, …); empty: it is local.
std::string networkFileSystem(const std::filesystem::path& folder);

/// Writes a file of mode 0600, durably. Throws StoreError.
void writePrivateFile(const std::filesystem::path& file, std::string_view bytes);

/// The whole file. Throws StoreError.
std::string fileBytes(const std::filesystem::path& file);

/// Makes the file itself, and its entry in the folder, durable. Throws StoreError.
void syncFile(const std::filesystem::path& file);

} // namespace milepost
