// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

namespace milepost {

QColor ThemeColors::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return text;
    case Tone::Info: return accent;
    case Tone::Good: return isDark ? QColor(0x6f, 0xd6, 0x8d) : QColor(0x1b, 0x6e, 0x35);
    case Tone::Warning: return isDark ? QColor(0xf2, 0xb8, 0x4b) : QColor(0x8a, 0x56, 0x00);
    case Tone::Bad: return isDark ? QColor(0xff, 0x8f, 0x85) : QColor(0xb3, 0x26, 0x1e);
    }
    return text;
}

QColor ThemeColors::toneGround(Tone) const
{
    return raised;
}

QColor ThemeColors::series(int) const
{
    return accent;
}

ThemeColors Theme::light()
{
    return {.window = QColor(0xf4, 0xf5, 0xf7),
            .surface = QColor(0xff, 0xff, 0xff),
            .raised = QColor(0xec, 0xee, 0xf1),
            .border = QColor(0xd0, 0xd4, 0xda),
            .text = QColor(0x1b, 0x1f, 0x24),
            .mutedText = QColor(0x57, 0x60, 0x6a),
            .accent = QColor(0x0b, 0x57, 0xb0),
            .accentText = QColor(0xff, 0xff, 0xff)};
}

ThemeColors Theme::dark()
{
    return {.window = QColor(0x16, 0x19, 0x1d),
            .surface = QColor(0x1e, 0x22, 0x27),
            .raised = QColor(0x2a, 0x2f, 0x36),
            .border = QColor(0x3c, 0x43, 0x4c),
            .text = QColor(0xe6, 0xe8, 0xeb),
            .mutedText = QColor(0xa3, 0xac, 0xb7),
            .accent = QColor(0x7c, 0xb4, 0xff),
            .accentText = QColor(0x0b, 0x16, 0x26),
            .isDark = true};
}

const ThemeColors& Theme::colors()
{
    static const ThemeColors colors = light();
    return colors;
}

void Theme::apply(QApplication&, const QString&) {}

} // namespace milepost
