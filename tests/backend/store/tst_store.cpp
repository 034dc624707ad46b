// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "backend/domain/canonical_order.h"
#include "backend/store/store.h"
#include "backend/store/store_error.h"
#include "store_samples.h"

#include <sys/resource.h>

#include <algorithm>
#include <csignal>

using namespace milepost;
using namespace milepost::samples;

namespace {

/// As a disk that is full beyond so many bytes of a file, while it lives.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestStore : public QObject {
    Q_OBJECT

private slots:
    void anOrderIsReadAsItWasCommitted();
    void aKnownOrderIsFoundByItsNumbers();
    void aConstraintErrorRefusesThatChangeOnly();
    void aRefusedChangeLeavesNoCounter();
    void countersAreSummed();
    void openExceptionsAreThoseNotClosed();
    void messagesAreFoundAgain();
    void aNewerRevisionReplacesTheContent();
    void anIdOfAnotherOrderIsRefused();
    void definitionsAreFoundByTheirDigest();
    void settingsAndSequencesArePutAndRead();
    void plansArePutAndRead();
    void aFullDiskIsAnErrorAndNothingIsWritten();
    void factsCannotBeChangedOrDeleted();

private:
    QTemporaryDir m_folder;
    int m_count = 0;
    std::filesystem::path nextFile()
    {
        return std::filesystem::path(m_folder.path().toStdString()) /
               ("store" + std::to_string(++m_count) + ".db");
    }
};

void TestStore::anOrderIsReadAsItWasCommitted()
{
    const auto file = nextFile();
    openStore(file)->commit(batchOf({arrival({1}), arrival({2})}));
    const auto store = openStore(file);

    const auto order = store->loadOrder({1});

    QVERIFY(order.has_value());
    QCOMPARE(packed(order->state), arrival({1}).state->packedState);
    QCOMPARE(order->businessKey, std::string("shop//PO-1/"));
    QCOMPARE(order->content->parties.front().name, std::string("Ada Lovelace"));
    QCOMPARE(order->content->lines.size(), std::size_t{2});
    QCOMPARE(store->openOrders().size(), std::size_t{2});
    QVERIFY(!store->loadOrder({3}));
    QCOMPARE(store->highIds().order, std::int64_t{2});
    QCOMPARE(store->highIds().payload, std::int64_t{21});
    QCOMPARE(store->payload({10}), std::string("{\"order\": PO-1}"));
    QVERIFY(store->payload({99}).empty());
}

void TestStore::aKnownOrderIsFoundByItsNumbers()
{
    const auto store = openStore(nextFile());
    store->commit(batchOf({arrival({1}), arrival({2}), trouble({2})}));

    const auto known = store->orderByBusinessKey("shop//PO-2/");

    QVERIFY(known.has_value());
    QCOMPARE(known->id, OrderId{2});
    QCOMPARE(known->version, std::string("7"));
    QCOMPARE(known->contentDigest, arrival({2}).inbox.front().contentDigest);
    QCOMPARE(known->firstInbox, std::int64_t{2});
    QCOMPARE(store->orderByNo("SO-1001"), std::optional(OrderId{1}));
    QCOMPARE(store->ordersByReference("S9002"), std::vector<OrderId>{{2}});
    QCOMPARE(store->ordersByReference("SO-1002"), std::vector<OrderId>{{2}});
    QVERIFY(!store->orderByBusinessKey(""));
    QVERIFY(store->ordersByReference("nothing").empty());
}

void TestStore::aConstraintErrorRefusesThatChangeOnly()
{
    const auto store = openStore(nextFile());
    Change twice = arrival({3});
    twice.inbox.front().messageId = "m1"; // known by then

    const Committed committed = store->commit(batchOf({arrival({1}), twice, arrival({2})}));

    QCOMPARE(committed.refused.size(), std::size_t{1});
    QCOMPARE(committed.refused.front().first, std::size_t{1});
    QVERIFY(committed.refused.front().second.find("inbox") != std::string::npos);
    QVERIFY(store->loadOrder({1}) && store->loadOrder({2}));
    QVERIFY(!store->loadOrder({3}));
    QVERIFY(store->payload({30}).empty());
    QVERIFY(store->ordersByReference("PO-3").empty());
}

void TestStore::aRefusedChangeLeavesNoCounter()
{
    const auto file = nextFile();
    const auto store = openStore(file);
    Change twice = arrival({2});
    twice.payloads.front().id = {10}; // known by then

    store->commit(batchOf({arrival({1}), twice}));

    QCOMPARE(figure(file, "SELECT value FROM counter WHERE kind = 'effectState'"), std::int64_t{1});
}

void TestStore::countersAreSummed()
{
    const auto file = nextFile();
    const auto store = openStore(file);

    store->commit(batchOf({arrival({1}), arrival({2})}));
    store->commit(batchOf({arrival({3})}));

    QCOMPARE(figure(file, "SELECT value FROM counter WHERE kind = 'effectState'"), std::int64_t{3});
}

void TestStore::openExceptionsAreThoseNotClosed()
{
    const auto store = openStore(nextFile());
    store->commit(batchOf({arrival({1}), arrival({2}), trouble({1}), trouble({2})}));
    Change closing;
    closing.exceptions = trouble({1}).exceptions;
    closing.exceptions.front().isOpen = false;
    closing.exceptions.front().how = "resolved";

    store->commit(batchOf({closing}));

    const auto open = store->openExceptions();
    QCOMPARE(open.size(), std::size_t{1});
    QCOMPARE(open.front().order, OrderId{2});
    QCOMPARE(open.front().exception, trouble({2}).exceptions.front().exception);
    QCOMPARE(open.front().moneyMinor, std::optional<std::int64_t>(1234));
}

