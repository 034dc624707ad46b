// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/engine_progress.h"
#include "app/ctl/idle_watch.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/progress_line.h"
#include "app/ctl/truth.h"
#include "app/ctl/view_json.h"
#include "app/demo/control_client.h"

#include <nlohmann/json.hpp>

#include <ostream>
#include <thread>

namespace milepost {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr auto lookInterval = 200ms;

/// What the network will still say; 0 when there is no control port.
int scheduledOf(const RunView& run)
{
    if (run.control.empty()) return 0;
    const auto text = ControlClient(run.control).get("/truth");
    const auto truth = text ? parseTruth(*text) : Result<Truth>(text.error());
    return truth ? truth->scheduled : 1;
}

void runUntil(Session& session, Backend& backend, const RunView& run, const RunWords& words,
              const Interrupt& interrupt)
{
    const bool untilIdle = words.until == "idle";
    const auto limit = untilIdle || words.until.empty() ? std::nullopt : parseDuration(words.until);
    const auto begun = Steady::now();
    ProgressLine line(session.err, session.hasLiveProgress);
    IdleWatch watch(backend);
    while (!interrupt.isAsked()) {
        if (limit && Steady::now() - begun >= *limit) return;
        const EngineView engine = backend.engineStatus();
        line.show(progressText(engine));
        // the network is asked only when there is nothing to do here: its answer costs it work
        if (untilIdle && isQuiet(engine) && watch.isIdle(scheduledOf(run))) return;
        std::this_thread::sleep_for(lookInterval);
    }
}

} // namespace

std::string progressText(const EngineView& engine)
{
    std::string text = std::to_string(engine.openOrders) + " orders open, " +
                       std::to_string(engine.inFlight) + " calls in flight, " +
                       std::to_string(engine.waiting) + " waiting, " + std::to_string(engine.unknown) +
                       " unknown";
    if (engine.parked > 0) text += ", " + std::to_string(engine.parked) + " parked";
    if (!engine.trouble.empty()) text += "; cannot write: " + engine.trouble;
    return text;
}

int runEngine(Session& session, const RunWords& words)
{
    if (!words.until.empty() && words.until != "idle" && !parseDuration(words.until))
        return refuseUsage(
            session, {.message = "--until " + words.until + " is neither idle nor a number of seconds"});
    const Interrupt interrupt;
    const auto backend = openBackend(session);
    const auto run = backend->start({.network = words.network});
    if (!run) return refuse(session, run.error());
    if (!run->control.empty() && !run->gateway.empty()) {
        const ControlClient control(run->control);
        if (const Status told = control.setWebhooks(run->gateway); !told)
            session.err << "milepostctl: " << told.error().message << "; events come by polling only\n";
    }
    runUntil(session, *backend, *run, words, interrupt);
    backend->stop();
    return runStatus(session);
}

} // namespace milepost
