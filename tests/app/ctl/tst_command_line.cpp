// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "app/ctl/command_line.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

using namespace milepost;
using nlohmann::json;

namespace {

constexpr const char* shopOrder =
    R"({"id": 9007199254741993, "name": "#1001", "created_at": "2026-11-23T11:04:12-05:00",
 "updated_at": "2026-11-23T11:04:12-05:00", "currency": "USD", "financial_status": "paid", "total_price": "42.45",
 "customer": {"id": 7000000000123, "email": "zoe@example.test", "first_name": "Zoë", "last_name": "O'Hara"},
 "shipping_lines": [{"title": "Ground", "code": "GROUND", "price": "4.95"}],
 "line_items": [{"id": 13000000010011, "sku": "BRK-1007", "title": "Bracket 7", "quantity": 3, "price": "12.50"}],
 "shipping_address": {"name": "Zoë O'Hara", "address1": "12 Dock St", "city": "Reno", "province_code": "NV",
  "zip": "89501", "country_code": "US"}})";

struct Outcome {
    int code = 0;
    std::string out{};
    std::string err{};

    json document() const { return json::parse(out, nullptr, false); }
};

Outcome run(std::vector<std::string> words)
{
    words.insert(words.begin(), "milepostctl");
    std::vector<const char*> pointers;
    for (const std::string& word : words)
        pointers.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream err;
    const int code = runCommandLine(int(pointers.size()), pointers.data(), out, err);
    return {code, out.str(), err.str()};
}

std::vector<std::string> keysOf(const json& object)
{
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items())
        keys.push_back(key);
    return keys;
}

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void ingestNamesEachDocument();
    void ingestAgainFindsDuplicatesOnly();
    void documentsHaveTheirFields_data();
    void documentsHaveTheirFields();
    void showSaysWhatWasOrdered();
    void anyNumberOfAPartnerFindsTheOrder();
    void lineageBeginsWithTheMessage();
    void peopleGetTables_data();
    void peopleGetTables();
    void verifyHolds();
    void aBackupCanTakeThePlaceOfTheStore();
    void whatIsWrongIsSaidAndCounted_data();
    void whatIsWrongIsSaidAndCounted();
    void aPlanOfNothingHasNoItems();
    void aNumberIsFoundByItsBeginning();
    void theOverviewNamesEachMilestoneAndConcern();
    void aClaimIsInTheAudit();
    void systemsNeedANameAndAReason();
    void aPolicyIsChangedTracedAndRestored();
    void wrongWordsAboutPoliciesAreNamed_data();
    void wrongWordsAboutPoliciesAreNamed();

private:
    Outcome onStore(std::vector<std::string> words) const
    {
        words.insert(words.end(), {"--store", m_store});
        return run(std::move(words));
    }
    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    QTemporaryDir m_folder{};
    std::string m_store = path("store.db");
    Outcome m_first{};
};

void TestCommandLine::initTestCase()
{
    std::ofstream(path("order.json")) << shopOrder;
    std::ofstream(path("broken.json")) << "{\"id\": ";

    m_first = onStore({"ingest", path("order.json"), path("broken.json"), "--json"});
}

void TestCommandLine::ingestNamesEachDocument()
{
    const json document = m_first.document();

    QCOMPARE(m_first.err, std::string());
    QCOMPARE(m_first.code, 0);
    QCOMPARE(document["accepted"].get<int>(), 1);
    QCOMPARE(document["rejected"].get<int>(), 1);
    QCOMPARE(document["documents"][0]["format"].get<std::string>(), std::string("shopify-order"));
    QCOMPARE(document["documents"][0]["result"].get<std::string>(), std::string("accepted"));
    QCOMPARE(document["documents"][0]["orderNo"].get<std::string>(), std::string("1001"));
    QCOMPARE(document["documents"][1]["result"].get<std::string>(), std::string("rejected"));
    QVERIFY(document["documents"][1]["reason"].is_string());
}

void TestCommandLine::ingestAgainFindsDuplicatesOnly()
{
    const Outcome again = onStore({"ingest", path("order.json"), "--json"});

    QCOMPARE(again.code, 0);
    QCOMPARE(again.document()["duplicate"].get<int>(), 1);
    QCOMPARE(again.document()["accepted"].get<int>(), 0);
}

