// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "app/network/scaled_clock.h"
#include "network_client.h"

#include <nlohmann/json.hpp>

#include <fstream>

using namespace milepost::network;
using Json = nlohmann::json;

namespace {

/// A day passes in half a minute.
constexpr double testSpeed = 20'000;

NetworkOptions optionsFor(const QTemporaryDir& folder, const std::string& name = "network")
{
    NetworkOptions options;
    const std::filesystem::path root = folder.path().toStdString();
    options.dir = root / name;
    options.config = root / (name + ".json");
    options.orders = 12;
    options.seed = 7;
    options.speed = testSpeed;
    return options;
}

Json anAddress()
{
    return {{"name", "Ann Lee"}, {"street", "1 Dock St"}, {"city", "Reno"},
            {"region", "NV"},    {"postalCode", "89501"}, {"country", "US"}};
}

Json lines(const char* sku, int quantity)
{
    return Json::array({{{"lineNo", 1}, {"sku", sku}, {"quantity", quantity}}});
}

/// A sku of which WEST has some.
std::string westSku(NetworkClient& client)
{
    const Json stock = client.get("wms-west", "/stock").json();
    for (const Json& item : stock.at("items")) {
        if (item.at("available").get<int>() >= 6) return item.at("sku");
    }
    return {};
}

Json workOf(const Json& truth, const std::string& capability, const std::string& reference)
{
    for (const Json& work : truth.at("works")) {
        if (work.at("capability") == capability && work.at("reference") == reference) return work;
    }
    return {};
}

Json orderOf(const Json& truth, const std::string& ref)
{
    for (const Json& order : truth.at("orders")) {
        if (order.at("ref") == ref) return order;
    }
    return {};
}

void release(NetworkClient& client, const std::string& sku, const std::string& key)
{
    client.post("wms-west", "/releases",
                {{"reference", "R-1"},
                 {"deliveryNo", "D-1"},
                 {"customerOrderNo", "X-1"},
                 {"shipTo", anAddress()},
                 {"lines", lines(sku.c_str(), 2)}},
                key);
}

Json tender(NetworkClient& client, const std::string& key)
{
    return client
        .post("tms", "/shipments",
              {{"reference", "T-1"},
               {"deliveryNo", "D-1"},
               {"customerOrderNo", "X-1"},
               {"shipFrom", "WEST"},
               {"shipTo", anAddress()}},
              key)
        .json();
}

/// Order R-9 for the old warehouse, under that name.
void writeRelease(const std::filesystem::path& folder, const std::string& name)
{
    const auto padded = [](std::string text, std::size_t width) {
        text.resize(width, ' ');
        return text;
    };
    const std::string text = "RH" + padded("R-9", 35) + padded("", 35) + padded("X-9", 35) +
                             "20261123160000\n" + "RA" + padded("Ann Lee", 35) + padded("1 Dock St", 35) +
                             padded("Reno", 30) + padded("NV", 5) + padded("89501", 10) + "US\n" + "RL00001" +
                             padded("BRK-1001", 20) + "00000001000EA\n" + "RT000004\n";
    std::ofstream(folder / "draft.tmp") << text;
    std::filesystem::rename(folder / "draft.tmp", folder / name);
}

constexpr const char* aReleaseInX12 =
    "ISA*00*          *00*          *ZZ*MERCHANT       *ZZ*THREEPL        "
    "*261123*1604*U*00401*000000001*0*P*>~"
    "GS*OW*MERCHANT*THREEPL*20261123*1604*1*X*004010~ST*940*0001~W05*N*R-8*X-8~N1*ST*Ann*92*1~N3*1 Dock "
    "St~"
    "N4*Reno*NV*89501*US~LX*1~W01*1*EA**VN*BRK-1004~W76*1~SE*8*0001~GE*1*1~IEA*1*000000001~";

/// What lies in a folder under names that begin so, as one text, and in how many files.
std::pair<int, std::string> answersIn(const std::filesystem::path& folder, const std::string& begin)
{
    int files = 0;
    std::string text;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.find(begin) == std::string::npos || name.starts_with('.')) continue;
        ++files;
        std::ifstream stream(entry.path());
        text += std::string(std::istreambuf_iterator<char>(stream), {});
    }
    return {files, text};
}

