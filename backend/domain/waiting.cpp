// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/waiting.h"

#include <array>

namespace milepost {
namespace {

constexpr std::array<std::string_view, 12> waitKeys{
    "person",          "held",   "system",   "stock",    "retry", "answer",
    "acknowledgement", "cutOff", "shipment", "delivery", "turn",  "nothing"};

} // namespace

std::string_view toKey(WaitKind kind)
{
    return waitKeys[static_cast<std::size_t>(kind)];
}

} // namespace milepost
