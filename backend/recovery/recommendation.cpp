// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/recommendation.h"

#include <algorithm>

namespace milepost {
namespace {

bool isPermitted(const Evidence& evidence, std::string_view action)
{
    const auto found = std::ranges::find(evidence.actions, action, &ActionAdvice::action);
    return found != evidence.actions.end() && found->isPermitted;
}

Recommendation wait(std::string reason)
{
    return {.reason = std::move(reason), .needsPerson = false};
}

Recommendation byMachine(std::string action, std::string reason)
{
    return {.action = std::move(action), .reason = std::move(reason), .needsPerson = false};
}

Recommendation byPerson(std::string action, std::string reason)
{
    return {.action = std::move(action), .reason = std::move(reason)};
}

/// A call whose outcome is in doubt: what its system says decides.
Recommendation forDoubt(const CaseFile& file, const Evidence& evidence, const Effect& effect)
{
    const std::string system = file.systemOf(effect);
    if (const Reply* has = adoptableReply(file); has != nullptr && isPermitted(evidence, "adopt")) {
        Recommendation adopt =
            byMachine("adopt", system + " has it under number " + has->document + "; nothing is sent again");
        adopt.document = has->document;
        return adopt;
    }
    const LiveAnswer* answer = file.answerOf(effect);
    const bool isNotThere = answer != nullptr && answer->reply.outcome == Outcome::NotFound;
    if (isNotThere && answer->isBelieved && isPermitted(evidence, "retry"))
        return byMachine("retry", system + " does not have it; under the same key it is sent once more");
    if (isNotThere) return wait(system + " does not have it yet; it may still come, ask again in a minute");
    if (file.isSilent(effect)) return wait(system + " does not answer now; ask again when it does");
    return byPerson("retry", system + " can neither be asked nor recognise a repetition. Find out there "
                                      "whether it was done: retry if it was not, adopt it if it was");
}

/// A definite no. Whether its cause is gone only a person knows, but for what clears itself up.
Recommendation forRejection(const CaseFile& file, const Evidence& evidence, const Effect& effect)
{
    const std::string system = file.systemOf(effect);
    if (const Reply* has = adoptableReply(file); has != nullptr && isPermitted(evidence, "adopt")) {
        Recommendation adopt =
            byMachine("adopt", system + " has it all the same, under number " + has->document);
        adopt.document = has->document;
        return adopt;
    }
    const std::string& cause = file.exception.cause;
    const bool isAboutData = cause.find("POSTAL") != std::string::npos ||
                             cause.find("ADDRESS") != std::string::npos ||
                             cause.find("UNKNOWN_ITEM") != std::string::npos;
    if (isAboutData && isPermitted(evidence, "edit"))
        return byPerson("edit", system + " cannot work with what the order says (" + cause +
                                    "); correct it, then it is sent anew");
    return byPerson("retry",
                    system + " said no (" + cause + "); it was not done. Mend the cause there, then retry");
}

Recommendation forMismatch(const CaseFile& file, const Evidence& evidence)
{
    const std::string& cause = file.exception.cause;
    if (cause == "short pick") return wait("the missing units are planned again as soon as a node has them");
    if (cause == "shipped out of turn" && evidence.systemsAgree.verdict == Verdict::Yes)
        return byMachine("resolve", "the goods are booked as shipped, and every system agrees now");
    if (cause.starts_with("parcel "))
        return byPerson("resolve",
                        "the parcel did not arrive; agree with the customer on a new shipment or a "
                        "credit, then resolve it");
    if (cause == "changed too late")
        return byPerson("resolve", "agree with the customer on what has left, a return or keeping it; then "
                                   "resolve it");
    if (file.exception.system.empty()) return byPerson("resolve", "clear it up, then resolve it");
    return byPerson("resolve", "clear it up with " + file.exception.system + ", then resolve it");
}

Recommendation forAbsence(const CaseFile& file, const Evidence& evidence)
{
    const std::string& system = file.exception.system;
    if (isPermitted(evidence, "retry"))
        return byMachine("retry", system + " has not said that it took it; the same document is handed over "
                                           "again, under its number");
    if (evidence.goodsLeft.verdict == Verdict::No)
        return byPerson("", "the goods have not left; ask " + system + " when they will");
    if (evidence.goodsLeft.verdict == Verdict::Yes)
        return byPerson("", "the goods have left; ask " + system + " to confirm it, billing waits for that");
    return byPerson("", "ask " + system + " what happened");
}

Recommendation forCompensation(const CaseFile& file, const Evidence& evidence)
{
    const Effect* effect = findEffect(file.order(), file.exception.effect);
    if (effect != nullptr && mayBeDone(*effect)) return forDoubt(file, evidence, *effect);
    if (effect == nullptr)
        return byPerson("adopt", "no call takes it back: ask " + file.exception.system +
                                     ", then adopt that it did, or skip it and leave it");
    if (file.exception.kind == ExceptionClass::CompensationIncomplete &&
        effect->state == EffectState::Rejected)
        return byPerson("skip", file.exception.system + " does not take it back (" + file.exception.cause +
                                    "): skip leaves it as it is");
    return byMachine("retry", "it was surely not taken back; taking back is tried again");
}

Recommendation forWord(const CaseFile& file)
{
    return byPerson("resolve", file.exception.system + " used a word that its pack does not know; a later "
                                                       "status closes this, or add the word and resolve it");
}

Recommendation byClass(const CaseFile& file, const Evidence& evidence)
{
    const Effect* effect = findEffect(file.order(), file.exception.effect);
    switch (file.exception.kind) {
    case ExceptionClass::UnknownOutcome:
        return effect == nullptr ? byPerson("resolve", "nothing is known of its call any more")
                                 : forDoubt(file, evidence, *effect);
    case ExceptionClass::TransientExhausted:
        if (effect != nullptr && mayBeDone(*effect)) return forDoubt(file, evidence, *effect);
        return byMachine("retry", "it was surely not done; it is tried again under the same key");
    case ExceptionClass::BusinessRule:
        return effect == nullptr ? byPerson("resolve", "clear it up, then resolve it")
                                 : forRejection(file, evidence, *effect);
    case ExceptionClass::Validation:
        return byPerson("edit", "the order is not complete; correct it or have the channel send it again");
    case ExceptionClass::Contract: return byPerson("", "connect a system whose pack offers what is missing");
    case ExceptionClass::UnknownStatus: return forWord(file);
    case ExceptionClass::Mismatch: return forMismatch(file, evidence);
    case ExceptionClass::Absence: return forAbsence(file, evidence);
    case ExceptionClass::CompensationIncomplete: return forCompensation(file, evidence);
    case ExceptionClass::Internal:
        return byPerson("resolve", "report it with the lineage of the order, then resolve it");
    }
    return {};
}

} // namespace

const Reply* adoptableReply(const CaseFile& file)
{
    const Effect* effect = findEffect(file.order(), file.exception.effect);
    const LiveAnswer* answer = effect == nullptr ? nullptr : file.answerOf(*effect);
    return answer != nullptr && answer->reply.outcome == Outcome::Done ? &answer->reply : nullptr;
}

Recommendation recommend(const CaseFile& file, const Evidence& evidence)
{
    Recommendation one = byClass(file, evidence);
    if (one.action.empty() || isPermitted(evidence, one.action)) return one;
    const auto advice = std::ranges::find(evidence.actions, one.action, &ActionAdvice::action);
    const std::string why = advice == evidence.actions.end() ? std::string() : " (" + advice->reason + ")";
    return {.reason = one.reason + why, .needsPerson = one.needsPerson};
}

} // namespace milepost
