// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace milepost {

/// Calls `use(result)` in the receiver's thread once the future has finished, or never when the receiver is
/// destroyed first. Called in the receiver's thread. Stands in for QFuture::then(receiver, ...), which in
/// Qt 6.4 aborts when the receiver goes first.
template <typename T, typename Use>
void whenReady(const QFuture<T>& future, QObject* receiver, Use use)
{
    auto* watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, use = std::move(use)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0) use(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace milepost