std::vector<Json> eventsOf(NetworkClient& client, const std::string& system, const std::string& word)
{
    return client.get(system, "/events?after=").json().at(word).get<std::vector<Json>>();
}

} // namespace

class TestNetworkPeers : public QObject {
    Q_OBJECT

private slots:
    void networkFileIsPrivateAndNamesEverySystem();
    void wrongCredentialIsRefused();
    void anOrderGoesFromAllocationToInvoiceAndDelivery();
    void erpDoesARepeatedPostTwice();
    void erpAnswersBusinessErrorsWithOk();
    void taxIsDueAtAPlaceThatThereIs();
    void warehouseReplaysItsAnswerToAKnownKey();
    void twoReleasesWithOtherKeysAreTwoDeliveries();
    void goodsWaitForTheirBooking();
    void eastIgnoresAFileNameSeenBefore();
    void threePlIgnoresARepeatedInterchange();
    void forcedFaultsMeetFilesByTheirReference_data();
    void forcedFaultsMeetFilesByTheirReference();
    void aRefusedInterchangeStaysRefused();
    void channelsAndFilesGiveAllOrders();
    void booksSurviveARestart();
    void sameConversationMeetsSameFaults();
};

void TestNetworkPeers::networkFileIsPrivateAndNamesEverySystem()
{
    QTemporaryDir folder;
    const NetworkOptions options = optionsFor(folder);

    NetworkClient client(options);

    QCOMPARE(static_cast<int>(std::filesystem::status(options.config).permissions()), 0600);
    for (const char* name : {"shop", "crm", "portal", "erp", "tax", "wms-west", "tms", "notify"})
        QVERIFY(client.system(name).contains("url"));
    for (const char* name : {"edi", "wms-east", "3pl"})
        QVERIFY(std::filesystem::is_directory(client.system(name).at("inFolder").get<std::string>()));
    QCOMPARE(client.truth().at("scheduled").get<int>(), 12);
}

void TestNetworkPeers::wrongCredentialIsRefused()
{
    QTemporaryDir folder;
    NetworkClient client(optionsFor(folder));
    QCOMPARE(client.get("erp", "/sales?reference=none").status, 200);
    QCOMPARE(client.getAsStranger("erp", "/sales?reference=none").status, 401);
    QCOMPARE(client.getAsStranger("tax", "/transactions/T").status, 401);
}