void TestCommandLine::documentsHaveTheirFields_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("pointer"); // of the object
    QTest::addColumn<QByteArray>("fields");  // each must be there
    const auto row = [](const char* command, const char* pointer, const char* fields) {
        QTest::newRow((QByteArray(command) + " " + pointer).constData())
            << QByteArray(command) << QByteArray(pointer) << QByteArray(fields);
    };
    row("status", "", "orders milestones exceptions effects systems");
    row("status", "/milestones",
        "received validated accepted allocated released shipped posted invoiced delivered cancelled "
        "returned");
    row("status", "/exceptions", "open byClass");
    row("status", "/effects", "waiting inFlight sent acknowledged parked unknown done rejected other");
    row("show 1001", "", "orderNo channel customer lines fulfillments shipments invoices milestones");
    row("show 1001", "/lines/0",
        "lineNo sku ordered open overage allocated backordered substituted released shipped delivered posted "
        "invoiced "
        "credited returned cancelled lost");
    row("orders", "/orders/0", "orderNo channel customer receivedAt milestones");
    row("lineage 1001", "", "orderNo entries");
    row("lineage 1001", "/entries/0",
        "seq at kind system capability effectId attempt idempotencyKey outcome causationId correlationId "
        "actor payloadId");
    row("exceptions", "", "total exceptions");
    row("exceptions", "/exceptions/0",
        "id orderNo class system step severity state cause moneyAtRisk dueBy owner");
    row("exceptions", "/exceptions/0", "contract customer claimedBy closedAt closedBy closedWhy how tags");
    row("exceptions --state closed --limit 5", "", "total exceptions next");
    row("exceptions --state all", "/exceptions/0", "state");
    row("exceptions show 1", "", "id state contract history actions");
    row("exceptions show 1", "/history/0", "at kind actor text planId outcome detail");
    row("exceptions --group", "/groups/0", "id class system step cause count");
    row("exceptions --group customer", "/groups/0",
        "id by selector customer count oldestAt soonestDue moneyAtRisk");
    row("exceptions --in group:class:1", "/exceptions/0", "id orderNo class");
    row("plan retry all", "",
        "planId items callsToMake callsSuppressed callsWithoutKey differences needsApproval");
    row("policies", "", "version at actor reason policies objectives");
    row("policies list", "/policies/0",
        "name criticality maxTries maxUndoTries baseDelay maxDelay deadline breakerFailures probeAfter "
        "recoverWithin unknown owner places openExceptions");
    row("policies show event:absence", "", "name recoverWithin owner places openExceptions version");
    row("policies set low maxTries=2 --dry-run", "", "saved version differences problems");
    row("policies set low maxTries=2 --dry-run", "/differences/0", "row field before after");
    row("policies history", "/versions/0", "version at actor reason live wentLive differences");
    row("verify", "", "ok checks");
    row("verify", "/checks/0", "name ok detail");
}

void TestCommandLine::documentsHaveTheirFields()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, fields);
    std::vector<std::string> words{"--json"};
    for (const QByteArray& word : command.split(' '))
        words.push_back(word.toStdString());

    const Outcome outcome = onStore(words);

    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    const json::json_pointer place(pointer.toStdString());
    QVERIFY2(outcome.document().contains(place), outcome.out.c_str());
    const json object = outcome.document().at(place);
    for (const QByteArray& field : fields.split(' '))
        QVERIFY2(object.contains(field.toStdString()), field.constData());
}

void TestCommandLine::showSaysWhatWasOrdered()
{
    const json order = onStore({"show", "1001", "--json"}).document();

    QCOMPARE(order["lines"].size(), std::size_t(1));
    QCOMPARE(order["lines"][0]["sku"].get<std::string>(), std::string("BRK-1007"));
    QCOMPARE(order["lines"][0]["ordered"].get<int>(), 3);
    QCOMPARE(order["lines"][0]["open"].get<int>(), 3);
    QCOMPARE(order["lines"][0]["shipped"].get<int>(), 0);
    QCOMPARE(order["milestones"]["received"].get<bool>(), true);
    QCOMPARE(order["milestones"]["delivered"].get<bool>(), false);
    QCOMPARE(keysOf(order["exceptions"]).size(), std::size_t(0));
}

