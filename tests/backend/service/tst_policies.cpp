// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "backend/service/local_backend.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <fstream>

using namespace milepost;

namespace {

constexpr const char* filed = R"({"policies": [
    {"name": "normal", "maxTries": 8}, {"name": "critical", "maxTries": 12}, {"name": "high"},
    {"name": "low"}, {"name": "bench"}]})";

/// Beside the built-in ones, as the next version of the program may bring them.
constexpr const char* newlyFiled = R"({"policies": [
    {"name": "normal", "maxTries": 9}, {"name": "critical", "maxTries": 13}, {"name": "high"},
    {"name": "low"}, {"name": "bench"}]})";

const PolicyInUse& find(const PoliciesView& view, const std::string& name)
{
    return *std::ranges::find_if(view.rows, [&](const PolicyInUse& used) { return used.row.name == name; });
}

PolicyOrder change(const std::string& row, const std::string& field, const std::string& value)
{
    return {.edits = {{row, field, value}}, .actor = "ann", .reason = "the partner asks for it"};
}

} // namespace

/// Policies that people change: versions, conflicts, what a start does to them, and the audit.
class TestPolicies : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aSavedChangeActsAndIsAudited();
    void aProposalWritesNothing();
    void whatCannotBeIsRefusedWithRowAndField_data();
    void whatCannotBeIsRefusedWithRowAndField();
    void whoSavesOnAnOlderVersionIsToldWhoWasFaster();
    void aSavedVersionOutlivesAStartWithAnotherFile();
    void theShippedFileIsFollowedAgainOnceItIsRestored();
    void anOlderVersionActsAgain();
    void theRowsSayWhereTheyAct();
    void aChangedRowInTheAuditBreaksTheProof();
    void theAuditIsFilteredByPersonActionWordsAndTime();

private:
    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    void file(const char* text) const
    {
        std::filesystem::create_directories(folder() / "packs/policies");
        std::ofstream(folder() / "packs/policies/default.json") << text;
    }
    /// A new start of the program.
    void open()
    {
        m_backend.reset();
        m_backend = makeLocalBackend({.store = folder() / "store.db", .packs = folder() / "packs"});
        QVERIFY(m_backend->ingest({folder() / "packs/policies"}, {}).has_value());
    }
    std::string triesOf(const std::string& policy) const
    {
        return find(*m_backend->policies(), policy).row.value("maxTries");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Backend> m_backend;
};

void TestPolicies::init()
{
    m_backend.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    file(filed);
    open();
}

void TestPolicies::aSavedChangeActsAndIsAudited()
{
    const auto saved = m_backend->savePolicies(change("critical", "maxTries", "1"));

    QVERIFY2(saved, saved ? "" : saved.error().message.c_str());
    QCOMPARE(saved->differences, (std::vector<PolicyDifference>{{"critical", "maxTries", "12", "1"}}));
    QCOMPARE(triesOf("critical"), std::string("1"));
    const PoliciesView view = *m_backend->policies();
    QCOMPARE(view.version, saved->version);
    QCOMPARE(view.actor, std::string("ann"));
    const auto entries = *m_backend->audit({});
    QCOMPARE(entries.front().action, std::string("changePolicy"));
    QCOMPARE(entries.front().target, std::string("policy critical"));
    QCOMPARE(entries.front().before, std::string("maxTries 12"));
    QCOMPARE(entries.front().after, std::string("maxTries 1"));
    QCOMPARE(entries.front().reason, std::string("the partner asks for it"));
    QVERIFY(m_backend->verify(false, {}, {})->ok);
}

void TestPolicies::aProposalWritesNothing()
{
    const auto proposal = m_backend->proposePolicies(change("critical", "maxTries", "1"));

    QCOMPARE(proposal->differences.size(), std::size_t{1});
    QCOMPARE(triesOf("critical"), std::string("12"));
    QCOMPARE(m_backend->policyVersions()->size(), std::size_t{1});
}

void TestPolicies::whatCannotBeIsRefusedWithRowAndField_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("said");
    QTest::newRow("zero tries") << "critical"
                                << "maxTries"
                                << "0"
                                << "critical, maxTries: must be a whole number from 1 to 1000";
    QTest::newRow("a step that no process has") << "event:absence/psot"
                                                << "recoverWithin"
                                                << "2h"
                                                << "event:absence/psot, step: no process has a step 'psot'";
    QTest::newRow("nothing new") << "critical"
                                 << "maxTries"
                                 << "12"
                                 << "nothing about the policies would change";
}

void TestPolicies::whatCannotBeIsRefusedWithRowAndField()
{
    QFETCH(QString, row);
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, said);

    const auto saved =
        m_backend->savePolicies(change(row.toStdString(), field.toStdString(), value.toStdString()));

    QVERIFY(!saved && saved.error().kind == ErrorKind::InvalidInput);
    QCOMPARE(QString::fromStdString(saved.error().message), said);
    QCOMPARE(m_backend->policyVersions()->size(), std::size_t{1});
}

