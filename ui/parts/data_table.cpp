// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/data_table.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include "ui/parts/cell_delegate.h"
#include "ui/theme/theme.h"
#include "ui/ui_settings.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int copyLimit = 10'000;  ///< rows; more is what the export is for
constexpr int rememberPause = 100; // milliseconds: a column being dragged changes with every pixel

QString asCell(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

DataTable::DataTable(const QString& name, UiSettings& settings, QWidget* parent)
    : QTableView(parent)
    , m_settings(settings)
{
    setObjectName(name);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setAlternatingRowColors(true);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    QHeaderView* header = horizontalHeader();
    header->setObjectName(name + QStringLiteral("Header"));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setStretchLastSection(true);
    connect(header, &QWidget::customContextMenuRequested, this, &DataTable::showColumnMenu);
    // at once: when the table goes, its model may have gone before it
    m_rememberSoon.setSingleShot(true);
    m_rememberSoon.setInterval(rememberPause);
    connect(&m_rememberSoon, &QTimer::timeout, this, &DataTable::remember);
    for (const auto change : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(header, change, &m_rememberSoon, qOverload<>(&QTimer::start));
    connect(header, &QHeaderView::sortIndicatorChanged, &m_rememberSoon, qOverload<>(&QTimer::start));
    connect(this, &QAbstractItemView::doubleClicked, this, &DataTable::opened);
}

DataTable::~DataTable()
{
    remember();
}

void DataTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    for (int column = 0; model != nullptr && column < model->columnCount(); ++column)
        setColumnWidth(column, std::max(columnWidth(column), horizontalHeader()->sectionSizeHint(column)));
    m_firstState = horizontalHeader()->saveState();
    const QByteArray state = m_settings.layout(objectName());
    if (state.isEmpty() || !horizontalHeader()->restoreState(state))
        for (const int column : m_hiddenAtFirst)
            setColumnHidden(column, true);
}

void DataTable::setRowActions(const QList<QAction*>& actions)
{
    m_rowActions = actions;
}

void DataTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || model() == nullptr || model()->rowCount() > 0) return;
    QPainter painter(viewport());
    painter.setPen(Theme::colors().mutedText);
    const QRect place = viewport()->rect().adjusted(12, 12, -12, -12);
    painter.drawText(place, Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap, m_emptyText);
}

void DataTable::setFirstWidths(const QList<int>& widths)
{
    if (!m_settings.layout(objectName()).isEmpty()) return;
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, std::max(widths[column], horizontalHeader()->sectionSizeHint(column)));
    m_firstState = horizontalHeader()->saveState();
}

void DataTable::sortAtFirst(int column, Qt::SortOrder order)
{
    if (m_settings.layout(objectName()).isEmpty()) horizontalHeader()->setSortIndicator(column, order);
    setSortingEnabled(true); // sorts by what the header says
}

void DataTable::hideAtFirst(const QList<int>& columns)
{
    m_hiddenAtFirst = columns;
}

void DataTable::copySelection()
{
    if (selectionModel() == nullptr) return;
    const auto selection = selectionModel()->selection();
    int rows = 0;
    for (const QItemSelectionRange& range : selection)
        rows += range.height();
    if (rows == 0) return;
    if (rows > copyLimit)
        return emit copied(tr("%n rows are too many to copy; export them instead", nullptr, rows));
    QApplication::clipboard()->setText(selectionAsText(copyLimit));
    emit copied(tr("%n rows copied", nullptr, rows));
}

QString DataTable::selectionAsText(int rowLimit) const
{
    QList<int> columns;
    QStringList lines;
    QStringList cells;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (isColumnHidden(column)) continue;
        columns << column;
        cells << asCell(model()->headerData(column, Qt::Horizontal).toString());
    }
    lines << cells.join(QLatin1Char('\t'));
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && lines.size() <= rowLimit; ++row) {
            cells.clear();
            for (const int column : columns)
                cells << asCell(model()->index(row, column).data().toString());
            lines << cells.join(QLatin1Char('\t'));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) return copySelection();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) return emit opened(currentIndex());
    QTableView::keyPressEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_rowActions);
    if (!m_rowActions.isEmpty()) menu->addSeparator();
    menu->addAction(tr("Copy rows"), this, &DataTable::copySelection);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
                      : event->globalPos());
}

void DataTable::showColumnMenu(const QPoint& place)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction* action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->addSeparator();
    menu->addAction(tr("Reset columns"), this, [this] {
        horizontalHeader()->restoreState(m_firstState);
        for (const int column : m_hiddenAtFirst)
            setColumnHidden(column, true);
    });
    menu->popup(horizontalHeader()->mapToGlobal(place));
}

void DataTable::remember()
{
    if (model() != nullptr) m_settings.setLayout(objectName(), horizontalHeader()->saveState());
}

} // namespace milepost
