// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/connectors/http_transport.h"
#include "collected_results.h"
#include "fake_pack.h"
#include "loopback_peer.h"

#include <set>
#include <thread>

namespace {

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;

/// A transport with one system "erp" at a peer.
class Calls {
public:
    explicit Calls(const std::string& url, HttpOptions options = {})
        : m_transport([this](std::string_view) { return std::atomic_load(&m_endpoint); }, options)
    {
        moveTo(url);
        m_transport.setSink(m_results.sink());
    }

    void moveTo(const std::string& url)
    {
        Endpoint endpoint;
        endpoint.system = "erp";
        endpoint.url = url;
        endpoint.credentialKind = "bearer";
        endpoint.secret = "top-secret";
        std::atomic_store(&m_endpoint, std::make_shared<const Endpoint>(endpoint));
    }
    void start(int effect, CallPurpose purpose = CallPurpose::Attempt, Duration deadline = 5s)
    {
        Call call;
        call.order = 1;
        call.effect = effect;
        call.attempt = 1;
        call.purpose = purpose;
        call.pack = pack;
        call.capability = purpose == CallPurpose::Poll ? "events" : "order.accept";
        call.view.key = "K-" + std::to_string(effect);
        call.view.correlationId = "0af7651916cd43dd8448eb211c80319c";
        call.deadline = deadline;
        m_transport.start(std::move(call));
    }
    std::vector<CallResult> wait(std::size_t count) { return m_results.wait(count); }
    /// The one result of one call.
    CallResult result(CallPurpose purpose = CallPurpose::Attempt, Duration deadline = 5s)
    {
        const auto before = m_results.wait(0).size();
        start(1, purpose, deadline);
        return wait(before + 1).at(before);
    }
    void stop() { m_transport.stop(); }

    std::shared_ptr<FakePack> pack = std::make_shared<FakePack>();

private:
    std::shared_ptr<const Endpoint> m_endpoint;
    CollectedResults m_results;
    HttpTransport m_transport;
};

LoopbackPeer::Answer silence(bool closes, int delayMs = 0)
{
    return {{}, closes, delayMs};
}

} // namespace

class TestHttpTransport : public QObject {
    Q_OBJECT

private slots:
    void anAnswerIsReadByThePackAndKeptAsEvidence();
    void theCredentialIsSentAndNeverKept();
    void theTraceOfTheOrderGoesOut();
    void connectionsAreKeptAlive();
    void aConnectionThatWasClosedWhileIdleIsNotUsed();
    void aCutAfterTheRequestIsUnknownAndNotRepeated();
    void aCutInTheMiddleOfTheAnswerIsUnknown();
    void nobodyListeningIsNotConnected();
    void aSystemWithoutEndpointIsNotConnected();
    void noAnswerByTheDeadlineIsUnknown();
    void theDeadlineInTheQueueIsNotSent();
    void statusAndRetryAfterReachTheReply();
    void aChunkedAnswerIsJoined();
    void anAnswerThatEndsWithTheConnectionIsRead();
    void aContinueInFrontOfTheAnswerIsSkipped();
    void whatMakesNoSenseIsUnknown_data();
    void whatMakesNoSenseIsUnknown();
    void aKeyWithALineBreakIsNeverSent();
    void aPackThatThrowsIsRejectedUnsent();
    void aPollCarriesItsMessages();
    void aPollThatIsRefusedKeepsItsCursor();
    void aNewAddressIsUsedAtOnce();
    void thousandCallsAtOnceEachEndOnce();
    void stopEndsEveryCall();
};

void TestHttpTransport::anAnswerIsReadByThePackAndKeptAsEvidence()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::json("{\"saleNo\": 1}"); });
    Calls calls(peer.url() + "/api/");

    const CallResult result = calls.result();

    QCOMPARE(result.reply.outcome, Outcome::Done);
    QCOMPARE(result.reply.document, std::string("{\"saleNo\": 1}"));
    QCOMPARE(result.system, std::string("erp"));
    QVERIFY(result.request.starts_with("POST /api/sales HTTP/1.1\r\nIdempotency-Key: K-1\r\n"));
    QVERIFY(result.request.ends_with("\r\n\r\n{\"reference\": \"K-1\"}"));
    QVERIFY(result.response.starts_with("HTTP/1.1 200 OK\r\n"));
    QVERIFY(result.response.ends_with("\r\n\r\n{\"saleNo\": 1}"));
}

