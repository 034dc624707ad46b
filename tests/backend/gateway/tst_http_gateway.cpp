// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/gateway/http_gateway.h"
#include "backend/store/digest.h"
#include "raw_client.h"
#include "tests/backend/connectors/fake_pack.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace {

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;

std::string hex(const std::string& bytes)
{
    return QByteArray::fromStdString(bytes).toHex().toStdString();
}

std::string base64(const std::string& bytes)
{
    return QByteArray::fromStdString(bytes).toBase64().toStdString();
}

/// A gateway with the sources "portal" (key), "wms" (hex HMAC), "shop" (base64 HMAC), "quiet" (takes no
/// webhooks).
class Door {
public:
    using Done = std::function<void(bool)>;

    explicit Door(GatewayOptions options = {})
    {
        m_pack->idHeader = "X-Event-Id";
        auto opened = HttpGateway::open(
            [](std::string_view source) { return endpoint(source); },
            [this](std::string_view) { return std::vector<std::shared_ptr<const Pack>>{m_pack}; },
            [this](IncomingMessage message, Done done) { take(std::move(message), std::move(done)); },
            options);
        m_gateway = std::move(*opened);
    }

    HttpGateway& gateway() { return *m_gateway; }
    std::uint16_t port() const { return m_gateway->port(); }
    /// What the sink does at once; without it, it keeps `done`.
    std::optional<bool> answersWith = true;
    FakePack& pack() { return *m_pack; }

    std::vector<IncomingMessage> messages()
    {
        const std::lock_guard lock(m_mutex);
        return m_messages;
    }
    std::vector<Done> kept()
    {
        const std::lock_guard lock(m_mutex);
        return m_kept;
    }
    void dropKept()
    {
        const std::lock_guard lock(m_mutex);
        m_kept.clear();
    }

    int statusFor(const std::string& request)
    {
        RawClient client(port());
        client.send(request);
        return statusOf(client.response());
    }

private:
    static std::shared_ptr<const Endpoint> endpoint(std::string_view source)
    {
        Endpoint endpoint;
        endpoint.system = source;
        endpoint.webhookSecret = "s3cret";
        if (source == "portal") {
            endpoint.webhookKind = "apiKey";
            endpoint.webhookHeader = "Authorization";
        } else if (source == "wms") {
            endpoint.webhookKind = "hmacHex";
            endpoint.webhookHeader = "X-Signature";
        } else if (source == "shop") {
            endpoint.webhookKind = "hmacBase64";
            endpoint.webhookHeader = "X-Shopify-Hmac-Sha256";
        } else if (source != "quiet") {
            return nullptr;
        }
        return std::make_shared<const Endpoint>(endpoint);
    }

    void take(IncomingMessage message, Done done)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_messages.push_back(std::move(message));
            if (!answersWith) m_kept.push_back(done);
        }
        if (answersWith) done(*answersWith);
    }

    std::shared_ptr<FakePack> m_pack = std::make_shared<FakePack>();
    std::mutex m_mutex;
    std::vector<IncomingMessage> m_messages;
    std::vector<Done> m_kept;
    std::unique_ptr<HttpGateway> m_gateway; // last: its threads end first
};

const std::string key = "Authorization: Bearer s3cret\r\n";
const std::string order = "{\"orderNumber\": \"PB-1\"}";

} // namespace

class TestHttpGateway : public QObject {
    Q_OBJECT

private slots:
    void anotherAddressThanLoopbackIsRefused();
    void aProvenMessageReachesTheSink();
    void proofs_data();
    void proofs();
    void unknownThingsAreRefused_data();
    void unknownThingsAreRefused();
    void healthNeedsNoProof();
    void theAnswerWaitsForTheCommit();
    void theAnswerWaitsForAllThatABodySays();
    void whatCouldNotBeWrittenIsAnswered503();
    void aForgottenMessageIsAnswered503();
    void aCommitThatTakesTooLongIsAnswered503();
    void aBodyThatCannotBeReadIsHandedOn();
    void oneConnectionCarriesManyMessages();
    void requestsSentTogetherAreAnsweredInTurn();
    void expectContinueIsAnswered();
    void aBodyOfOneGigabyteIsRefusedAtItsHead();
    void aChunkedBodyWithoutEndIsRefused();
    void aHeaderOf64MegabytesIsRefused();
    void garbageIsRefused();
    void slowSendersAreClosedAndGoodOnesServed();
    void moreConnectionsThanAllowedAreTurnedAway();
    void tooManyUncommittedMessagesAreHeldBack();
    void stopWithMessagesUnderWay();
};

