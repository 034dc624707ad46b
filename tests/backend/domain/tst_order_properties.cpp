// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "order_properties.h"

#include <rapidcheck.h>

using namespace milepost::test;

namespace rc {

template <>
struct Arbitrary<Happening> {
    static Gen<Happening> arbitrary()
    {
        const auto byte = gen::inRange<std::uint8_t>(0, 255);
        return gen::build<Happening>(gen::set(&Happening::kind, byte), gen::set(&Happening::first, byte),
                                     gen::set(&Happening::second, byte), gen::set(&Happening::third, byte));
    }
};

} // namespace rc

/// What holds of every order whatever happens to it. RC_PARAMS="max_success=5000 seed=1" asks for more.
class TestOrderProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void whateverHappensTheBooksHold();
};

void TestOrderProperties::initTestCase()
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS")) qputenv("RC_PARAMS", "max_success=2000 max_size=200");
}

void TestOrderProperties::whateverHappensTheBooksHold()
{
    const bool holds = rc::check("the books hold", [](const std::vector<Happening>& happenings) {
        OrderProperties order(
            *rc::gen::container<std::vector<std::uint8_t>>(12, rc::gen::inRange<std::uint8_t>(0, 255)));
        for (const Happening& happening : happenings) {
            const std::string broken = order.happen(happening);
            if (!broken.empty()) RC_FAIL(broken + "\n" + order.history());
        }
    });

    QVERIFY(holds);
}

QTEST_GUILESS_MAIN(TestOrderProperties)
#include "tst_order_properties.moc"
