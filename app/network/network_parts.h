// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/books.h"
#include "app/network/dice.h"
#include "app/network/faults.h"
#include "app/network/object_book.h"
#include "app/network/scaled_clock.h"
#include "app/network/schedule.h"
#include "app/network/stock.h"
#include "app/network/work_book.h"

#include <boost/asio/io_context.hpp>

#include <filesystem>

namespace milepost::network {

/// What all peers stand on. Lives as long as the network; one thread.
struct NetworkParts {
    boost::asio::io_context& loop;
    Books& books;
    const ScaledClock& clock;
    const Dice& dice;
    Schedule& schedule;
    Faults& faults;
    WorkBook& works;
    ObjectBook& objects;
    Stock& stock;
    /// Where the exchange folders are.
    std::filesystem::path files;
};

} // namespace milepost::network
