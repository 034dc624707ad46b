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

/// The whole answer of http://127.0.0.1:PORT/path to a request with that body; empty: there was none.
inline QByteArray exchange(const QByteArray& method, const QString& url, const QByteArray& body = {})
{
    const QUrl target(url);
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(target.port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const QByteArray request =
        method + ' ' + target.path().toUtf8() +
        " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + QByteArray::number(body.size()) +
        "\r\nConnection: close\r\n\r\n" + body;
    QByteArray answer;
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
        ::send(socket, request.constData(), static_cast<size_t>(request.size()), 0) == request.size()) {
        QByteArray part(65536, '\0');
        for (qsizetype size = 1; size > 0;) {
            size = ::recv(socket, part.data(), static_cast<size_t>(part.size()), 0);
            if (size > 0) answer.append(part.constData(), size);
        }
    }
    ::close(socket);
    return answer;
}

/// POSTs to http://127.0.0.1:PORT/path; whether the answer was 200.
inline bool post(const QString& url, const QByteArray& body = {})
{
    return exchange("POST", url, body).startsWith("HTTP/1.1 200");
}

/// The JSON object at http://127.0.0.1:PORT/path; empty: there is none.
inline QJsonObject getJson(const QString& url)
{
    const QByteArray answer = exchange("GET", url);
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

inline int figure(const QJsonObject& document, const char* part, const char* name)
{
    return document.value(QLatin1String(part)).toObject().value(QLatin1String(name)).toInt(-1);
}

} // namespace milepost::test
