// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stored_sentences.h"

#include <QRegularExpression>

#include "models/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace milepost {
namespace {

/// As decide and the engine write them; names, numbers and a partner's own words stand at the places.
constexpr const char* templates[] = {
    QT_TRANSLATE_NOOP("StoredSentences", "must be a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("StoredSentences", "must be a duration such as 500ms, 60s, 5m, 24h or 2d"),
    QT_TRANSLATE_NOOP("StoredSentences", "must be longer than nothing"),
    QT_TRANSLATE_NOOP("StoredSentences", "maxDelay is shorter than baseDelay"),
    QT_TRANSLATE_NOOP("StoredSentences", "is shorter than baseDelay"),
    QT_TRANSLATE_NOOP("StoredSentences", "no process has a step '%1'"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 said no to step %2: %3. Mend the cause there, then retry; it has not "
                      "been done."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1, step %2 of %3 was tried %4 times; the last answer was %5. It has not "
                      "been done; retry when %6 is well again."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1, step %2 of %3 may or may not be done (%4), and the machine cannot find "
                      "out. Look there: retry it if it was not done, adopt it if it was."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1, step %2 of %3 may or may not be done (%4), and the machine cannot find "
                      "out. Look there: retry it if it was not done, else resolve it by hand."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 has not acknowledged step %2 after %3 deliveries. Ask %4 whether it "
                      "reads our files."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 has not told of %2, due %3, though it has told everything up to %4. Ask "
                      "%5 what happened."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "The order lacks %1. Ask the channel to send it again with that, or correct "
                      "it."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "The carrier reports %1 for %2. Tell the customer and decide whether to send "
                      "it again or to credit it."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "The carrier reports %1 for %2 after it reported it delivered. Ask the "
                      "customer."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "No connected system offers %1, which step %2 needs. Connect one whose pack "
                      "offers it."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 reports %2 of %3, which this order does not have. Clear it up with %4."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 shipped %2 of line %3, of which %4 were released. The goods are booked "
                      "as shipped; decide what to bill."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 reports a shipment (%2) of nothing that this order has. Clear it up with "
                      "%3."),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 could not pick %2 of line %3; another node is asked, or it is "
                                         "backordered."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "Two different messages of %1 carry the id %2. Ask it which one holds; the "
                      "second was kept and not applied."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "A message of %1 cannot be used: %2. It is kept; have it corrected and sent "
                      "again."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 and was kept, not applied. Compare both and agree with the customer what "
                      "holds."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 does not answer (%2). What is meant for it waits and goes on by itself "
                      "when it answers; see whether it is running."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 says %2 orders between %3 and %4 on %5 (UTC), %6 arrived. Have them sent again; "
                      "this closes by itself when they have come."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 says %2 orders between %3 and %4 on %5 (UTC), %6 arrived; in all %7 windows that "
                      "differ %8 are missing and %9 too many. Have them sent again; this closes by itself "
                      "when they have come."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 says %2 orders between %3 and %4 on %5 (UTC), %6 arrived. Ask which of them it "
                      "did not send."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 says %2 orders between %3 and %4 on %5 (UTC), %6 arrived; in all %7 windows that "
                      "differ %8 are missing and %9 too many. Ask which of them it did not send."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 has told nothing since %2, and what is due from it cannot be judged. See whether "
                      "it runs and writes; this closes by itself when it tells again."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 has told nothing so far, and what is due from it cannot be judged. See whether "
                      "it runs and writes; this closes by itself when it tells again."),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 speaks of %2, which no order here has. Ask it what that is."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 wants to change order %2, which has not come. The change waits for it; ask for the "
                      "order."),
    QT_TRANSLATE_NOOP("StoredSentences", "its order has come"),
    QT_TRANSLATE_NOOP("StoredSentences", "the shipment was reported"),
    QT_TRANSLATE_NOOP("StoredSentences", "a later change came before it"),
    QT_TRANSLATE_NOOP("StoredSentences", "the map that it was made with is not kept any more"),
    QT_TRANSLATE_NOOP("StoredSentences", "with the map of then it could not be read"),
    QT_TRANSLATE_NOOP("StoredSentences", "nothing from there on waits to be made anew"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "no step comes after '%1' and none is called so; name a step or a milestone"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "Deciding on \"%1\" failed: %2. Nothing was done about it; report it with "
                      "the lineage of the order."),
    QT_TRANSLATE_NOOP("StoredSentences", "the engine does not run here"),
    QT_TRANSLATE_NOOP("StoredSentences", "it belongs to no order"),
    QT_TRANSLATE_NOOP("StoredSentences", "no message that could be read again is behind it"),
    QT_TRANSLATE_NOOP("StoredSentences", "reads its message again, with the map of today"),
    QT_TRANSLATE_NOOP("StoredSentences", "its message was used"),
    QT_TRANSLATE_NOOP("StoredSentences", "it closes by itself as soon as the system answers"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed already: %1"),
    QT_TRANSLATE_NOOP("StoredSentences", "the system has told everything up to %1"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is open"),
    QT_TRANSLATE_NOOP("StoredSentences", "the order has had no such exception"),
    QT_TRANSLATE_NOOP("StoredSentences", "another exception is open about the same call"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "it was not closed by hand (%1); only what was resolved is reopened"),
    QT_TRANSLATE_NOOP("StoredSentences", "the order is cancelled"),
    QT_TRANSLATE_NOOP("StoredSentences", "nothing of the order is being taken back any more"),
    QT_TRANSLATE_NOOP("StoredSentences", "step %1 was taken up by another call meanwhile"),
    QT_TRANSLATE_NOOP("StoredSentences", "the order went on without it: step %1 has begun"),
    QT_TRANSLATE_NOOP("StoredSentences", "its units were planned anew meanwhile"),
    QT_TRANSLATE_NOOP("StoredSentences", "what it was about is not so any more"),
    QT_TRANSLATE_NOOP("StoredSentences", "its message could be used meanwhile"),
    QT_TRANSLATE_NOOP("StoredSentences", "it was closed as soon as it was opened"),
    QT_TRANSLATE_NOOP("StoredSentences", "does not know message %1"),
    QT_TRANSLATE_NOOP("StoredSentences", "does not know invoice %1"),
    QT_TRANSLATE_NOOP("StoredSentences", "it closed again at once: %1"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is open again"),
    QT_TRANSLATE_NOOP("StoredSentences", "opens it again; nothing is sent"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed: its cause is gone"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed: its system answered"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed: a later status was understood"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed: retried"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed: edited"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed: adopted"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed: skipped"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed: replayed"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed: it answers again"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed: resolved by %1: %2"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed: %1"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 reports \"%2\", which its pack does not know. Add it to the status table of the "
                      "pack."),
    QT_TRANSLATE_NOOP("StoredSentences", "sends %1 to %2"),
    QT_TRANSLATE_NOOP("StoredSentences", "asks about %1 to %2"),
    QT_TRANSLATE_NOOP("StoredSentences", "takes back %1 to %2"),
    QT_TRANSLATE_NOOP("StoredSentences", "stops at step %1 for a person"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 would say the same as before"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 was done at %2 with the old data"),
    QT_TRANSLATE_NOOP("StoredSentences", "no call"),
    QT_TRANSLATE_NOOP("StoredSentences", "say from which step on it is taken back"),
    QT_TRANSLATE_NOOP("StoredSentences", "the call is %1 already; resolve the exception instead"),
    QT_TRANSLATE_NOOP("StoredSentences", "partners know the order by it"),
    QT_TRANSLATE_NOOP("StoredSentences", "the customer stated it; have the channel send a changed order"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "the ledger counts by it; cancel, or have the channel send a changed order"),
    QT_TRANSLATE_NOOP("StoredSentences", "the order was accepted with it"),
    QT_TRANSLATE_NOOP("StoredSentences", "the outcome of step %1 at %2 is unknown; settle that first"),
    QT_TRANSLATE_NOOP("StoredSentences", "step %1 at %2 is under way; wait for its answer"),
    QT_TRANSLATE_NOOP("StoredSentences", "the outcome of %1 is unknown; settle that first"),
    QT_TRANSLATE_NOOP("StoredSentences", "no call that changed data could heal is behind it"),
    QT_TRANSLATE_NOOP(
        "StoredSentences",
        "%1 said no to taking back step %2: %3. Mend the cause there, then retry; it has not been done."),
    QT_TRANSLATE_NOOP("StoredSentences", "%1, taking back step %2 of %3 was tried %4 times; the last answer "
                                         "was %5. It has not been done; retry when %6 is well again."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1, taking back step %2 of %3 may or may not be done (%4), and the machine cannot "
                      "find out. Look there: retry it if it was not done, else resolve it by hand."),
    QT_TRANSLATE_NOOP("StoredSentences", "Step %1 was done at %2 and cannot be taken back. Ask %3: adopt "
                                         "that it was taken back there, or skip it and leave it as it is."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "Step %1 was done at %2, which offers no call to take it back. Ask %3: adopt that it "
                      "was taken back there, or skip it and leave it as it is."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "The customer no longer wants %1 of line %2, which cannot be taken back any more. "
                      "Agree on a return with them, then resolve this."),
    QT_TRANSLATE_NOOP(
        "StoredSentences",
        "Of line %1 (%2) %3 are missing; %4 is there and could be sent instead. Ask the "
        "customer: edit the line's substitution to allowed, or resolve this to wait for stock."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 reports %2 units of %3 returned; %4 of them are known to have left and not come "
                      "back. Find out whose the others are."),
    QT_TRANSLATE_NOOP("StoredSentences", "steps are being taken back; wait until that has ended"),
    QT_TRANSLATE_NOOP("StoredSentences", "nothing that could be sent again is behind it"),
    QT_TRANSLATE_NOOP("StoredSentences", "nothing that could be sent anew is behind it"),
    QT_TRANSLATE_NOOP("StoredSentences", "no call that a partner could have carried out is behind it"),
    QT_TRANSLATE_NOOP("StoredSentences", "no step is behind it; resolve it instead"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 has done it under number %2"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 has done it"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is under way; wait for the answer of %1"),
    QT_TRANSLATE_NOOP("StoredSentences", "it goes on by itself"),
    QT_TRANSLATE_NOOP("StoredSentences", "it was taken; its result is awaited"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "it may have been done, and under a new key %1 would do it again; retry asks first"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "it may have been done, and %1 can neither be asked nor recognise a repetition"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "it may have been done; find out first: retry asks, adopt accepts it"),
    QT_TRANSLATE_NOOP("StoredSentences", "its steps are being taken back already"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is cancelled already"),
    QT_TRANSLATE_NOOP("StoredSentences", "all of it has left; nothing could be cancelled"),
    QT_TRANSLATE_NOOP("StoredSentences", "the process has no such step"),
    QT_TRANSLATE_NOOP("StoredSentences", "nothing of it has been done"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "goods have left after step %1; what was shipped comes back as a return only"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is held already"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is not held"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is %1 already"),
    QT_TRANSLATE_NOOP("StoredSentences", "its exception is closed"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 has it under number %2; adopt it"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 has it under number %2; nothing is sent again"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 has it all the same, under number %2"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 does not have it; under the same key it is sent once more"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 does not have it yet; it may still come, ask again in a minute"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 does not answer now; ask again when it does"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 can neither be asked nor recognise a repetition. Find out there "
                                         "whether it was done: retry if it was not, adopt it if it was"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 cannot work with what the order says (%2); correct it, then it is sent anew"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 said no (%2); it was not done. Mend the cause there, then retry"),
    QT_TRANSLATE_NOOP("StoredSentences", "the missing units are planned again as soon as a node has them"),
    QT_TRANSLATE_NOOP("StoredSentences", "the goods are booked as shipped, and every system agrees now"),
    QT_TRANSLATE_NOOP(
        "StoredSentences",
        "the parcel did not arrive; agree with the customer on a new shipment or a credit, then resolve it"),
    QT_TRANSLATE_NOOP("StoredSentences", "clear it up with %1, then resolve it"),
    QT_TRANSLATE_NOOP("StoredSentences", "clear it up, then resolve it"),
    QT_TRANSLATE_NOOP("StoredSentences", "agree with the customer on what has left, a return or keeping it; "
                                         "then resolve it"),
    QT_TRANSLATE_NOOP(
        "StoredSentences",
        "it may have been done, and under a new key %1 would do it again; find out there first"),
    QT_TRANSLATE_NOOP("StoredSentences", "it may have been done; find out there first; adopt accepts it"),
    QT_TRANSLATE_NOOP("StoredSentences", "the order cannot go on without step %1"),
    QT_TRANSLATE_NOOP(
        "StoredSentences",
        "%1 has not said that it took it; the same document is handed over again, under its number"),
    QT_TRANSLATE_NOOP("StoredSentences", "the goods have not left; ask %1 when they will"),
    QT_TRANSLATE_NOOP("StoredSentences", "the goods have left; ask %1 to confirm it, billing waits for that"),
    QT_TRANSLATE_NOOP("StoredSentences", "ask %1 what happened"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "no call takes it back: ask %1, then adopt that it did, or skip it and leave it"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 does not take it back (%2): skip leaves it as it is"),
    QT_TRANSLATE_NOOP("StoredSentences", "it was surely not taken back; taking back is tried again"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 used a word that its pack does not know; a later status closes "
                                         "this, or add the word and resolve it"),
    QT_TRANSLATE_NOOP("StoredSentences", "it was surely not done; it is tried again under the same key"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "the order is not complete; correct it or have the channel send it again"),
    QT_TRANSLATE_NOOP("StoredSentences", "connect a system whose pack offers what is missing"),
    QT_TRANSLATE_NOOP("StoredSentences", "see what it says, ask %1 to send it again, then resolve it"),
    QT_TRANSLATE_NOOP("StoredSentences", "no node has been given anything of it"),
    QT_TRANSLATE_NOOP("StoredSentences", "no message to the customer was sent"),
    QT_TRANSLATE_NOOP("StoredSentences", "nothing has left that could be billed"),
    QT_TRANSLATE_NOOP("StoredSentences", "whether goods have left is not known, and only those are billed"),
    QT_TRANSLATE_NOOP("StoredSentences", "the order is not accepted yet"),
    QT_TRANSLATE_NOOP("StoredSentences", "its tax is not known yet"),
    QT_TRANSLATE_NOOP("StoredSentences", "a line has no price"),
    QT_TRANSLATE_NOOP("StoredSentences", "shipment %1 is billed already"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 units left as shipment %2, parcel %3; it is not billed"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 units left as shipment %2, parcel %3"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 units left as shipment %2"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 was not released to the node"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 %2: the goods have left"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 %2: the goods have not left"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 %2: the rest has not left"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 %2: nothing more is to leave"),
    QT_TRANSLATE_NOOP("StoredSentences", "has taken step %1 back"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 %2 was taken back before anything left"),
    QT_TRANSLATE_NOOP("StoredSentences", "knows no release %1"),
    QT_TRANSLATE_NOOP("StoredSentences", "took message %1"),
    QT_TRANSLATE_NOOP("StoredSentences", "may or may not have taken the message"),
    QT_TRANSLATE_NOOP("StoredSentences", "has it billed as %1"),
    QT_TRANSLATE_NOOP("StoredSentences", "may have billed it"),
    QT_TRANSLATE_NOOP("StoredSentences", "its dispatch has to be booked here first"),
    QT_TRANSLATE_NOOP("StoredSentences", "nobody says anything else"),
    QT_TRANSLATE_NOOP("StoredSentences", "what became of step %1 is not known"),
    QT_TRANSLATE_NOOP("StoredSentences", "%1 is at the node, and nobody who can be asked now knows more"),
};

QRegularExpression pattern(const char* sentence)
{
    QString text = QRegularExpression::escape(QString::fromLatin1(sentence));
    text.replace(QRegularExpression(QStringLiteral("\\\\%\\d")), QStringLiteral("(.+?)"));
    QRegularExpression made(QRegularExpression::anchoredPattern(text),
                            QRegularExpression::DotMatchesEverythingOption);
    made.optimize();
    return made;
}

struct Match {
    const char* sentence = nullptr;
    QStringList parts{};
};

std::optional<Match> match(const QString& text)
{
    static const std::vector<QRegularExpression> patterns = [] {
        std::vector<QRegularExpression> made;
        for (const char* sentence : templates)
            made.push_back(pattern(sentence));
        return made;
    }();
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const QRegularExpressionMatch found = patterns[i].match(text);
        if (found.hasMatch()) return Match{templates[i], found.capturedTexts().mid(1)};
    }
    return std::nullopt;
}

/// All at once: what a partner says may hold "%1" itself.
QString filled(const QString& sentence, const QStringList& parts)
{
    QString words;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool isPlace = sentence[i] == u'%' && i + 1 < sentence.size() && sentence[i + 1].isDigit();
        if (isPlace)
            words += parts.value(sentence[++i].digitValue() - 1);
        else
            words += sentence[i];
    }
    return words;
}

} // namespace

QString StoredSentences::translated(const std::string& sentence)
{
    const QString stored = text(sentence);
    const auto found = match(stored);
    return found ? filled(tr(found->sentence), found->parts) : stored;
}

QString StoredSentences::translatedList(const std::string& sentences)
{
    QStringList parts = text(sentences).split(QStringLiteral(", "));
    const bool areKnown =
        std::ranges::all_of(parts, [](const QString& part) { return match(part).has_value(); });
    if (!areKnown) return translated(sentences);
    for (QString& part : parts)
        part = translated(utf8(part));
    return parts.join(QStringLiteral(", "));
}

bool StoredSentences::isKnown(const std::string& sentence)
{
    return match(text(sentence)).has_value();
}

} // namespace milepost
