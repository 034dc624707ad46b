// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Values about what really happened (backend.h): verdicts, facts, beliefs and the recommended action are
/// shown as they were found.
#include "backend/recovery/evidence.h"
