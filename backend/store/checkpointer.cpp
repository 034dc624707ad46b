// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/checkpointer.h"

#include "backend/core/thread_name.h"

#include <sqlite3.h>

#include <chrono>
#include <memory>

namespace milepost {
namespace {

constexpr int duePages = 1000;           // about 4 MB
constexpr int longLogPages = 16'000;     // about 64 MB: worth a short wait of the writer
constexpr int patience = 20;             // milliseconds for which the writer waits for readers at most
constexpr std::chrono::seconds pause{1}; // after that was in vain: a long read is under way

int afterCommit(void* checkpointer, sqlite3* /*writer*/, const char* /*schema*/, int pages)
{
    static_cast<Checkpointer*>(checkpointer)->logHolds(pages);
    return SQLITE_OK;
}

} // namespace

Checkpointer::Checkpointer(const std::filesystem::path& file, sqlite3* writer)
    : m_writer(writer)
    , m_thread([this, file](const std::stop_token& stop) { run(file, stop); })
{
    sqlite3_wal_hook(m_writer, &afterCommit, this);
}

Checkpointer::~Checkpointer()
{
    sqlite3_wal_hook(m_writer, nullptr, nullptr);
}

void Checkpointer::logHolds(int pages)
{
    {
        const std::lock_guard lock(m_mutex);
        m_pages = pages;
        if (pages < duePages || m_due) return;
        m_due = true;
    }
    m_wake.notify_one();
}

void Checkpointer::run(const std::filesystem::path& file, const std::stop_token& stop)
{
    nameThisThread("checkpoints");
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> connection(raw, &sqlite3_close);
    if (opened != SQLITE_OK) return; // the log grows, and closing the store carries it over

    sqlite3_busy_timeout(raw, patience);
    sqlite3_exec(raw, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr); // notices the log
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return m_due; })) {
        const bool isLong = m_pages >= longLogPages;
        lock.unlock();
        // passive: beside the writer; restart: whatever is left, so that the log begins anew
        sqlite3_wal_checkpoint_v2(raw, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        const bool isInVain = isLong && sqlite3_wal_checkpoint_v2(raw, nullptr, SQLITE_CHECKPOINT_RESTART,
                                                                  nullptr, nullptr) == SQLITE_BUSY;
        lock.lock();
        if (isInVain) m_wake.wait_for(lock, stop, pause, [] { return false; });
        m_due = false;
    }
}

} // namespace milepost
