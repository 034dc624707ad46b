// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace milepost {

/// <data folder of the user>/milepost/store.db
std::filesystem::path defaultStore();
/// Who is at the keyboard, for the audit.
std::string userName();

} // namespace milepost
