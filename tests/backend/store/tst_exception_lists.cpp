// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "backend/store/reader.h"
#include "backend/store/store.h"
#include "store_samples.h"

#include <algorithm>

using namespace milepost;
using namespace milepost::samples;

namespace {

constexpr Timestamp start{Duration(1'700'000'000'000)};

Timestamp at(int minute)
{
    return start + std::chrono::minutes(minute);
}

ExceptionRow row(std::int64_t id, OrderId order, const char* system, const char* contract)
{
    const Currency currency = *parseCurrency(id % 2 == 0 ? "USD" : "EUR");
    return {.id = id,
            .order = order,
            .exception = {.number = static_cast<int>(id),
                          .kind = id < 5 ? ExceptionClass::BusinessRule : ExceptionClass::Mismatch,
                          .severity = Severity::High,
                          .system = system,
                          .step = "accept",
                          .cause = "CREDIT_BLOCKED",
                          .text = "It said no.",
                          .openedAt = at(static_cast<int>(id))},
            .moneyMinor = 100 * id,
            .currency = currency,
            .dueBy = at(100 - static_cast<int>(id)),
            .owner = id < 4 ? "sales" : "stock",
            .contract = contract};
}

ExceptionRow closed(ExceptionRow row, int minute, const char* by)
{
    row.isOpen = false;
    row.how = "resolved";
    row.closedAt = at(minute);
    row.closedBy = by;
    row.closedWhy = "called";
    return row;
}

} // namespace

