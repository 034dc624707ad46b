// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/exception.h"

#include <string_view>

namespace milepost {

/// The class of that name, with or without hyphens and in any case. InvalidInput lists the known ones.
Result<ExceptionClass> exceptionClassOf(std::string_view name);

/// Whether plan() would know these words: retry, resolve, hold, release and a selector. InvalidInput says
/// what is wrong.
Status checkPlanWords(std::string_view action, std::string_view selector);

} // namespace milepost
