// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/result.h"
#include "backend/domain/field_edit.h"
#include "backend/service/views.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// "90", "90s", "2m", "1h", "500ms"; a plain number counts seconds. Nothing for anything else.
std::optional<Duration> parseDuration(std::string_view text);

/// "20/s", "20", "120/m": actions a second, > 0.
std::optional<double> parseRate(std::string_view text);

/// "/shipTo/postalCode=89501": all behind the first '=' is the value. InvalidInput names what is no such
/// word.
Result<std::vector<FieldEdit>> parseEdits(const std::vector<std::string>& words);

/// "3 min 20 s", for people.
std::string durationText(Duration duration);

/// "41 / 39": what a source says it has sent, beside what is here of it.
std::string countsText(const std::optional<CountsView>& counts);

/// 2026-11-23 16:04:12, UTC, for people; empty for none.
std::string momentText(const std::optional<Timestamp>& time);

} // namespace milepost
