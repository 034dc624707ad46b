// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/status_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

#include "models/engine_switch.h"
#include "models/engine_watch.h"
#include "models/text.h"
#include "models/work_list.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int noticeMs = 8'000;
constexpr int progressWidth = 110;
constexpr int mostWork = 180; ///< pixels of a title

Place placeOf(Place::Page page)
{
    return {.page = page};
}

Place openOrders()
{
    Place place{.page = Place::Page::Orders};
    place.orders.isOpen = true;
    return place;
}

} // namespace

StatusStrip::StatusStrip(QWidget* parent)
    : QFrame(parent)
    , m_progress(new QProgressBar)
    , m_notice(new QLabel)
    , m_clock(new QLabel)
    , m_patience(new QTimer(this))
{
    setObjectName(QStringLiteral("statusStrip"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 1, 10, 1);
    layout->setSizeConstraint(QLayout::SetNoConstraint); // a long text must not widen the window
    layout->setSpacing(2);
    m_engine = addSegment("stripEngine", placeOf(Place::Page::Systems));
    m_systems = addSegment("stripSystems", placeOf(Place::Page::Systems));
    m_orders = addSegment("stripOrders", openOrders());
    m_exceptions = addSegment("stripExceptions", placeOf(Place::Page::Exceptions));
    m_work = addSegment("stripWork", placeOf(Place::Page::Activity));
    layout->addWidget(m_progress);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_clock);
    m_progress->setObjectName(QStringLiteral("stripProgress"));
    m_progress->setFixedWidth(progressWidth);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_notice->setObjectName(QStringLiteral("stripNotice"));
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_clock->setObjectName(QStringLiteral("stripClock"));
    m_clock->setToolTip(tr("Business time"));
    m_work->hide();
    m_progress->hide();
    m_patience->setSingleShot(true);
    connect(m_patience, &QTimer::timeout, this, [this] { notice({}); });
    setMinimumHeight(sizeHint().height());
}

/// Where there is not room for all, what can be seen elsewhere goes first.
void StatusStrip::fit()
{
    const bool hasWork = !m_work->isHidden();
    m_progress->setVisible(hasWork);
    m_clock->show();
    for (QWidget* spare : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_clock)}) {
        layout()->invalidate();
        if (layout()->sizeHint().width() <= width()) break;
        spare->hide();
    }
    layout()->activate();
    m_notice->setText(m_notice->fontMetrics().elidedText(m_noticeWords, Qt::ElideRight, m_notice->width()));
}

void StatusStrip::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

QToolButton* StatusStrip::addSegment(const char* name, const Place& place)
{
    auto* segment = new QToolButton;
    segment->setObjectName(QLatin1String(name));
    segment->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    segment->setAutoRaise(true);
    segment->setIconSize(QSize(16, 16));
    segment->setFocusPolicy(Qt::TabFocus);
    connect(segment, &QToolButton::clicked, this, [this, place] { emit goTo(place); });
    layout()->addWidget(segment);
    return segment;
}

void StatusStrip::set(QToolButton* segment, const QString& iconName, Tone tone, const QString& words,
                      const QString& tip)
{
    segment->setIcon(icon(iconName, tone));
    segment->setText(words);
    segment->setToolTip(tip);
    segment->setAccessibleName(words);
}

void StatusStrip::showPicture(const EnginePicture& picture, const EngineSwitch& engine)
{
    showEngine(picture, engine);
    showSystems(picture);
    const auto open = picture.engine.isRunning ? picture.engine.openOrders : 0;
    m_orders->setVisible(picture.engine.isRunning);
    set(m_orders, QStringLiteral("orders"), Tone::Neutral, tr("%1 orders under way").arg(Text::number(open)),
        tr("Opens the orders under way"));
    const auto exceptions = static_cast<int>(picture.status.openExceptions);
    m_exceptions->setVisible(picture.isKnown);
    set(m_exceptions, exceptions == 0 ? QStringLiteral("check") : QStringLiteral("exceptions"),
        exceptions == 0 ? Tone::Good : Tone::Bad,
        exceptions == 0 ? tr("No exceptions") : tr("%n exception(s)", nullptr, exceptions),
        tr("Opens the exceptions"));
    fit();
}

