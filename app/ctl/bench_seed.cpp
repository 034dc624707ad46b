// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bench_seed.h"

#include "app/ctl/interrupt.h"
#include "app/ctl/progress_line.h"
#include "backend/service/order_copies.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <ostream>

namespace milepost {

int runBenchSeed(Session& session, const BenchWords& words)
{
    if (words.sample.empty())
        return refuseUsage(session,
                           {.message = "bench seed needs --sample STORE, such as that of a headless run"});
    const Interrupt interrupt;
    std::stop_source stop;
    ProgressLine line(session.err, session.hasLiveProgress);
    const auto begun = std::chrono::steady_clock::now();
    const Status copied =
        copyOrders({.sample = words.sample, .store = session.store, .orders = words.orders}, stop.get_token(),
                   [&](std::int64_t done, std::int64_t total) {
                       line.show(std::to_string(done) + " of " + std::to_string(total) + " orders");
                       if (interrupt.isAsked()) stop.request_stop();
                   });
    if (!copied) return refuse(session, copied.error());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    const nlohmann::ordered_json document{
        {"orders", words.orders}, {"store", session.store.string()}, {"seconds", took.count()}};
    if (session.isJson)
        printJson(session, document);
    else
        session.out << words.orders << " orders in " << session.store.string() << '\n';
    return exitDone;
}

} // namespace milepost
