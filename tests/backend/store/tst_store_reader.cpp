// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "backend/store/content.h"
#include "backend/store/reader.h"
#include "backend/store/store.h"
#include "backend/store/store_error.h"
#include "store_samples.h"

#include <SQLiteCpp/Database.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <stop_token>

using namespace milepost;
using namespace milepost::samples;
namespace fs = std::filesystem;

class TestStoreReader : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aMissingStoreIsNotFound();
    void ordersArePagedFromTheNewest();
    void ordersAreFoundByTheBeginningOfAnyWord_data();
    void ordersAreFoundByTheBeginningOfAnyWord();
    void ordersOfAMilestoneAreListed();
    void oneOrderIsReadWithContentAndFacts();
    void exceptionsAreFiltered();
    void messagesAreListedByState();
    void countsAreSums();
    void anotherProcessReadsBesideTheOwner();
    void aQuickSearchHasTheExactNumberAmongAFew();
    void whatIsStoppedEndsAndTheNextGoesOn();
    void aReaderSeesWhatIsCommittedMeanwhile();
    void aGapInTheNumbersIsNoOrder();

private:
    QTemporaryDir m_folder;
    fs::path m_file;
    std::unique_ptr<Store> m_owner;
    std::unique_ptr<StoreReader> reader() const
    {
        auto opened = StoreReader::open(m_file);
        return opened ? std::move(*opened) : nullptr;
    }
};

void TestStoreReader::initTestCase()
{
    m_file = storeFile(m_folder);
    m_owner = openStore(m_file);
    m_owner->commit(batchOf({arrival({1})})); // indexed with this commit
    Batch batch;
    for (std::int64_t id = 2; id <= 9; ++id)
        batch.changes.push_back(arrival({id}));
    batch.changes.push_back(trouble({4}));
    m_owner->commit(batch); // these wait for the index
}

void TestStoreReader::aMissingStoreIsNotFound()
{
    QCOMPARE(StoreReader::open(m_file.parent_path() / "none.db").error().kind, ErrorKind::NotFound);
}

void TestStoreReader::ordersArePagedFromTheNewest()
{
    const auto reading = reader();

    const auto first = reading->orders({.limit = 4});
    const auto second = reading->orders({.before = first.back().id, .limit = 4});
    const auto ids = reading->orderIds({.limit = 0});

    QCOMPARE(first.front().orderNo, std::string("SO-1009"));
    QCOMPARE(second.front().orderNo, std::string("SO-1005"));
    QCOMPARE(ids.size(), std::size_t{9});
    QCOMPARE(reading->ordersById(ids).back().orderNo, std::string("SO-1001"));
    QCOMPARE(reading->orderCount(), std::int64_t{9});
}

void TestStoreReader::ordersAreFoundByTheBeginningOfAnyWord_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("found");
    QTest::newRow("an order number in the index") << QStringLiteral("SO-1001") << 1;
    QTest::newRow("an order number that waits") << QStringLiteral("SO-1007") << 1;
    QTest::newRow("its beginning, small letters") << QStringLiteral("so-10") << 9;
    QTest::newRow("the customer") << QStringLiteral("C-77") << 9;
    QTest::newRow("two words of an order") << QStringLiteral("SO-1005 SKU-1") << 1;
    QTest::newRow("two words of different orders") << QStringLiteral("SO-1005 SO-1006") << 0;
    QTest::newRow("a reference learned later") << QStringLiteral("S9004") << 1;
    QTest::newRow("nothing that is there") << QStringLiteral("XYZ") << 0;
    QTest::newRow("signs alone") << QStringLiteral("\"(*") << 0;
    QTest::newRow("a quote in a word") << QStringLiteral("SO\"1") << 0;
    QTest::newRow("an operator of FTS5") << QStringLiteral("NOT") << 0;
}

void TestStoreReader::ordersAreFoundByTheBeginningOfAnyWord()
{
    QFETCH(QString, search);
    QFETCH(int, found);

    const std::string words = search.toStdString();
    QCOMPARE(static_cast<int>(reader()->orderIds({.search = words}).size()), found);
    QCOMPARE(static_cast<int>(reader()->orderIds({.search = words, .limit = 0}).size()), found);
    const auto quick = reader()->orderIds({.search = words, .limit = 0, .atMost = 50});
    QCOMPARE(static_cast<int>(quick.size()), found);
    QVERIFY(std::ranges::is_sorted(quick, std::ranges::greater()));
    QCOMPARE(static_cast<int>(reader()->orders({.search = words, .atMost = 50}).size()), found);
}

void TestStoreReader::ordersOfAMilestoneAreListed()
{
    QCOMPARE(reader()->orders({.milestone = 0U}).size(), std::size_t{9}); // received
    QVERIFY(reader()->orders({.milestone = 8U}).empty());                 // delivered
    QCOMPARE(reader()->orders({.isOpen = true}).size(), std::size_t{9});
    QVERIFY(reader()->orders({.isOpen = false}).empty());
}

