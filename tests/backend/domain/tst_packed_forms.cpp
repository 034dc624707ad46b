// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/core/packed.h"
#include "backend/domain/canonical_fields.h"
#include "backend/domain/fact_fields.h"

#include <random>
#include <set>

using namespace milepost;

namespace {

/// Gives every member of a value that fields() names a value of its own.
class Filler {
public:
    int version() const { return 1'000; }

    template <typename T>
    void operator()(const char* /*name*/, T& value)
    {
        fill(value);
    }

    template <typename T>
    void fill(T& value)
    {
        if constexpr (std::same_as<T, bool>)
            value = true;
        else if constexpr (std::is_enum_v<T>)
            value = static_cast<T>(1);
        else if constexpr (std::integral<T>)
            value = static_cast<T>(++m_last);
        else
            fields(*this, value);
    }
    void fill(std::string& text) { text = "text " + std::to_string(++m_last); }
    void fill(Timestamp& time) { time = Timestamp(Duration(++m_last)); }
    void fill(Duration& duration) { duration = Duration(-++m_last); }
    template <std::size_t n>
    void fill(std::array<char, n>& letters)
    {
        letters.fill('X');
    }
    template <typename T, std::size_t n>
    void fill(std::array<T, n>& values)
    {
        for (T& value : values)
            fill(value);
    }
    template <typename T>
    void fill(std::optional<T>& value)
    {
        fill(value.emplace());
    }
    template <typename T>
    void fill(std::vector<T>& values)
    {
        values.resize(2);
        for (T& value : values)
            fill(value);
    }

private:
    int m_last = 0;
};

template <std::size_t... index>
std::vector<FactBody> everyFact(std::index_sequence<index...>)
{
    std::vector<FactBody> facts(sizeof...(index));
    Filler filler;
    (filler.fill(facts[index].emplace<index>()), ...);
    return facts;
}

FactRow rowOfEveryFact()
{
    return {.order = {7},
            .firstSeq = 3,
            .at = Timestamp(Duration(5)),
            .cause = "message shop/77",
            .facts = everyFact(std::make_index_sequence<std::variant_size_v<FactBody>>())};
}

Order filledOrder()
{
    Order order;
    Filler().fill(order);
    return order;
}

FactRow unpackedRow(const std::string& bytes)
{
    return unpackedFacts({7}, 3, Timestamp(Duration(5)), bytes);
}

/// Reads bytes that nobody wrote; true: they were read or refused as they should be.
template <typename Read>
bool isReadOrRefused(const Read& read, const std::string& bytes)
{
    try {
        read(bytes);
    } catch (const PackedFormError&) {
        return true;
    }
    return true;
}

} // namespace

/// What the store keeps of orders and facts comes back as it was; anything else is refused.
class TestPackedForms : public QObject {
    Q_OBJECT

private slots:
    void everyFactComesBackAsItWas();
    void everyFactHasANameOfItsOwn();
    void aWholeOrderComesBackAsItWas();
    void aCanonicalOrderComesBackWithoutItsParties();
    void cutOffBytesAreRefused();
    void bytesBehindTheEndAreRefused();
    void anOrderOfTheFirstVersionIsLifted();
    void aNewerVersionIsRefused();
    void garbageNeverCrashes();
};

void TestPackedForms::everyFactComesBackAsItWas()
{
    const FactRow row = rowOfEveryFact();

    const FactRow read = unpackedRow(packed(row));

    QCOMPARE(read.cause, row.cause);
    QCOMPARE(read.firstSeq, row.firstSeq);
    QCOMPARE(read.facts.size(), row.facts.size());
    for (std::size_t i = 0; i < row.facts.size(); ++i)
        QCOMPARE(packed(FactRow{.facts = {read.facts[i]}}), packed(FactRow{.facts = {row.facts[i]}}));
}

void TestPackedForms::everyFactHasANameOfItsOwn()
{
    std::set<std::string_view> names;

    for (const FactBody& fact : rowOfEveryFact().facts)
        names.insert(kindKey(fact));

    QCOMPARE(names.size(), std::variant_size_v<FactBody>);
    QVERIFY(!names.contains(""));
}

void TestPackedForms::aWholeOrderComesBackAsItWas()
{
    const Order order = filledOrder();

    QVERIFY(unpackedOrder(packed(order)) == order);
    QVERIFY(unpackedOrder(packed(Order{})) == Order{});
}

void TestPackedForms::aCanonicalOrderComesBackWithoutItsParties()
{
    CanonicalOrder order;
    Filler().fill(order);
    order.parties = {Party{.role = "shipTo", .name = "Ann"}};
    PackWriter writer(canonicalOrderVersion);
    writer.put(order);

    CanonicalOrder read;
    PackReader(writer.bytes()).get(read);

    QVERIFY(read.parties.empty());
    order.parties.clear();
    QVERIFY(read == order);
}

void TestPackedForms::cutOffBytesAreRefused()
{
    const std::string order = packed(filledOrder());
    const std::string facts = packed(rowOfEveryFact());

    for (std::size_t size = 0; size < order.size(); ++size)
        QVERIFY_THROWS_EXCEPTION(PackedFormError, unpackedOrder(order.substr(0, size)));
    for (std::size_t size = 0; size < facts.size(); ++size)
        QVERIFY_THROWS_EXCEPTION(PackedFormError, unpackedRow(facts.substr(0, size)));
}

void TestPackedForms::bytesBehindTheEndAreRefused()
{
    QVERIFY_THROWS_EXCEPTION(PackedFormError, unpackedOrder(packed(Order{}) + "x"));
    QVERIFY_THROWS_EXCEPTION(PackedFormError, unpackedRow(packed(rowOfEveryFact()) + "x"));
}

void TestPackedForms::anOrderOfTheFirstVersionIsLifted()
{
    Order order = filledOrder();
    PackWriter writer(1);
    writer.put(order);

    const Order read = unpackedOrder(writer.bytes());

    for (Effect& effect : order.effects)
        effect.content = 1; // there was one revision of its content only
    for (Effect& effect : order.effects) {
        effect.undoes = 0;      // nothing was taken back
        effect.lineChanges = 0; // and no line changed
    }
    for (OrderLine& line : order.lines)
        line.unwanted = {};
    order.lineChanges = 0;
    order.statedChanges = 0;
    order.earlyReturns.clear();
    order.credits.clear();
    order.returns.clear();
    order.compensation.reset();
    QVERIFY(read == order);
}

void TestPackedForms::aNewerVersionIsRefused()
{
    std::string bytes = packed(Order{});
    bytes[0] = static_cast<char>(orderStateVersion + 1);

    QVERIFY_THROWS_EXCEPTION(PackedFormError, unpackedOrder(bytes));
}

void TestPackedForms::garbageNeverCrashes()
{
    std::mt19937 random(1); // NOLINT: the same bytes in each run
    const std::string order = packed(filledOrder());
    const std::string facts = packed(rowOfEveryFact());
    const auto spoiled = [&](std::string bytes) {
        for (int i = 0; i < 3; ++i)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        return bytes;
    };

    for (int i = 0; i < 5'000; ++i) {
        QVERIFY(isReadOrRefused([](const std::string& bytes) { unpackedOrder(bytes); }, spoiled(order)));
        QVERIFY(isReadOrRefused([](const std::string& bytes) { unpackedRow(bytes); }, spoiled(facts)));
    }
}

QTEST_GUILESS_MAIN(TestPackedForms)
#include "tst_packed_forms.moc"
