// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "ui/inspection/accessibility_findings.h"
#include "ui/inspection/layout_findings.h"

namespace milepost {

class TestInspection : public QObject {
    Q_OBJECT

private slots:
    void aTextThatFitsIsNoFinding()
    {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        row->addWidget(new QLabel(QStringLiteral("Orders")));
        row->addWidget(new QPushButton(QStringLiteral("&Retry")));
        window.show();

        QCOMPARE(layoutFindings(window), QStringList());
    }

    void aLabelThatIsTooNarrowIsNamedWithItsText()
    {
        QWidget window;
        auto* label = new QLabel(QStringLiteral("Waiting for allocation"), &window);
        label->setObjectName(QStringLiteral("tile"));
        label->setFixedSize(40, 20);
        window.show();

        const QStringList findings = layoutFindings(window);

        QCOMPARE(findings.size(), 1);
        QVERIFY(findings.front().contains(QStringLiteral("tile")));
        QVERIFY(findings.front().contains(QStringLiteral("Waiting for allocation")));
    }

    void aButtonThatIsTooNarrowIsAFinding()
    {
        QWidget window;
        auto* button = new QPushButton(QStringLiteral("Release the hold of all orders"), &window);
        button->setFixedWidth(60);
        window.show();

        QCOMPARE(layoutFindings(window).size(), 1);
    }

    void controlsThatOverlapAreAFinding()
    {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        auto* first = new QPushButton(QStringLiteral("A"));
        auto* second = new QPushButton(QStringLiteral("B"));
        row->addWidget(first);
        row->addWidget(second);
        window.show();
        row->activate();
        second->setGeometry(first->geometry());

        QVERIFY(layoutFindings(window).join(QLatin1Char('\n')).contains(QStringLiteral("overlaps")));
    }

    void controlsWithoutANameOrAWayByKeyboardAreFindings()
    {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        auto* field = new QLineEdit;
        field->setObjectName(QStringLiteral("search"));
        auto* button = new QToolButton;
        button->setObjectName(QStringLiteral("close"));
        button->setAccessibleName(QStringLiteral("Close"));
        button->setFocusPolicy(Qt::NoFocus);
        row->addWidget(field);
        row->addWidget(button);
        window.show();

        const QString findings = accessibilityFindings(window).join(QLatin1Char('\n'));

        QVERIFY2(findings.contains(QStringLiteral("search > QLineEdit has no name")), qPrintable(findings));
        QVERIFY2(findings.contains(QStringLiteral("close > QToolButton cannot be reached")),
                 qPrintable(findings));
    }

    void tabVisitsControlsInTheirOrder()
    {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        for (const char* name : {"one", "two", "three"}) {
            auto* button = new QPushButton(QString::fromLatin1(name));
            button->setObjectName(QString::fromLatin1(name));
            row->addWidget(button);
        }
        window.show();

        QCOMPARE(tabOrder(window),
                 (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
    }
};

} // namespace milepost

QTEST_MAIN(milepost::TestInspection)
#include "tst_inspection.moc"
