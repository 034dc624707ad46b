// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "backend/service/local_backend.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

using namespace milepost;

namespace {

const std::filesystem::path fixtures = std::filesystem::path(MILEPOST_SOURCE_DIR) / "tests/fixtures/ingest";

} // namespace

/// The face over a real store with orders that were read from files.
class TestLocalBackend : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aListIsItsIdsAndThenItsRows();
    void filtersAndSortsNarrowTheIds();
    void aNumberIsFoundWhileItIsTyped();
    void theOverviewCountsWhatIsOpen();
    void anExceptionIsClaimedByOneAtATime();
    void anExceptionSaysWhatCameInAndWhatMayBeDone();
    void peopleMarkExceptionsAndEachWordStays();
    void anOrderThatIsNotStuckCanBeEdited();
    void manyThreadsMayAskAtOnce();
    void whatBelongsToNoOrderIsResolvedByAPerson();
    void whoRestoresACopyStandsInTheAudit();

private:
    std::vector<OrderId> ids(const OrderFilter& filter) { return *m_backend->orderIds(filter, {}); }

    QTemporaryDir m_folder;
    std::unique_ptr<Backend> m_backend;
};

void TestLocalBackend::initTestCase()
{
    m_backend =
        makeLocalBackend({.store = std::filesystem::path(m_folder.path().toStdString()) / "store.db"});
    const auto read = m_backend->ingest({fixtures}, {});
    QVERIFY(read);
    QVERIFY(!ids({}).empty());
}

