// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

#include "ui/place.h"

namespace milepost {

/// The pages at the left, each with icon, name and possibly a count.
class Navigation final : public QListWidget {
    Q_OBJECT

public:
    explicit Navigation(QWidget* parent = nullptr);

    void addPage(Place::Page place, const QString& title, const QString& iconName);
    /// Marks it; emits nothing.
    void showCurrent(Place::Page place);
    /// A number that asks to be looked at; 0: none. `words` say it to a screen reader.
    void setCount(Place::Page place, std::int64_t count, const QString& words);
    Place::Page placeAt(int row) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosen(milepost::Place::Page place); ///< by mouse or keyboard

private:
    int rowOf(Place::Page place) const;
};

} // namespace milepost
