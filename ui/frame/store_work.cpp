// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/store_work.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>

#include "models/backend_bridge.h"
#include "models/text.h"
#include "models/when_ready.h"
#include "models/words.h"
#include "models/work_list.h"

#include <algorithm>

namespace milepost {
namespace {

void end(WorkList& works, int work, bool isGood, const QString& words)
{
    works.end(work, isGood ? WorkState::Done : WorkState::Failed, words);
}

} // namespace

StoreWork::StoreWork(const ConsoleContext& context, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{
}

void StoreWork::askAndBackUp()
{
    const QString name = QStringLiteral("milepost-%1.db").arg(QDate::currentDate().toString(Qt::ISODate));
    auto* dialog =
        new QFileDialog(m_window, tr("Export a backup"), QDir::home().filePath(name), tr("Stores (*.db)"));
    dialog->setObjectName(QStringLiteral("backupDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("db"));
    connect(dialog, &QFileDialog::fileSelected, this, &StoreWork::backUp);
    dialog->open();
}

void StoreWork::backUp(const QString& file)
{
    const int work = m_context.works.begin(tr("Backup to %1").arg(QDir::toNativeSeparators(file)), false);
    const auto done = m_context.bridge.carryOut(
        [target = std::filesystem::path(file.toStdString()), progress = m_context.works.progress(work)](
            Backend& backend) { return backend.backup(target, progress); });
    whenReady(done, &m_context.works, [&works = m_context.works, work, file](const Status& status) {
        end(works, work, status.has_value(),
            status ? tr("Backup written to %1").arg(QDir::toNativeSeparators(file))
                   : Words::error(status.error()));
    });
}

void StoreWork::verify()
{
    const int work = m_context.works.begin(tr("Verification of the store"));
    const auto done = m_context.bridge.carryOut(
        [stop = m_context.works.stopToken(work), progress = m_context.works.progress(work)](
            Backend& backend) { return backend.verify(false, stop, progress); });
    whenReady(done, &m_context.works, [&works = m_context.works, work](const Result<VerifyView>& view) {
        if (!view && works.stopToken(work).stop_requested())
            return works.end(work, WorkState::Cancelled, tr("Stopped; nothing was proven"));
        if (!view) return end(works, work, false, Words::error(view.error()));
        const auto bad = std::ranges::find(view->checks, false, &CheckView::ok);
        end(works, work, view->ok,
            view->ok ? tr("The store is sound: every order agrees with its history.")
                     : tr("The store is not sound. %1: %2. Restore the last good backup.")
                           .arg(text(bad == view->checks.end() ? "" : bad->name),
                                text(bad == view->checks.end() ? "" : bad->detail)));
    });
}

} // namespace milepost
