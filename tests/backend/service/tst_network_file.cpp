// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/service/network_file.h"

using namespace milepost;

class TestNetworkFile : public QObject {
    Q_OBJECT
private slots:
    void systemsAreReadWithTheirCredentials();
    void scaledTimeIsThatOfTheFile();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void aFileThatIsNotThereIsNamed();
};

void TestNetworkFile::systemsAreReadWithTheirCredentials()
{
    const auto network =
        parseNetworkFile(R"({"url": "http://127.0.0.1:1", "control": "http://127.0.0.1:1", "systems": [
        {"name": "shop", "kind": "shop", "url": "http://127.0.0.1:2",
         "credential": {"kind": "apiKey", "header": "X-Key", "key": "k1"},
         "webhookCredential": {"kind": "hmac", "header": "X-Hmac", "encoding": "base64", "prefix": "", "secret": "s1"}},
        {"name": "wms-west", "kind": "wms", "url": "http://127.0.0.1:3", "credential": {"kind": "bearer", "key": "k2"},
         "webhookCredential": {"kind": "hmac", "header": "X-Signature", "encoding": "hex", "prefix": "sha256=", "secret": "s2"}},
        {"name": "edi", "kind": "edi", "inFolder": "/in", "outFolder": "/out"}]})");

    QVERIFY(network.has_value());
    QCOMPARE(network->control, std::string("http://127.0.0.1:1"));
    QCOMPARE(network->endpoints.size(), std::size_t(3));
    QCOMPARE(network->endpoints[0].credentialKind, std::string("apiKey"));
    QCOMPARE(network->endpoints[0].secret, std::string("k1"));
    QCOMPARE(network->endpoints[0].webhookKind, std::string("hmacBase64"));
    QCOMPARE(network->endpoints[1].webhookKind, std::string("hmacHex"));
    QCOMPARE(network->endpoints[1].webhookSecret, std::string("s2"));
    QVERIFY(network->endpoints[2].webhookKind.empty()); // takes no webhooks
    QCOMPARE(network->endpoints[2].inFolder, std::string("/in"));
}

void TestNetworkFile::scaledTimeIsThatOfTheFile()
{
    const auto network = parseNetworkFile(
        R"({"clock": {"realMs": 1000, "scaledMs": 5000000, "speed": 600.0}, "systems": []})");

    QVERIFY(network.has_value());
    QCOMPARE(network->clock.speed(), 600.0);
    QVERIFY(network->clock.now() > Timestamp(Duration(5'000'000)));
}

void TestNetworkFile::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("no JSON") << QByteArray("hello") << QByteArray("");
    QTest::newRow("no systems") << QByteArray("{}") << QByteArray("/systems");
    QTest::newRow("a system without name")
        << QByteArray(R"({"systems": [{"url": "http://x"}]})") << QByteArray("/systems/0/name");
    QTest::newRow("a system that is nowhere")
        << QByteArray(R"({"systems": [{"name": "erp"}]})") << QByteArray("/systems/0");
}

void TestNetworkFile::whatIsWrongIsNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, place);

    const auto network = parseNetworkFile(text.toStdString());

    QVERIFY(!network.has_value());
    QCOMPARE(network.error().place, place.toStdString());
}

void TestNetworkFile::aFileThatIsNotThereIsNamed()
{
    const auto network = readNetworkFile("/nowhere/network.json");

    QVERIFY(!network.has_value());
    QVERIFY(network.error().message.find("/nowhere/network.json") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestNetworkFile)
#include "tst_network_file.moc"