void TestPolicies::whoSavesOnAnOlderVersionIsToldWhoWasFaster()
{
    PolicyOrder late = change("normal", "maxTries", "3");
    late.base = m_backend->policies()->version;
    late.actor = "bob";
    QVERIFY(m_backend->savePolicies(change("normal", "maxTries", "2")));

    const auto refused = m_backend->savePolicies(late);

    QVERIFY(!refused && refused.error().kind == ErrorKind::Conflict);
    QVERIFY(refused.error().message.find("by ann (the partner asks for it)") != std::string::npos);
    QCOMPARE(triesOf("normal"), std::string("2"));
    late.base = m_backend->policies()->version;
    QVERIFY(m_backend->savePolicies(late));
    QCOMPARE(triesOf("normal"), std::string("3"));
}

void TestPolicies::aSavedVersionOutlivesAStartWithAnotherFile()
{
    QVERIFY(m_backend->savePolicies(change("critical", "maxTries", "1")));
    file(newlyFiled);
    open();

    QCOMPARE(triesOf("critical"), std::string("1"));
    QCOMPARE(triesOf("normal"), std::string("8"));
    const auto versions = *m_backend->policyVersions();
    QCOMPARE(versions.size(), std::size_t{3});
    QVERIFY(versions[0].actor.empty() && !versions[0].wentLive && !versions[0].isLive);
    QVERIFY(versions[1].isLive);
    open(); // the same file again is no version
    QCOMPARE(m_backend->policyVersions()->size(), std::size_t{3});
}

void TestPolicies::theShippedFileIsFollowedAgainOnceItIsRestored()
{
    QVERIFY(m_backend->savePolicies(change("critical", "maxTries", "1")));
    QVERIFY(m_backend->savePolicies({.restore = 1, .actor = "ann", .reason = "as it came"}));
    file(newlyFiled);
    open();

    QCOMPARE(triesOf("critical"), std::string("13"));
    QCOMPARE(m_backend->audit({})->front().actor, std::string("milepost"));
}

void TestPolicies::anOlderVersionActsAgain()
{
    QVERIFY(m_backend->savePolicies(change("critical", "maxTries", "1")));
    const std::int64_t ours = m_backend->policies()->version;
    QVERIFY(m_backend->savePolicies(change("critical", "maxTries", "2")));

    const auto restored =
        m_backend->savePolicies({.restore = ours, .actor = "bob", .reason = "one is enough"});

    QVERIFY(restored);
    QCOMPARE(triesOf("critical"), std::string("1"));
    const auto versions = *m_backend->policyVersions();
    QCOMPARE(versions.front().number, restored->version);
    QVERIFY(versions.front().number > ours);
    QCOMPARE(versions.front().differences,
             (std::vector<PolicyDifference>{{"critical", "maxTries", "2", "1"}}));
    QCOMPARE(m_backend->audit({})->front().action, std::string("restorePolicy"));
    QCOMPARE(m_backend->savePolicies({.restore = 99, .reason = "a try"}).error().kind, ErrorKind::NotFound);
}

void TestPolicies::theRowsSayWhereTheyAct()
{
    const PoliciesView view = *m_backend->policies();

    const auto& places = find(view, "critical").places;
    const auto at = std::ranges::find(places, std::string("release"), &PolicyPlace::step);
    QVERIFY(at != places.end());
    QCOMPARE(at->process, std::string("order-to-cash"));
    QCOMPARE(at->team, std::string("warehouse"));
    QVERIFY(find(view, "normal").openExceptions > 0); // the policy file was no order
    QVERIFY(view.ownedBy.empty());
}

void TestPolicies::aChangedRowInTheAuditBreaksTheProof()
{
    QVERIFY(m_backend->savePolicies(change("critical", "maxTries", "1")));
    QVERIFY(m_backend->verify(false, {}, {})->ok);
    m_backend.reset();
    SQLite::Database store((folder() / "store.db").string(), SQLite::OPEN_READWRITE);
    store.exec("DROP TRIGGER audit_never_changes");
    QCOMPARE(store.exec("UPDATE audit SET before = 'maxTries 2' WHERE action = 'changePolicy'"), 1);

    m_backend = makeLocalBackend({.store = folder() / "store.db", .packs = folder() / "packs"});
    const VerifyView proof = *m_backend->verify(false, {}, {});

    QVERIFY(!proof.ok);
    const auto chain = std::ranges::find(proof.checks, std::string("audit chain"), &CheckView::name);
    QVERIFY(chain != proof.checks.end() && !chain->ok);
}

void TestPolicies::theAuditIsFilteredByPersonActionWordsAndTime()
{
    QVERIFY(m_backend->savePolicies(change("critical", "maxTries", "1")));
    PolicyOrder others = change("normal", "owner", "night shift");
    others.actor = "bob";
    QVERIFY(m_backend->savePolicies(others));
    const auto count = [this](const AuditFilter& filter) { return m_backend->audit(filter)->size(); };

    QCOMPARE(count({.actor = "bob"}), std::size_t{1});
    QCOMPARE(count({.actor = "bo"}), std::size_t{0});
    QCOMPARE(count({.action = "changePolicy"}), std::size_t{2});
    QCOMPARE(count({.search = "night shift"}), std::size_t{1}); // in after
    const Timestamp at = m_backend->audit({})->front().at;
    QCOMPARE(count({.from = at + Duration(1)}), std::size_t{0});
    QCOMPARE(count({.from = Timestamp{}, .until = at + Duration(1)}), std::size_t{2});
    QCOMPARE(count({.until = Timestamp(Duration(1))}), std::size_t{0});
}

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
