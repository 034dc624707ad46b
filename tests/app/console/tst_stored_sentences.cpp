// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QTranslator>

#include "models/stored_sentences.h"

using namespace milepost;

/// The backend's sentences in another language.
class TestStoredSentences : public QObject {
    Q_OBJECT

private slots:
    void withoutATranslationTheySayWhatTheySaid()
    {
        const std::string said =
            "tax said no to step tax: no place in DE has the postal code 5066; one there is "
            "50667. Mend the cause there, then retry; it has not been done.";
        QVERIFY(StoredSentences::isKnown(said));
        QCOMPARE(StoredSentences::translated(said), QString::fromStdString(said));
    }

    void theyAreSaidInGerman()
    {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/i18n/milepost_de")));
        QCoreApplication::installTranslator(&german);
        QCOMPARE(
            StoredSentences::translated("notify, step notify of 1006 may or may not be done (cut), and the "
                                        "machine cannot find out. Look there: retry it if it was not done, "
                                        "else resolve it by hand."),
            QStringLiteral(
                "notify, Schritt notify von 1006, ist vielleicht getan, vielleicht nicht (cut), und "
                "die Maschine kann es nicht herausfinden. Sehen Sie dort nach: wiederholen, wenn es "
                "nicht getan ist, sonst von Hand erledigen."));
        QCOMPARE(StoredSentences::translatedList("sends tax to tax, asks about accept to erp"),
                 QStringLiteral("sendet tax an tax, fragt erp nach accept"));
        QCOMPARE(StoredSentences::translatedList("something, else"), QStringLiteral("something, else"));
        QVERIFY(
            StoredSentences::translated("The order lacks 100%1 of it. Ask the channel to send it again with "
                                        "that, or correct it.")
                .contains(QStringLiteral("100%1 of it")));
        QCoreApplication::removeTranslator(&german);
    }

    void countsThatDifferAreKnown()
    {
        QVERIFY(StoredSentences::isKnown(
            "shop says 41 orders between 09:00 and 10:00 on 2026-11-23 (UTC), 39 arrived. Have them sent "
            "again; this closes by itself when they have come."));
        QVERIFY(StoredSentences::isKnown(
            "shop says 41 orders between 09:00 and 10:00 on 2026-11-23 (UTC), 39 arrived; in all 2 windows "
            "that differ 3 are missing and 0 too many. Have them sent again; this closes by itself when they "
            "have come."));
    }

    void whatIsNotKnownStaysAsItIs()
    {
        QVERIFY(!StoredSentences::isKnown("something else"));
        QCOMPARE(StoredSentences::translated("something else"), QStringLiteral("something else"));
    }
};

QTEST_GUILESS_MAIN(TestStoredSentences)
#include "tst_stored_sentences.moc"