void TestHttpGateway::anotherAddressThanLoopbackIsRefused()
{
    GatewayOptions options;
    options.address = "0.0.0.0";

    const auto opened = HttpGateway::open({}, {}, {}, options);

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::InvalidInput);
}

void TestHttpGateway::aProvenMessageReachesTheSink()
{
    Door door;

    QCOMPARE(door.statusFor(post("/in/portal", order, key + "X-Event-Id: prt-7\r\n")), 202);

    const auto messages = door.messages();
    QCOMPARE(messages.size(), 1U);
    QCOMPARE(messages[0].source, std::string("portal"));
    QCOMPARE(messages[0].messageId, std::string("prt-7"));
    QCOMPARE(messages[0].raw, order);
    QCOMPARE(messages[0].format, std::string("fake"));
}

void TestHttpGateway::proofs_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("header");
    QTest::addColumn<int>("status");
    const auto mac = hmacSha256("s3cret", order);
    const auto wrong = hmacSha256("other", order);
    const auto row = [](const char* name, const char* path, const std::string& header, int status) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromStdString(header) << status;
    };

    row("a key", "/in/portal", key, 202);
    row("a wrong key", "/in/portal", "Authorization: Bearer s3creT\r\n", 401);
    row("a key with more behind it", "/in/portal", "Authorization: Bearer s3cret1\r\n", 401);
    row("no key", "/in/portal", "", 401);
    row("a hex signature", "/in/wms", "X-Signature: sha256=" + hex(mac) + "\r\n", 202);
    row("a wrong hex signature", "/in/wms", "X-Signature: sha256=" + hex(wrong) + "\r\n", 401);
    row("no signature", "/in/wms", "", 401);
    row("a base64 signature", "/in/shop", "X-Shopify-Hmac-Sha256: " + base64(mac) + "\r\n", 202);
    row("a wrong base64 signature", "/in/shop", "X-Shopify-Hmac-Sha256: " + base64(wrong) + "\r\n", 401);
    row("the secret itself", "/in/shop", "X-Shopify-Hmac-Sha256: s3cret\r\n", 401);
}

void TestHttpGateway::proofs()
{
    QFETCH(QString, path);
    QFETCH(QString, header);
    Door door;

    QTEST(door.statusFor(post(path.toStdString(), order, header.toStdString())), "status");
}