/// Lists and groups of exceptions as SQL makes them.
class TestExceptionLists : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_store = openStore(storeFile(m_folder));
        Change change;
        change.exceptions = {
            row(1, {1}, "erp", "erp order.accept v1"), row(2, {1}, "erp", "erp order.accept v2"),
            row(3, {2}, "erp", "erp order.accept v2"), row(4, {2}, "tax", "tax tax.quote v1"),
            row(5, {}, "shop", "shop shopify-order")};
        for (int id = 6; id <= 12; ++id)
            change.exceptions.push_back(closed(row(id, {1}, "erp", "erp order.accept v1"), 200 - id, "ann"));
        change.claims.push_back({.exception = 3, .claimedBy = "bob", .claimedAt = at(1)});
        change.marks.push_back({.exception = 2, .tags = "urgent", .snoozedUntil = at(60)});
        change.plans.push_back({.id = 1, .action = "retry", .state = "ended", .createdAt = at(2)});
        change.planItems.push_back({.plan = 1, .number = 1, .order = {1}, .exception = 2, .state = "failed"});
        m_store->commit(batchOf({arrival({1}), arrival({2}), change}));
        tamper(storeFile(m_folder), "UPDATE customer_order SET customer = 'C-' || id");
        m_reader = std::move(*StoreReader::open(storeFile(m_folder)));
    }

    void theyAreGroupedByWhatIsAsked_data()
    {
        QTest::addColumn<int>("by");
        QTest::addColumn<QString>("counts");
        const auto add = [](ExceptionGrouping by, const char* counts) {
            QTest::newRow(std::string(toKey(by)).c_str()) << static_cast<int>(by) << counts;
        };
        add(ExceptionGrouping::Cause, "3 1 1");
        add(ExceptionGrouping::System, "3 1 1");
        add(ExceptionGrouping::Step, "5");
        add(ExceptionGrouping::Contract, "2 1 1 1");
        add(ExceptionGrouping::Customer, "2 2 1");
        add(ExceptionGrouping::Owner, "3 2");
        add(ExceptionGrouping::Class, "4 1");
    }
    void theyAreGroupedByWhatIsAsked()
    {
        QFETCH(int, by);
        QFETCH(QString, counts);
        const auto grouping = static_cast<ExceptionGrouping>(by);

        const auto groups = m_reader->exceptionGroups({}, grouping);

        QStringList found;
        for (const ExceptionGroupRow& group : groups) {
            found << QString::number(group.count);
            // the exceptions of a group are those that are counted
            const auto inIt = m_reader->exceptions({.group = group.key});
            QCOMPARE(static_cast<std::int64_t>(inIt.size()), group.count);
            QCOMPARE(inIt.front().row.id, group.first);
            for (const ExceptionEntry& entry : inIt)
                QVERIFY(keyOf(grouping, entry) == group.key);
        }
        QCOMPARE(found.join(QLatin1Char(' ')), counts);
    }

    void aGroupSaysItsMoneyItsAgeAndWhatIsDueFirst()
    {
        const auto groups = m_reader->exceptionGroups({}, ExceptionGrouping::System);
        const ExceptionGroupRow& erp = groups.front();
        QCOMPARE(erp.key.system, std::string("erp"));
        QCOMPARE(erp.oldestAt, at(1));
        QCOMPARE(*erp.soonestDue, at(97));
        QCOMPARE(erp.money.size(), std::size_t{2});
        QCOMPARE(erp.money.front().minor, 400); // EUR: 1 and 3
        QCOMPARE(erp.money.back().minor, 200);
    }

    void filtersHoldForListsCountsAndGroups()
    {
        QCOMPARE(m_reader->exceptionCount({}), 5);
        QCOMPARE(m_reader->exceptionCount({.owner = "sales"}), 3);
        QCOMPARE(m_reader->exceptionCount({.claimedBy = "bob"}), 1);
        QCOMPARE(m_reader->exceptionCount({.search = "ORDER.ACCEPT V2"}), 2);
        QCOMPARE(m_reader->exceptionCount({.search = "c-2"}), 2);
        QCOMPARE(m_reader->exceptionCount({.search = "urgent"}), 1);
        QCOMPARE(m_reader->exceptionCount({.awakeAt = at(30)}), 4);
        QCOMPARE(m_reader->exceptionCount({.awakeAt = at(90)}), 5);
        QCOMPARE(m_reader->exceptionCount({.leastSeverity = Severity::Critical}), 0);
        QCOMPARE(m_reader->exceptionGroups({.owner = "sales"}, ExceptionGrouping::Customer).size(),
                 std::size_t{2});
        QCOMPARE(m_reader->exceptions({.limit = 2}).size(), std::size_t{2});
    }

    void closedOnesArePagedFromTheLastClosed()
    {
        std::vector<std::int64_t> seen;
        for (std::int64_t before = 0;;) {
            const auto page = m_reader->exceptions({.isOpen = false, .before = before, .limit = 3});
            for (const ExceptionEntry& entry : page)
                seen.push_back(entry.row.id);
            if (page.size() < 3) break;
            before = page.back().row.id;
        }
        QVERIFY((seen == std::vector<std::int64_t>{6, 7, 8, 9, 10, 11, 12}));
        QCOMPARE(m_reader->exceptionCount({.isOpen = false, .before = 9}), 7); // whatever the page
        const ExceptionRow last = m_reader->exceptions({.isOpen = false, .limit = 1}).front().row;
        QCOMPARE(last.closedBy, std::string("ann"));
        QCOMPARE(last.closedWhy, std::string("called"));
        QCOMPARE(last.contract, std::string("erp order.accept v1"));
    }

    void thePlansOfOneAreFound()
    {
        const auto plans = m_reader->plansOf(2);
        QCOMPARE(plans.size(), std::size_t{1});
        QCOMPARE(plans.front().plan.action, std::string("retry"));
        QCOMPARE(plans.front().item.state, std::string("failed"));
        QVERIFY(m_reader->plansOf(3).empty());
    }

    void theOwnerFindsOneByItsNumber()
    {
        QCOMPARE(m_store->exception({2}, 4)->id, 4);
        QVERIFY(!m_store->exception({2}, 99));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<StoreReader> m_reader;
};

QTEST_GUILESS_MAIN(TestExceptionLists)
#include "tst_exception_lists.moc"