void TestCommandLine::anyNumberOfAPartnerFindsTheOrder()
{
    const Outcome outcome = onStore({"show", "9007199254741993", "--json"});

    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    QCOMPARE(outcome.document()["orderNo"].get<std::string>(), std::string("1001"));
}

void TestCommandLine::lineageBeginsWithTheMessage()
{
    const json entries = onStore({"lineage", "1001", "--json"}).document()["entries"];
    const std::string payload = entries[0]["payloadId"].dump();

    const Outcome body = onStore({"lineage", "--payload", payload});

    QCOMPARE(entries[0]["kind"].get<std::string>(), std::string("orderReceived"));
    QCOMPARE(entries[0]["seq"].get<int>(), 1);
    QCOMPARE(entries[0]["correlationId"].get<std::string>(), std::string("1001"));
    QVERIFY(body.out.find("\"BRK-1007\"") != std::string::npos);
}

void TestCommandLine::peopleGetTables_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("words"); // found in the output
    QTest::newRow("status") << QByteArray("status") << QByteArray("received");
    QTest::newRow("orders") << QByteArray("orders") << QByteArray("1001");
    QTest::newRow("orders by number") << QByteArray("orders --search 90071992547") << QByteArray("1001");
    QTest::newRow("show") << QByteArray("show 1001") << QByteArray("Order 1001 of");
    QTest::newRow("lineage") << QByteArray("lineage 1001") << QByteArray("orderReceived");
    QTest::newRow("exceptions") << QByteArray("exceptions") << QByteArray("what to do");
    QTest::newRow("closed ones") << QByteArray("exceptions --state closed") << QByteArray("0 closed");
    QTest::newRow("groups") << QByteArray("exceptions --group contract") << QByteArray("group:contract:");
    QTest::newRow("one exception") << QByteArray("exceptions show 1") << QByteArray("opened");
    QTest::newRow("policies") << QByteArray("policies") << QByteArray("recover within");
    QTest::newRow("one policy") << QByteArray("policies show critical") << QByteArray("release");
    QTest::newRow("history of policies") << QByteArray("policies history") << QByteArray("the program");
    QTest::newRow("help") << QByteArray("help") << QByteArray("headless");
    QTest::newRow("version") << QByteArray("version") << QByteArray("milepostctl 0.");
}

void TestCommandLine::peopleGetTables()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, words);
    std::vector<std::string> arguments;
    for (const QByteArray& word : command.split(' '))
        arguments.push_back(word.toStdString());

    const Outcome outcome = onStore(arguments);

    QVERIFY2(outcome.code == 0, outcome.err.c_str());
    QVERIFY2(outcome.out.find(words.toStdString()) != std::string::npos, outcome.out.c_str());
    QVERIFY(outcome.out.find('\033') == std::string::npos); // no terminal, no colour
}

void TestCommandLine::verifyHolds()
{
    const Outcome outcome = onStore({"verify", "--json"});

    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.document()["ok"] == true, outcome.out.c_str());
}

void TestCommandLine::aBackupCanTakeThePlaceOfTheStore()
{
    const std::string copy = path("copy.db");
    const std::string other = path("other.db");

    QCOMPARE(onStore({"backup", copy}).code, 0);
    const Outcome again = onStore({"backup", copy});
    const Outcome restored = run({"restore", copy, "--store", other});

    QCOMPARE(again.code, 1);
    QVERIFY(again.err.find("copy.db") != std::string::npos);
    QVERIFY2(restored.code == 0, restored.err.c_str());
    QCOMPARE(run({"show", "1001", "--store", other}).code, 0);
}

