// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QInputDialog>

#include "backend/service/work_views.h"

#include <optional>

namespace milepost {

/// Asks for one annotation of an exception: a note, a tag, a ticket or how long it shall sleep.
class AnnotationDialog final : public QInputDialog {
    Q_OBJECT

public:
    /// `kind`: note, tag, ticket or snooze. Deletes itself when it is closed.
    explicit AnnotationDialog(const QString& kind, QWidget* parent = nullptr);

    /// What the person gave; a sleep counts from `now`, one of 0 hours wakes it.
    Annotation annotation(Timestamp now) const;

private:
    QString m_kind;
};

} // namespace milepost
