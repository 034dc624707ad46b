// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "backend/connectors/file_transport.h"
#include "collected_results.h"
#include "fake_pack.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

void writeFile(const fs::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string bytesOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> namesIn(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

/// A partner "3pl" with an in-folder and an out-folder of a temporary folder.
class Folders {
public:
    explicit Folders(FileOptions options = {8u << 20, 64, 0ms})
        : in(fs::path(m_folder.path().toStdString()) / "in")
        , out(fs::path(m_folder.path().toStdString()) / "out")
        , transport([this](std::string_view) { return endpoint(); }, options)
    {
        fs::create_directory(in);
        fs::create_directory(out);
        pack->systemName = "3pl";
        pack->transportKind = TransportKind::File;
        pack->makeRequest = [this](const RequestView&) { return WireRequest{"", fileName, {}, body}; };
        transport.setSink(m_results.sink());
    }

    CallResult call(CallPurpose purpose)
    {
        const auto before = m_results.wait(0).size();
        Call call;
        call.purpose = purpose;
        call.pack = pack;
        call.capability = purpose == CallPurpose::Poll ? "files" : "fulfillment.release";
        transport.start(std::move(call));
        return m_results.wait(before + 1).at(before);
    }
    CallResult poll() { return call(CallPurpose::Poll); }

private:
    std::shared_ptr<const Endpoint> endpoint() const
    {
        Endpoint endpoint;
        endpoint.inFolder = in.string();
        endpoint.outFolder = out.string();
        return std::make_shared<const Endpoint>(endpoint);
    }

    QTemporaryDir m_folder;
    CollectedResults m_results;

public:
    fs::path in;
    fs::path out;
    std::string fileName = "R-1.rel";
    std::string body = "{\"a\": 1}";
    std::shared_ptr<FakePack> pack = std::make_shared<FakePack>();
    FileTransport transport;
};

} // namespace

class TestFileTransport : public QObject {
    Q_OBJECT

private slots:
    void aFileAppearsWholeUnderItsName();
    void anAsynchronousOfferIsOnlyAccepted();
    void theSameFileAgainIsTheSameAnswer();
    void anotherFileOfThatNameIsRejectedAndLeftAlone();
    void aMissingFolderIsNotConnected();
    void aFolderThatMayNotBeWrittenIsNotConnected();
    void aNameThatLeavesTheFolderIsNeverWritten_data();
    void aNameThatLeavesTheFolderIsNeverWritten();
    void aPollReadsEachDocument();
    void filesStayUntilTheyAreSettled();
    void aTakenNameInTheArchiveIsKept();
    void filesThatSomeoneWritesAreLeftAlone();
    void anUnreadableFileIsHandedOnAndKept();
    void aHugeFileIsHandedOnUnread();
    void manyFilesComeInGroups();
    void stockTellsUpToWhenAllIsTold();
    void stopEndsEveryCall();
};

void TestFileTransport::aFileAppearsWholeUnderItsName()
{
    Folders folders;

    const CallResult result = folders.call(CallPurpose::Attempt);

    QCOMPARE(result.reply.outcome, Outcome::Done);
    QCOMPARE(result.reply.document, std::string("R-1.rel"));
    QCOMPARE(namesIn(folders.out), std::vector<std::string>{"R-1.rel"});
    QCOMPARE(bytesOf(folders.out / "R-1.rel"), folders.body);
    QVERIFY(result.request.ends_with(folders.body));
}

void TestFileTransport::anAsynchronousOfferIsOnlyAccepted()
{
    Folders folders;
    Offer offer;
    offer.capability = "fulfillment.release";
    offer.isAsynchronous = true;
    folders.pack->offered.push_back(offer);

    QCOMPARE(folders.call(CallPurpose::Attempt).reply.outcome, Outcome::Accepted);
}

void TestFileTransport::theSameFileAgainIsTheSameAnswer()
{
    Folders folders;
    folders.call(CallPurpose::Attempt);

    const CallResult again = folders.call(CallPurpose::Attempt);

    QCOMPARE(again.reply.outcome, Outcome::Done);
    QCOMPARE(namesIn(folders.out).size(), 1U);
}

void TestFileTransport::anotherFileOfThatNameIsRejectedAndLeftAlone()
{
    Folders folders;
    writeFile(folders.out / "R-1.rel", "something else");

    const CallResult result = folders.call(CallPurpose::Attempt);

    QCOMPARE(result.reply.outcome, Outcome::Rejected);
    QCOMPARE(result.reply.code, std::string("file exists"));
    QCOMPARE(bytesOf(folders.out / "R-1.rel"), std::string("something else"));
    QCOMPARE(namesIn(folders.out).size(), 1U);
}

void TestFileTransport::aMissingFolderIsNotConnected()
{
    Folders folders;
    fs::remove(folders.out);
    fs::remove(folders.in);

    QCOMPARE(folders.call(CallPurpose::Attempt).reply.outcome, Outcome::Refused);
    QCOMPARE(folders.call(CallPurpose::Attempt).reply.code, std::string("not connected"));
    QCOMPARE(folders.poll().reply.outcome, Outcome::Refused);
}

void TestFileTransport::aFolderThatMayNotBeWrittenIsNotConnected()
{
    if (::geteuid() == 0) QSKIP("root may write everywhere");
    Folders folders;
    ::chmod(folders.out.c_str(), 0500);

    const CallResult result = folders.call(CallPurpose::Attempt);
    ::chmod(folders.out.c_str(), 0700);

    QCOMPARE(result.reply.outcome, Outcome::Refused);
}

void TestFileTransport::aNameThatLeavesTheFolderIsNeverWritten_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("upwards") << QStringLiteral("../R-1.rel");
    QTest::newRow("into another folder") << QStringLiteral("in/R-1.rel");
    QTest::newRow("hidden") << QStringLiteral(".R-1.rel");
    QTest::newRow("temporary") << QStringLiteral("R-1.tmp");
    QTest::newRow("empty") << QString();
}

