// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/frame/history.h"

using namespace milepost;

class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void itGoesBackAndForward();
    void aNewPlaceForgetsWhatWasAhead();
    void atItsEndsThereIsNothing();
};

void TestHistory::itGoesBackAndForward()
{
    History history;
    history.visit({.page = Place::Page::Overview});
    history.visit({.page = Place::Page::Orders});

    QCOMPARE(history.back()->page, Place::Page::Overview);
    QCOMPARE(history.forward()->page, Place::Page::Orders);
}

void TestHistory::aNewPlaceForgetsWhatWasAhead()
{
    History history;
    history.visit({.page = Place::Page::Overview});
    history.visit({.page = Place::Page::Orders});
    history.back();

    history.visit({.page = Place::Page::Systems});

    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back()->page, Place::Page::Overview);
}

void TestHistory::atItsEndsThereIsNothing()
{
    History history;

    QVERIFY(!history.back());
    history.visit({.page = Place::Page::Overview});

    QVERIFY(!history.back() && !history.forward());
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
