// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>

#include "ui/theme/style_sheet.h"

#include <array>

namespace milepost {
namespace {

constexpr double groundShare = 0.14; ///< how much of a tone its badge ground holds

ThemeColors& current()
{
    static ThemeColors colors = Theme::light();
    return colors;
}

QColor mixed(const QColor& over, const QColor& under, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(a * share + b * (1 - share) + 0.5); };
    return {part(over.red(), under.red()), part(over.green(), under.green()),
            part(over.blue(), under.blue())};
}

/// The desktop's own palette, before any theme of ours was set.
bool isDesktopDark()
{
    static const bool dark = [] {
        const QPalette palette = QApplication::style()->standardPalette();
        const QPalette asStarted = QApplication::palette();
        return asStarted.color(QPalette::Window).lightness() < 128 ||
               palette.color(QPalette::Window).lightness() < 128;
    }();
    return dark;
}

void setAllStates(QPalette& palette, QPalette::ColorRole role, const QColor& color)
{
    palette.setColor(role, color);
}

QPalette paletteOf(const ThemeColors& colors)
{
    QPalette palette;
    setAllStates(palette, QPalette::Window, colors.window);
    setAllStates(palette, QPalette::WindowText, colors.text);
    setAllStates(palette, QPalette::Base, colors.surface);
    setAllStates(palette, QPalette::AlternateBase, mixed(colors.raised, colors.surface, 0.4));
    setAllStates(palette, QPalette::Text, colors.text);
    setAllStates(palette, QPalette::Button, colors.raised);
    setAllStates(palette, QPalette::ButtonText, colors.text);
    setAllStates(palette, QPalette::BrightText, colors.tone(Tone::Bad));
    setAllStates(palette, QPalette::Highlight, colors.accent);
    setAllStates(palette, QPalette::HighlightedText, colors.accentText);
    setAllStates(palette, QPalette::Link, colors.accent);
    setAllStates(palette, QPalette::LinkVisited, colors.accent);
    setAllStates(palette, QPalette::ToolTipBase, colors.raised);
    setAllStates(palette, QPalette::ToolTipText, colors.text);
    setAllStates(palette, QPalette::PlaceholderText, colors.mutedText);
    setAllStates(palette, QPalette::Light, mixed(colors.raised, colors.surface, 0.5));
    setAllStates(palette, QPalette::Midlight, colors.raised);
    setAllStates(palette, QPalette::Mid, colors.border);
    setAllStates(palette, QPalette::Dark, colors.border);
    setAllStates(palette, QPalette::Shadow, colors.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(colors.mutedText, colors.surface, 0.75));
    return palette;
}

} // namespace

QColor ThemeColors::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return text;
    case Tone::Info: return isDark ? QColor(0x8a, 0xbd, 0xff) : QColor(0x0b, 0x57, 0xb0);
    case Tone::Good: return isDark ? QColor(0x72, 0xd8, 0x92) : QColor(0x14, 0x66, 0x30);
    case Tone::Warning: return isDark ? QColor(0xf3, 0xbd, 0x58) : QColor(0x7d, 0x4c, 0x00);
    case Tone::Bad: return isDark ? QColor(0xff, 0x9b, 0x91) : QColor(0xad, 0x1f, 0x18);
    }
    return text;
}

QColor ThemeColors::toneGround(Tone tone) const
{
    return tone == Tone::Neutral ? raised : mixed(this->tone(tone), surface, groundShare);
}

QColor ThemeColors::series(int index) const
{
    static const std::array<QColor, 6> lightSeries{QColor(0x1f, 0x5f, 0xb5), QColor(0x2d, 0x8a, 0x57),
                                                   QColor(0x8e, 0x4e, 0xc6), QColor(0xb8, 0x6e, 0x00),
                                                   QColor(0xc0, 0x39, 0x2b), QColor(0x0d, 0x3b, 0x46)};
    static const std::array<QColor, 6> darkSeries{QColor(0x6c, 0xab, 0xff), QColor(0x6f, 0xd0, 0x97),
                                                  QColor(0xc9, 0x9b, 0xf5), QColor(0xf0, 0xb3, 0x4d),
                                                  QColor(0xff, 0x84, 0x78), QColor(0xb9, 0xe3, 0xec)};
    const auto& all = isDark ? darkSeries : lightSeries;
    return all[static_cast<std::size_t>(index) % all.size()];
}

ThemeColors Theme::light()
{
    return {.window = QColor(0xf3, 0xf4, 0xf6),
            .surface = QColor(0xff, 0xff, 0xff),
            .raised = QColor(0xe9, 0xec, 0xf0),
            .border = QColor(0xcd, 0xd2, 0xd9),
            .text = QColor(0x1b, 0x1f, 0x24),
            .mutedText = QColor(0x52, 0x5b, 0x66),
            .accent = QColor(0x0b, 0x57, 0xb0),
            .accentText = QColor(0xff, 0xff, 0xff)};
}

ThemeColors Theme::dark()
{
    return {.window = QColor(0x15, 0x18, 0x1c),
            .surface = QColor(0x1d, 0x21, 0x26),
            .raised = QColor(0x2a, 0x2f, 0x36),
            .border = QColor(0x40, 0x47, 0x51),
            .text = QColor(0xe7, 0xe9, 0xec),
            .mutedText = QColor(0xa9, 0xb2, 0xbd),
            .accent = QColor(0x8a, 0xbd, 0xff),
            .accentText = QColor(0x0b, 0x16, 0x26),
            .isDark = true};
}

const ThemeColors& Theme::colors()
{
    return current();
}

void Theme::apply(QApplication& application, const QString& name)
{
    const bool dark = name == QLatin1String("dark") || (name != QLatin1String("light") && isDesktopDark());
    current() = dark ? Theme::dark() : Theme::light();
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setPalette(paletteOf(current()));
    application.setStyleSheet(styleSheet(current()));
}

} // namespace milepost