void StatusStrip::showEngine(const EnginePicture& picture, const EngineSwitch& engine)
{
    const QString play = QStringLiteral("play");
    const QString clock = QStringLiteral("clock");
    using Phase = EngineSwitch::Phase;
    switch (engine.phase()) {
    case Phase::StartingNetwork:
        return set(m_engine, clock, Tone::Info, tr("Starting the demo systems…"),
                   tr("The systems that the orders go through are being started."));
    case Phase::StartingEngine:
        return set(m_engine, clock, Tone::Info, tr("Starting the engine…"), tr("The store is being opened."));
    case Phase::Stopping: return set(m_engine, clock, Tone::Info, tr("Stopping the engine…"), {});
    case Phase::Stopped:
        return set(m_engine, QStringLiteral("stop"), Tone::Warning, tr("Engine stopped"),
                   tr("Orders do not go on until it is started again."));
    case Phase::Failed:
        return engine.error().kind == ErrorKind::Conflict
                   ? set(m_engine, QStringLiteral("key"), Tone::Warning, tr("Reading only"),
                         text(engine.error().message))
                   : set(m_engine, QStringLiteral("error"), Tone::Bad, tr("Engine not started"),
                         text(engine.error().message));
    case Phase::Running: break;
    }
    if (!picture.engine.trouble.empty())
        return set(m_engine, QStringLiteral("error"), Tone::Bad,
                   picture.engine.queuedInputs == 0 ? tr("Cannot write")
                                                    : tr("Cannot write, %n message(s) not saved yet", nullptr,
                                                         picture.engine.queuedInputs),
                   text(picture.engine.trouble));
    set(m_engine, play, Tone::Good, tr("Engine running"),
        tr("Calls under way: %1. Waiting: %2. Outcome unknown: %3.")
            .arg(Text::number(picture.engine.inFlight), Text::number(picture.engine.waiting),
                 Text::number(picture.engine.unknown)));
}

void StatusStrip::showSystems(const EnginePicture& picture)
{
    const int total = picture.connected();
    m_systems->setVisible(total > 0);
    if (total == 0) return;
    if (!picture.engine.isRunning)
        return set(m_systems, QStringLiteral("plug"), Tone::Neutral,
                   tr("%n system(s) not asked", nullptr, total),
                   tr("While the engine stands still no system is asked or called."));
    const auto number = [](int count) { return Text::number(count); };
    const QString tip = tr("Systems up: %1, not heard of for long: %2, not answering: %3, paused: %4")
                            .arg(number(picture.systemsUp), number(picture.systemsBehind),
                                 number(picture.systemsParked), number(picture.systemsPaused));
    const bool isInStep = picture.systemsUp == total;
    set(m_systems, QStringLiteral("plug"),
        isInStep                 ? Tone::Good
        : picture.areAllSilent() ? Tone::Bad
                                 : Tone::Warning,
        isInStep ? tr("%n system(s) in step", nullptr, total)
                 : tr("%1 of %2 systems in step").arg(number(picture.systemsUp), number(total)),
        tip);
}

void StatusStrip::showWorks(const WorkList& works)
{
    const int running = works.running();
    m_work->setVisible(running > 0);
    if (running == 0) return fit();
    const auto last =
        std::ranges::find(works.works().rbegin(), works.works().rend(), WorkState::Running, &Work::state);
    set(m_work, QStringLiteral("activity"), Tone::Info,
        running == 1 ? fontMetrics().elidedText(last->title, Qt::ElideMiddle, mostWork)
                     : tr("%n long work(s) running", nullptr, running),
        tr("%1. Opens the activity").arg(last->title));
    const bool isKnown = last->total > 0;
    m_progress->setRange(0, isKnown ? 1000 : 0);
    if (isKnown) m_progress->setValue(static_cast<int>(last->done * 1000 / last->total));
    m_progress->setAccessibleName(tr("Progress of %1").arg(last->title));
    fit();
}

void StatusStrip::showTime(Timestamp now, double speed)
{
    m_clock->setText(
        speed > 1.0
            ? tr("%1 · %2 times as fast").arg(Text::time(now), Text::number(static_cast<std::int64_t>(speed)))
            : Text::time(now));
}

void StatusStrip::notice(const QString& words)
{
    m_noticeWords = words;
    m_notice->setToolTip(words);
    m_patience->start(noticeMs);
    fit();
}

} // namespace milepost
