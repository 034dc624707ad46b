// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/exit_signals.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

namespace milepost {
namespace {

int readEnd = -1;
int writeEnd = -1;

/// Only what is allowed in a signal handler.
void pass(int)
{
    const char byte = 1;
    const auto ignored = write(writeEnd, &byte, 1);
    (void)ignored;
}

void handle(void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace

ExitSignals::ExitSignals(QObject* parent)
    : QObject(parent)
{
    int ends[2] = {};
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return;
    readEnd = ends[0];
    writeEnd = ends[1];
    m_notifier = new QSocketNotifier(readEnd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        emit asked();
    });
    handle(pass, static_cast<int>(SA_RESTART | SA_RESETHAND));
}

ExitSignals::~ExitSignals()
{
    handle(SIG_DFL, 0);
    close(readEnd);
    close(writeEnd);
}

} // namespace milepost