void TestCommandLine::whatIsWrongIsSaidAndCounted_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("reason"); // found on stderr
    const auto row = [](const char* name, const char* command, int code, const char* reason) {
        QTest::newRow(name) << QByteArray(command) << code << QByteArray(reason);
    };
    row("no command", "", 2, "help");
    row("an unknown command", "destroy", 2, "destroy");
    row("an unknown option", "status --fast", 2, "--fast");
    row("an unknown milestone", "orders --milestone painted", 2, "painted");
    row("an unknown class", "exceptions --class odd", 2, "businessRule");
    row("an unknown grouping", "exceptions --group colour", 2, "cause, system, step");
    row("an unknown state", "exceptions --state gone", 2, "gone");
    row("no group", "exceptions --in order:1001", 2, "group:17");
    row("an exception that is not there", "exceptions show 4711", 1, "4711");
    row("no exception", "exceptions show", 2, "id");
    row("taking over without a reason", "claim 1 --take-over ann", 1, "reason");
    row("an unknown action", "plan destroy all", 2, "destroy");
    row("an unknown selector", "plan retry some", 2, "order:NO");
    row("a wait that is no time", "apply 1 --wait soon", 2, "soon");
    row("an unknown fault profile", "headless --dir /tmp/x --faults mild", 2, "mild");
    row("an unknown bench", "bench typing", 2, "fulfillment");
    row("an order that is not there", "show 4711", 1, "4711");
    row("an order without exceptions cannot be found either", "plan retry order:4711", 1, "4711");
    row("a payload that is not there", "lineage --payload 999999", 1, "999999");
    row("a file that is not there", "ingest /nowhere/file.edi", 1, "/nowhere/file.edi");
    row("a network that is not there", "run --network /nowhere/network.json --until idle", 1,
        "/nowhere/network.json");
    row("packs that are not there", "ingest /dev/null --packs /nowhere/packs", 1, "/nowhere/packs");
}

void TestCommandLine::whatIsWrongIsSaidAndCounted()
{
    QFETCH(QByteArray, command);
    QFETCH(int, code);
    QFETCH(QByteArray, reason);
    std::vector<std::string> words;
    for (const QByteArray& word : command.split(' '))
        if (!word.isEmpty()) words.push_back(word.toStdString());

    const Outcome outcome = onStore(words);

    QCOMPARE(outcome.code, code);
    QVERIFY2(outcome.err.find(reason.toStdString()) != std::string::npos, outcome.err.c_str());
    QCOMPARE(outcome.out, std::string());
}

void TestCommandLine::aPlanOfNothingHasNoItems()
{
    const json plan = onStore({"plan", "retry", "system:erp", "--json"}).document();

    QCOMPARE(plan["items"].get<int>(), 0);
    QCOMPARE(plan["callsToMake"].get<int>(), 0);
    QVERIFY(plan["planId"].get<int>() > 0);
}

void TestCommandLine::aNumberIsFoundByItsBeginning()
{
    const Outcome found = onStore({"find", "900719925", "--json"});
    QCOMPARE(found.code, 0);
    const json document = found.document();
    QCOMPARE(document["found"].size(), std::size_t{1});
    QCOMPARE(document["found"][0]["value"].get<std::string>(), std::string("9007199254741993"));
    QVERIFY(
        onStore({"find", "9007199254741993"}).out.find(document["found"][0]["orderNo"].get<std::string>()) !=
        std::string::npos);
    QVERIFY(onStore({"find", "nobody-has-this", "--json"}).document()["found"].empty());
    QVERIFY(onStore({"find", "nobody-has-this"}).out.find("no number") != std::string::npos);
}

void TestCommandLine::theOverviewNamesEachMilestoneAndConcern()
{
    const json overview = onStore({"overview", "--json"}).document();
    QCOMPARE(overview["milestones"].size(), std::size_t{11});
    QCOMPARE(overview["concerns"].size(), std::size_t{7});
    QVERIFY(overview["openOrders"] >= 1);
    QVERIFY(onStore({"overview"}).out.find("delivered") != std::string::npos);
}

