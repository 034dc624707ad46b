// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/badge.h"

#include <QPainter>

#include "ui/theme/icons.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int padding = 6;
constexpr int gap = 4;

int iconSize(const QFontMetrics& metrics)
{
    return metrics.ascent();
}

} // namespace

QString iconNameOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return QStringLiteral("dot");
    case Tone::Info: return QStringLiteral("info");
    case Tone::Good: return QStringLiteral("check");
    case Tone::Warning: return QStringLiteral("warning");
    case Tone::Bad: return QStringLiteral("error");
    }
    return {};
}

int badgeWidth(const QString& words, const QFont& font)
{
    const QFontMetrics metrics(font);
    return padding + iconSize(metrics) + gap + metrics.horizontalAdvance(words) + padding;
}

int paintBadge(QPainter& painter, const QRect& rect, const QString& words, Tone tone, const QString& iconName,
               const QFont& font)
{
    const QFontMetrics metrics(font);
    const int icon = iconSize(metrics);
    const int height = std::min(rect.height(), metrics.height() + 4);
    const int wanted = badgeWidth(words, font);
    const QRect ground(rect.left(), rect.top() + (rect.height() - height) / 2, std::min(wanted, rect.width()),
                       height);
    const ThemeColors& colors = Theme::colors();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.toneGround(tone));
    painter.drawRoundedRect(ground, 4, 4);
    const double ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(ground.left() + padding, ground.top() + (height - icon) / 2,
                       iconPixmap(iconName.isEmpty() ? iconNameOf(tone) : iconName, tone, icon, ratio));
    const QRect text = ground.adjusted(padding + icon + gap, 0, -padding / 2, 0);
    painter.setFont(font);
    painter.setPen(colors.tone(tone));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(words, Qt::ElideRight, text.width()));
    painter.restore();
    return ground.width();
}

Badge::Badge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Badge::setBadge(const QString& words, Tone tone, const QString& iconName)
{
    m_words = words;
    m_tone = tone;
    m_icon = iconName;
    setAccessibleName(words);
    setVisible(!words.isEmpty());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return {badgeWidth(m_words, font()) + 2, QFontMetrics(font()).height() + 4};
}

void Badge::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_words, m_tone, m_icon, font());
}

} // namespace milepost
