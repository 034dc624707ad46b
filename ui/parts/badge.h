// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "models/roles.h"

namespace milepost {

/// A word on a coloured ground with an icon that says the same.
class Badge final : public QWidget {
    Q_OBJECT

public:
    explicit Badge(QWidget* parent = nullptr);
    void setBadge(const QString& words, Tone tone, const QString& iconName = {});
    QString text() const { return m_words; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_words;
    QString m_icon;
    Tone m_tone = Tone::Neutral;
};

/// The icon that goes with a tone where none is named.
QString iconNameOf(Tone tone);

/// The width that the words need, with their icon.
int badgeWidth(const QString& words, const QFont& font);

/// Draws a badge into `rect`, left and vertically centred; the words are elided. Returns the width used.
int paintBadge(QPainter& painter, const QRect& rect, const QString& words, Tone tone, const QString& iconName,
               const QFont& font);

} // namespace milepost
