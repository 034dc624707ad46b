// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

/// Runs the built programs as a person would, from outside.
namespace milepost::test {

inline QString program(const QString& name)
{
    return QString::fromLocal8Bit(qgetenv("MILEPOST_BIN")) + QStringLiteral("/") + name;
}

/// How a program ended and what it said.
struct Ended {
    int exitCode = -1;
    QByteArray out{};
    QByteArray err{};

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

inline Ended runProgram(const QString& name, const QStringList& arguments, int timeoutSeconds = 600)
{
    QProcess process;
    process.start(program(name), arguments);
    if (!process.waitForFinished(timeoutSeconds * 1000)) process.kill();
    process.waitForFinished();
    const bool isNormal = process.exitStatus() == QProcess::NormalExit;
    return {isNormal ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// `headless` in that folder, with the agreement it ends with.
inline Ended runHeadless(const QString& ctl, const QString& folder, const QStringList& more)
{
    return runProgram(ctl, QStringList{QStringLiteral("headless"), QStringLiteral("--until"),
                                       QStringLiteral("idle"), QStringLiteral("--dir"), folder,
                                       QStringLiteral("--json")} +
                               more);
}

/// POSTs nothing to http://127.0.0.1:PORT/path; whether the answer was 200.
inline bool post(const QString& url)
{
    const QUrl target(url);
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(target.port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const QByteArray request =
        "POST " + target.path().toUtf8() +
        " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    QByteArray answer(64, '\0');
    const bool isSent =
        ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
        ::send(socket, request.constData(), static_cast<size_t>(request.size()), 0) == request.size() &&
        ::recv(socket, answer.data(), static_cast<size_t>(answer.size()), 0) > 0;
    ::close(socket);
    return isSent && answer.startsWith("HTTP/1.1 200");
}

inline int figure(const QJsonObject& document, const char* part, const char* name)
{
    return document.value(QLatin1String(part)).toObject().value(QLatin1String(name)).toInt(-1);
}

} // namespace milepost::test
