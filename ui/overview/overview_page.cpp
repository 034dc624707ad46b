// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_page.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "models/backend_bridge.h"
#include "models/text.h"
#include "models/words.h"
#include "ui/overview/hours_chart.h"
#include "ui/overview/milestone_bar.h"
#include "ui/overview/tile.h"
#include "ui/parts/card.h"
#include "ui/parts/view_stack.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int lookInterval = 1'000; // milliseconds
constexpr int tilesInRow = 4;
constexpr int ageBuckets = 5;

std::vector<double> valuesOf(const std::vector<TrendPoint>& trend)
{
    std::vector<double> values;
    for (const TrendPoint& point : trend)
        values.push_back(static_cast<double>(point.value));
    return values;
}

void fillTile(Tile& tile, const ConcernFigure& figure, Timestamp now)
{
    QStringList detail;
    if (!figure.money.empty()) detail << Text::money(figure.money);
    if (figure.oldestAt) detail << OverviewPage::tr("oldest %1").arg(Text::relative(*figure.oldestAt, now));
    const Tone tone = figure.orders == 0 ? Tone::Good : Tone::Warning;
    tile.show(Text::number(figure.orders), detail.join(QStringLiteral(" · ")), tone, valuesOf(figure.trend));
}

QString bucketName(const AgeBucket& bucket)
{
    if (!bucket.to) return OverviewPage::tr("older than %1").arg(Text::duration(bucket.from));
    if (bucket.from == Duration{}) return OverviewPage::tr("up to %1").arg(Text::duration(*bucket.to));
    return OverviewPage::tr("%1 to %2").arg(Text::duration(bucket.from), Text::duration(*bucket.to));
}

} // namespace

OverviewPage::OverviewPage(const ConsoleContext& context, QWidget* parent)
    : Page(context, parent)
    , m_sums(new QLabel)
    , m_question(context.bridge, this)
{
    auto* inner = new QWidget;
    auto* innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(16, 12, 16, 12);
    innerLayout->setSpacing(12);
    m_sums->setObjectName(QStringLiteral("overviewSums"));
    m_sums->setProperty("look", QStringLiteral("heading"));
    m_sums->setWordWrap(true);
    innerLayout->addWidget(m_sums);
    innerLayout->addWidget(makeMilestones());
    innerLayout->addWidget(makeTiles());
    innerLayout->addWidget(makeCharts(), 1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content = new ViewStack(scroll);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_content);
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_question.isAsking()) ask();
    });
    m_content->showLoading();
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

QWidget* OverviewPage::makeMilestones()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (int i = static_cast<int>(Milestone::Validated); i <= static_cast<int>(Milestone::Delivered); ++i) {
        auto* bar = new MilestoneBar(static_cast<Milestone>(i));
        connect(bar, &QPushButton::clicked, this, [this, bar] { openOrders({.notYet = bar->milestone()}); });
        m_milestones.push_back(bar);
        layout->addWidget(bar, 1);
    }
    return row;
}

QWidget* OverviewPage::makeTiles()
{
    auto* grid = new QWidget;
    auto* layout = new QGridLayout(grid);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (int i = 0; i < concernCount; ++i) {
        const auto concern = static_cast<Concern>(i);
        auto* tile = new Tile(QStringLiteral("tile-") + text(toKey(concern)), Words::concern(concern));
        connect(tile, &Tile::opened, this, [this, concern] { openOrders({.concern = concern}); });
        m_tiles.push_back(tile);
        layout->addWidget(tile, i / tilesInRow, i % tilesInRow);
    }
    m_failed = new Tile(QStringLiteral("tile-failedDocuments"), tr("Documents failing validation"));
    connect(m_failed, &Tile::opened, this, [this] {
        emit goTo({.page = Place::Page::Exceptions, .exceptions = {.kind = ExceptionClass::Validation}});
    });
    layout->addWidget(m_failed, concernCount / tilesInRow, concernCount % tilesInRow);
    for (int column = 0; column < tilesInRow; ++column)
        layout->setColumnStretch(column, 1);
    return grid;
}

QWidget* OverviewPage::makeCharts()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_throughput = new HoursChart(QStringLiteral("throughput"), tr("Orders by hour"),
                                  {{tr("received"), [](const HourFigure& hour) { return hour.received; }},
                                   {tr("shipped"), [](const HourFigure& hour) { return hour.shipped; }},
                                   {tr("invoiced"), [](const HourFigure& hour) { return hour.invoiced; }},
                                   {tr("delivered"), [](const HourFigure& hour) { return hour.delivered; }}});
    m_exceptions = new HoursChart(QStringLiteral("exceptionRate"), tr("Exceptions by hour"),
                                  {{tr("opened"), [](const HourFigure& hour) { return hour.exceptions; }}});
    for (HoursChart* chart : {m_throughput, m_exceptions}) {
        connect(chart, &HoursChart::opened, this, &OverviewPage::openHour);
        auto* card = new Card(chart->accessibleName());
        card->setContent(chart);
        layout->addWidget(card, chart == m_throughput ? 4 : 3);
    }
    auto* ages = new QWidget;
    auto* agesLayout = new QVBoxLayout(ages);
    for (int i = 0; i < ageBuckets; ++i) {
        m_ages.push_back(new QLabel);
        agesLayout->addWidget(m_ages.back());
    }
    agesLayout->addStretch(1);
    auto* card = new Card(tr("Open orders by age"));
    card->setContent(ages);
    layout->addWidget(card, 1);
    return row;
}

void OverviewPage::enter(const Place&)
{
    ask();
}

void OverviewPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_timer.start();
}

void OverviewPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_timer.stop();
}

void OverviewPage::ask()
{
    m_question.ask([](Backend& backend, const std::stop_token&) { return backend.overview(); },
                   [this](const Result<OverviewView>& view) {
                       if (view) return take(*view);
                       m_content->showError(view.error(), [this] { ask(); });
                   });
}

void OverviewPage::take(const OverviewView& view)
{
    if (view.orders == 0)
        return m_content->showEmpty(
            tr("No orders yet"), tr("When a connected channel sends orders, their milestones appear here."));
    QStringList sums{tr("%1 orders").arg(Text::number(view.orders)),
                     tr("%1 open").arg(Text::number(view.openOrders))};
    if (!view.moneyAtRisk.empty()) sums << tr("at risk in exceptions: %1").arg(Text::money(view.moneyAtRisk));
    m_sums->setText(sums.join(QStringLiteral(" · ")));
    for (MilestoneBar* bar : m_milestones) {
        const auto figure = std::ranges::find(view.milestones, bar->milestone(), &MilestoneFigure::milestone);
        if (figure != view.milestones.end()) bar->show(*figure, view.asOf);
    }
    for (std::size_t i = 0; i < m_tiles.size() && i < view.concerns.size(); ++i)
        fillTile(*m_tiles[i], view.concerns[i], view.asOf);
    fillTile(*m_failed, view.failedDocuments, view.asOf);
    m_throughput->show(view.hours);
    m_exceptions->show(view.hours);
    for (std::size_t i = 0; i < m_ages.size() && i < view.ages.size(); ++i)
        m_ages[i]->setText(bucketName(view.ages[i]) + QStringLiteral(": ") +
                           Text::number(view.ages[i].orders));
    m_content->showContent();
}

void OverviewPage::openOrders(const OrderFilter& filter)
{
    emit goTo({.page = Place::Page::Orders, .orders = filter});
}

void OverviewPage::openHour(Timestamp hour)
{
    openOrders({.receivedFrom = hour, .receivedBefore = hour + std::chrono::hours(1)});
}

} // namespace milepost
