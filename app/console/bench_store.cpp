// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/bench_store.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

#include "backend/service/local_backend.h"
#include "models/text.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>

namespace milepost {
namespace {

namespace fs = std::filesystem;

constexpr int noTimeout = -1;
constexpr int peerPatience = 10'000; // milliseconds

QString pathText(const fs::path& path)
{
    return text(path.string());
}

QString commandLine()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/milepostctl");
}

Status runCommandLine(const QStringList& words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(commandLine(), words);
    process.waitForFinished(noTimeout);
    if (process.error() == QProcess::UnknownError && process.exitStatus() == QProcess::NormalExit &&
        process.exitCode() == 0)
        return Done{};
    return Error{.kind = ErrorKind::Internal,
                 .message = utf8(commandLine() + QStringLiteral(" ") + words.join(u' ') +
                                 QStringLiteral(" failed; what it says is above"))};
}

/// One that an older version has left in the cache is made anew: what is measured is this version's.
bool isReadable(const fs::path& dir)
{
    const fs::path store = dir / "store.db";
    return fs::exists(store) && makeLocalBackend({.store = store})->orders({.limit = 1}).has_value();
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

Status seed(const fs::path& sample, const fs::path& dir, std::int64_t orders)
{
    std::cerr << "milepost: making a store of " << orders << " orders in " << dir.string() << '\n';
    return runCommandLine({QStringLiteral("bench"), QStringLiteral("seed"), QStringLiteral("--orders"),
                           QString::number(orders), QStringLiteral("--sample"), pathText(sample / "store.db"),
                           QStringLiteral("--store"), pathText(dir / "store.db")});
}

} // namespace

fs::path benchFolder(const ConsoleOptions& options)
{
    if (!options.benchDir.empty()) return options.benchDir;
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return fs::path(utf8(cache)) / "milepost" / "bench";
}

fs::path benchSample(const fs::path& dir)
{
    return dir / "sample";
}

Result<fs::path> prepareBenchStore(const fs::path& dir, std::int64_t orders)
{
    const fs::path sample = benchSample(dir);
    const fs::path wanted = dir / (std::to_string(orders) + "-orders");
    if (isReadable(wanted)) return wanted;
    fs::remove_all(wanted);
    fs::path unfinished = wanted;
    unfinished += ".part";
    fs::remove_all(unfinished);
    fs::create_directories(dir);
    if (!isReadable(sample)) {
        fs::remove_all(sample);
        fs::path unfinishedSample = sample;
        unfinishedSample += ".part";
        fs::remove_all(unfinishedSample);
        if (const Status made = makeSample(unfinishedSample); !made) return made.error();
        fs::rename(unfinishedSample, sample);
    }
    fs::create_directories(unfinished);
    if (const Status seeded = seed(sample, unfinished, orders); !seeded) return seeded.error();
    fs::rename(unfinished, wanted);
    return wanted;
}

Result<fs::path> startPeer(QProcess& peer, const fs::path& dir)
{
    peer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    peer.start(commandLine(), {QStringLiteral("bench"), QStringLiteral("peer")});
    while (!peer.canReadLine())
        if (!peer.waitForReadyRead(peerPatience))
            return Error{.kind = ErrorKind::Unavailable,
                         .message = "the peer of the measurement does not start"};
    const std::string url = utf8(QString::fromUtf8(peer.readLine()).trimmed());
    const nlohmann::json system{{"name", "mock"}, {"kind", "erp"}, {"url", url}};
    const fs::path file = dir / "network.json";
    std::ofstream(file) << nlohmann::json{{"process", "bench"}, {"systems", {system}}}.dump() << '\n';
    return file;
}

} // namespace milepost
