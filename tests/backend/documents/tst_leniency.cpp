// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/documents/leniency.h"

#include <fstream>
#include <iterator>
#include <set>

using namespace milepost;

class TestLeniency : public QObject {
    Q_OBJECT

private slots:
    void isWhatThePageSays()
    {
        std::ifstream file(MILEPOST_SOURCE_DIR "/docs/leniency.md");
        const std::string page{std::istreambuf_iterator<char>(file), {}};

        for (const LeniencyRule& rule : leniencyRules()) {
            const bool isTolerated = rule.leniency == Leniency::Tolerated;
            const std::string row = "| `" + std::string(rule.id) + "` | " +
                                    (isTolerated ? "tolerated" : "rejected") + " | " +
                                    std::string(rule.what) + " |";
            QVERIFY2(page.find(row) != std::string::npos, row.c_str());
        }
    }

    void namesEachRuleOnce()
    {
        std::set<std::string_view> ids;
        for (const LeniencyRule& rule : leniencyRules())
            ids.insert(rule.id);

        QCOMPARE(ids.size(), leniencyRules().size());
    }

    void writesRuleDetailAndPlace()
    {
        QCOMPARE(leniencyWarning("se-count", "SE01 says 3", "segment 4 SE (line 4)"),
                 std::string("se-count: SE01 says 3 (segment 4 SE (line 4))"));
        QCOMPARE(leniencyRejection("quantity", "it is \"x\"", "segment 2").message,
                 std::string("quantity: it is \"x\""));
    }
};

QTEST_GUILESS_MAIN(TestLeniency)
#include "tst_leniency.moc"