void TestHttpTransport::theCredentialIsSentAndNeverKept()
{
    LoopbackPeer peer(
        [](const std::string&) { return LoopbackPeer::json("{}", "200 OK", "Set-Cookie: sid=1\r\n"); });
    Calls calls(peer.url());

    const CallResult result = calls.result();

    QVERIFY(peer.requests().at(0).find("Authorization: Bearer top-secret\r\n") != std::string::npos);
    QVERIFY(result.request.find("top-secret") == std::string::npos);
    QVERIFY(result.request.find("Authorization") == std::string::npos);
    QVERIFY(result.response.find("sid=1") == std::string::npos);
}

void TestHttpTransport::theTraceOfTheOrderGoesOut()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::json("{}"); });
    Calls calls(peer.url());

    calls.result();

    const std::string request = peer.requests().at(0);
    QVERIFY(request.find("X-Correlation-Id: 0af7651916cd43dd8448eb211c80319c\r\n") != std::string::npos);
    QVERIFY(request.find("traceparent: 00-0af7651916cd43dd8448eb211c80319c-") != std::string::npos);
}

void TestHttpTransport::connectionsAreKeptAlive()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::json("{}"); });
    Calls calls(peer.url());

    for (int i = 0; i < 20; ++i)
        QCOMPARE(calls.result().reply.outcome, Outcome::Done);

    QCOMPARE(peer.connections(), 1);
}

void TestHttpTransport::aConnectionThatWasClosedWhileIdleIsNotUsed()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::json("{}"); });
    Calls calls(peer.url());
    calls.result();

    peer.dropConnections();
    const CallResult result = calls.result();

    QCOMPARE(result.reply.outcome, Outcome::Done);
    QCOMPARE(peer.connections(), 2);
}

void TestHttpTransport::aCutAfterTheRequestIsUnknownAndNotRepeated()
{
    LoopbackPeer peer([](const std::string&) { return silence(true); });
    Calls calls(peer.url());

    const CallResult result = calls.result();

    QCOMPARE(result.reply.outcome, Outcome::Unknown);
    QCOMPARE(result.reply.code, std::string("cut"));
    QVERIFY(!result.request.empty());
    QCOMPARE(peer.requests().size(), 1U);
}

void TestHttpTransport::aCutInTheMiddleOfTheAnswerIsUnknown()
{
    LoopbackPeer peer([](const std::string&) {
        return LoopbackPeer::Answer{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"sal", true, 0};
    });
    Calls calls(peer.url());

    const CallResult result = calls.result();

    QCOMPARE(result.reply.outcome, Outcome::Unknown);
    QCOMPARE(result.reply.code, std::string("cut"));
}

void TestHttpTransport::nobodyListeningIsNotConnected()
{
    std::string url;
    {
        const LoopbackPeer gone([](const std::string&) { return silence(true); });
        url = gone.url();
    }
    Calls calls(url);

    const CallResult result = calls.result();

    QCOMPARE(result.reply.outcome, Outcome::Refused);
    QCOMPARE(result.reply.code, std::string("not connected"));
    QVERIFY(result.request.empty());
}

void TestHttpTransport::aSystemWithoutEndpointIsNotConnected()
{
    CollectedResults results;
    HttpTransport transport([](std::string_view) { return nullptr; });
    transport.setSink(results.sink());
    Call call;
    call.pack = std::make_shared<FakePack>();

    transport.start(call);

    QCOMPARE(results.wait(1).at(0).reply.outcome, Outcome::Refused);
    QCOMPARE(results.wait(1).at(0).reply.code, std::string("not connected"));
}

