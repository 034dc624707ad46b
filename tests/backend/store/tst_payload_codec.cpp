// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "backend/store/digest.h"
#include "backend/store/payload_codec.h"
#include "backend/store/reader.h"
#include "backend/store/store.h"
#include "backend/store/store_error.h"
#include "store_samples.h"

#include <thread>
#include <vector>

using namespace milepost;
using namespace milepost::samples;

namespace {

std::string body(int number)
{
    std::string text = R"({"order": {"number": ")" + std::to_string(number) + R"(", "lines": [)";
    for (int line = 0; line < 6; ++line)
        text += R"({"sku": "SKU-)" + std::to_string(number * 7 + line) +
                R"(", "quantity": "1.000000", "unit": "EA"},)";
    return text + "]}}";
}

PayloadRow encoded(PayloadCodec& codec, int number)
{
    PayloadRow row{.id = {number}, .kind = "erp/order.accept"};
    codec.encode(row, body(number));
    return row;
}

} // namespace

class TestPayloadCodec : public QObject {
    Q_OBJECT

private slots:
    void aShortBodyStaysRaw();
    void aLongBodyIsRestored();
    void noiseStaysRaw();
    void aDamagedBodyIsAnError();
    void aDictionaryIsLearnedStoredAndUsed();
    void manyThreadsEncodeAtOnce();
};

void TestPayloadCodec::aShortBodyStaysRaw()
{
    ZstdPayloadCodec codec({});
    PayloadRow row;

    codec.encode(row, std::string(255, 'x'));

    QCOMPARE(row.dictionary, -1);
    QCOMPARE(plainBody(row, {}), std::string(255, 'x'));
    QCOMPARE(row.sha256, sha256(std::string(255, 'x')));
}

void TestPayloadCodec::aLongBodyIsRestored()
{
    ZstdPayloadCodec codec({});

    const PayloadRow row = encoded(codec, 5);

    QCOMPARE(row.dictionary, 0);
    QVERIFY(row.body.size() < body(5).size());
    QCOMPARE(row.size, static_cast<std::int64_t>(body(5).size()));
    QCOMPARE(plainBody(row, {}), body(5));
}

void TestPayloadCodec::noiseStaysRaw()
{
    ZstdPayloadCodec codec({});
    const std::string noise = randomBytes(4000);
    PayloadRow row;

    codec.encode(row, noise);

    QCOMPARE(row.dictionary, -1);
    QCOMPARE(row.body, noise);
}

void TestPayloadCodec::aDamagedBodyIsAnError()
{
    ZstdPayloadCodec codec({});
    PayloadRow row = encoded(codec, 5);
    row.body.resize(row.body.size() / 2);

    QVERIFY_THROWS_EXCEPTION(StoreError, plainBody(row, {}));
}

void TestPayloadCodec::aDictionaryIsLearnedStoredAndUsed()
{
    QTemporaryDir folder;
    const auto file = storeFile(folder);
    auto store = openStore(file);
    std::size_t before = 0;
    for (int number = 1; number <= 200; ++number)
        before = encoded(store->codec(), number).body.size();

    PayloadRow row;
    const auto hasLearned = [&] {
        store->commit({}); // what is learned is stored by the next commit
        row = encoded(store->codec(), 777);
        return row.dictionary > 0;
    };
    QTRY_VERIFY(hasLearned());
    Change change;
    change.payloads = {row};
    store->commit(batchOf({change}));

    QVERIFY(row.body.size() * 2 < before);
    QCOMPARE(store->payload({777}), body(777));
    store.reset();
    QCOMPARE(openStore(file)->payload({777}), body(777));
    QCOMPARE(encoded(openStore(file)->codec(), 1).dictionary, row.dictionary);
    QCOMPARE((*StoreReader::open(file))->payload({777}), body(777));
}

void TestPayloadCodec::manyThreadsEncodeAtOnce()
{
    ZstdPayloadCodec codec({});
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&, thread] {
                for (int number = thread; number < 1000; number += 4)
                    wrong += plainBody(encoded(codec, number), {}) != body(number) ? 1 : 0;
            });
        }
    }

    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestPayloadCodec)
#include "tst_payload_codec.moc"
