// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/session.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The commands of milepostctl: what each takes, and the function that carries it out (one file each). All
/// answer an exit code; what goes wrong is said on Session::err.
namespace milepost {

struct IngestWords {
    std::vector<std::filesystem::path> paths{};
};
struct RunWords {
    std::filesystem::path network{};
    std::string until{}; ///< idle, seconds, or empty: until interrupted
};
struct OrdersWords {
    std::string search{};
    std::string milestone{};
    std::size_t limit = 50;
};
struct ShowWords {
    std::string order{};
};
struct LineageWords {
    std::string order{};
    std::int64_t payload = 0; ///< prints this body instead
};
struct FindWords {
    std::string text{};
    std::size_t limit = 20;
};
struct SystemsWords {
    std::string verb{}; ///< list, show, pause, resume; empty: list
    std::string system{};
    std::string reason{};
    std::filesystem::path network{};
};
struct PoliciesWords {
    std::string verb{};               ///< list, show, set, history, restore; empty: list
    std::vector<std::string> words{}; ///< a name and FIELD=VALUE…, or a version
    std::string reason{};
    std::int64_t base = 0; ///< refuses when another version acts; 0: any
    bool isDryRun = false;
};
struct AuditWords {
    std::string search{};
    std::string actor{};
    std::string action{};
    std::string from{}; ///< RFC 3339, or how long ago such as 24h
    std::string until{};
    std::size_t limit = 50;
};
struct AnnotateWords {
    std::string kind{}; ///< note, tag, untag, ticket, snooze
    std::vector<std::int64_t> exceptions{};
    std::string text{};
    std::string sleep{}; ///< of snooze: how long, business time
};
struct ClaimWords {
    std::vector<std::int64_t> exceptions{};
    std::string from{}; ///< takes them over from that person; empty: nobody has them
    std::string reason{};
};
struct ExceptionsWords {
    std::string verb{};         ///< list or show; empty: list
    std::int64_t exception = 0; ///< of show
    std::string exceptionClass{};
    std::string system{};
    std::string search{};
    std::string state = "open";      ///< open, closed, all
    std::optional<std::string> by{}; ///< groups by that; empty: by cause; nothing: a list
    std::string in{};                ///< only those of that group: "group:17", "group:customer:17"
    std::size_t limit = 0;
    std::int64_t before = 0;
};
struct PlanWords {
    std::string action{};
    std::string selector{};
    std::string kind = "operator";
    std::string reason{};
    std::vector<std::string> values{}; ///< of edit: "/shipTo/postalCode=12345"
    std::string from{};                ///< of compensate and replay
    int subject = 0;                   ///< of compensate
    std::string document{};            ///< of adopt
    std::string map{};                 ///< of replay
};
struct EvidenceWords {
    std::int64_t exception = 0;
    std::string deadline = "3s"; ///< real time for the partners' answers
};
struct EditableWords {
    std::int64_t exception = 0;
    bool isAll = false; ///< also what may not be changed
};
struct ApplyWords {
    std::int64_t plan = 0;
    std::string rate = "20/s";
    std::string ramp = "0s";
    std::string wait = "120s";
    std::filesystem::path network{};
};
struct VerifyWords {
    bool isQuick = false;
};
struct CopyWords {
    std::filesystem::path file{};
};
struct BenchWords {
    std::string name{};
    std::string mock = "http://127.0.0.1:7700";
    int orders = 2000;
    int inFlight = 64;
    int alone = 200;                ///< orders of the second part, one at a time
    std::int64_t seed = 1;          ///< of verdicts, matrix and plans
    int cells = 0;                  ///< of matrix: at most so many; 0: all
    int plans = 1000;               ///< of plans: until so many were applied
    std::filesystem::path dir{};    ///< of verdicts, matrix and plans: folder of the run
    std::filesystem::path sample{}; ///< of seed: the store whose orders are copied
};
struct HeadlessWords {
    std::optional<int> orders{};
    std::optional<std::string> faults{};
    std::optional<std::int64_t> seed{};
    std::optional<double> speed{};
    std::string until = "idle";
    std::filesystem::path dir{};
    std::chrono::seconds timeout{1800}; ///< real time
    bool keepsNetwork = false;          ///< the network goes on when this process ends
    std::string follow{}; ///< recommended: takes what the evidence speaks for until nothing is left
};

struct InventoryWords {
    bool isWaiting = false; ///< only what orders wait for
};

int runIngest(Session& session, const IngestWords& options);
int runEngine(Session& session, const RunWords& options);
int runStatus(Session& session);
int runOrders(Session& session, const OrdersWords& options);
int runShow(Session& session, const ShowWords& options);
int runLineage(Session& session, const LineageWords& options);
int runFind(Session& session, const FindWords& options);
int runOverview(Session& session);
int runSystems(Session& session, const SystemsWords& options);
int runPolicies(Session& session, const PoliciesWords& options);
int runAudit(Session& session, const AuditWords& options);
int runAnnotate(Session& session, const AnnotateWords& options);
int runInventory(Session& session, const InventoryWords& options);
int runClaim(Session& session, const ClaimWords& options, bool isClaimed);
int runExceptions(Session& session, const ExceptionsWords& options);
int runPlan(Session& session, const PlanWords& options);
int runEvidence(Session& session, const EvidenceWords& options);
int runEditable(Session& session, const EditableWords& options);
int runApply(Session& session, const ApplyWords& options);
int runVerify(Session& session, const VerifyWords& options);
int runBackup(Session& session, const CopyWords& options);
int runRestore(Session& session, const CopyWords& options);
int runBench(Session& session, const BenchWords& options);
int runHeadless(Session& session, const HeadlessWords& options);

} // namespace milepost