void TestHttpTransport::noAnswerByTheDeadlineIsUnknown()
{
    LoopbackPeer peer([](const std::string&) { return silence(true, 600); });
    Calls calls(peer.url());

    const CallResult result = calls.result(CallPurpose::Attempt, 150ms);

    QCOMPARE(result.reply.outcome, Outcome::Unknown);
    QCOMPARE(result.reply.code, std::string("timeout"));
    QVERIFY(result.took >= 150ms && result.took < 500ms);
}

void TestHttpTransport::theDeadlineInTheQueueIsNotSent()
{
    LoopbackPeer peer([](const std::string&) { return silence(true, 600); });
    Calls calls(peer.url(), HttpOptions{1, 1.0});

    calls.start(1, CallPurpose::Attempt, 400ms);
    calls.start(2, CallPurpose::Attempt, 100ms);

    const auto results = calls.wait(2);
    QCOMPARE(results.at(0).effect, 2);
    QCOMPARE(results.at(0).reply.outcome, Outcome::Refused);
    QCOMPARE(results.at(0).reply.code, std::string("not sent"));
    QCOMPARE(results.at(1).reply.code, std::string("timeout"));
    QCOMPARE(peer.requests().size(), 1U);
}

void TestHttpTransport::statusAndRetryAfterReachTheReply()
{
    LoopbackPeer peer([](const std::string&) {
        return LoopbackPeer::json("{}", "429 Too Many Requests", "Retry-After: 60\r\n");
    });
    Calls calls(peer.url(), HttpOptions{16, 600.0});

    const CallResult result = calls.result();

    QCOMPARE(result.reply.outcome, Outcome::Refused);
    QCOMPARE(result.reply.code, std::string("http 429"));
    QVERIFY(result.reply.retryAfter == Duration(100));
}

void TestHttpTransport::aChunkedAnswerIsJoined()
{
    LoopbackPeer peer([](const std::string&) {
        return LoopbackPeer::Answer{
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n",
            false, 0};
    });
    Calls calls(peer.url());

    QCOMPARE(calls.result().reply.document, std::string("abcdefg"));
    QCOMPARE(calls.result().reply.document, std::string("abcdefg"));
    QCOMPARE(peer.connections(), 1);
}

void TestHttpTransport::anAnswerThatEndsWithTheConnectionIsRead()
{
    LoopbackPeer peer([](const std::string&) {
        return LoopbackPeer::Answer{"HTTP/1.1 200 OK\r\n\r\nall of it", true, 0};
    });
    Calls calls(peer.url());

    QCOMPARE(calls.result().reply.document, std::string("all of it"));
}

void TestHttpTransport::aContinueInFrontOfTheAnswerIsSkipped()
{
    LoopbackPeer peer([](const std::string&) {
        auto answer = LoopbackPeer::json("done");
        answer.bytes.insert(0, "HTTP/1.1 100 Continue\r\n\r\n");
        return answer;
    });
    Calls calls(peer.url());

    const CallResult result = calls.result();

    QCOMPARE(result.reply.document, std::string("done"));
    QCOMPARE(result.reply.outcome, Outcome::Done);
}

void TestHttpTransport::whatMakesNoSenseIsUnknown_data()
{
    QTest::addColumn<QByteArray>("answer");

    QTest::newRow("is not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n");
    QTest::newRow("announces more than 8 MiB")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n");
    QTest::newRow("sends more than 8 MiB")
        << QByteArray("HTTP/1.1 200 OK\r\n\r\n") + QByteArray(9 * 1024 * 1024, 'x');
    QTest::newRow("has a header of 1 MB")
        << QByteArray("HTTP/1.1 200 OK\r\nX-Long: ") + QByteArray(1'000'000, 'x') + QByteArray("\r\n\r\n");
    QTest::newRow("has a bad chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n");
}

