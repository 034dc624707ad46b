// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/control_client.h"
#include "app/ctl/engine_progress.h"
#include "app/ctl/headless_folder.h"
#include "app/ctl/headless_report.h"
#include "app/ctl/idle_watch.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/network_process.h"
#include "app/ctl/progress_line.h"

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
constexpr auto networkPatience = 30s;

/// The control URL of a network file that is there and whose network answers; empty: none.
std::string liveControl(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    if (!stream) return {};
    const auto document = nlohmann::json::parse(stream, nullptr, false);
    if (!document.is_object()) return {};
    const std::string control = document.value("control", std::string());
    return !control.empty() && ControlClient(control).isAlive() ? control : std::string();
}

/// One headless run, step by step.
class HeadlessRun {
public:
    HeadlessRun(Session& session, const HeadlessWords& words, HeadlessFolder folder)
        : m_session(session)
        , m_words(words)
        , m_folder(std::move(folder))
        , m_begun(Steady::now())
    {
    }

    int carryOut()
    {
        // before any thread: the network ends with the thread that started it
        if (const Status started = startNetwork(); !started) return refuse(m_session, started.error());
        const Interrupt interrupt;
        m_backend = openBackend(m_session);
        const auto run = m_backend->start({.network = m_folder.networkFile()});
        if (!run) return refuse(m_session, run.error());
        if (const Status begun = beginEmission(*run); !begun) return refuse(m_session, begun.error());
        drive(interrupt);
        m_backend->stop();
        if (interrupt.isAsked()) {
            m_session.err << "milepostctl: stopped; the same command goes on from here\n";
            endNetwork();
            return exitRefused;
        }
        const int code = report();
        endNetwork();
        return code;
    }

private:
    Status startNetwork()
    {
        m_control = liveControl(m_folder.networkFile());
        if (!m_control.empty()) return Done{};
        std::error_code ignored;
        std::filesystem::remove(m_folder.networkFile(), ignored);
        auto process =
            NetworkProcess::start(m_folder.networkArguments(), m_folder.log(), m_words.keepsNetwork);
        if (!process) return process.error();
        m_network = *std::move(process);
        const auto deadline = Steady::now() + networkPatience;
        while (Steady::now() < deadline && m_network->isRunning()) {
            m_control = liveControl(m_folder.networkFile());
            if (!m_control.empty()) return Done{};
            std::this_thread::sleep_for(20ms);
        }
        return Error{.kind = ErrorKind::Unavailable,
                     .message = "the demo network did not start; its log is " + m_folder.log().string()};
    }

    Status beginEmission(const RunView& run) const
    {
        const ControlClient control(m_control);
        if (m_words.faults) {
            const auto faults = nlohmann::json{{"profile", *m_words.faults}}.dump();
            if (const Status set = control.post("/control/faults", faults); !set) return set;
        }
        if (const Status told = control.setWebhooks(run.gateway); !told) return told;
        return control.post("/control/start");
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

    int scheduled() const
    {
        const auto text = ControlClient(m_control).get("/truth");
        const auto truth = text ? parseTruth(*text) : Result<Truth>(text.error());
        return truth ? truth->scheduled : 1;
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
        HeadlessReport report{.isIdle = !m_isLate};
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
        auto text = ControlClient(m_control).get("/truth");
        if (!text) return text.error();
        report.truth = *std::move(text);
        const auto truth = parseTruth(report.truth);
        if (!truth) return truth.error();
        const auto books = readOurBooks(*m_backend);
        if (!books) return books.error();
        report.agreement = agreementOf(*truth, *books);
        return report;
    }

    /// One that was running before is ended too: its folder is free for the next run.
    void endNetwork()
    {
        if (m_words.keepsNetwork) return;
        const Status ignored = ControlClient(m_control).post("/control/stop");
        (void)ignored; // it may have gone already
        if (m_network) m_network->stop();
    }

    Session& m_session;
    const HeadlessWords& m_words;
    HeadlessFolder m_folder;
    Steady::time_point m_begun;
    std::string m_control{};
    std::unique_ptr<NetworkProcess> m_network{};
    std::unique_ptr<Backend> m_backend{};
    bool m_isLate = false;
};

} // namespace

int runHeadless(Session& session, const HeadlessWords& words)
{
    auto folder = HeadlessFolder::open(words);
    if (!folder) return refuse(session, folder.error());
    session.store = folder->store();
    return HeadlessRun(session, words, *std::move(folder)).carryOut();
}

} // namespace milepost
