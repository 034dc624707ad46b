// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/terminal_text.h"
#include "app/ctl/view_json.h"
#include "backend/service/backend.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {
namespace {

Tint tintOf(Verdict verdict)
{
    if (verdict == Verdict::Contradictory) return Tint::Bad;
    if (verdict == Verdict::Unknown) return Tint::Warn;
    return verdict == Verdict::Yes ? Tint::Good : Tint::None;
}

void printAnswers(Session& session, const Evidence& evidence)
{
    Table table({{"question"}, {"verdict"}, {"who says it"}, {"when (UTC)"}, {"what"}});
    const auto add = [&](const char* question, const Finding& finding) {
        bool isFirst = true;
        for (const EvidenceFact& fact : finding.facts) {
            table.add(
                {isFirst ? question : "",
                 isFirst ? Cell(std::string(toKey(finding.verdict)), tintOf(finding.verdict)) : Cell(""),
                 fact.system + (fact.isLive ? " (asked now)" : ""), momentText(fact.at), fact.statement});
            isFirst = false;
        }
        if (finding.facts.empty()) table.add({question, std::string(toKey(finding.verdict)), "", "", ""});
    };
    add("Did the goods leave?", evidence.goodsLeft);
    add("Was the customer told?", evidence.customerTold);
    add("May billing proceed?", evidence.billingMayProceed);
    add("Do the systems agree?", evidence.systemsAgree);
    table.print(session.out, session.hasColour);
}

void printBeliefs(Session& session, const Evidence& evidence)
{
    Table table({{"field"}, {"of"}, {"system"}, {"believes"}, {"since (UTC)"}, {"of record"}});
    for (const Belief& belief : evidence.beliefs)
        table.add({belief.field, belief.reference, belief.system,
                   Cell(belief.value, belief.isAtOdds ? Tint::Bad : Tint::None), momentText(belief.at),
                   belief.isRecord ? "yes" : ""});
    if (!table.isEmpty()) table.print(session.out, session.hasColour);
}

void printActions(Session& session, const Evidence& evidence)
{
    Table table({{"action"}, {"permitted"}, {"why not"}});
    for (const ActionAdvice& advice : evidence.actions)
        table.add({advice.action, advice.isPermitted ? Cell("yes", Tint::Good) : Cell("no"), advice.reason});
    table.print(session.out, session.hasColour);
    const Recommendation& one = evidence.recommended;
    session.out << "Recommended: " << (one.action.empty() ? "nothing" : one.action)
                << (one.needsPerson ? " (a person decides)" : "") << ": " << harmless(one.reason) << '\n';
}

} // namespace

int runEvidence(Session& session, const EvidenceWords& options)
{
    const auto deadline = parseDuration(options.deadline);
    if (!deadline)
        return refuseUsage(session,
                           {.message = "--deadline " + options.deadline + " is no time; use such as 3s"});
    const auto evidence = openBackend(session)->evidence(options.exception, *deadline);
    if (!evidence) return refuse(session, evidence.error());
    if (session.isJson) {
        printJson(session, toJson(*evidence));
        return exitDone;
    }
    printAnswers(session, *evidence);
    printBeliefs(session, *evidence);
    printActions(session, *evidence);
    for (const std::string& system : evidence->silent)
        session.out << system << " was asked and did not answer within " << options.deadline << ".\n";
    for (const std::string& system : evidence->mute)
        session.out << system << " may know more, and offers no way to ask it.\n";
    return exitDone;
}

} // namespace milepost
