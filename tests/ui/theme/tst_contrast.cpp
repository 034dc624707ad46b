// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/theme/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace milepost;

namespace {

constexpr double least = 4.5;        // of text, WCAG 2.1, 1.4.3
constexpr double leastOfMarks = 3.0; // of lines and bars, 1.4.11

double linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// WCAG 2.1, relative luminance.
double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [dark, bright] = std::minmax({luminance(a), luminance(b)});
    return (bright + 0.05) / (dark + 0.05);
}

} // namespace

/// Everything that is written can be read, in both themes.
class TestContrast : public QObject {
    Q_OBJECT

private slots:
    void theMeasureIsRight()
    {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 0.01);
        QVERIFY(std::abs(contrast(Qt::red, Qt::red) - 1.0) < 0.01);
    }

    void textIsReadable_data() { themes(); }
    void textIsReadable()
    {
        const ThemeColors colors = theme();
        for (const QColor& ground : {colors.window, colors.surface, colors.raised}) {
            check(colors.text, ground, least);
            check(colors.mutedText, ground, least);
            for (const Tone tone : tones)
                check(colors.tone(tone), ground, least);
        }
        check(colors.accentText, colors.accent, least);
        check(colors.accent, colors.surface, least);
    }

    void badgesAreReadable_data() { themes(); }
    void badgesAreReadable()
    {
        const ThemeColors colors = theme();
        for (const Tone tone : tones)
            check(colors.tone(tone), colors.toneGround(tone), least);
    }

    void linesOfChartsAreSeen_data() { themes(); }
    void linesOfChartsAreSeen()
    {
        for (int i = 0; i < 4; ++i)
            check(theme().series(i), theme().surface, leastOfMarks);
    }

private:
    static constexpr std::array tones{Tone::Neutral, Tone::Info, Tone::Good, Tone::Warning, Tone::Bad};

    static void themes()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    static ThemeColors theme()
    {
        QFETCH(bool, isDark);
        return isDark ? Theme::dark() : Theme::light();
    }
    static void check(const QColor& mark, const QColor& ground, double wanted)
    {
        const double found = contrast(mark, ground);
        QVERIFY2(found >= wanted,
                 qPrintable(QStringLiteral("%1 on %2: %3 : 1").arg(mark.name(), ground.name()).arg(found)));
    }
};

QTEST_GUILESS_MAIN(TestContrast)

#include "tst_contrast.moc"