void TestNetworkPeers::anOrderGoesFromAllocationToInvoiceAndDelivery()
{
    QTemporaryDir folder;
    NetworkClient client(optionsFor(folder));
    const std::string sku = westSku(client);

    const Json sale = client
                          .post("erp", "/sales",
                                {{"reference", "S-1"},
                                 {"customerOrderNo", "X-1"},
                                 {"currency", "USD"},
                                 {"lines", lines(sku.c_str(), 2)}})
                          .json();
    QVERIFY(sale.at("ok").get<bool>());
    const std::string saleNo = sale.at("sale").at("saleNo");
    const Json allocation =
        client
            .post("wms-west", "/allocations",
                  {{"reference", "A-1"}, {"customerOrderNo", "X-1"}, {"lines", lines(sku.c_str(), 2)}}, "A-1")
            .json();
    QCOMPARE(allocation.at("status").get<std::string>(), std::string("ALLOCATED"));
    release(client, sku, "R-1");
    tender(client, "T-1");
    QTRY_VERIFY_WITH_TIMEOUT(!eventsOf(client, "wms-west", "events").empty(), 10'000);
    const Json shipment = eventsOf(client, "wms-west", "events").front().at("data");
    QCOMPARE(shipment.at("deliveryNo").get<std::string>(), std::string("D-1"));
    const Json posted = client
                            .post("erp", "/sales/" + saleNo + "/shipments",
                                  {{"reference", "P-1"}, {"lines", lines(sku.c_str(), 2)}})
                            .json();
    QVERIFY(posted.at("ok").get<bool>());
    const Json invoice =
        client
            .post("erp", "/invoices",
                  {{"reference", "I-1"}, {"saleNo", saleNo}, {"lines", lines(sku.c_str(), 2)}})
            .json();
    QVERIFY(invoice.at("invoice").at("amount") == sale.at("sale").at("total"));
    QTRY_VERIFY_WITH_TIMEOUT(orderOf(client.truth(), "X-1").at("lines").at(0).at("delivered").get<int>() == 2,
                             15'000);
    QCOMPARE(orderOf(client.truth(), "X-1").at("invoices").size(), std::size_t{1});
}

void TestNetworkPeers::erpDoesARepeatedPostTwice()
{
    QTemporaryDir folder;
    NetworkClient client(optionsFor(folder));
    const Json body{{"reference", "S-1"}, {"customerOrderNo", "X-1"}, {"lines", lines("BRK-1001", 1)}};

    client.post("erp", "/sales", body, "K");
    client.post("erp", "/sales", body, "K");

    QCOMPARE(workOf(client.truth(), "order.accept", "S-1").at("performed").get<int>(), 2);
    QCOMPARE(client.get("erp", "/sales?reference=S-1").json().at("sales").size(), std::size_t{2});
}

void TestNetworkPeers::erpAnswersBusinessErrorsWithOk()
{
    QTemporaryDir folder;
    NetworkClient client(optionsFor(folder));

    const auto answer = client.post("erp", "/sales", {{"reference", "S-1"}, {"lines", lines("NOBODY", 1)}});

    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.json().at("ok").get<bool>());
    QCOMPARE(answer.json().at("error").at("code").get<std::string>(), std::string("UNKNOWN_ITEM"));
}

void TestNetworkPeers::taxIsDueAtAPlaceThatThereIs()
{
    QTemporaryDir folder;
    NetworkOptions options = optionsFor(folder);
    options.faults = FaultProfile::Light;
    NetworkClient client(options);
    const auto commit = [&](const char* code, const char* postalCode) {
        const Json body{{"code", code},
                        {"customerOrderNo", "X-1"},
                        {"currency", "USD"},
                        {"shipTo", {{"country", "US"}, {"region", "NV"}, {"postalCode", postalCode}}},
                        {"lines", {{{"lineNo", 1}, {"amount", "37.50"}}}}};
        NetworkClient::Answer answer;
        for (int attempt = 0; attempt < 5 && answer.status != 200 && answer.status != 422; ++attempt)
            answer = client.post("tax", "/transactions", body); // its faults are not what is looked at
        return answer;
    };

    const NetworkClient::Answer refused = commit("X-1:tax", "8950");

    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json().at("error").at("code").get<std::string>(), std::string("UNKNOWN_POSTAL_CODE"));
    QVERIFY(refused.body.find("89501") != std::string::npos);
    QCOMPARE(commit("X-1:tax:r2", "89501").status, 200);
    client.control("POST", "/control/heal", Json::object());
    QCOMPARE(commit("X-1:tax", "8950").status, 200);
}

void TestNetworkPeers::warehouseReplaysItsAnswerToAKnownKey()
{
    QTemporaryDir folder;
    NetworkClient client(optionsFor(folder));
    const Json body{{"reference", "A-1"}, {"lines", lines(westSku(client).c_str(), 1)}};

    const auto first = client.post("wms-west", "/allocations", body, "K");
    const auto again = client.post("wms-west", "/allocations", body, "K");
    const auto other =
        client.post("wms-west", "/allocations", {{"reference", "A-2"}, {"lines", lines("BRK-1001", 1)}}, "K");

    QCOMPARE(again.body, first.body);
    QVERIFY(again.isReplayed);
    QCOMPARE(other.status, 409);
    const Json work = workOf(client.truth(), "inventory.allocate", "A-1");
    QCOMPARE(work.at("performed").get<int>(), 1);
    QCOMPARE(work.at("requests").get<int>(), 2);
}

