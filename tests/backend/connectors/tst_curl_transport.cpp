// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/connectors/curl_transport.h"
#include "collected_results.h"
#include "fake_pack.h"
#include "loopback_peer.h"

namespace {

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;

/// The results of `count` equal calls to a system at that address. Plain HTTP does for all but the
/// certificates.
std::vector<CallResult> resultsOf(const std::string& url, CallPurpose purpose = CallPurpose::Attempt,
                                  std::size_t count = 1, Duration deadline = 5s)
{
    auto endpoint = std::make_shared<Endpoint>();
    endpoint->url = url;
    endpoint->credentialKind = "apiKey";
    endpoint->credentialHeader = "X-Api-Key";
    endpoint->secret = "top-secret";
    CollectedResults results;
    CurlTransport transport([endpoint](std::string_view) { return endpoint; });
    transport.setSink(results.sink());
    for (std::size_t i = 0; i < count; ++i) {
        Call call;
        call.effect = static_cast<int>(i);
        call.purpose = purpose;
        call.pack = std::make_shared<FakePack>();
        call.capability = "order.accept";
        call.view.key = "K-1";
        call.deadline = deadline;
        transport.start(std::move(call));
    }
    return results.wait(count);
}

} // namespace

class TestCurlTransport : public QObject {
    Q_OBJECT

private slots:
    void anAnswerIsReadAndKeptWithoutTheCredential();
    void aCutIsUnknownAndNotRepeated();
    void nobodyListeningIsNotConnected();
    void noAnswerByTheDeadlineIsUnknown();
    void aHugeAnswerIsUnknown();
    void aRedirectIsNotFollowed();
    void manyCallsEachEndOnce();
};

void TestCurlTransport::anAnswerIsReadAndKeptWithoutTheCredential()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::json("{\"saleNo\": 1}"); });

    const auto result = resultsOf(peer.url()).at(0);

    QCOMPARE(result.reply.outcome, Outcome::Done);
    QCOMPARE(result.reply.document, std::string("{\"saleNo\": 1}"));
    QVERIFY(peer.requests().at(0).find("X-Api-Key: top-secret\r\n") != std::string::npos);
    QVERIFY(peer.requests().at(0).ends_with("\r\n\r\n{\"reference\": \"K-1\"}"));
    QVERIFY(result.request.find("top-secret") == std::string::npos);
    QVERIFY(result.response.starts_with("HTTP/1.1 200 OK\r\n"));
}

void TestCurlTransport::aCutIsUnknownAndNotRepeated()
{
    int requests = 0;
    LoopbackPeer peer([&](const std::string&) {
        return ++requests == 1 ? LoopbackPeer::json("{}") : LoopbackPeer::Answer{{}, true, 0};
    });
    auto results = resultsOf(peer.url(), CallPurpose::Attempt, 1);
    QCOMPARE(results.at(0).reply.outcome, Outcome::Done);

    results = resultsOf(peer.url(), CallPurpose::Attempt, 1);

    QCOMPARE(results.at(0).reply.outcome, Outcome::Unknown);
    QCOMPARE(results.at(0).reply.code, std::string("cut"));
    QCOMPARE(peer.requests().size(), 2U);
}

void TestCurlTransport::nobodyListeningIsNotConnected()
{
    std::string url;
    {
        const LoopbackPeer gone([](const std::string&) { return LoopbackPeer::Answer{}; });
        url = gone.url();
    }

    const auto result = resultsOf(url).at(0);

    QCOMPARE(result.reply.outcome, Outcome::Refused);
    QCOMPARE(result.reply.code, std::string("not connected"));
}

void TestCurlTransport::noAnswerByTheDeadlineIsUnknown()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::Answer{{}, true, 800}; });

    const auto result = resultsOf(peer.url(), CallPurpose::Attempt, 1, 150ms).at(0);

    QCOMPARE(result.reply.outcome, Outcome::Unknown);
    QCOMPARE(result.reply.code, std::string("timeout"));
}

void TestCurlTransport::aHugeAnswerIsUnknown()
{
    LoopbackPeer peer(
        [](const std::string&) { return LoopbackPeer::json(std::string(9 * 1024 * 1024, 'x')); });

    const auto result = resultsOf(peer.url()).at(0);

    QCOMPARE(result.reply.outcome, Outcome::Unknown);
    QCOMPARE(result.reply.code, std::string("unreadable answer"));
}

void TestCurlTransport::aRedirectIsNotFollowed()
{
    LoopbackPeer peer([](const std::string&) {
        return LoopbackPeer::json("{}", "307 Temporary Redirect", "Location: /x\r\n");
    });

    const auto result = resultsOf(peer.url()).at(0);

    QCOMPARE(result.reply.code, std::string("http 307"));
    QCOMPARE(peer.requests().size(), 1U);
}

void TestCurlTransport::manyCallsEachEndOnce()
{
    LoopbackPeer peer([](const std::string&) { return LoopbackPeer::json("{}"); });

    const auto results = resultsOf(peer.url(), CallPurpose::Lookup, 300);

    QCOMPARE(results.size(), 300U);
    for (const CallResult& result : results)
        QCOMPARE(result.reply.outcome, Outcome::Done);
}

QTEST_GUILESS_MAIN(TestCurlTransport)
#include "tst_curl_transport.moc"