void TestFileTransport::aNameThatLeavesTheFolderIsNeverWritten()
{
    QFETCH(QString, name);
    Folders folders;
    folders.fileName = name.toStdString();

    const CallResult result = folders.call(CallPurpose::Attempt);

    QCOMPARE(result.reply.outcome, Outcome::Rejected);
    QCOMPARE(result.reply.code, std::string("not rendered"));
    QVERIFY(namesIn(folders.out).empty());
}

void TestFileTransport::aPollReadsEachDocument()
{
    Folders folders;
    writeFile(folders.in / "b.json", "{\"b\": 2}");
    writeFile(folders.in / "a.json", "{\"a\": 1}");

    const CallResult result = folders.poll();

    QCOMPARE(result.reply.outcome, Outcome::Done);
    QCOMPARE(result.messages.size(), 2U);
    QCOMPARE(result.messages[0].raw, std::string("{\"a\": 1}"));
    QCOMPARE(result.messages[0].source, std::string("3pl"));
    QCOMPARE(result.messages[0].file, (folders.in / "a.json").string());
    QCOMPARE(result.messages[0].messageId.size(), 64U);
    QCOMPARE(result.files.size(), 2U);
}

void TestFileTransport::filesStayUntilTheyAreSettled()
{
    Folders folders;
    writeFile(folders.in / "a.json", "{\"a\": 1}");

    const CallResult first = folders.poll();
    QVERIFY(folders.poll().messages.empty());
    QVERIFY(fs::exists(folders.in / "a.json"));
    folders.transport.settle(first.files);
    folders.poll();

    QVERIFY(!fs::exists(folders.in / "a.json"));
    QCOMPARE(bytesOf(folders.in / "archive" / "a.json"), std::string("{\"a\": 1}"));
}

void TestFileTransport::aTakenNameInTheArchiveIsKept()
{
    Folders folders;
    for (int i = 0; i < 3; ++i) {
        writeFile(folders.in / "a.json", "{\"a\": " + std::to_string(i) + "}");
        folders.transport.settle(folders.poll().files);
        folders.poll();
    }

    QCOMPARE(namesIn(folders.in / "archive"), (std::vector<std::string>{"a.2.json", "a.3.json", "a.json"}));
}

void TestFileTransport::filesThatSomeoneWritesAreLeftAlone()
{
    Folders folders({8u << 20, 64, 60'000ms});
    writeFile(folders.in / ".a.json.tmp", "{");
    writeFile(folders.in / "a.tmp", "{");
    writeFile(folders.in / "fresh.json", "{}");
    fs::create_directory(folders.in / "folder");
    fs::create_symlink("/etc/passwd", folders.in / "link.json");

    QVERIFY(folders.poll().messages.empty());
}

void TestFileTransport::anUnreadableFileIsHandedOnAndKept()
{
    Folders folders;
    writeFile(folders.in / "a.x12", "ISA*nothing that makes sense");

    const CallResult result = folders.poll();

    QCOMPARE(result.messages.size(), 1U);
    QVERIFY(std::holds_alternative<Error>(result.messages[0].content));
    QCOMPARE(result.messages[0].raw, std::string("ISA*nothing that makes sense"));
    QCOMPARE(result.files.size(), 1U);
}

void TestFileTransport::aHugeFileIsHandedOnUnread()
{
    Folders folders({100, 64, 0ms});
    writeFile(folders.in / "a.json", std::string(101, ' '));

    const CallResult result = folders.poll();

    QCOMPARE(result.messages.size(), 1U);
    QVERIFY(std::holds_alternative<Error>(result.messages[0].content));
    QVERIFY(result.messages[0].raw.empty());
}

void TestFileTransport::manyFilesComeInGroups()
{
    Folders folders({8u << 20, 2, 0ms});
    for (const char* name : {"a", "b", "c"})
        writeFile(folders.in / name, "{}");

    const CallResult first = folders.poll();
    const CallResult second = folders.poll();

    QCOMPARE(first.files.size(), 2U);
    QVERIFY(first.hasMore);
    QCOMPARE(second.files.size(), 1U);
    QVERIFY(!second.hasMore);
}

void TestFileTransport::stockTellsUpToWhenAllIsTold()
{
    Folders folders({8u << 20, 1, 0ms});
    folders.pack->fill = [](IncomingMessage& message, const nlohmann::json&) {
        message.format = "stock";
        Report report;
        report.kind = ReportKind::StockReport;
        report.occurredAt = Timestamp(Duration(5000));
        message.content = report;
    };
    writeFile(folders.in / "a", "{}");
    writeFile(folders.in / "b", "{}");

    QVERIFY(!folders.poll().asOf);
    QVERIFY(folders.poll().asOf == Timestamp(Duration(5000)));
    QVERIFY(!folders.poll().asOf);
}

void TestFileTransport::stopEndsEveryCall()
{
    Folders folders;

    folders.transport.stop();

    const CallResult result = folders.call(CallPurpose::Attempt);
    QCOMPARE(result.reply.outcome, Outcome::Refused);
    QCOMPARE(result.reply.code, std::string("stopped"));
}

QTEST_GUILESS_MAIN(TestFileTransport)
#include "tst_file_transport.moc"
