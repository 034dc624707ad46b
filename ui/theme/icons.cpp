// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace milepost {
namespace {

QByteArray source(const QString& name)
{
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// No tone: on the ground of the accent.
QColor colorFor(std::optional<Tone> tone, QIcon::Mode mode)
{
    const ThemeColors& colors = Theme::colors();
    if (mode == QIcon::Disabled) return colors.mutedText;
    if (mode == QIcon::Selected || !tone) return colors.accentText;
    return colors.tone(*tone);
}

/// Draws the SVG in the colour that the theme has at that moment.
class ThemedIcon final : public QIconEngine {
public:
    ThemedIcon(QString name, std::optional<Tone> tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        QByteArray svg = source(m_name);
        svg.replace("#000", colorFor(m_tone, mode).name().toLatin1());
        QSvgRenderer renderer(svg);
        painter->save();
        if (mode == QIcon::Disabled) painter->setOpacity(0.6);
        renderer.render(painter, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ThemedIcon(m_name, m_tone); }

private:
    QString m_name;
    std::optional<Tone> m_tone;
};

} // namespace

QIcon icon(const QString& name, Tone tone)
{
    return QIcon(new ThemedIcon(name, tone));
}

QIcon primaryIcon(const QString& name)
{
    return QIcon(new ThemedIcon(name, std::nullopt));
}

QPixmap iconPixmap(const QString& name, Tone tone, int size, double ratio)
{
    const QString key = QStringLiteral("milepost/%1/%2/%3/%4/%5")
                            .arg(name)
                            .arg(static_cast<int>(tone))
                            .arg(size)
                            .arg(ratio)
                            .arg(Theme::colors().isDark);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    const int pixels = qRound(size * ratio);
    pixmap = icon(name, tone).pixmap(QSize(pixels, pixels));
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

bool hasIcon(const QString& name)
{
    return QFile::exists(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
}

} // namespace milepost
