// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

namespace milepost {
namespace {

constexpr const char* rules = R"(
QToolTip { color: @text; background: @raised; border: 1px solid @border; padding: 4px; }
QHeaderView { background: @raised; border: 0; }
QHeaderView::section { background: @raised; color: @text; border: 0; border-right: 1px solid @border;
    border-bottom: 1px solid @border; padding: 5px 8px; font-weight: 600; }
QHeaderView::section:focus { color: @accent; }
QTableView, QTreeView, QListView, QTextEdit, QPlainTextEdit { background: @surface; border: 1px solid @border; gridline-color: @raised;
    selection-background-color: @accent; selection-color: @accentText; }
QTableView:focus, QTreeView:focus, QListView:focus, QTextEdit:focus, QPlainTextEdit:focus { border: 1px solid @accent; }
QTableCornerButton::section { background: @raised; border: 0; }
QFrame[look="card"] { background: @surface; border: 1px solid @border; border-radius: 6px; }
QFrame[look="tile"] { background: @surface; border: 1px solid @border; border-radius: 6px; }
QFrame[look="tile"]:hover, QFrame[look="tile"]:focus { border: 2px solid @accent; }
QLabel[look="muted"] { color: @muted; }
QLabel[look="bad"] { color: @bad; }
QLabel[look="title"] { font-size: 15pt; font-weight: 600; }
QLabel[look="heading"] { font-weight: 600; }
QLabel[look="figure"] { font-size: 18pt; font-weight: 600; }
QPushButton { padding: 5px 12px; min-height: 1.2em; background: @surface; border: 1px solid @border; border-radius: 4px; }
QPushButton:hover { background: @raised; }
QPushButton:pressed { background: @border; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 11px; }
QPushButton:disabled { color: @disabled; background: @window; }
QPushButton[look="primary"] { background: @accent; color: @accentText; border: 1px solid @accent; font-weight: 600; }
QPushButton[look="primary"]:focus { border: 2px solid @text; }
QPushButton[look="primary"]:disabled { background: @raised; color: @disabled; border: 1px solid @border; }
QPushButton[look="link"] { border: 0; color: @accent; background: transparent; padding: 2px 4px; text-align: left; }
QPushButton[look="link"]:hover, QPushButton[look="link"]:focus { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 1px solid @accent; padding: 1px 3px; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px; }
QToolButton:hover { background: @raised; }
QToolButton:focus { border: 1px solid @accent; }
QToolButton:checked { background: @raised; border: 1px solid @border; }
QLineEdit, QComboBox, QSpinBox { background: @surface; border: 1px solid @border; border-radius: 4px; padding: 4px 6px; min-height: 1.2em; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 1px solid @accent; }
QLineEdit:read-only { background: @window; }
QComboBox::drop-down { border: 0; width: 18px; subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow { image: url(:/icons/comboArrow.svg); width: 12px; height: 12px; }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; selection-background-color: @accent; selection-color: @accentText; }
QListWidget[look="navigation"] { background: @window; border: 0; border-right: 1px solid @border; outline: 0; padding: 6px 4px; }
QListWidget[look="navigation"]::item { padding: 9px 10px; border-radius: 5px; color: @text; border: 1px solid transparent; }
QListWidget[look="navigation"]::item:hover { background: @raised; }
QListWidget[look="navigation"]::item:selected { background: @accent; color: @accentText; }
QListWidget[look="navigation"]:focus { border: 0; border-right: 1px solid @border; }
QListWidget[look="navigation"]::item:selected:focus { border: 1px solid @text; }
QTabBar::tab { padding: 6px 14px; border: 0; border-bottom: 2px solid transparent; color: @muted; background: transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; font-weight: 600; }
QTabBar::tab:hover, QTabBar::tab:focus { color: @accent; }
QTabWidget::pane { border: 0; border-top: 1px solid @border; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; margin: 0 3px; }
QSplitter::handle:vertical { height: 1px; margin: 3px 0; }
QProgressBar { border: 1px solid @border; border-radius: 4px; background: @raised; text-align: center; color: @text; }
QProgressBar::chunk { background: @ground; border-radius: 3px; }
QProgressBar[textVisible="false"]::chunk { background: @accent; }
QStatusBar { background: @window; border-top: 1px solid @border; }
QStatusBar::item { border: 0; }
QMenuBar { background: @window; border-bottom: 1px solid @border; }
QScrollArea { border: 0; background: transparent; }
QGroupBox { border: 1px solid @border; border-radius: 6px; margin-top: 0.8em; padding: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 8px; padding: 0 4px; font-weight: 600; }
)";

} // namespace

QString styleSheet(const ThemeColors& colors)
{
    QString sheet = QString::fromLatin1(rules);
    const std::pair<const char*, QColor> words[] = {
        {"@accentText", colors.accentText}, {"@accent", colors.accent},
        {"@surface", colors.surface},       {"@window", colors.window},
        {"@raised", colors.raised},         {"@border", colors.border},
        {"@muted", colors.mutedText},       {"@text", colors.text},
        {"@bad", colors.tone(Tone::Bad)},   {"@ground", colors.toneGround(Tone::Info)},
    };
    for (const auto& [word, color] : words)
        sheet.replace(QLatin1String(word), color.name());
    sheet.replace(QLatin1String("@disabled"), colors.mutedText.name());
    return sheet;
}

} // namespace milepost
