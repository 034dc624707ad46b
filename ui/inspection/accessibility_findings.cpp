// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspection/accessibility_findings.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QSet>
#include <QWidget>

namespace milepost {
namespace {

bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::List:
    case QAccessible::Link:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown: return true;
    default: return false; // the many roles that only show or hold something
    }
}

/// The window itself has no business in the parts that widgets are made of: the field of a combo box, a
/// scroll bar.
bool isInside(const QWidget& widget)
{
    return widget.objectName().startsWith(QLatin1String("qt_")) ||
           (widget.parentWidget() != nullptr && widget.parentWidget()->inherits("QComboBox")) ||
           (widget.parentWidget() != nullptr && widget.parentWidget()->inherits("QAbstractSpinBox")) ||
           widget.inherits("QComboBoxPrivateContainer") || widget.inherits("QScrollBar");
}

QString placeOf(const QWidget& widget)
{
    QString path = QString::fromLatin1(widget.metaObject()->className());
    for (const QWidget* each = &widget; each != nullptr; each = each->parentWidget())
        if (!each->objectName().isEmpty()) return each->objectName() + QStringLiteral(" > ") + path;
    return path;
}

void inspect(QWidget& widget, QStringList& findings)
{
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&widget);
    if (face == nullptr || !isControl(face->role()) || isInside(widget)) return;
    if (face->text(QAccessible::Name).trimmed().isEmpty())
        findings << QStringLiteral("%1 has no name for a screen reader").arg(placeOf(widget));
    const bool isReachable = widget.focusPolicy() & Qt::TabFocus || widget.focusProxy() != nullptr;
    if (widget.isEnabled() && !isReachable && widget.focusPolicy() == Qt::NoFocus &&
        !widget.property("keyboardElsewhere").toBool())
        findings << QStringLiteral("%1 cannot be reached by keyboard").arg(placeOf(widget));
    if (widget.objectName().isEmpty())
        findings << QStringLiteral("%1 has no objectName").arg(placeOf(widget));
}

} // namespace

QStringList accessibilityFindings(QWidget& window)
{
    QStringList findings;
    QAccessible::setActive(true);
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (widget->isVisibleTo(&window)) inspect(*widget, findings);
    return findings;
}

QStringList tabOrder(const QWidget& window)
{
    QStringList names;
    QSet<const QWidget*> seen;
    for (const QWidget* each = window.nextInFocusChain(); each != nullptr && !seen.contains(each);
         each = each->nextInFocusChain()) {
        seen.insert(each);
        if (each == &window) break;
        if (each->isVisibleTo(&window) && each->isEnabled() && (each->focusPolicy() & Qt::TabFocus))
            names << each->objectName();
    }
    return names;
}

} // namespace milepost
