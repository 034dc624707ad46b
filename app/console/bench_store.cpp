// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/bench_store.h"

#include <QCoreApplication>
#include <QProcess>

#include "models/text.h"

#include <iostream>

namespace milepost {
namespace {

namespace fs = std::filesystem;

constexpr int noTimeout = -1;

QString pathText(const fs::path& path)
{
    return text(path.string());
}

Status runCommandLine(const QStringList& words)
{
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/milepostctl");
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program, words);
    process.waitForFinished(noTimeout);
    if (process.error() == QProcess::UnknownError && process.exitStatus() == QProcess::NormalExit &&
        process.exitCode() == 0)
        return Done{};
    return Error{.kind = ErrorKind::Internal,
                 .message = utf8(program + QStringLiteral(" ") + words.join(u' ') +
                                 QStringLiteral(" failed; what it says is above"))};
}

/// Orders that really went through: an ordinary day, a few of them stuck.
Status makeSample(const fs::path& dir)
{
    std::cerr << "milepost: making a sample in " << dir.string() << '\n';
    return runCommandLine({QStringLiteral("headless"), QStringLiteral("--orders"), QStringLiteral("300"),
                           QStringLiteral("--faults"), QStringLiteral("light"), QStringLiteral("--seed"),
                           QStringLiteral("3"), QStringLiteral("--until"), QStringLiteral("idle"),
                           QStringLiteral("--dir"), pathText(dir), QStringLiteral("--json")});
}

/// The network of the sample, so that what is still open in the copies finds its partners.
void copyNetwork(const fs::path& sample, const fs::path& dir)
{
    fs::create_directories(dir);
    for (const char* name : {"network", "network.json", "headless.json"})
        fs::copy(sample / name, dir / name, fs::copy_options::recursive);
}

Status seed(const fs::path& sample, const fs::path& dir, std::int64_t orders)
{
    std::cerr << "milepost: making a store of " << orders << " orders in " << dir.string() << '\n';
    return runCommandLine({QStringLiteral("bench"), QStringLiteral("seed"), QStringLiteral("--orders"),
                           QString::number(orders), QStringLiteral("--sample"), pathText(sample / "store.db"),
                           QStringLiteral("--store"), pathText(dir / "store.db")});
}

} // namespace

Result<fs::path> prepareBenchStore(const fs::path& dir, std::int64_t orders)
{
    const fs::path sample = dir / "sample";
    const fs::path wanted = dir / (std::to_string(orders) + "-orders");
    if (fs::exists(wanted)) return wanted;
    fs::path unfinished = wanted;
    unfinished += ".part";
    fs::remove_all(unfinished);
    fs::create_directories(dir);
    if (!fs::exists(sample)) {
        fs::path unfinishedSample = sample;
        unfinishedSample += ".part";
        fs::remove_all(unfinishedSample);
        if (const Status made = makeSample(unfinishedSample); !made) return made.error();
        fs::rename(unfinishedSample, sample);
    }
    copyNetwork(sample, unfinished);
    if (const Status seeded = seed(sample, unfinished, orders); !seeded) return seeded.error();
    fs::rename(unfinished, wanted);
    return wanted;
}

} // namespace milepost
