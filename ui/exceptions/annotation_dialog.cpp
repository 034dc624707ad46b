// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/annotation_dialog.h"

#include "models/text.h"

#include <chrono>

namespace milepost {
namespace {

constexpr int usualHours = 4; // of sleep
constexpr int mostHours = 24 * 14;

} // namespace

AnnotationDialog::AnnotationDialog(const QString& kind, QWidget* parent)
    : QInputDialog(parent)
    , m_kind(kind)
{
    setObjectName(QStringLiteral("annotateDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    if (kind == QLatin1String("note")) {
        setWindowTitle(tr("Note"));
        setLabelText(tr("What others should know:"));
    } else if (kind == QLatin1String("ticket")) {
        setWindowTitle(tr("Ticket"));
        setLabelText(tr("Its number in your ticket system:"));
    } else if (kind == QLatin1String("tag")) {
        setWindowTitle(tr("Tag"));
        setLabelText(tr("One word to find it by:"));
    } else {
        setWindowTitle(tr("Sleep until later"));
        setLabelText(tr("Hours until it is listed again; 0 wakes it:"));
        setInputMode(QInputDialog::IntInput);
        setIntRange(0, mostHours);
        setIntValue(usualHours);
    }
}

Annotation AnnotationDialog::annotation(Timestamp now) const
{
    Annotation annotation{.kind = utf8(m_kind)};
    if (inputMode() != QInputDialog::IntInput)
        annotation.text = utf8(textValue().trimmed());
    else if (intValue() > 0)
        annotation.until = now + std::chrono::hours(intValue());
    return annotation;
}

} // namespace milepost
