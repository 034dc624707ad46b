// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"

#include "app/ctl/commands.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <functional>
#include <iostream>
#include <tuple>

#ifndef MILEPOST_VERSION
#error "MILEPOST_VERSION is set by app/ctl/CMakeLists.txt"
#endif

namespace milepost {
namespace {

using Run = std::function<int(Session&)>;

/// The options of all commands, and the one command that was named.
struct Words {
    IngestWords ingest{};
    RunWords run{};
    OrdersWords orders{};
    ShowWords show{};
    LineageWords lineage{};
    ExceptionsWords exceptions{};
    FindWords find{};
    SystemsWords systems{};
    AuditWords audit{};
    PoliciesWords policies{};
    InventoryWords inventory{};
    ClaimWords claim{};
    AnnotateWords annotate{};
    PlanWords plan{};
    EvidenceWords evidence{};
    EditableWords editable{};
    ApplyWords apply{};
    VerifyWords verify{};
    CopyWords backup{};
    CopyWords restore{};
    BenchWords bench{};
    HeadlessWords headless{};
    int timeoutSeconds = 1800;
    Run chosen{};
};

CLI::App* addCommand(CLI::App& app, Words& words, const char* name, const char* about, Run run)
{
    CLI::App* command = app.add_subcommand(name, about);
    command->callback([&words, run = std::move(run)] { words.chosen = run; });
    return command;
}

void addExceptions(CLI::App& app, Words& words)
{
    ExceptionsWords& options = words.exceptions;
    CLI::App* exceptions =
        addCommand(app, words, "exceptions", "what a person should look at; show ID tells all of one",
                   [&](Session& session) { return runExceptions(session, words.exceptions); });
    exceptions->add_option("VERB", options.verb, "list (default) or show")
        ->check(CLI::IsMember({"list", "show"}));
    exceptions->add_option("EXCEPTION", options.exception, "of show: its id");
    exceptions->add_option("--class", options.exceptionClass, "only of that class");
    exceptions->add_option("--system", options.system, "only of that system");
    exceptions->add_option("--search", options.search,
                           "in order no., customer, cause, words, contract, tags");
    exceptions->add_option("--state", options.state, "open (default), closed (the last closed first) or all")
        ->check(CLI::IsMember({"open", "closed", "all"}));
    exceptions
        ->add_option("--group", options.by,
                     "groups by cause (default), system, step, contract, customer, owner or class")
        ->expected(0, 1);
    exceptions->add_option("--in", options.in, "only of that group, such as group:17 or group:customer:17");
    exceptions->add_option("--limit", options.limit, "at most so many");
    exceptions->add_option("--before", options.before, "of closed ones: goes on behind that one");
}

void addReading(CLI::App& app, Words& words)
{
    addCommand(app, words, "status", "counts by milestone, exceptions by class, effects by state, systems",
               [](Session& session) { return runStatus(session); });

    CLI::App* orders = addCommand(app, words, "orders", "lists orders, newest first",
                                  [&](Session& session) { return runOrders(session, words.orders); });
    orders->add_option("--search", words.orders.search, "any number on any document, customer or sku");
    orders->add_option("--milestone", words.orders.milestone, "only orders for which it is full");
    orders->add_option("--limit", words.orders.limit, "at most so many (default 50)");

    CLI::App* find = addCommand(app, words, "find", "orders by any number on any document, customer or item",
                                [&](Session& session) { return runFind(session, words.find); });
    find->add_option("TEXT", words.find.text, "its beginning")->required();
    find->add_option("--limit", words.find.limit, "at most so many (default 20)");

    addCommand(app, words, "overview",
               "milestones by quantity and age, what is wrong with orders, money at risk",
               [](Session& session) { return runOverview(session); });

    CLI::App* show =
        addCommand(app, words, "show", "one order: lines, stages, fulfillments, shipments, invoices",
                   [&](Session& session) { return runShow(session, words.show); });
    show->add_option("ORDER", words.show.order, "its number, or any number of a partner for it")->required();

    CLI::App* lineage = addCommand(app, words, "lineage", "everything that happened to an order, in order",
                                   [&](Session& session) { return runLineage(session, words.lineage); });
    lineage->add_option("ORDER", words.lineage.order, "its number");
    lineage->add_option("--payload", words.lineage.payload, "prints the body of that id");

    addExceptions(app, words);
}

void addGovernance(CLI::App& app, Words& words)
{
    CLI::App* evidence =
        addCommand(app, words, "evidence", "what really happened behind an exception, and what to do",
                   [&](Session& session) { return runEvidence(session, words.evidence); });
    evidence->add_option("EXCEPTION", words.evidence.exception, "its id")->required();
    evidence->add_option("--deadline", words.evidence.deadline,
                         "how long partners may take to answer (default 3s)");

    CLI::App* systems = addCommand(app, words, "systems", "the connected systems; pauses and resumes one",
                                   [&](Session& session) { return runSystems(session, words.systems); });
    systems->add_option("VERB", words.systems.verb, "list (default), show, pause or resume")
        ->check(CLI::IsMember({"list", "show", "pause", "resume"}));
    systems->add_option("SYSTEM", words.systems.system, "its name");
    systems->add_option("--reason", words.systems.reason, "of pause and resume, for the audit");
    systems->add_option("--network", words.systems.network,
                        "network file (default: network.json beside the store)");

    CLI::App* audit = addCommand(app, words, "audit", "what people did, and why; the newest first",
                                 [&](Session& session) { return runAudit(session, words.audit); });
    audit->add_option("--search", words.audit.search, "in actor, action, target, reason, before and after");
    audit->add_option("--actor", words.audit.actor, "only of that person");
    audit->add_option("--action", words.audit.action, "only that action, such as changePolicy");
    audit->add_option("--from", words.audit.from, "from that time on: RFC 3339, or how long ago such as 24h");
    audit->add_option("--until", words.audit.until, "before that time, likewise");
    audit->add_option("--limit", words.audit.limit, "at most so many (default 50)");

    CLI::App* annotate =
        addCommand(app, words, "annotate", "puts a note, a tag, a ticket or a snooze on exceptions",
                   [&](Session& session) { return runAnnotate(session, words.annotate); });
    annotate->add_option("KIND", words.annotate.kind, "note, tag, untag, ticket or snooze")
        ->required()
        ->check(CLI::IsMember({"note", "tag", "untag", "ticket", "snooze"}));
    annotate->add_option("EXCEPTION", words.annotate.exceptions, "their ids")->required();
    annotate->add_option("--text", words.annotate.text, "its words; a tag and a ticket are one word");
    annotate->add_option("--for", words.annotate.sleep,
                         "of snooze: how long, such as 4h; without it they wake");
    CLI::App* inventory =
        addCommand(app, words, "inventory", "what may be promised by item and node, and who waits for it",
                   [&](Session& session) { return runInventory(session, words.inventory); });
    inventory->add_flag("--waiting", words.inventory.isWaiting, "only items that orders wait for");

    for (const auto& [name, about, isClaimed] :
         {std::tuple{"claim", "says that you work on exceptions", true},
          std::tuple{"unclaim", "gives exceptions back", false}}) {
        CLI::App* claim = addCommand(app, words, name, about, [&, claims = isClaimed](Session& session) {
            return runClaim(session, words.claim, claims);
        });
        claim->add_option("EXCEPTION", words.claim.exceptions, "their ids")->required();
        if (!isClaimed) continue;
        claim->add_option("--take-over", words.claim.from, "from that person, who has them now");
        claim->add_option("--reason", words.claim.reason, "of taking them over, for the audit");
    }
}

void addPolicies(CLI::App& app, Words& words)
{
    PoliciesWords& options = words.policies;
    CLI::App* policies =
        addCommand(app, words, "policies", "how persistent the engine is, and how soon a person must help",
                   [&](Session& session) { return runPolicies(session, options); });
    policies->add_option("VERB", options.verb, "list (default), show, set, history or restore")
        ->check(CLI::IsMember({"list", "show", "set", "history", "restore"}));
    policies->add_option("WORDS", options.words,
                         "show NAME | set NAME FIELD=VALUE… | restore VERSION; a name is that of a policy, "
                         "or event:CLASS, or event:CLASS/STEP");
    policies->add_option("--reason", options.reason, "of set and restore, for the audit");
    policies->add_option("--base", options.base, "of set and restore: refuses when another version acts");
    policies->add_flag("--dry-run", options.isDryRun, "of set and restore: only says what would change");
}

void addWork(CLI::App& app, Words& words)
{
    CLI::App* ingest = addCommand(app, words, "ingest", "reads files or folders of orders",
                                  [&](Session& session) { return runIngest(session, words.ingest); });
    ingest->add_option("PATH", words.ingest.paths, "files or folders")->required();

    CLI::App* run = addCommand(app, words, "run", "runs the engine without a window",
                               [&](Session& session) { return runEngine(session, words.run); });
    run->add_option("--network", words.run.network, "network file that names the systems");
    run->add_option("--until", words.run.until, "idle, or a number of seconds (default: until interrupted)");

    CLI::App* plan = addCommand(app, words, "plan", "freezes a set of actions and says what they would do",
                                [&](Session& session) { return runPlan(session, words.plan); });
    plan->add_option("ACTION", words.plan.action,
                     "retry, edit, replay, adopt, skip, resolve, reopen, cancel, compensate, hold or release")
        ->required();
    plan->add_option("SELECTOR", words.plan.selector,
                     "all | order:NO | orders:NO,NO | exception:ID | exceptions:ID,ID | class:C | system:S | "
                     "group:ID | group:BY:ID, of cause, system, step, contract, customer, owner or class")
        ->required();
    plan->add_option("--set", words.plan.values,
                     "of edit: PATH=VALUE, such as /shipTo/postalCode=89501; may be given again")
        ->take_all()
        ->allow_extra_args(false);
    plan->add_option("--reason", words.plan.reason, "why, for the audit");
    plan->add_option("--kind", words.plan.kind, "of hold and release: credit, fraud, customer or operator");
    plan->add_option(
        "--from", words.plan.from,
        "of compensate: the first step that is taken back; of replay: a step, or a milestone, from "
        "which on all calls of the orders that wait for a person are made anew");
    plan->add_option("--subject", words.plan.subject,
                     "of compensate: one fulfillment or shipment only, by its number");
    plan->add_option("--map", words.plan.map,
                     "of replay: today, or then for the one that the call was made with (default today)");
    plan->add_option("--document", words.plan.document,
                     "of adopt: the number that the system has it under, where it cannot be asked");

    CLI::App* editable =
        addCommand(app, words, "editable", "what may be changed about the order behind an exception",
                   [&](Session& session) { return runEditable(session, words.editable); });
    editable->add_option("EXCEPTION", words.editable.exception, "its id")->required();
    editable->add_flag("--all", words.editable.isAll, "in the table also what may not be changed, and why");

    CLI::App* apply = addCommand(app, words, "apply", "carries out a plan",
                                 [&](Session& session) { return runApply(session, words.apply); });
    apply->add_option("PLAN", words.apply.plan, "the id that plan gave")->required();
    apply->add_option("--rate", words.apply.rate, "actions a second, such as 20/s");
    apply->add_option("--ramp", words.apply.ramp, "time until that rate is reached, such as 30s");
    apply->add_option("--wait", words.apply.wait, "how long to wait for the outcome, such as 120s");
    apply->add_option("--network", words.apply.network,
                      "network file (default: network.json beside the store)");
}

void addCopies(CLI::App& app, Words& words)
{
    CLI::App* verify = addCommand(app, words, "verify", "proves that state, stages, counters and audit hold",
                                  [&](Session& session) { return runVerify(session, words.verify); });
    verify->add_flag("--quick", words.verify.isQuick, "what changed since the last good one, plus a sample");

    CLI::App* backup = addCommand(app, words, "backup", "writes a consistent copy of the store",
                                  [&](Session& session) { return runBackup(session, words.backup); });
    backup->add_option("FILE", words.backup.file, "the copy")->required();

    CLI::App* restore = addCommand(app, words, "restore", "puts a copy in the place of the store",
                                   [&](Session& session) { return runRestore(session, words.restore); });
    restore->add_option("FILE", words.restore.file, "the copy")->required();
}

void addWholeRuns(CLI::App& app, Words& words)
{
    CLI::App* bench = addCommand(app, words, "bench", "measurements",
                                 [&](Session& session) { return runBench(session, words.bench); });
    bench
        ->add_option("NAME", words.bench.name,
                     "fulfillment, seed, matrix, plans, verdicts, or peer: plays the mock of the peers")
        ->required();
    bench->add_option("--mock", words.bench.mock, "where the mock of the peers listens");
    bench->add_option("--orders", words.bench.orders, "default 2000")->check(CLI::Range(1, 1'000'000));
    bench->add_option("--in-flight", words.bench.inFlight, "default 64")->check(CLI::Range(1, 100'000));
    bench->add_option("--sample", words.bench.sample, "seed: the store whose orders are copied into --store");
    bench->add_option("--seed", words.bench.seed, "of matrix, plans and verdicts (default 1)");
    bench->add_option("--cells", words.bench.cells, "matrix: only so many, spread over all");
    bench->add_option("--plans", words.bench.plans, "plans: until so many were applied (default 1000)")
        ->check(CLI::Range(1, 100'000));
    bench->add_option("--dir", words.bench.dir, "of matrix, plans and verdicts: folder of the run");
    bench->add_option("--alone", words.bench.alone, "orders of the second part, one at a time (default 200)");

    HeadlessWords& options = words.headless;
    CLI::App* headless = addCommand(app, words, "headless", "lets orders through a network of demo systems",
                                    [&](Session& session) { return runHeadless(session, words.headless); });
    headless->add_option("--orders", options.orders, "default 200")->check(CLI::Range(1, 1'000'000));
    headless->add_option("--faults", options.faults, "none, light or heavy")
        ->check(CLI::IsMember({"none", "light", "heavy"}));
    headless->add_option("--seed", options.seed, "default 1");
    headless->add_option("--speed", options.speed, "business seconds per real second (default 600)")
        ->check(CLI::PositiveNumber);
    headless->add_option("--until", options.until, "idle")->check(CLI::IsMember({"idle"}));
    headless->add_option("--dir", options.dir, "folder of the store and of the network's books")->required();
    headless->add_option("--timeout", words.timeoutSeconds, "real seconds at most (default 1800)")
        ->check(CLI::PositiveNumber);
    headless
        ->add_option("--follow", options.follow,
                     "recommended: takes the recommended actions until only persons can decide")
        ->check(CLI::IsMember({"recommended"}));
    headless->add_flag("--keep-network", options.keepsNetwork, "the network goes on when this program ends");
}

void addHelp(CLI::App& app, Words& words)
{
    addCommand(app, words, "help", "this page", [&app](Session& session) {
        session.out << app.get_formatter()->make_help(&app, app.get_name(), CLI::AppFormatMode::Normal);
        return int(exitDone);
    });
    addCommand(app, words, "version", "the version of this program", [](Session& session) {
        session.out << "milepostctl " MILEPOST_VERSION "\n";
        return int(exitDone);
    });
}

bool isTerminal(const std::ostream& stream, const std::ostream& standard, int descriptor)
{
    const char* terminal = std::getenv("TERM");
    return &stream == &standard && isatty(descriptor) == 1 &&
           (terminal == nullptr || std::string_view(terminal) != "dumb");
}

int parseAndRun(CLI::App& app, Words& words, Session& session, int argc, const char* const* argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error, session.out, session.err);
        return code == 0 ? exitDone : exitUsage;
    }
    if (!words.chosen) return refuseUsage(session, {.message = "a command is missing; see milepostctl help"});
    words.headless.timeout = std::chrono::seconds(words.timeoutSeconds);
    if (session.store.empty()) session.store = defaultStore();
    return words.chosen(session);
}

} // namespace

int runCommandLine(int argc, const char* const* argv, std::ostream& out, std::ostream& err)
{
    Session session{.out = out, .err = err};
    session.hasColour = isTerminal(out, std::cout, STDOUT_FILENO) && std::getenv("NO_COLOR") == nullptr;
    session.hasLiveProgress = isTerminal(err, std::cerr, STDERR_FILENO);
    Words words;
    CLI::App app{"Drives customer orders through the systems that fulfil them.", "milepostctl"};
    app.require_subcommand(0, 1);
    app.fallthrough();
    app.set_version_flag("--version", "milepostctl " MILEPOST_VERSION);
    app.add_option("--store", session.store, "the store file (default: in the user's data folder)");
    app.add_option("--packs", session.packs,
                   "folder with packs, processes and policies in place of the built-in ones");
    app.add_flag("--json", session.isJson, "one JSON document on stdout");
    addReading(app, words);
    addGovernance(app, words);
    addPolicies(app, words);
    addWork(app, words);
    addCopies(app, words);
    addWholeRuns(app, words);
    addHelp(app, words);
    try {
        return parseAndRun(app, words, session, argc, argv);
    } catch (const std::exception& failure) {
        return refuse(session, {.kind = ErrorKind::Internal, .message = failure.what()});
    }
}

} // namespace milepost
