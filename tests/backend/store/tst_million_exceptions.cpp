// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include "backend/store/reader.h"
#include "store_samples.h"

using namespace milepost;
using namespace milepost::samples;

namespace {

constexpr std::int64_t many = 1'000'000;
constexpr qint64 patience = 15'000; // milliseconds, on a machine that has other things to do

} // namespace

/// Groups and pages stay quick with a million exceptions.
class TestMillionExceptions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        openStore(storeFile(m_folder))->commit(batchOf({arrival({1})}));
        tamper(
            storeFile(m_folder),
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                std::to_string(many) +
                ") INSERT INTO exception (id, order_id, number, class, severity, system, step, effect,"
                " line_no, cause, words, opened_at, is_open, how, closed_at, money_minor, currency, due_by,"
                " owner, payload_id, contract) SELECT i, 1, i, 'businessRule', 2, 'erp' || (i % 7), 'accept',"
                " 1, 0, 'CODE_' || (i % 40), 'It said no; mend the cause there.', i, i % 2, '', i, i, 'USD',"
                " i, 'team' || (i % 5), 0, 'erp order.accept v' || (i % 3) FROM n");
        m_reader = std::move(*StoreReader::open(storeFile(m_folder)));
    }

    void eachGroupingIsThereSoon_data()
    {
        QTest::addColumn<int>("by");
        for (int by = 0; by <= static_cast<int>(ExceptionGrouping::Class); ++by)
            QTest::newRow(std::string(toKey(static_cast<ExceptionGrouping>(by))).c_str()) << by;
    }
    void eachGroupingIsThereSoon()
    {
        QFETCH(int, by);
        QElapsedTimer timer;
        timer.start();

        const auto groups = m_reader->exceptionGroups({}, static_cast<ExceptionGrouping>(by));

        qInfo() << timer.elapsed() << "ms," << groups.size() << "groups";
        QVERIFY(timer.elapsed() < patience);
        std::int64_t counted = 0;
        for (const ExceptionGroupRow& group : groups)
            counted += group.count;
        QCOMPARE(counted, many / 2);
        const bool isOne = by == static_cast<int>(ExceptionGrouping::Step) ||
                           by == static_cast<int>(ExceptionGrouping::Customer) ||
                           by == static_cast<int>(ExceptionGrouping::Class);
        QCOMPARE(groups.size() == 1, isOne);
    }

    void aPageOfClosedOnesNeedsNoLookAtTheOthers()
    {
        QElapsedTimer timer;
        timer.start();
        const auto page = m_reader->exceptions({.isOpen = false, .before = many / 2, .limit = 100});
        qInfo() << timer.elapsed() << "ms";
        QCOMPARE(page.size(), std::size_t{100});
        QCOMPARE(page.front().row.id, many / 2 - 2);
        QVERIFY(timer.elapsed() < 1'000);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<StoreReader> m_reader;
};

QTEST_GUILESS_MAIN(TestMillionExceptions)
#include "tst_million_exceptions.moc"