void TestHttpTransport::whatMakesNoSenseIsUnknown()
{
    QFETCH(QByteArray, answer);
    LoopbackPeer peer([&](const std::string&) {
        return LoopbackPeer::Answer{answer.toStdString(), true, 0};
    });
    Calls calls(peer.url());

    const CallResult result = calls.result();

    QCOMPARE(result.reply.outcome, Outcome::Unknown);
    QCOMPARE(result.reply.code, std::string("unreadable answer"));
}

void TestHttpTransport::aKeyWithALineBreakIsNeverSent()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::json("{}"); });
    Calls calls(peer.url());
    calls.pack->makeRequest = [](const RequestView&) {
        return WireRequest{"POST", "/sales", {{"Idempotency-Key", "1\r\nX-Evil: yes"}}, "{}"};
    };

    const CallResult result = calls.result();

    QCOMPARE(result.reply.outcome, Outcome::Rejected);
    QCOMPARE(result.reply.code, std::string("not rendered"));
    QVERIFY(peer.requests().empty());
}

void TestHttpTransport::aPackThatThrowsIsRejectedUnsent()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::json("{}"); });
    Calls calls(peer.url());
    calls.pack->makeRequest = [](const RequestView&) -> WireRequest {
        throw std::runtime_error("no ship-to");
    };

    const CallResult result = calls.result();

    QCOMPARE(result.reply.outcome, Outcome::Rejected);
    QCOMPARE(result.reply.message, std::string("no ship-to"));
    QVERIFY(peer.requests().empty());
}

void TestHttpTransport::aPollCarriesItsMessages()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::json("[]"); });
    Calls calls(peer.url());

    const CallResult result = calls.result(CallPurpose::Poll);

    QCOMPARE(result.reply.outcome, Outcome::Done);
    QCOMPARE(result.messages.size(), 1U);
    QCOMPARE(result.nextCursor, std::string("7"));
    QVERIFY(peer.requests().at(0).starts_with("GET /events?after= HTTP/1.1\r\n"));
}

void TestHttpTransport::aPollThatIsRefusedKeepsItsCursor()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::json("{}", "503 Service Unavailable"); });
    Calls calls(peer.url());

    const CallResult result = calls.result(CallPurpose::Poll);

    QCOMPARE(result.reply.outcome, Outcome::Refused);
    QCOMPARE(result.reply.code, std::string("http 503"));
    QVERIFY(result.messages.empty());
}

void TestHttpTransport::aNewAddressIsUsedAtOnce()
{
    LoopbackPeer before([](const std::string&) { return LoopbackPeer::json("before"); });
    LoopbackPeer after([](const std::string&) { return LoopbackPeer::json("after"); });
    Calls calls(before.url());
    QCOMPARE(calls.result().reply.document, std::string("before"));

    calls.moveTo(after.url());

    QCOMPARE(calls.result().reply.document, std::string("after"));
}

void TestHttpTransport::thousandCallsAtOnceEachEndOnce()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::json("{}"); });
    Calls calls(peer.url());

    for (int i = 0; i < 1000; ++i)
        calls.start(i);

    const auto results = calls.wait(1000);
    std::set<int> effects;
    for (const CallResult& result : results) {
        QCOMPARE(result.reply.outcome, Outcome::Done);
        effects.insert(result.effect);
    }
    QCOMPARE(results.size(), 1000U);
    QCOMPARE(effects.size(), 1000U);
    QVERIFY(peer.connections() <= 64);
}

void TestHttpTransport::stopEndsEveryCall()
{
    LoopbackPeer peer([](const std::string&) { return silence(true, 1000); });
    Calls calls(peer.url(), HttpOptions{1, 1.0});
    calls.start(1);
    calls.start(2);
    QTRY_COMPARE(peer.requests().size(), 1U);

    calls.stop();
    calls.start(3);

    const auto results = calls.wait(3);
    QCOMPARE(results.size(), 3U);
    for (const CallResult& result : results) {
        QCOMPARE(result.reply.code, std::string("stopped"));
        QCOMPARE(result.reply.outcome, result.effect == 1 ? Outcome::Unknown : Outcome::Refused);
    }
}

QTEST_GUILESS_MAIN(TestHttpTransport)
#include "tst_http_transport.moc"
