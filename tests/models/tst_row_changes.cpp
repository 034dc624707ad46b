// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/row_changes.h"

namespace milepost {
namespace {

std::vector<OrderId> ids(std::initializer_list<int> values)
{
    std::vector<OrderId> ids;
    for (const int value : values)
        ids.push_back({value});
    return ids;
}

} // namespace

class TestRowChanges : public QObject {
    Q_OBJECT

private slots:
    void equalListsNeedNoChange()
    {
        const auto changes = rowChanges(ids({3, 2, 1}), ids({3, 2, 1}), 8);

        QVERIFY(changes.has_value());
        QVERIFY(changes->removed.empty());
        QVERIFY(changes->inserted.empty());
    }

    void neighboursAreOneRun()
    {
        const auto changes = rowChanges(ids({5, 4, 3, 2, 1}), ids({7, 6, 5, 2, 1}), 8);

        QVERIFY(changes.has_value());
        QCOMPARE(changes->removed, (std::vector<RowRun>{{.first = 1, .count = 2}}));
        QCOMPARE(changes->inserted, (std::vector<RowRun>{{.first = 0, .count = 2}}));
    }

    void anotherOrderIsNoChangeOfRows() { QVERIFY(!rowChanges(ids({1, 2, 3}), ids({3, 2, 1}), 8)); }

    void tooManyRunsAreNoChangeOfRows() { QVERIFY(!rowChanges(ids({1, 2, 3, 4, 5}), ids({2, 4}), 2)); }
};

} // namespace milepost

QTEST_GUILESS_MAIN(milepost::TestRowChanges)
#include "tst_row_changes.moc"
