// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/engine_progress.h"
#include "app/ctl/headless_report.h"
#include "app/ctl/idle_watch.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/progress_line.h"
#include "app/demo/demo_network.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <ostream>
#include <thread>

namespace milepost {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr auto lookInterval = 150ms;

/// One headless run, step by step.
class HeadlessRun {
public:
    HeadlessRun(Session& session, const HeadlessWords& words, DemoFolder folder)
        : m_session(session)
        , m_words(words)
        , m_begun(Steady::now())
        , m_network(std::move(folder), words.keepsNetwork)
    {
    }

    int carryOut()
    {
        // before any thread: the network ends with the thread that started it
        if (const Status started = startNetwork(); !started) return refuse(m_session, started.error());
        const Interrupt interrupt;
        m_backend = openBackend(m_session);
        const auto run = m_backend->start({.network = m_network.folder().networkFile()});
        if (!run) return refuse(m_session, run.error());
        if (const Status begun = m_network.begin(run->gateway, m_words.faults); !begun)
            return refuse(m_session, begun.error());
        drive(interrupt);
        if (m_words.follow == "recommended")
            if (const Status followed = follow(interrupt); !followed)
                return refuse(m_session, followed.error());
        m_backend->stop();
        if (interrupt.isAsked()) {
            m_session.err << "milepostctl: stopped; the same command goes on from here\n";
            m_network.end();
            return exitRefused;
        }
        const int code = report();
        m_network.end();
        return code;
    }

private:
    Status startNetwork()
    {
        if (m_network.find()) return Done{};
        if (const Status launched = m_network.launch(); !launched) return launched;
        return m_network.await();
    }

    void drive(const Interrupt& interrupt)
    {
        ProgressLine line(m_session.err, m_session.hasLiveProgress);
        IdleWatch watch(*m_backend);
        while (!interrupt.isAsked()) {
            const EngineView engine = m_backend->engineStatus();
            line.show(progressText(engine));
            // the network is asked only when there is nothing to do here: its answer costs it work
            if (isQuiet(engine) && watch.isIdle(scheduled())) return;
            m_isLate = Steady::now() - m_begun > m_words.timeout;
            if (m_isLate) return;
            std::this_thread::sleep_for(lookInterval);
        }
    }

    /// Until nothing is open that a machine may decide.
    Status follow(const Interrupt& interrupt)
    {
        constexpr int maxRounds = 12;
        RecommendedFollower follower(*m_backend, "recommended");
        for (int i = 0; i < maxRounds && !interrupt.isAsked() && !m_isLate; ++i) {
            const auto isDone = follower.round();
            if (!isDone) return isDone.error();
            drive(interrupt);
            if (*isDone) break;
        }
        m_followed = follower.figures();
        return Done{};
    }

    int scheduled() const
    {
        const auto scheduled = m_network.control().scheduled();
        return scheduled ? *scheduled : 1;
    }

    int report()
    {
        const auto made = makeReport();
        if (!made) return refuse(m_session, made.error());
        printReport(m_session, *made);
        if (made->isGood()) return exitDone;
        const std::string why =
            made->isIdle ? "the books do not agree; see the differences above" : "not idle within --timeout";
        return refuse(m_session, {.message = why});
    }

    Result<HeadlessReport> makeReport()
    {
        HeadlessReport report{.isIdle = !m_isLate, .followed = m_followed};
        report.seconds = std::chrono::duration<double>(Steady::now() - m_begun).count();
        auto status = m_backend->status();
        if (!status) return status.error();
        report.status = *std::move(status);
        auto groups = m_backend->exceptionGroups({});
        if (!groups) return groups.error();
        report.groups = *std::move(groups);
        auto verify = m_backend->verify(false, {}, {});
        if (!verify) return verify.error();
        report.verify = *std::move(verify);
        auto text = m_network.control().get("/truth");
        if (!text) return text.error();
        report.truth = *std::move(text);
        const auto truth = parseTruth(report.truth);
        if (!truth) return truth.error();
        const auto books = readOurBooks(*m_backend);
        if (!books) return books.error();
        report.agreement = agreementOf(*truth, *books);
        return report;
    }

    Session& m_session;
    const HeadlessWords& m_words;
    Steady::time_point m_begun;
    DemoNetwork m_network;
    std::unique_ptr<Backend> m_backend{};
    std::optional<FollowFigures> m_followed{};
    bool m_isLate = false;
};

} // namespace

int runHeadless(Session& session, const HeadlessWords& words)
{
    auto folder = DemoFolder::open({.dir = words.dir,
                                    .orders = words.orders,
                                    .faults = words.faults,
                                    .seed = words.seed,
                                    .speed = words.speed});
    if (!folder) return refuse(session, folder.error());
    session.store = folder->store();
    return HeadlessRun(session, words, *std::move(folder)).carryOut();
}

} // namespace milepost
