// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/tile.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include "ui/theme/theme.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int trendHeight = 22;

} // namespace

Tile::Tile(const QString& name, const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(title)
    , m_name(new QLabel(title))
    , m_figure(new QLabel(QStringLiteral("–")))
    , m_detail(new QLabel)
{
    setObjectName(name);
    setProperty("look", QStringLiteral("tile"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(title);
    m_figure->setProperty("look", QStringLiteral("figure"));
    m_detail->setProperty("look", QStringLiteral("muted"));
    m_name->setWordWrap(true);
    m_detail->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, trendHeight + 14); // the trend is painted below the words
    layout->setSpacing(2);
    layout->addWidget(m_name);
    layout->addWidget(m_figure);
    layout->addWidget(m_detail);
    layout->addStretch(1);
    setMinimumWidth(150);
}

void Tile::show(const QString& figure, const QString& detail, Tone tone, std::vector<double> trend)
{
    m_figure->setText(figure);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_tone = tone;
    m_trend = std::move(trend);
    setAccessibleDescription(m_title + QStringLiteral(": ") + figure + QStringLiteral(", ") + detail);
    update();
}

void Tile::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) return emit opened();
    QFrame::keyPressEvent(event);
}

void Tile::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) emit opened();
}

/// The trend as a line along the lower edge.
void Tile::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (m_trend.size() < 2) return;
    const QRectF area(12, height() - trendHeight - 8, width() - 24, trendHeight);
    const double most = std::max(1.0, *std::ranges::max_element(m_trend));
    QPainterPath line;
    for (std::size_t i = 0; i < m_trend.size(); ++i) {
        const QPointF point(area.left() + area.width() * double(i) / double(m_trend.size() - 1),
                            area.bottom() - area.height() * m_trend[i] / most);
        i == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::colors().tone(m_tone == Tone::Neutral ? Tone::Info : m_tone), 1.5));
    painter.drawPath(line);
}

} // namespace milepost
