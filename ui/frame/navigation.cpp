// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/navigation.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include "models/text.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int placeRole = Qt::UserRole;
constexpr int countRole = Qt::UserRole + 1;
constexpr int titleRole = Qt::UserRole + 2;
constexpr int pillPadding = 7;
constexpr int pillMargin = 10;

QString pillText(const QModelIndex& index)
{
    const auto count = index.data(countRole).toLongLong();
    return count == 0 ? QString() : Text::number(count);
}

/// Draws the count at the right end of an item.
class CountDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString words = pillText(index);
        if (words.isEmpty()) return;
        const ThemeColors& colors = Theme::colors();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        QFont font = option.font;
        font.setBold(true);
        const QFontMetrics metrics(font);
        const int height = metrics.height() + 2;
        const int width = std::max(metrics.horizontalAdvance(words) + 2 * pillPadding, height);
        const QRect pill(option.rect.right() - pillMargin - width, option.rect.center().y() - height / 2,
                         width, height);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? colors.accentText : colors.toneGround(Tone::Bad));
        painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter->setFont(font);
        painter->setPen(isSelected ? colors.accent : colors.tone(Tone::Bad));
        painter->drawText(pill, Qt::AlignCenter, words);
        painter->restore();
    }
};

} // namespace

Navigation::Navigation(QWidget* parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Pages"));
    setProperty("look", QStringLiteral("navigation"));
    setItemDelegate(new CountDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setIconSize(QSize(20, 20));
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) emit chosen(placeAt(row));
    });
}

void Navigation::addPage(Place::Page place, const QString& title, const QString& iconName)
{
    const QSignalBlocker quiet(this);
    auto* entry = new QListWidgetItem(icon(iconName), title, this);
    entry->setData(placeRole, static_cast<int>(place));
    entry->setData(titleRole, title);
    entry->setToolTip(tr("%1 (Alt+%2)").arg(title).arg(count()));
    updateGeometry();
}

void Navigation::showCurrent(Place::Page place)
{
    const QSignalBlocker quiet(this);
    setCurrentRow(rowOf(place));
}

void Navigation::setCount(Place::Page place, std::int64_t count, const QString& words)
{
    const int row = rowOf(place);
    if (row < 0) return;
    item(row)->setData(countRole, qlonglong(count));
    const QString title = item(row)->data(titleRole).toString();
    item(row)->setData(Qt::AccessibleTextRole, count == 0 ? title : tr("%1, %2").arg(title, words));
}

Place::Page Navigation::placeAt(int row) const
{
    return static_cast<Place::Page>(item(row)->data(placeRole).toInt());
}

int Navigation::rowOf(Place::Page place) const
{
    for (int row = 0; row < count(); ++row) {
        if (placeAt(row) == place) return row;
    }
    return -1;
}

QSize Navigation::sizeHint() const
{
    int widest = 0;
    for (int row = 0; row < count(); ++row)
        widest = std::max(widest, fontMetrics().horizontalAdvance(item(row)->text()));
    const int pill = fontMetrics().horizontalAdvance(QStringLiteral("9,999")) + 2 * pillPadding;
    return {widest + iconSize().width() + pill + 52, 200};
}

} // namespace milepost