void TestLocalBackend::aListIsItsIdsAndThenItsRows()
{
    const std::vector<OrderId> all = ids({});
    QVERIFY(std::ranges::is_sorted(all, std::ranges::greater()));
    const auto rows = *m_backend->ordersById(all);
    QCOMPARE(rows.size(), all.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        QVERIFY(rows[i].id == all[i] && rows[i].isOpen);
    std::vector<OrderId> rising = ids({.isDescending = false});
    std::ranges::reverse(rising);
    QVERIFY(rising == all);
}

void TestLocalBackend::filtersAndSortsNarrowTheIds()
{
    const std::size_t all = ids({}).size();
    std::size_t byChannel = 0;
    const std::vector<std::string> channels = *m_backend->channels();
    for (const std::string& channel : channels) {
        const auto some = ids({.channel = channel});
        const auto rows = *m_backend->ordersById(some);
        QVERIFY(std::ranges::all_of(rows, [&](const OrderRow& row) { return row.channel == channel; }));
        byChannel += some.size();
    }
    QCOMPARE(byChannel, all);
    QCOMPARE(ids({.notYet = Milestone::Delivered}).size(), all);
    QCOMPARE(ids({.isOpen = false}).size(), std::size_t{0});
    QCOMPARE(ids({.node = "nowhere"}).size(), std::size_t{0});
    const auto byTotal = *m_backend->ordersById(ids({.sort = OrderSort::Total}));
    QVERIFY(std::ranges::is_sorted(byTotal, std::ranges::greater(),
                                   [](const OrderRow& row) { return row.totalMinor.value_or(-1); }));
    QCOMPARE(ids({.sort = OrderSort::Promised}).size(), all);
}

void TestLocalBackend::aNumberIsFoundWhileItIsTyped()
{
    const std::vector<OrderRow> rows = *m_backend->ordersById(ids({}));
    const OrderRow& row = rows.front();
    const auto found = *m_backend->find(row.orderNo.substr(0, row.orderNo.size() - 1), 20);
    QVERIFY(std::ranges::any_of(found, [&](const FoundNumber& hit) { return hit.order == row.id; }));
    QVERIFY(m_backend->find("no-such-number-anywhere", 20)->empty());
    QVERIFY(m_backend->find("", 20)->empty());
}

void TestLocalBackend::theOverviewCountsWhatIsOpen()
{
    const OverviewView view = *m_backend->overview();
    const auto all = static_cast<std::int64_t>(ids({}).size());
    QCOMPARE(view.openOrders, all);
    QCOMPARE(view.milestones.size(), std::size_t{milestoneCount});
    QCOMPARE(view.milestones.front().orders, all); // received
    QCOMPARE(view.concerns.size(), std::size_t{concernCount});
    QVERIFY(view.failedDocuments.orders > 0); // the damaged files
    for (const ConcernFigure& figure : view.concerns) {
        QCOMPARE(figure.trend.size(), std::size_t{1});
        QCOMPARE(static_cast<std::int64_t>(ids({.concern = figure.concern}).size()), figure.orders);
    }
}

void TestLocalBackend::anExceptionIsClaimedByOneAtATime()
{
    const ExceptionPage page = *m_backend->exceptions({});
    const std::int64_t id = page.exceptions.front().id;
    QVERIFY(m_backend->claim({id}, "ann"));
    QVERIFY(m_backend->claim({id}, "ann"));
    const auto refused = m_backend->claim({id}, "bob");
    QVERIFY(!refused && refused.error().kind == ErrorKind::Conflict);
    QVERIFY(refused.error().message.find("ann") != std::string::npos);
    QCOMPARE(m_backend->exceptions({.claimedBy = "ann"})->total, std::int64_t{1});
    QVERIFY(m_backend->unclaim({id}, "bob"));
    QCOMPARE(m_backend->exceptions({.claimedBy = "ann"})->total, std::int64_t{0});
    const auto audit = *m_backend->audit({.search = "CLAIM"});
    QCOMPARE(audit.size(), std::size_t{2});
    QCOMPARE(audit.front().action, std::string("unclaim")); // the newest first
    QCOMPARE(audit.back().actor, std::string("ann"));
    QVERIFY(m_backend->audit({.before = audit.back().id, .limit = 5})->size() < 5);
    QVERIFY(m_backend->verify(false, {}, {})->ok);
}

void TestLocalBackend::anExceptionSaysWhatCameInAndWhatMayBeDone()
{
    const auto page = *m_backend->exceptions({.kind = ExceptionClass::Validation});
    QVERIFY(page.total > 0);
    const ExceptionDetail detail = *m_backend->exception(page.exceptions.front().id);
    QVERIFY(!detail.message.empty());
    QCOMPARE(detail.actions.size(), std::size_t{11});
    const auto evidence = m_backend->evidence(page.exceptions.front().id, std::chrono::seconds(1));
    QVERIFY(evidence.has_value());
    QCOMPARE(evidence->actions.size(), detail.actions.size());
    QVERIFY(evidence->recommended.needsPerson);
    for (const PermittedAction& action : detail.actions)
        QVERIFY(action.isPermitted == action.reason.empty());
    const auto missing = m_backend->exception(99'999);
    QVERIFY(!missing && missing.error().kind == ErrorKind::NotFound);
}

void TestLocalBackend::peopleMarkExceptionsAndEachWordStays()
{
    const auto all = *m_backend->exceptions({});
    QVERIFY(all.total > 0);
    const std::int64_t id = all.exceptions.front().id;
    QVERIFY(m_backend->annotate({id}, {.kind = "note", .text = "the customer calls back"}, "ann"));
    QVERIFY(m_backend->annotate({id}, {.kind = "tag", .text = "address"}, "ann"));
    QVERIFY(m_backend->annotate({id}, {.kind = "tag", .text = "urgent"}, "bob"));
    QVERIFY(m_backend->annotate({id}, {.kind = "untag", .text = "address"}, "bob"));
    QVERIFY(m_backend->annotate({id}, {.kind = "ticket", .text = "OPS-17"}, "bob"));
    const ExceptionDetail marked = *m_backend->exception(id);
    QCOMPARE(marked.exception.tags, std::string("urgent"));
    QCOMPARE(marked.exception.ticket, std::string("OPS-17"));
    const auto isAnnotation = [](const NoteView& note) { return !note.text.empty(); };
    QCOMPARE(std::ranges::count_if(marked.notes, isAnnotation), 5); // claims have no words
    QVERIFY(std::ranges::count(marked.notes, "the customer calls back", &NoteView::text) == 1);
    QCOMPARE(m_backend->exceptions({.search = "ops-17"})->total, std::int64_t{1});

    const Timestamp now = all.exceptions.front().openedAt;
    QVERIFY(m_backend->annotate({id}, {.kind = "snooze", .until = now + std::chrono::hours(4)}, "ann"));
    QCOMPARE(m_backend->exceptions({.awakeAt = now})->total, all.total - 1);
    QCOMPARE(m_backend->exceptions({.awakeAt = now + std::chrono::hours(5)})->total, all.total);
    QVERIFY(m_backend->annotate({id}, {.kind = "snooze"}, "ann")); // woken
    QCOMPARE(m_backend->exceptions({.awakeAt = now})->total, all.total);

    for (const Annotation& wrong :
         {Annotation{.kind = "note"}, Annotation{.kind = "tag", .text = "two words"},
          Annotation{.kind = "like", .text = "x"},
          Annotation{.kind = "note", .text = std::string(3'000, 'x')}}) {
        const Status refused = m_backend->annotate({id}, wrong, "ann");
        QVERIFY(!refused && refused.error().kind == ErrorKind::InvalidInput);
    }
    const Status missing = m_backend->annotate({99'999}, {.kind = "note", .text = "x"}, "ann");
    QVERIFY(!missing && missing.error().kind == ErrorKind::NotFound);
    QVERIFY(!m_backend->audit({.search = "ticket"})->empty());
    QVERIFY(m_backend->verify(false, {}, {})->ok);
}

void TestLocalBackend::anOrderThatIsNotStuckCanBeEdited()
{
    const auto rows = *m_backend->ordersById(ids({}));
    const auto fields = m_backend->editableOrder(rows.front().orderNo);
    QVERIFY(fields.has_value());
    QVERIFY(std::ranges::any_of(*fields, [](const EditableField& f) { return f.lockedBy.empty(); }));
    const auto plan = m_backend->plan({.action = "edit",
                                       .selector = "order:" + rows.front().orderNo,
                                       .actor = "ann",
                                       .reason = "she asked for it",
                                       .edits = {{.path = "/note", .value = "ring twice"}}});
    QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
    QCOMPARE(plan->list.front().state, std::string("planned"));
    QCOMPARE(plan->list.front().changes.size(), std::size_t{1});
    const auto cancel = m_backend->plan({.action = "cancel", .selector = "order:" + rows.front().orderNo});
    QVERIFY(!cancel && cancel.error().kind == ErrorKind::InvalidInput); // it needs a reason
    QVERIFY(m_backend->inventory().has_value());
}

void TestLocalBackend::manyThreadsMayAskAtOnce()
{
    std::atomic<int> answered = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int turn = 0; turn < 20; ++turn)
                    answered += m_backend->overview() && m_backend->orderIds({}, {}) ? 1 : 0;
            });
    }
    QCOMPARE(answered.load(), 160);
}

void TestLocalBackend::whatBelongsToNoOrderIsResolvedByAPerson()
{
    const auto isWithoutOrder = [](const ExceptionView& one) { return one.orderNo.empty(); };
    QVERIFY(m_backend->start({})); // the last test: the engine runs from here on
    const auto page = *m_backend->exceptions({.kind = ExceptionClass::Validation});
    const auto damaged = std::ranges::find_if(page.exceptions, isWithoutOrder);
    QVERIFY(damaged != page.exceptions.end());
    const std::string selector = "exception:" + std::to_string(damaged->id);
    const ExceptionDetail detail = *m_backend->exception(damaged->id);
    for (const PermittedAction& action : detail.actions)
        QCOMPARE(action.isPermitted, action.action == "resolve" || action.action == "replay");

    const auto retry = *m_backend->plan({.action = "retry", .selector = selector});
    QCOMPARE(retry.list.front().state, std::string("skipped"));
    const auto plan = *m_backend->plan(
        {.action = "resolve", .selector = selector, .actor = "ann", .reason = "sent again by mail"});
    QCOMPARE(plan.list.front().state, std::string("planned"));
    QCOMPARE(plan.callsToMake, 0);
    const auto outcome = *m_backend->apply({.planId = plan.planId, .actor = "ann"}, {}, {});
    QCOMPARE(outcome.verified, 1);

    const ExceptionDetail after = *m_backend->exception(damaged->id);
    QCOMPARE(after.exception.state, std::string("closed"));
    QCOMPARE(m_backend->exceptions({.kind = ExceptionClass::Validation})->total, page.total - 1);
    QVERIFY(!m_backend->plan({.action = "resolve", .selector = selector, .actor = "bob"}));
    QVERIFY(!damaged->contract.empty()); // its system and format

    const auto again = *m_backend->plan(
        {.action = "reopen", .selector = selector, .actor = "bob", .reason = "it did not come"});
    QCOMPARE(again.list.front().state, std::string("planned"));
    QCOMPARE(m_backend->apply({.planId = again.planId, .actor = "bob"}, {}, {})->verified, 1);
    const ExceptionDetail reopened = *m_backend->exception(damaged->id);
    QCOMPARE(reopened.exception.state, std::string("open"));
    std::string kinds;
    for (const ExceptionEvent& event : reopened.events)
        kinds += event.kind + " by " + event.actor + "; ";
    QVERIFY2(kinds.starts_with("opened by ; "), kinds.c_str());
    QVERIFY2(kinds.ends_with("closed by ann; reopened by bob; "), kinds.c_str());
    m_backend->stop();
    QVERIFY(m_backend->verify(false, {}, {})->ok);
}

void TestLocalBackend::whoRestoresACopyStandsInTheAudit()
{
    const std::filesystem::path copy = std::filesystem::path(m_folder.path().toStdString()) / "copy.db";
    QVERIFY(m_backend->backup(copy, {}));
    const std::size_t before = m_backend->audit({})->size();
    const std::int64_t id = m_backend->exceptions({})->exceptions.front().id;
    QVERIFY(m_backend->annotate({id}, {.kind = "note", .text = "a bad deed"}, "eve"));
    QCOMPARE(m_backend->audit({})->size(), before + 1);

    QVERIFY(m_backend->restore(copy, "eve"));

    const std::vector<AuditEntry> audit = *m_backend->audit({});
    QCOMPARE(audit.size(), before + 1);
    QCOMPARE(audit.front().action, std::string("restore"));
    QCOMPARE(audit.front().actor, std::string("eve"));
    QVERIFY(audit.front().before.find("before-restore") != std::string::npos); // where what went is kept
    QVERIFY(m_backend->verify(false, {}, {})->ok);
}

QTEST_GUILESS_MAIN(TestLocalBackend)

#include "tst_local_backend.moc"
