// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/payload_codec.h"

#include "backend/core/thread_name.h"
#include "backend/store/digest.h"
#include "backend/store/store_error.h"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

constexpr std::size_t rawBelow = 256; // bytes
constexpr std::size_t samplesNeeded = 100;
constexpr std::size_t sampleLimit = 2 * 1024; // bytes of a sample that are learned from
constexpr std::size_t dictionaryBytes = 16 * 1024;
constexpr int level = 1;

using CompressionContext = std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)>;
using DecompressionContext = std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)>;

ZSTD_CCtx* compressionContext()
{
    thread_local const CompressionContext context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    return context.get();
}

ZSTD_DCtx* decompressionContext()
{
    thread_local const DecompressionContext context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    return context.get();
}

/// Empty when the samples teach nothing.
std::string trainedDictionary(const std::vector<std::string>& samples)
{
    std::string joined;
    std::vector<std::size_t> sizes;
    for (const std::string& sample : samples) {
        joined += sample;
        sizes.push_back(sample.size());
    }
    std::string dictionary(dictionaryBytes, '\0');
    const std::size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), joined.data(),
                                                   sizes.data(), static_cast<unsigned>(sizes.size()));
    if (ZDICT_isError(size)) return {};
    dictionary.resize(size);
    return dictionary;
}

} // namespace

struct ZstdPayloadCodec::Compressor {
    explicit Compressor(const DictionaryRow& row)
        : id(row.id)
        , dictionary(ZSTD_createCDict(row.body.data(), row.body.size(), level), &ZSTD_freeCDict)
    {
    }
    int id;
    std::unique_ptr<ZSTD_CDict, decltype(&ZSTD_freeCDict)> dictionary;
};

std::string plainBody(const PayloadRow& row, std::string_view dictionary)
{
    if (row.dictionary < 0) return row.body;
    std::string plain(static_cast<std::size_t>(row.size), '\0');
    const std::size_t size =
        ZSTD_decompress_usingDict(decompressionContext(), plain.data(), plain.size(), row.body.data(),
                                  row.body.size(), dictionary.data(), dictionary.size());
    if (ZSTD_isError(size) || size != plain.size())
        throw StoreError("payload " + std::to_string(row.id.value) + " cannot be restored: " +
                             (ZSTD_isError(size) ? ZSTD_getErrorName(size) : "its size is wrong"),
                         0);
    return plain;
}

ZstdPayloadCodec::ZstdPayloadCodec(const std::vector<DictionaryRow>& known)
    : m_trainer([this](const std::stop_token& stop) { train(stop); })
{
    for (const DictionaryRow& row : known)
        use(row);
}

ZstdPayloadCodec::~ZstdPayloadCodec() = default;

void ZstdPayloadCodec::encode(PayloadRow& row, std::string_view plain)
{
    row.size = static_cast<std::int64_t>(plain.size());
    row.sha256 = sha256(plain);
    row.dictionary = -1;
    if (plain.size() >= rawBelow) {
        const auto compressor = compressorFor(row.kind, plain);
        row.body.resize(ZSTD_compressBound(plain.size()));
        const std::size_t size =
            compressor ? ZSTD_compress_usingCDict(compressionContext(), row.body.data(), row.body.size(),
                                                  plain.data(), plain.size(), compressor->dictionary.get())
                       : ZSTD_compressCCtx(compressionContext(), row.body.data(), row.body.size(),
                                           plain.data(), plain.size(), level);
        if (!ZSTD_isError(size) && size < plain.size()) {
            row.body.resize(size);
            row.dictionary = compressor ? compressor->id : 0;
            return;
        }
    }
    row.body.assign(plain);
}

std::shared_ptr<const ZstdPayloadCodec::Compressor> ZstdPayloadCodec::compressorFor(const std::string& kind,
                                                                                    std::string_view plain)
{
    {
        const std::shared_lock lock(m_mutex);
        const auto known = m_kinds.find(kind);
        if (known != m_kinds.end() && !known->second.isLearning) return known->second.compressor;
    }
    learn(kind, plain);
    return nullptr;
}

void ZstdPayloadCodec::learn(const std::string& kind, std::string_view plain)
{
    std::vector<std::string> samples;
    {
        const std::unique_lock lock(m_mutex);
        Kind& entry = m_kinds[kind];
        if (!entry.isLearning) return;
        entry.samples.emplace_back(plain.substr(0, sampleLimit));
        if (entry.samples.size() < samplesNeeded) return;
        entry.isLearning = false;
        samples = std::exchange(entry.samples, {});
    }
    const std::lock_guard lock(m_jobsMutex);
    m_jobs.emplace_back(kind, std::move(samples));
    m_jobsWake.notify_one();
}

void ZstdPayloadCodec::train(const std::stop_token& stop)
{
    nameThisThread("dictionaries");
    yieldToOthers();
    std::unique_lock lock(m_jobsMutex);
    while (m_jobsWake.wait(lock, stop, [this] { return !m_jobs.empty(); }) && !stop.stop_requested()) {
        const auto [kind, samples] = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        std::string body = trainedDictionary(samples);
        if (!body.empty()) {
            const std::unique_lock guard(m_mutex);
            m_trained.push_back({.kind = kind, .body = std::move(body)});
            m_hasTrained.store(true, std::memory_order_release);
        }
        lock.lock();
    }
}

std::vector<DictionaryRow> ZstdPayloadCodec::trained() const
{
    const std::shared_lock lock(m_mutex);
    return m_trained;
}

void ZstdPayloadCodec::use(const DictionaryRow& dictionary)
{
    auto compressor = std::make_shared<const Compressor>(dictionary);
    const std::unique_lock lock(m_mutex);
    Kind& kind = m_kinds[dictionary.kind];
    kind.compressor = std::move(compressor);
    kind.isLearning = false;
    kind.samples.clear();
    std::erase_if(m_trained, [&](const DictionaryRow& row) { return row.kind == dictionary.kind; });
    m_hasTrained.store(!m_trained.empty(), std::memory_order_release);
}

} // namespace milepost
