// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

#include "models/roles.h"

class QApplication;

namespace milepost {

/// The colours of one theme. Text on its ground has a contrast of at least 4.5:1 (a test computes it).
struct ThemeColors {
    QColor window{};  ///< ground of pages
    QColor surface{}; ///< ground of cards, lists, fields
    QColor raised{};  ///< ground of what stands out of a surface: headers, hovered rows
    QColor border{};
    QColor text{};
    QColor mutedText{};                 ///< labels, units, secondary words; also on `surface` and `raised`
    QColor accent{};                    ///< selection, focus, links
    QColor accentText{};                ///< on accent
    QColor tone(Tone tone) const;       ///< for text and icons on window, surface and raised
    QColor toneGround(Tone tone) const; ///< ground of badges; tone() is readable on it
    QColor series(
        int index) const; ///< lines and bars of charts: at least 3:1 on surface, told apart without hue too
    bool isDark = false;
};

/// The look of the console: one style, two palettes.
class Theme {
public:
    static ThemeColors light();
    static ThemeColors dark();
    /// Of the application as it is now.
    static const ThemeColors& colors();
    /// `name`: light, dark, or system (as the desktop says). Sets palette, style sheet and fonts of the
    /// application.
    static void apply(QApplication& application, const QString& name);
};

} // namespace milepost