void TestStoreReader::oneOrderIsReadWithContentAndFacts()
{
    const auto reading = reader();
    const auto id = reading->orderByNo("SO-1004");

    const auto order = reading->order(*id);
    const auto facts = reading->facts(*id);

    QCOMPARE(order->state.exceptions.size(), std::size_t{1});
    QCOMPARE(order->content->parties.front().city, std::string("London"));
    QCOMPARE(facts.size(), std::size_t{2});
    QCOMPARE(facts.back().firstSeq, 4);
    QCOMPARE(facts.back().cause, std::string("reply"));
    QCOMPARE(reading->payload({40}), std::string("{\"order\": PO-4}"));
    QVERIFY(!reading->order({77}) && !reading->orderByNo("none"));
    QVERIFY(reading->facts({77}).empty());
}

void TestStoreReader::exceptionsAreFiltered()
{
    const auto reading = reader();

    QCOMPARE(reading->exceptions({}).size(), std::size_t{1});
    QCOMPARE(reading->exceptions({}).front().orderNo, std::string("SO-1004"));
    QCOMPARE(reading->exceptions({.kind = ExceptionClass::Mismatch, .system = "wms", .order = {4}}).size(),
             std::size_t{1});
    QVERIFY(reading->exceptions({.kind = ExceptionClass::Absence}).empty());
    QVERIFY(reading->exceptions({.system = "erp"}).empty());
    QVERIFY(reading->exceptions({.isOpen = false}).empty());
    QVERIFY(reading->exceptions({.after = 4}).empty());
    QCOMPARE(reading->exception(4)->row.exception.cause, std::string("SHORT"));
    QVERIFY(!reading->exception(5));
}

void TestStoreReader::messagesAreListedByState()
{
    QCOMPARE(reader()->inbox(InboxState::Applied, 0, 3).size(), std::size_t{3});
    QCOMPARE(reader()->inbox(InboxState::Applied, 7, 0).size(), std::size_t{2});
    QVERIFY(reader()->inbox(InboxState::Failed, 0, 0).empty());
}

void TestStoreReader::countsAreSums()
{
    const auto counts = reader()->counts("milestone");

    QCOMPARE(counts.at("received"), std::int64_t{9});
    QCOMPARE(reader()->counts("exceptionClass").at("mismatch"), std::int64_t{1});
    QVERIFY(reader()->counts("none").empty());
}

void TestStoreReader::anotherProcessReadsBesideTheOwner()
{
    const pid_t child = ::fork();
    if (child == 0) {
        const auto reading = reader();
        ::_exit(reading && reading->orders({}).size() == 9 ? 0 : 1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);

    QCOMPARE(status, 0);
}

void TestStoreReader::aQuickSearchHasTheExactNumberAmongAFew()
{
    const auto few = reader()->orderIds({.search = "SO-1001", .limit = 0, .atMost = 1});
    QVERIFY(std::ranges::find(few, OrderId{1}) != few.end());
    QVERIFY(!reader()->orderIds({.search = "S", .limit = 0, .atMost = 1}).empty());
}

void TestStoreReader::whatIsStoppedEndsAndTheNextGoesOn()
{
    const auto reading = reader();
    std::stop_source stop;
    reading->endWith(stop.get_token());
    QCOMPARE(reading->orderIds({.limit = 0}).size(), std::size_t{9}); // nobody has stopped it yet
    stop.request_stop();
    bool isEnded = false;
    try {
        for (int i = 0; i < 10'000; ++i) // a small read ends before it looks
            reading->orders({});
    } catch (const StoreError&) {
        isEnded = true;
    }
    QVERIFY(isEnded);
    reading->endWith({});
    QCOMPARE(reading->orders({}).size(), std::size_t{9});
}

void TestStoreReader::aReaderSeesWhatIsCommittedMeanwhile()
{
    const auto reading = reader();
    QCOMPARE(reading->orderCount(), std::int64_t{9});

    m_owner->commit(batchOf({arrival({10})}));

    QCOMPARE(reading->orderCount(), std::int64_t{10});
    QCOMPARE(reading->orderIds({.search = "SO-1010"}).size(), std::size_t{1});
}

/// As retention leaves it: the list is then read, not counted.
void TestStoreReader::aGapInTheNumbersIsNoOrder()
{
    QCOMPARE(reader()->orderIds({.limit = 0}).size(), std::size_t{10});
    m_owner.reset();
    {
        SQLite::Database database(m_file.string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA foreign_keys = OFF; DELETE FROM customer_order WHERE id = 5;"
                      "UPDATE counter SET value = value - 1 WHERE key = 'received'");
    }
    const auto ids = reader()->orderIds({.limit = 0});
    QCOMPARE(ids.size(), std::size_t{9});
    QVERIFY(std::ranges::find(ids, OrderId{5}) == ids.end());
}

QTEST_GUILESS_MAIN(TestStoreReader)
#include "tst_store_reader.moc"
