// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/backend_bridge.h"
#include "models/latest_question.h"
#include "tests/support/fake_backend.h"

#include <memory>

namespace milepost {
namespace {

struct Asker : QObject {
    explicit Asker(BackendBridge& bridge)
        : question(bridge, this)
    {
    }

    void ask(const std::string& search)
    {
        question.ask([search](Backend& backend,
                              std::stop_token stop) { return backend.orderIds({.search = search}, stop); },
                     [this, search](const Result<std::vector<OrderId>>&) { heard.push_back(search); });
    }

    std::vector<std::string> heard;
    LatestQuestion<std::vector<OrderId>> question;
};

} // namespace

class TestLatestQuestion : public QObject {
    Q_OBJECT

private slots:
    void onlyTheNewestOfManyIsAskedAndUsed()
    {
        FakeBackend backend;
        BackendBridge bridge(backend);
        Asker asker(bridge);
        backend.hold("orderIds");

        for (const char* search : {"1", "10", "104", "1042"})
            asker.ask(search);
        backend.release("orderIds");

        QTRY_COMPARE(asker.heard, std::vector<std::string>{"1042"});
        QCOMPARE(backend.calls("orderIds"), 2); // the first was under way
    }

    void anAnswerAfterItsAskerIsGoneIsDropped()
    {
        FakeBackend backend;
        BackendBridge bridge(backend);
        backend.hold("orderIds");
        auto asker = std::make_unique<Asker>(bridge);
        asker->ask("7");
        QTRY_COMPARE(backend.waiting("orderIds"), 1);

        asker.reset();
        backend.release("orderIds");

        QTRY_COMPARE(backend.waiting("orderIds"), 0);
        QCoreApplication::processEvents();
    }

    void aForgottenQuestionIsNotAnswered()
    {
        FakeBackend backend;
        BackendBridge bridge(backend);
        Asker asker(bridge);
        backend.hold("orderIds");
        asker.ask("7");

        asker.question.forget();
        backend.release("orderIds");

        QTRY_VERIFY(!asker.question.isAsking());
        QVERIFY(asker.heard.empty());
    }
};

} // namespace milepost

QTEST_GUILESS_MAIN(milepost::TestLatestQuestion)
#include "tst_latest_question.moc"
