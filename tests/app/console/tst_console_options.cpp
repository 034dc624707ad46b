// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/console/console_options.h"

#include <vector>

using namespace milepost;

namespace {

ReadArguments read(std::vector<const char*> words)
{
    words.insert(words.begin(), "milepost");
    return readArguments(static_cast<int>(words.size()), words.data());
}

} // namespace

class TestConsoleOptions : public QObject {
    Q_OBJECT

private slots:
    void allAreRead();
    void helpNamesEveryOption();
    void aDemoHasItsOwnStore();
    void wrongOnesAreWrongUsage_data();
    void wrongOnesAreWrongUsage();
};

void TestConsoleOptions::allAreRead()
{
    const auto [options, exitCode, words] = read(
        {"--store", "s.db", "--network", "n.json", "--settings", "x", "--language", "de", "--theme", "dark"});

    QVERIFY(!exitCode);
    QCOMPARE(options.store, std::filesystem::path("s.db"));
    QCOMPARE(options.network, std::filesystem::path("n.json"));
    QCOMPARE(options.settings, std::filesystem::path("x"));
    QCOMPARE(options.language, std::string("de"));
    QCOMPARE(options.theme, std::string("dark"));
}

void TestConsoleOptions::helpNamesEveryOption()
{
    const ReadArguments help = read({"--help"});

    QCOMPARE(help.exitCode.value_or(-1), 0);
    for (const char* option :
         {"--store", "--network", "--demo", "--settings", "--language", "--theme", "--version"})
        QVERIFY2(help.words.find(option) != std::string::npos, option);
}

void TestConsoleOptions::aDemoHasItsOwnStore()
{
    QCOMPARE(read({"--demo", "d", "--store", "s.db"}).exitCode.value_or(-1), 2);
}

void TestConsoleOptions::wrongOnesAreWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("an unknown option") << QStringList{QStringLiteral("--dance")};
    QTest::newRow("an unknown theme") << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")};
    QTest::newRow("a language that we do not have")
        << QStringList{QStringLiteral("--language"), QStringLiteral("fr")};
}

void TestConsoleOptions::wrongOnesAreWrongUsage()
{
    QFETCH(const QStringList, arguments);
    std::vector<QByteArray> kept;
    std::vector<const char*> words;
    for (const QString& argument : arguments)
        kept.push_back(argument.toUtf8());
    for (const QByteArray& argument : kept)
        words.push_back(argument.constData());

    const ReadArguments wrong = read(words);

    QCOMPARE(wrong.exitCode.value_or(-1), 2);
    QVERIFY(!wrong.words.empty());
}

QTEST_GUILESS_MAIN(TestConsoleOptions)
#include "tst_console_options.moc"
