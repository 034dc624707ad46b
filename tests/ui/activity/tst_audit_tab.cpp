// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "tests/ui/frame/frame_fixture.h"
#include "ui/activity/activity_page.h"

using namespace milepost;

/// What people did, narrowed by person, action, words and time, and written to a file.
class TestAuditTab : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_page.reset();
        m_fixture = std::make_unique<FrameFixture>();
        m_fixture->backend.set([](FakeBackend::Answers& answers) {
            answers.audit = std::vector<AuditEntry>{{.id = 2,
                                                     .actor = "bob",
                                                     .action = "changePolicy",
                                                     .target = "policy critical",
                                                     .reason = "too eager",
                                                     .before = "maxTries 12",
                                                     .after = "maxTries 1"},
                                                    {.id = 1, .actor = "ann", .action = "claim"}};
        });
        m_page = std::make_unique<ActivityPage>(m_fixture->context());
        m_page->resize(1280, 700);
        m_page->show();
        m_page->searchField(); // goes to the tab
        m_page->enter({});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
    }

    void cleanup() { m_page.reset(); }

    void aPolicyChangeIsListedWithBeforeAndAfter()
    {
        const auto* model = table()->model();
        QCOMPARE(model->index(0, 2).data().toString(), QStringLiteral("Change policy"));
        QCOMPARE(model->index(0, 5).data().toString(), QStringLiteral("maxTries 12"));
        QCOMPARE(model->index(0, 6).data().toString(), QStringLiteral("maxTries 1"));
    }

    void eachFilterIsAskedFor()
    {
        choose("auditPerson", QStringLiteral("bob"));
        choose("auditAction", QStringLiteral("Change policy"));
        choose("auditSince", QStringLiteral("Last 24 hours"));
        QTest::keyClicks(m_page->findChild<QLineEdit*>(QStringLiteral("auditSearch")), QStringLiteral("max"));

        QTRY_COMPARE(m_fixture->backend.lastAuditFilter().search, std::string("max"));
        const AuditFilter filter = m_fixture->backend.lastAuditFilter();
        QCOMPARE(filter.actor, std::string("bob"));
        QCOMPARE(filter.action, std::string("changePolicy"));
        QVERIFY(filter.from == m_fixture->time - std::chrono::hours(24));
    }

    void allThatTheFiltersLetThroughIsExported()
    {
        const QString name = m_fixture->folder.filePath(QStringLiteral("audit.csv"));
        m_page->findChild<QPushButton*>(QStringLiteral("exportAudit"))->click();
        auto* dialog = m_page->findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        emit dialog->fileSelected(name);
        dialog->reject();

        QTRY_VERIFY(QFile::exists(name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY2(text.contains(QStringLiteral("policy critical")) &&
                     text.contains(QStringLiteral("maxTries 12")),
                 qPrintable(text));
        QVERIFY(m_fixture->backend.lastAuditFilter().limit > 1'000'000);
    }

private:
    QTableView* table() const { return m_page->findChild<QTableView*>(QStringLiteral("auditTable")); }

    void choose(const char* name, const QString& words) const
    {
        auto* choice = m_page->findChild<QComboBox*>(QLatin1String(name));
        choice->setFocus();
        choice->setCurrentIndex(choice->findText(words));
        emit choice->activated(choice->currentIndex());
    }

    std::unique_ptr<FrameFixture> m_fixture;
    std::unique_ptr<ActivityPage> m_page;
};

QTEST_MAIN(TestAuditTab)
#include "tst_audit_tab.moc"
