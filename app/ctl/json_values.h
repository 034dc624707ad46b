// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/money.h"
#include "backend/core/quantity.h"
#include "backend/domain/milestone.h"
#include "backend/service/views.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>

/// How single values look in the documents of view_json.h.
namespace milepost {

nlohmann::ordered_json quantityJson(Quantity quantity); ///< a number
nlohmann::ordered_json moneyJson(const std::optional<Money>& money);
nlohmann::ordered_json timeJson(const std::optional<Timestamp>& time);
nlohmann::ordered_json textJson(const std::string& text);        ///< null for an empty text
nlohmann::ordered_json milestonesJson(std::uint32_t milestones); ///< name → whether it is full

nlohmann::ordered_json countsJson(const std::optional<CountsView>& counts); ///< {said, arrived, from, to}

} // namespace milepost