void TestCommandLine::aClaimIsInTheAudit()
{
    const json queue = onStore({"exceptions", "--json"}).document();
    QVERIFY(queue["total"] >= 1);
    const std::string id = std::to_string(queue["exceptions"][0]["id"].get<std::int64_t>());
    QCOMPARE(onStore({"claim", id}).code, 0);
    const json audit = onStore({"audit", "--search", "claim", "--json"}).document();
    QCOMPARE(audit["entries"][0]["action"].get<std::string>(), std::string("claim"));
    QCOMPARE(onStore({"unclaim", id, "--json"}).document()["claimedBy"].get<std::string>(), std::string());
    const Outcome stale = onStore({"claim", id, "--take-over", "ann", "--reason", "she is ill"});
    QCOMPARE(stale.code, 1);
    QVERIFY2(stale.err.find("nobody's any more") != std::string::npos, stale.err.c_str());
    const Outcome missing = onStore({"claim", "99999"});
    QCOMPARE(missing.code, 1);
    QVERIFY(missing.err.find("99999") != std::string::npos);
}

void TestCommandLine::systemsNeedANameAndAReason()
{
    QCOMPARE(onStore({"systems", "--json"}).code, 0);
    QCOMPARE(onStore({"systems", "pause"}).code, 2);
    QCOMPARE(onStore({"systems", "pause", "erp"}).code, 2); // no reason
    const Outcome unknown = onStore({"systems", "show", "nowhere"});
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.err.find("nowhere") != std::string::npos);
    QCOMPARE(onStore({"systems", "stop", "erp"}).code, 2);
}

void TestCommandLine::aPolicyIsChangedTracedAndRestored()
{
    const json before = onStore({"policies", "show", "low", "--json"}).document();

    const json saved =
        onStore({"policies", "set", "low", "maxTries=2", "owner=night shift", "--reason", "a test", "--json"})
            .document();
    QVERIFY(saved["saved"] == true && saved["differences"].size() == 2);
    const json after = onStore({"policies", "show", "low", "--json"}).document();
    QVERIFY(after["maxTries"] == 2 && after["owner"] == "night shift");
    QVERIFY(after["version"] == saved["version"]);
    const json audit = onStore({"audit", "--action", "changePolicy", "--from", "1h", "--json"}).document();
    QCOMPARE(audit["entries"][0]["after"].get<std::string>(), std::string("maxTries 2, owner night shift"));

    const std::string old = std::to_string(before["version"].get<int>());
    const Outcome tooLate =
        onStore({"policies", "set", "low", "maxTries=3", "--base", old, "--reason", "late"});
    QCOMPARE(tooLate.code, 1);
    QVERIFY(tooLate.err.find("changed meanwhile") != std::string::npos);
    QCOMPARE(onStore({"policies", "restore", old, "--reason", "as it was"}).code, 0);
    QVERIFY(onStore({"policies", "show", "low", "--json"}).document()["maxTries"] == before["maxTries"]);
    QVERIFY(onStore({"policies", "history", "--json"}).document()["versions"].size() >= 3);
}

void TestCommandLine::wrongWordsAboutPoliciesAreNamed_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char* words, int code, const char* said) {
        QTest::newRow(words) << QByteArray(words) << code << QByteArray(said);
    };
    row("policies change", 2, "VERB");
    row("policies show", 2, "needs a name");
    row("policies show nobody", 1, "nobody");
    row("policies set low maxTries=2", 2, "--reason");
    row("policies set low maxTries --reason why", 2, "FIELD=VALUE");
    row("policies set low --reason why", 2, "FIELD=VALUE");
    row("policies set low maxTries=0 --reason why", 1, "low, maxTries: must be a whole number");
    row("policies set low maxTries=0 --dry-run", 1, "low, maxTries: must be a whole number");
    row("policies set nobody maxTries=1 --reason why", 1, "there is no policy 'nobody'");
    row("policies restore first --reason why", 2, "is no version");
    row("policies restore 999 --reason why", 1, "no version 999");
    row("audit --from yesterday", 2, "--from yesterday");
}

void TestCommandLine::wrongWordsAboutPoliciesAreNamed()
{
    QFETCH(QByteArray, words);
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    std::vector<std::string> arguments;
    for (const QByteArray& word : words.split(' '))
        arguments.push_back(word.toStdString());

    const Outcome outcome = onStore(arguments);

    QCOMPARE(outcome.code, code);
    QVERIFY2(outcome.err.find(said.toStdString()) != std::string::npos, outcome.err.c_str());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
