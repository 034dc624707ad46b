// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stored_sentences.h"

#include <QRegularExpression>

#include "models/text.h"

#include <array>
#include <optional>
#include <vector>

namespace milepost {
namespace {

/// As decide and the engine write them; names, numbers and a partner's own words stand at the places.
constexpr std::array templates{
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1 said no to step %2: %3. Mend the cause there, then retry; it has not "
                      "been done."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "%1, step %2 of %3 was tried %4 times; the last answer was %5. It has not "
                      "been done; retry when %6 is well again."),
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
    QT_TRANSLATE_NOOP("StoredSentences", "%1 speaks of %2, which no order here has. Ask it what that is."),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "Deciding on \"%1\" failed: %2. Nothing was done about it; report it with "
                      "the lineage of the order."),
    QT_TRANSLATE_NOOP("StoredSentences", "the engine does not run here"),
    QT_TRANSLATE_NOOP("StoredSentences", "it belongs to no order"),
    QT_TRANSLATE_NOOP("StoredSentences", "it closes by itself as soon as the system answers"),
    QT_TRANSLATE_NOOP("StoredSentences", "it is closed already: %1"),
    QT_TRANSLATE_NOOP("StoredSentences", "the call is %1 already; resolve the exception instead"),
    QT_TRANSLATE_NOOP("StoredSentences", "partners know the order by it"),
    QT_TRANSLATE_NOOP("StoredSentences", "the customer stated it; have the channel send a changed order"),
    QT_TRANSLATE_NOOP("StoredSentences",
                      "the ledger counts by it; cancel, or have the channel send a changed order"),
    QT_TRANSLATE_NOOP("StoredSentences", "the order was accepted with it"),
    QT_TRANSLATE_NOOP("StoredSentences", "the outcome of %1 is unknown; settle that first"),
    QT_TRANSLATE_NOOP("StoredSentences", "no call that changed data could heal is behind it"),
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

bool StoredSentences::isKnown(const std::string& sentence)
{
    return match(text(sentence)).has_value();
}

} // namespace milepost