void TestHttpGateway::unknownThingsAreRefused_data()
{
    QTest::addColumn<QString>("request");
    QTest::addColumn<int>("status");

    QTest::newRow("an unknown source") << QString::fromStdString(post("/in/nobody", order, key)) << 404;
    QTest::newRow("a source without webhooks")
        << QString::fromStdString(post("/in/quiet", order, key)) << 404;
    QTest::newRow("another path") << QString::fromStdString(post("/out/portal", order, key)) << 404;
    QTest::newRow("another method") << QStringLiteral("GET /in/portal HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
    QTest::newRow("a path upwards") << QString::fromStdString(post("/in/../in/portal", order, key)) << 404;
}

void TestHttpGateway::unknownThingsAreRefused()
{
    QFETCH(QString, request);
    Door door;

    QTEST(door.statusFor(request.toStdString()), "status");
    QVERIFY(door.messages().empty());
}

void TestHttpGateway::healthNeedsNoProof()
{
    Door door;

    QCOMPARE(door.statusFor("GET /health HTTP/1.1\r\nHost: a\r\n\r\n"), 200);
}

void TestHttpGateway::theAnswerWaitsForTheCommit()
{
    Door door;
    door.answersWith.reset();
    RawClient client(door.port());

    client.send(post("/in/portal", order, key));
    QTRY_COMPARE(door.kept().size(), 1U);
    QVERIFY(client.response(1).empty());
    door.kept()[0](true);

    QCOMPARE(statusOf(client.response()), 202);
}

void TestHttpGateway::theAnswerWaitsForAllThatABodySays()
{
    Door door;
    door.pack().messagesPerDocument = 2;
    door.answersWith.reset();
    RawClient client(door.port());
    client.send(post("/in/portal", order, key));
    QTRY_COMPARE(door.kept().size(), 2U);

    door.kept()[1](true);
    QVERIFY(client.response(1).empty());
    door.kept()[0](true);

    QCOMPARE(statusOf(client.response()), 202);
}

void TestHttpGateway::whatCouldNotBeWrittenIsAnswered503()
{
    Door door;
    door.answersWith = false;

    QCOMPARE(door.statusFor(post("/in/portal", order, key)), 503);
}

void TestHttpGateway::aForgottenMessageIsAnswered503()
{
    Door door;
    door.answersWith.reset();
    RawClient client(door.port());
    client.send(post("/in/portal", order, key));
    QTRY_COMPARE(door.kept().size(), 1U);

    door.dropKept();

    QCOMPARE(statusOf(client.response()), 503);
}

void TestHttpGateway::aCommitThatTakesTooLongIsAnswered503()
{
    GatewayOptions options;
    options.commitTime = 200ms;
    Door door(options);
    door.answersWith.reset();
    RawClient client(door.port());

    client.send(post("/in/portal", order, key));

    QCOMPARE(statusOf(client.response()), 503);
    door.kept()[0](true); // too late: nobody waits for it
    door.answersWith = true;
    client.send(post("/in/portal", order, key));
    QCOMPARE(statusOf(client.response()), 202);
}

void TestHttpGateway::aBodyThatCannotBeReadIsHandedOn()
{
    Door door;

    QCOMPARE(door.statusFor(post("/in/portal", "{\"orderNumber\": \"PB", key)), 202);

    const auto messages = door.messages();
    QVERIFY(std::holds_alternative<Error>(messages.at(0).content));
    QCOMPARE(messages.at(0).raw, std::string("{\"orderNumber\": \"PB"));
    QCOMPARE(messages.at(0).source, std::string("portal"));
}

void TestHttpGateway::oneConnectionCarriesManyMessages()
{
    Door door;
    RawClient client(door.port());

    for (int i = 0; i < 500; ++i) {
        client.send(post("/in/portal", order, key));
        QCOMPARE(statusOf(client.response()), 202);
    }

    QCOMPARE(door.messages().size(), 500U);
}

void TestHttpGateway::requestsSentTogetherAreAnsweredInTurn()
{
    Door door;
    RawClient client(door.port());

    client.send(post("/in/portal", order, key) + post("/in/nobody", order, key) +
                post("/in/portal", order, key));

    QCOMPARE(statusOf(client.response()), 202);
    QCOMPARE(statusOf(client.response()), 404);
}

void TestHttpGateway::expectContinueIsAnswered()
{
    Door door;
    RawClient client(door.port());
    const std::string request = post("/in/portal", order, key + "Expect: 100-continue\r\n");

    client.send(request.substr(0, request.size() - order.size()));
    QCOMPARE(statusOf(client.response()), 100);
    client.send(order);

    QCOMPARE(statusOf(client.response()), 202);
}

void TestHttpGateway::aBodyOfOneGigabyteIsRefusedAtItsHead()
{
    Door door;
    RawClient client(door.port());

    client.send("POST /in/portal HTTP/1.1\r\nHost: a\r\n" + key + "Content-Length: 1073741824\r\n\r\n{");

    QCOMPARE(statusOf(client.response()), 413);
    QVERIFY(client.isClosed(3));
    QVERIFY(door.messages().empty());
}

void TestHttpGateway::aChunkedBodyWithoutEndIsRefused()
{
    Door door;
    RawClient client(door.port());
    const std::string chunk = "100000\r\n" + std::string(0x100000, ' ') + "\r\n";

    client.send("POST /in/portal HTTP/1.1\r\nHost: a\r\n" + key + "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 64; ++i)
        if (!client.send(chunk)) break;

    QCOMPARE(statusOf(client.response()), 413);
    QVERIFY(door.messages().empty());
}

void TestHttpGateway::aHeaderOf64MegabytesIsRefused()
{
    Door door;
    RawClient client(door.port());
    const std::string piece(1024 * 1024, 'x');

    client.send("POST /in/portal HTTP/1.1\r\nHost: a\r\nX-Long: ");
    int sent = 0;
    while (sent < 64 && client.send(piece))
        ++sent;

    QCOMPARE(statusOf(client.response()), 431);
}

void TestHttpGateway::garbageIsRefused()
{
    Door door;

    QCOMPARE(door.statusFor("\x16\x03\x01 client hello\r\n\r\n"), 400);
}

void TestHttpGateway::slowSendersAreClosedAndGoodOnesServed()
{
    GatewayOptions options;
    options.headerTime = 1s;
    options.bodyTime = 1s;
    Door door(options);
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 100; ++i) {
        slow.push_back(std::make_unique<RawClient>(door.port()));
        slow.back()->send(i % 2 == 0 ? "POST /in/portal HTT"
                                     : "POST /in/portal HTTP/1.1\r\n" + key + "Content-Length: 9\r\n\r\n{");
    }

    for (int i = 0; i < 50; ++i)
        QCOMPARE(door.statusFor(post("/in/portal", order, key)), 202);

    for (const auto& client : slow)
        QVERIFY(client->isClosed(4));
    QCOMPARE(door.statusFor(post("/in/portal", order, key)), 202);
}

void TestHttpGateway::moreConnectionsThanAllowedAreTurnedAway()
{
    GatewayOptions options;
    options.maxConnectionsPerAddress = 3;
    Door door(options);
    std::vector<std::unique_ptr<RawClient>> open;
    for (int i = 0; i < 3; ++i) {
        open.push_back(std::make_unique<RawClient>(door.port()));
        open.back()->send(post("/in/portal", order, key));
        QCOMPARE(statusOf(open.back()->response()), 202);
    }

    RawClient oneMore(door.port());
    QCOMPARE(statusOf(oneMore.response()), 503);

    open.clear();
    QTRY_COMPARE(door.statusFor(post("/in/portal", order, key)), 202);
}

void TestHttpGateway::tooManyUncommittedMessagesAreHeldBack()
{
    GatewayOptions options;
    options.maxUncommitted = 2;
    Door door(options);
    door.answersWith.reset();
    RawClient first(door.port());
    RawClient second(door.port());
    first.send(post("/in/portal", order, key));
    second.send(post("/in/portal", order, key));
    QTRY_COMPARE(door.kept().size(), 2U);

    RawClient third(door.port());
    third.send(post("/in/portal", order, key));
    const auto response = third.response();
    QCOMPARE(statusOf(response), 503);
    QVERIFY(response.find("Retry-After: 1\r\n") != std::string::npos);

    for (const auto& done : door.kept())
        done(true);
    QCOMPARE(statusOf(first.response()), 202);
    QCOMPARE(statusOf(second.response()), 202);
    door.answersWith = true;
    QCOMPARE(door.statusFor(post("/in/portal", order, key)), 202);
}

void TestHttpGateway::stopWithMessagesUnderWay()
{
    Door door;
    door.answersWith.reset();
    RawClient client(door.port());
    client.send(post("/in/portal", order, key));
    QTRY_COMPARE(door.kept().size(), 1U);

    door.gateway().stop();

    QVERIFY(client.isClosed(3));
    door.kept()[0](true); // nobody hears it any more
    QVERIFY(!RawClient(door.port()).send(post("/in/portal", order, key)) ||
            RawClient(door.port()).response(1).empty());
}

QTEST_GUILESS_MAIN(TestHttpGateway)
#include "tst_http_gateway.moc"
