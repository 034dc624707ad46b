// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backend_bridge.h"

namespace milepost {
namespace {

constexpr int readerThreads = 3;
constexpr int workerThreads = 6;

} // namespace

BackendBridge::BackendBridge(Backend& backend, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
{
    m_readers.setMaxThreadCount(readerThreads);
    m_workers.setMaxThreadCount(workerThreads);
}

BackendBridge::~BackendBridge()
{
    m_readers.clear();
    m_workers.clear();
    m_readers.waitForDone();
    m_workers.waitForDone();
    m_backend.onCommit({});
}

void BackendBridge::listen()
{
    m_backend.onCommit(m_changes.listener());
}

} // namespace milepost
