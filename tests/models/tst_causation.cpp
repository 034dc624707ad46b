// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/causation.h"

using namespace milepost;

namespace {

/// A message is read, a call is decided and made for it, its answer opens an exception, a person retries.
LineageView sample()
{
    LineageView lineage;
    const auto add = [&](const char* kind, const char* cause) -> LineageEntry& {
        return lineage.entries.emplace_back(LineageEntry{
            .seq = static_cast<int>(lineage.entries.size()) + 1, .kind = kind, .causationId = cause});
    };
    add("orderReceived", "message shop/17");
    LineageEntry& call = add("effectStarted", "message shop/17");
    call.system = "tax";
    call.step = "tax";
    call.effectId = 1;
    call.attempt = 1;
    add("attemptEnded", "reply 1.1");
    add("exceptionOpened", "reply 1.1");
    add("actionTaken", "command retry").actor = "ann";
    return lineage;
}

using Seqs = std::set<int>;

} // namespace

/// Why something happened, and what followed.
class TestCausation : public QObject {
    Q_OBJECT

private slots:
    void eachKindOfCauseIsASentence()
    {
        const LineageView lineage = sample();
        const Causation causation(lineage);
        QCOMPARE(causation.reason(lineage.entries[0]), QStringLiteral("Because of message 17 of shop."));
        QVERIFY(
            causation.reason(lineage.entries[2]).startsWith(QStringLiteral("Because of the answer of tax")));
        QCOMPARE(causation.reason(lineage.entries[4]), QStringLiteral("Because ann chose “Retry”."));
        QVERIFY(causation.reason({}).isEmpty());
    }

    void anAnswerLeadsBackToItsCallAndTheCallToItsMessage()
    {
        const LineageView lineage = sample();
        const Causation causation(lineage);
        QCOMPARE(causation.causes(lineage.entries[3]), (Seqs{2, 3}));
        QCOMPARE(causation.causes(lineage.entries[1]), (Seqs{1}));
        QCOMPARE(causation.causes(lineage.entries[0]), Seqs{});
    }

    void aCallLeadsToWhatItsAnswerBrought()
    {
        const LineageView lineage = sample();
        const Causation causation(lineage);
        QCOMPARE(causation.consequences(lineage.entries[1]), (Seqs{3, 4}));
        QCOMPARE(causation.consequences(lineage.entries[0]), (Seqs{2}));
        QCOMPARE(causation.consequences(lineage.entries[4]), Seqs{});
    }
};

QTEST_APPLESS_MAIN(TestCausation)
#include "tst_causation.moc"
