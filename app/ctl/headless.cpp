// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/demo_run.h"
#include "app/ctl/engine_progress.h"
#include "app/ctl/headless_report.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/progress_line.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <ostream>

namespace milepost {
namespace {

using Steady = std::chrono::steady_clock;

/// One headless run, step by step.
class HeadlessRun {
public:
    HeadlessRun(Session& session, const HeadlessWords& words, DemoFolder folder)
        : m_session(session)
        , m_words(words)
        , m_begun(Steady::now())
        , m_run(session, std::move(folder), words.keepsNetwork)
    {
    }

    int carryOut()
    {
        // before any thread: the network ends with the thread that started it
        if (const Status started = m_run.launch(); !started) return refuse(m_session, started.error());
        const Interrupt interrupt;
        if (const Status begun = m_run.begin({}, m_words.faults); !begun)
            return refuse(m_session, begun.error());
        Status driven = drive(interrupt);
        if (driven && m_words.follow == "recommended") {
            RecommendedFollower follower(m_run.backend(), "recommended");
            driven = follower.follow([&] { return drive(interrupt); });
            m_followed = follower.figures();
        }
        m_run.stopEngine();
        if (interrupt.isAsked()) {
            m_session.err << "milepostctl: stopped; the same command goes on from here\n";
            m_run.end();
            return exitRefused;
        }
        m_isLate = !driven && driven.error().kind == ErrorKind::Timeout;
        if (!driven && !m_isLate) return refuse(m_session, driven.error());
        const int code = report();
        m_run.end();
        return code;
    }

private:
    Status drive(const Interrupt& interrupt)
    {
        ProgressLine line(m_session.err, m_session.hasLiveProgress);
        const auto used = std::chrono::duration_cast<std::chrono::seconds>(Steady::now() - m_begun);
        return m_run.waitUntilIdle(m_words.timeout - used, [&] {
            line.show(progressText(m_run.backend().engineStatus()));
            return !interrupt.isAsked();
        });
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
        auto status = m_run.backend().status();
        if (!status) return status.error();
        report.status = *std::move(status);
        auto groups = m_run.backend().exceptionGroups({});
        if (!groups) return groups.error();
        report.groups = *std::move(groups);
        auto verify = m_run.backend().verify(false, {}, {});
        if (!verify) return verify.error();
        report.verify = *std::move(verify);
        auto text = m_run.control().get("/truth");
        if (!text) return text.error();
        report.truth = *std::move(text);
        const auto truth = parseTruth(report.truth);
        if (!truth) return truth.error();
        const auto books = readOurBooks(m_run.backend());
        if (!books) return books.error();
        report.agreement = agreementOf(*truth, *books);
        return report;
    }

    Session& m_session;
    const HeadlessWords& m_words;
    Steady::time_point m_begun;
    DemoRun m_run;
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
