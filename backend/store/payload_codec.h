// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/payload_repository.h"
#include "backend/store/store.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace milepost {

/// The plain body of a stored payload. `dictionary`: the body of its dictionary, empty for those without one.
/// Any thread. Throws StoreError when it cannot be restored.
std::string plainBody(const PayloadRow& row, std::string_view dictionary);

/// Compresses by zstd level 1. The first bodies of a kind train its dictionary on a thread of its own; it is
/// used once the store has kept it. Any thread but where said.
class ZstdPayloadCodec final : public PayloadCodec {
public:
    explicit ZstdPayloadCodec(const std::vector<DictionaryRow>& known);
    ~ZstdPayloadCodec() override;

    void encode(PayloadRow& row, std::string_view plain) override;

    /// Whether a dictionary waits to be stored: cheap enough to be asked at each commit.
    bool hasTrained() const { return m_hasTrained.load(std::memory_order_acquire); }
    /// Those that wait, without ids. They wait on until they are used.
    std::vector<DictionaryRow> trained() const;
    /// From now on bodies of its kind are compressed with it: it is stored durably.
    void use(const DictionaryRow& dictionary);

private:
    struct Compressor; ///< a digested dictionary
    struct Kind {
        std::shared_ptr<const Compressor> compressor{};
        std::vector<std::string> samples{};
        bool isLearning = true;
    };

    std::shared_ptr<const Compressor> compressorFor(const std::string& kind, std::string_view plain);
    void learn(const std::string& kind, std::string_view plain);
    void train(const std::stop_token& stop);

    mutable std::shared_mutex m_mutex;
    std::map<std::string, Kind, std::less<>> m_kinds;
    std::vector<DictionaryRow> m_trained;
    std::atomic<bool> m_hasTrained = false;

    std::mutex m_jobsMutex;
    std::condition_variable_any m_jobsWake;
    std::deque<std::pair<std::string, std::vector<std::string>>> m_jobs;
    std::jthread m_trainer; ///< last: it joins first
};

} // namespace milepost