void TestNetworkPeers::twoReleasesWithOtherKeysAreTwoDeliveries()
{
    QTemporaryDir folder;
    NetworkClient client(optionsFor(folder));
    const std::string sku = westSku(client);

    release(client, sku, "one");
    release(client, sku, "two");
    tender(client, "T-1");

    QCOMPARE(workOf(client.truth(), "fulfillment.release", "R-1").at("performed").get<int>(), 2);
    const auto shippedUnits = [&] {
        const Json order = orderOf(client.truth(), "X-1");
        return order.is_null() ? 0 : order.at("lines").at(0).at("shipped").get<int>();
    };
    QTRY_VERIFY_WITH_TIMEOUT(shippedUnits() == 4, 10'000);
}

void TestNetworkPeers::goodsWaitForTheirBooking()
{
    QTemporaryDir folder;
    NetworkClient client(optionsFor(folder));

    release(client, westSku(client), "one");
    const auto state = [&] {
        return client.get("wms-west", "/releases?reference=R-1")
            .json()
            .at("items")
            .at(0)
            .at("status")
            .get<std::string>();
    };
    QTRY_COMPARE_WITH_TIMEOUT(state(), std::string("PICKED"), 10'000);
    QVERIFY(eventsOf(client, "wms-west", "events").empty());
    tender(client, "T-1");

    QVERIFY(state() != "PICKED");
}

void TestNetworkPeers::eastIgnoresAFileNameSeenBefore()
{
    QTemporaryDir folder;
    NetworkClient client(optionsFor(folder));
    const std::filesystem::path out = client.system("wms-east").at("outFolder").get<std::string>();
    const auto write = [&] { writeRelease(out, "R9.rel"); };
    const auto requests = [&] {
        const Json work = workOf(client.truth(), "fulfillment.release", "R-9");
        return work.is_null() ? 0 : work.at("requests").get<int>();
    };

    write();
    QTRY_COMPARE_WITH_TIMEOUT(requests(), 1, 5'000);
    write();
    QTRY_COMPARE_WITH_TIMEOUT(requests(), 2, 5'000);

    QCOMPARE(workOf(client.truth(), "fulfillment.release", "R-9").at("performed").get<int>(), 1);
}

void TestNetworkPeers::threePlIgnoresARepeatedInterchange()
{
    QTemporaryDir folder;
    NetworkClient client(optionsFor(folder));
    const std::filesystem::path out = client.system("3pl").at("outFolder").get<std::string>();
    const std::string text = aReleaseInX12;
    const auto requests = [&] {
        const Json work = workOf(client.truth(), "fulfillment.release", "R-8");
        return work.is_null() ? 0 : work.at("requests").get<int>();
    };

    std::ofstream(out / "one.x12") << text;
    QTRY_COMPARE_WITH_TIMEOUT(requests(), 1, 5'000);
    std::ofstream(out / "two.x12") << text;
    QTRY_COMPARE_WITH_TIMEOUT(requests(), 2, 5'000);

    QCOMPARE(workOf(client.truth(), "fulfillment.release", "R-8").at("performed").get<int>(), 1);
}

void TestNetworkPeers::forcedFaultsMeetFilesByTheirReference_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("performed");
    QTest::addColumn<int>("answers");
    QTest::addColumn<QString>("word");

    QTest::newRow("a lost file is not even read") << "lostRequest" << 0 << 0 << "";
    QTest::newRow("done, and nobody says so") << "lostReply" << 1 << 0 << "";
    QTest::newRow("said twice") << "duplicate" << 1 << 2 << "OK";
    QTest::newRow("cut off, then whole") << "malformed" << 1 << 2 << "OK";
    QTest::newRow("a word that nobody knows, then the right one") << "wrongStatus" << 1 << 2 << "Z9";
    QTest::newRow("a definite no") << "rejected" << 0 << 1 << "ER";
    QTest::newRow("the folder is left alone for a while") << "down" << 1 << 1 << "OK";
}

void TestNetworkPeers::forcedFaultsMeetFilesByTheirReference()
{
    QFETCH(const QString, fault);
    QFETCH(const int, performed);
    QFETCH(const int, answers);
    QFETCH(const QString, word);
    QTemporaryDir folder;
    NetworkClient client(optionsFor(folder));
    const std::filesystem::path out = client.system("wms-east").at("outFolder").get<std::string>();
    const std::filesystem::path in = client.system("wms-east").at("inFolder").get<std::string>();
    client.control("POST", "/control/force",
                   {{"faults", Json::array({{{"system", "wms-east"},
                                             {"operation", "file"},
                                             {"reference", "R-9*"},
                                             {"kind", fault.toStdString()}}})}});

    writeRelease(out, "ANYNAME.rel");

    const std::string kind = fault.toStdString();
    QTRY_COMPARE_WITH_TIMEOUT(client.truth().at("faults").value(kind, 0), 1, 5'000);
    QTRY_COMPARE_WITH_TIMEOUT(answersIn(in, "ACK_ANYNAME").first, answers, 5'000);
    const std::string text = answersIn(in, "ACK_ANYNAME").second;
    QVERIFY2(text.find(word.toStdString()) != std::string::npos, text.c_str());
    const Json work = workOf(client.truth(), "fulfillment.release", "R-9");
    QCOMPARE(work.is_null() ? 0 : work.at("performed").get<int>(), performed);
}

void TestNetworkPeers::aRefusedInterchangeStaysRefused()
{
    QTemporaryDir folder;
    NetworkClient client(optionsFor(folder));
    const std::filesystem::path out = client.system("3pl").at("outFolder").get<std::string>();
    const std::filesystem::path in = client.system("3pl").at("inFolder").get<std::string>();
    client.control(
        "POST", "/control/force",
        {{"faults",
          Json::array(
              {{{"system", "3pl"}, {"operation", "file"}, {"reference", "R-8"}, {"kind", "rejected"}}})}});

    std::ofstream(out / "one.x12") << aReleaseInX12;
    QTRY_COMPARE_WITH_TIMEOUT(answersIn(in, "997_").first, 1, 5'000);
    std::ofstream(out / "two.x12") << aReleaseInX12;
    QTRY_COMPARE_WITH_TIMEOUT(answersIn(in, "997_").first, 2, 5'000);

    QVERIFY(answersIn(in, "997_").second.find("AK9*A") == std::string::npos);
    QCOMPARE(workOf(client.truth(), "fulfillment.release", "R-8").at("performed").get<int>(), 0);
}

void TestNetworkPeers::channelsAndFilesGiveAllOrders()
{
    QTemporaryDir folder;
    NetworkOptions options = optionsFor(folder);
    options.startAtOnce = true;
    NetworkClient client(options);
    const auto emitted = [&] {
        int sum = 0;
        const Json truth = client.truth();
        for (const Json& count : truth.at("emitted"))
            sum += count.get<int>();
        return sum;
    };

    QTRY_COMPARE_WITH_TIMEOUT(emitted(), 12, 10'000);

    const Json counts = client.truth().at("emitted");
    QCOMPARE(static_cast<int>(client.get("shop", "/orders.json?since=").json().at("orders").size()),
             counts.value("shop", 0));
    QCOMPARE(static_cast<int>(client.get("crm", "/api/won-orders?cursor=").json().at("data").size()),
             counts.value("crm", 0));
    QCOMPARE(static_cast<int>(client.get("portal", "/v1/orders?after=").json().at("items").size()),
             counts.value("portal", 0));
}

void TestNetworkPeers::booksSurviveARestart()
{
    QTemporaryDir folder;
    const NetworkOptions options = optionsFor(folder);
    const Json body{{"reference", "A-1"}, {"lines", lines("BRK-1001", 1)}};
    std::string first;
    Json before;
    {
        NetworkClient client(options);
        first = client.post("wms-west", "/allocations", body, "K").body;
        before = client.truth();
    }

    NetworkOptions again;
    again.dir = options.dir;
    again.config = options.config;
    NetworkClient client(again);
    const auto replayed = client.post("wms-west", "/allocations", body, "K");

    QCOMPARE(replayed.body, first);
    const Json after = client.truth();
    QVERIFY(after.at("scaledNow") >= before.at("scaledNow"));
    QVERIFY(after.at("stock") == before.at("stock"));
    QVERIFY(after.at("seed") == before.at("seed"));
    QCOMPARE(workOf(after, "inventory.allocate", "A-1").at("performed").get<int>(), 1);
}

void TestNetworkPeers::sameConversationMeetsSameFaults()
{
    QTemporaryDir folder;
    const auto statuses = [&](const std::string& name, std::uint64_t seed) {
        NetworkOptions options = optionsFor(folder, name);
        options.faults = FaultProfile::Heavy;
        options.seed = seed;
        NetworkClient client(options);
        std::vector<int> result;
        for (int i = 0; i < 40; ++i) {
            const Json body{{"reference", "S-" + std::to_string(i)}, {"lines", lines("BRK-1001", 1)}};
            result.push_back(client.post("erp", "/sales", body).status);
        }
        return result;
    };

    const auto one = statuses("one", 5);

    QVERIFY(statuses("two", 5) == one);
    QVERIFY(statuses("three", 6) != one);
    QVERIFY(std::count(one.begin(), one.end(), 200) > 20);
}

QTEST_GUILESS_MAIN(TestNetworkPeers)
#include "tst_network_peers.moc"
