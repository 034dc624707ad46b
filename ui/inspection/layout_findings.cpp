// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspection/layout_findings.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSplitterHandle>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTextDocument>
#include <QToolButton>
#include <QWidget>

namespace milepost {
namespace {

constexpr int slack = 1; // pixels that rounding may cost
constexpr int headerMargin = 4;

QString nameOf(const QWidget& widget)
{
    QStringList path;
    for (const QWidget* each = &widget; each != nullptr && path.size() < 3; each = each->parentWidget())
        if (!each->objectName().isEmpty() && !each->objectName().startsWith(QLatin1String("qt_")))
            path.prepend(each->objectName());
    return path.join(QLatin1Char('/')) + QLatin1Char('(') +
           QString::fromLatin1(widget.metaObject()->className()).section(QStringLiteral("::"), -1) +
           QLatin1Char(')');
}

QString plain(const QString& text)
{
    QString shown = text;
    shown.remove(QLatin1Char('&'));
    return shown;
}

int widthOf(const QWidget& widget, const QString& text)
{
    return widget.fontMetrics().size(Qt::TextShowMnemonic, text).width();
}

QString cutSentence(const QWidget& widget, const QString& text, int has, int needs)
{
    return QStringLiteral("%1: \"%2\" is cut off (%3 px for %4)")
        .arg(nameOf(widget), text.left(60))
        .arg(has)
        .arg(needs);
}

void inspectLabel(const QLabel& label, QStringList& findings)
{
    if (label.text().isEmpty() || !label.pixmap(Qt::ReturnByValue).isNull()) return;
    const QRect room =
        label.contentsRect().adjusted(label.margin(), label.margin(), -label.margin(), -label.margin());
    if (label.wordWrap() || label.textFormat() == Qt::RichText) {
        const int needs = label.heightForWidth(label.width());
        if (needs > label.height() + slack)
            findings << cutSentence(label, label.text(), label.height(), needs);
        return;
    }
    const int needs =
        Qt::mightBeRichText(label.text()) ? label.sizeHint().width() : widthOf(label, label.text());
    if (needs > room.width() + slack) findings << cutSentence(label, label.text(), room.width(), needs);
}

void inspectButton(const QAbstractButton& button, QStringList& findings)
{
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (button.text().isEmpty() || (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly))
        return;
    const int needs =
        widthOf(button, button.text()) + (button.icon().isNull() ? 0 : button.iconSize().width() + 4);
    int room = button.contentsRect().width();
    if (qobject_cast<const QCheckBox*>(&button) != nullptr ||
        qobject_cast<const QRadioButton*>(&button) != nullptr)
        room -= button.style()->pixelMetric(QStyle::PM_IndicatorWidth) + 4;
    if (needs > room + slack) findings << cutSentence(button, plain(button.text()), room, needs);
}

void inspectCombo(const QComboBox& combo, QStringList& findings)
{
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.editable = combo.isEditable();
    const QRect field =
        combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    const int needs = widthOf(combo, combo.currentText());
    if (needs > field.width() + slack)
        findings << cutSentence(combo, combo.currentText(), field.width(), needs);
}

void inspectField(const QLineEdit& field, QStringList& findings)
{
    if (field.placeholderText().isEmpty() || !field.text().isEmpty()) return;
    const int room =
        field.contentsRect().width() - field.textMargins().left() - field.textMargins().right() - 4;
    const int needs = widthOf(field, field.placeholderText());
    if (needs > room + slack) findings << cutSentence(field, field.placeholderText(), room, needs);
}

void inspectTabs(const QTabBar& tabs, QStringList& findings)
{
    for (int i = 0; i < tabs.count(); ++i) {
        const int needs = widthOf(tabs, tabs.tabText(i));
        if (tabs.isTabVisible(i) && needs > tabs.tabRect(i).width() + slack)
            findings << cutSentence(tabs, tabs.tabText(i), tabs.tabRect(i).width(), needs);
    }
}

void inspectHeader(const QHeaderView& header, QStringList& findings)
{
    if (header.orientation() != Qt::Horizontal || header.model() == nullptr) return;
    QFont font = header.font();
    font.setBold(true); // as our style draws headers
    const QFontMetrics bold(font);
    for (int section = 0; section < header.count(); ++section) {
        if (header.isSectionHidden(section)) continue;
        const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
        const int needs = bold.size(Qt::TextSingleLine, text).width();
        const int room = header.sectionSize(section) - 2 * headerMargin;
        if (needs > room + slack) findings << cutSentence(header, text, room, needs);
    }
}

void inspectText(const QWidget& widget, QStringList& findings)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) inspectLabel(*label, findings);
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) inspectButton(*button, findings);
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) inspectCombo(*combo, findings);
    if (const auto* field = qobject_cast<const QLineEdit*>(&widget)) inspectField(*field, findings);
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) inspectTabs(*tabs, findings);
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget)) inspectHeader(*header, findings);
}

/// Children that a layout placed; others (overlays, viewports, handles) lie where they were put on purpose.
QList<const QWidget*> laidOutChildren(const QWidget& parent)
{
    QList<const QWidget*> children;
    if (parent.layout() == nullptr) return children;
    for (const QObject* child : parent.children()) {
        const auto* widget = qobject_cast<const QWidget*>(child);
        if (widget == nullptr || widget->isWindow() || !widget->isVisible() || widget->size().isEmpty())
            continue;
        if (parent.layout()->indexOf(widget) >= 0) children << widget;
    }
    return children;
}

bool scrolls(const QWidget& parent)
{
    return parent.parentWidget() != nullptr &&
           qobject_cast<const QAbstractScrollArea*>(parent.parentWidget()->parentWidget()) != nullptr;
}

void inspectPlaces(const QWidget& parent, QStringList& findings)
{
    const auto children = laidOutChildren(parent);
    for (qsizetype i = 0; i < children.size(); ++i) {
        const QRect place = children.at(i)->geometry();
        if (!scrolls(parent) && !parent.rect().adjusted(-slack, -slack, slack, slack).contains(place))
            findings << QStringLiteral("%1 sticks out of %2").arg(nameOf(*children.at(i)), nameOf(parent));
        for (qsizetype j = i + 1; j < children.size(); ++j) {
            const QRect both = place.intersected(children.at(j)->geometry());
            if (both.width() > slack && both.height() > slack)
                findings
                    << QStringLiteral("%1 overlaps %2").arg(nameOf(*children.at(i)), nameOf(*children.at(j)));
        }
    }
}

} // namespace

QStringList layoutFindings(const QWidget& window)
{
    QStringList findings;
    QList<const QWidget*> widgets{&window};
    for (const QWidget* child : window.findChildren<QWidget*>())
        widgets << child;
    for (const QWidget* widget : widgets) {
        if (!widget->isVisibleTo(&window) || widget->visibleRegion().isEmpty()) continue;
        inspectText(*widget, findings);
        inspectPlaces(*widget, findings);
    }
    return findings;
}

} // namespace milepost