void TestStore::messagesAreFoundAgain()
{
    const auto store = openStore(nextFile());
    Change received;
    received.inbox = {{.id = 5, .source = "wms", .messageId = "x", .digest = "d", .references = "A\nB"}};
    store->commit(batchOf({received}));

    QCOMPARE(store->inboxByMessage("wms", "x")->references, std::string("A\nB"));
    QVERIFY(!store->inboxByMessage("wms", "y"));
    QCOMPARE(store->unfinishedInbox().size(), std::size_t{1});

    received.inbox.front().state = InboxState::Applied;
    store->commit(batchOf({received}));
    QVERIFY(store->unfinishedInbox().empty());
    QCOMPARE(store->highIds().inbox, std::int64_t{5});
}

void TestStore::aNewerRevisionReplacesTheContent()
{
    const auto store = openStore(nextFile());
    store->commit(batchOf({arrival({1})}));
    Change newer;
    newer.newOrder = arrival({1}).newOrder;
    newer.newOrder->customer = "C-78";
    newer.inbox = arrival({1}).inbox;
    newer.inbox.front().id = 2;
    newer.inbox.front().messageId = "m2";
    newer.inbox.front().version = "8";

    const Committed committed = store->commit(batchOf({newer}));

    QVERIFY(committed.refused.empty());
    QCOMPARE(store->orderByBusinessKey("shop//PO-1/")->version, std::string("8"));
    QCOMPARE(store->orderByBusinessKey("shop//PO-1/")->firstInbox, std::int64_t{1});
}

void TestStore::anIdOfAnotherOrderIsRefused()
{
    const auto store = openStore(nextFile());
    store->commit(batchOf({arrival({1})}));
    Change wrong = arrival({2});
    wrong.newOrder->id = {1};

    QCOMPARE(store->commit(batchOf({wrong})).refused.size(), std::size_t{1});
    QCOMPARE(store->loadOrder({1})->state.orderNo, std::string("SO-1001"));
}

void TestStore::definitionsAreFoundByTheirDigest()
{
    const auto store = openStore(nextFile());

    const int first = store->defineVersion("pack", "erp", "{1}");
    const int second = store->defineVersion("pack", "erp", "{2}");
    const int again = store->defineVersion("pack", "erp", "{1}");

    QVERIFY(first != second);
    QCOMPARE(again, first);
    const auto all = store->definitions("pack");
    QCOMPARE(all.size(), std::size_t{2});
    QVERIFY(all[0].isLive && !all[1].isLive);
    QVERIFY(store->definitions("process").empty());
}

void TestStore::settingsAndSequencesArePutAndRead()
{
    const auto store = openStore(nextFile());
    Change change;
    change.sequences = {{.name = "orderNo", .value = 7}, {.name = "orderNo", .value = 5}};
    change.stock = {{.node = "west", .sku = "A", .onHand = {1'500'000}, .asOf = Timestamp(Duration(5))}};
    change.cursors = {{.system = "wms", .poll = "status", .cursor = "c9"}};
    Batch batch = batchOf({change});
    batch.sources = {
        {.system = "wms", .kind = "wms", .state = "parked", .watermark = Timestamp(Duration(9))}};
    store->commit(batch);
    store->setSetting("theme", "dark");

    QCOMPARE(store->setting("theme"), std::string("dark"));
    QVERIFY(store->setting("none").empty());
    QCOMPARE(store->sequence("orderNo"), std::int64_t{7});
    QCOMPARE(store->sequence("none"), std::int64_t{0});
    QCOMPARE(store->stock().front().onHand, Quantity{1'500'000});
    QCOMPARE(store->cursors().front().cursor, std::string("c9"));
    QCOMPARE(store->sources().front().watermark, std::optional(Timestamp(Duration(9))));
    QVERIFY(!store->sources().front().lastContactAt);
}

void TestStore::plansArePutAndRead()
{
    const auto store = openStore(nextFile());
    Change change;
    change.plans = {{.id = 1, .action = "retry", .selector = "all", .state = "frozen"}};
    change.planItems = {{.plan = 1, .number = 1, .order = {4}, .state = "planned"}};
    store->commit(batchOf({change}));
    change.plans.front().state = "running";
    change.planItems.front().state = "verified";
    store->commit(batchOf({change}));

    QCOMPARE(store->plan(1)->state, std::string("running"));
    QVERIFY(!store->plan(2));
    QCOMPARE(store->planItems(1).front().state, std::string("verified"));
    QCOMPARE(store->highIds().plan, std::int64_t{1});
}

void TestStore::aFullDiskIsAnErrorAndNothingIsWritten()
{
    const auto file = nextFile();
    const auto store = openStore(file);
    store->commit(batchOf({arrival({1})}));
    Change large = arrival({2});
    large.payloads.front().body = std::string(std::size_t{8} << 20U, 'x');
    const auto write = [&] {
        const FileSizeLimit oneMebibyte(1U << 20U);
        store->commit(batchOf({arrival({3}), large}));
    };

    QVERIFY_THROWS_EXCEPTION(StoreError, write());

    QVERIFY(!store->loadOrder({2}) && !store->loadOrder({3}));
    QVERIFY(store->commit(batchOf({arrival({3})})).refused.empty()); // room again: it goes on
    QVERIFY(store->loadOrder({3}));
}

void TestStore::factsCannotBeChangedOrDeleted()
{
    const auto file = nextFile();
    openStore(file)->commit(batchOf({arrival({1})}));

    QVERIFY_THROWS_EXCEPTION(std::exception, tamper(file, "DELETE FROM fact"));
    QVERIFY_THROWS_EXCEPTION(std::exception, tamper(file, "UPDATE fact SET at = 0"));
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
