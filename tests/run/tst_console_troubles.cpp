// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "app/console/console.h"
#include "tests/run/window_play.h"
#include "ui/parts/message_bar.h"

#include <sys/resource.h>

#include <algorithm>
#include <csignal>

using namespace milepost;
using namespace milepost::test;

namespace {

/// No file of this process may grow beyond so many bytes: to the store this is a disk without room. (A folder
/// that may not be written to would not stop root, as whom tests may run.)
void limitFiles(rlim_t bytes)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = std::min(bytes, limit.rlim_max);
    setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

/// What the real program says when something around it is wrong, and that it goes on when it is right again.
class TestConsoleTroubles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void aStoppedEngineIsSaidAndStartedAgainByTheKeyboard();
    void aDiskWithoutRoomIsSaidAndEndsByItself();
    void systemsThatAreGoneAreSaid();
    void anotherOwnerIsNamedAndItsEndNoticed();
    void aClockThatWasSetBackIsSaid();

private:
    void open(const std::filesystem::path& network = {});
    QString trouble() const;
    bool says(const char* words) const
    {
        return QTest::qWaitFor([&] { return trouble().contains(QString::fromUtf8(words)); }, patience);
    }
    bool saysNothing() const
    {
        return QTest::qWaitFor([this] { return trouble().isEmpty(); }, patience);
    }
    bool runs() const
    {
        return QTest::qWaitFor([this] { return m_console->isRunning(); }, patience);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_dir;
    QProcess m_network;
    std::unique_ptr<Console> m_console;
};

void TestConsoleTroubles::initTestCase()
{
    std::signal(SIGXFSZ, SIG_IGN); // a write beyond the limit fails, nothing more
    if (qEnvironmentVariableIsEmpty("MILEPOST_STUCK"))
        QSKIP("MILEPOST_STUCK names no folder of a headless run");
}

void TestConsoleTroubles::cleanupTestCase()
{
    limitFiles(RLIM_INFINITY);
}

void TestConsoleTroubles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_dir = copyOfStuckOrders(m_folder->path());
    auto demo = DemoFolder::open({.dir = m_dir});
    QVERIFY(demo);
    QVERIFY(startNetwork(m_network, *demo));
}

void TestConsoleTroubles::cleanup()
{
    m_console.reset();
    m_network.terminate();
    m_network.waitForFinished();
}

void TestConsoleTroubles::open(const std::filesystem::path& network)
{
    ConsoleOptions options{.settings = m_dir / "settings.ini", .language = "en"};
    std::optional<DemoFolder> demo;
    if (network.empty()) {
        options.demo = m_dir;
        demo = *DemoFolder::open({.dir = m_dir});
    } else {
        options.store = m_dir / "store.db";
        options.network = network;
    }
    m_console = std::make_unique<Console>(options, std::move(demo));
    m_console->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_console->window()));
    QVERIFY(giveKeyboardToTopmost());
}

QString TestConsoleTroubles::trouble() const
{
    const auto bars =
        m_console->window()->findChildren<MessageBar*>(QRegularExpression(QStringLiteral("^trouble")));
    QStringList words;
    for (const MessageBar* bar : bars)
        if (bar->isVisible()) words << bar->words();
    return words.join(QLatin1Char('\n'));
}

void TestConsoleTroubles::aStoppedEngineIsSaidAndStartedAgainByTheKeyboard()
{
    open();
    QVERIFY(runs());
    QVERIFY(saysNothing());
    m_console->window()->findChild<QAction*>(QStringLiteral("actionStopEngine"))->trigger();
    QVERIFY(says("The engine is stopped"));
    auto* start =
        m_console->window()->findChild<MessageBar*>(QStringLiteral("trouble1"))->findChild<QPushButton*>();
    QVERIFY(tabTo(start));
    press(Qt::Key_Space);
    QVERIFY(runs());
    QVERIFY(saysNothing());
}

void TestConsoleTroubles::aDiskWithoutRoomIsSaidAndEndsByItself()
{
    open();
    QVERIFY(runs());
    limitFiles(4096); // the log of the store is longer than that already
    QVERIFY(m_console->training()->sendOrders(5));
    const bool isSaid = says("Nothing can be saved");
    limitFiles(RLIM_INFINITY);
    QVERIFY(isSaid);
    QVERIFY(saysNothing());
    QVERIFY(m_console->isRunning());
}

void TestConsoleTroubles::systemsThatAreGoneAreSaid()
{
    open();
    QVERIFY(runs());
    QVERIFY(saysNothing());
    m_network.kill();
    m_network.waitForFinished();
    QVERIFY(says("The demo systems have gone"));
}

void TestConsoleTroubles::anotherOwnerIsNamedAndItsEndNoticed()
{
    const QString store = text((m_dir / "store.db").string());
    QProcess other;
    other.start(program(QStringLiteral("milepostctl")),
                {QStringLiteral("--store"), store, QStringLiteral("run"), QStringLiteral("--until"),
                 QStringLiteral("600")});
    QVERIFY(other.waitForStarted());
    QTest::qWait(1500); // until it owns the store
    open();
    const bool isSaid = says("Reading only");
    other.terminate();
    other.waitForFinished();
    QVERIFY(isSaid);
    QVERIFY(runs()); // tried again by itself
    QVERIFY(saysNothing());
}

/// The demo's time runs ahead; by the wall clock its store is of tomorrow.
void TestConsoleTroubles::aClockThatWasSetBackIsSaid()
{
    const std::filesystem::path network = m_dir / "unclocked.json";
    QFile file(text(network.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"systems":[{"name":"erp","url":"http://127.0.0.1:9"}]})");
    file.close();
    open(network);
    QVERIFY(runs());
    QVERIFY(says("set back"));
}

QTEST_MAIN(TestConsoleTroubles)
#include "tst_console_troubles.moc"
