// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/systems_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/backend_bridge.h"
#include "models/text.h"
#include "models/when_ready.h"
#include "models/words.h"
#include "ui/parts/data_table.h"
#include "ui/parts/reason_dialog.h"
#include "ui/parts/view_stack.h"
#include "ui/systems/training_card.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int lookInterval = 1'000; // milliseconds

Tone toneOf(const SystemDetail& system)
{
    if (system.state == "up") return Tone::Good;
    if (system.state == "parked") return Tone::Bad;
    return system.state == "paused" ? Tone::Warning : Tone::Neutral;
}

TableCell count(std::int64_t value)
{
    return {.text = Text::number(value), .sort = qlonglong(value), .isFigure = true};
}

TableCell time(const std::optional<Timestamp>& at, Timestamp now)
{
    if (!at) return {.text = Text::none(), .sort = qlonglong(0)};
    return {.text = Text::relative(*at, now),
            .hint = Text::time(*at),
            .sort = qlonglong(at->time_since_epoch().count())};
}

/// What the source says it has sent, beside what is here of that.
TableCell counts(const std::optional<CountsView>& counts)
{
    if (!counts) return {.text = Text::none(), .sort = qlonglong(0)};
    const bool isEqual = counts->said == counts->arrived;
    return {.text = SystemsPage::tr("%1 / %2").arg(Text::number(counts->said), Text::number(counts->arrived)),
            .tone = isEqual ? std::nullopt : std::optional(Tone::Bad),
            .hint = SystemsPage::tr("From %1 to %2 it says it sent %3; here are %4")
                        .arg(Text::time(counts->from), Text::time(counts->to), Text::number(counts->said),
                             Text::number(counts->arrived)),
            .sort = qlonglong(counts->said - counts->arrived),
            .isFigure = true};
}

TableRow rowOf(const SystemDetail& system, qlonglong id, Timestamp now)
{
    const double share =
        system.calls > 0 ? static_cast<double>(system.failures) / static_cast<double>(system.calls) : 0.0;
    return {
        .id = id,
        .cells = {
            {.text = text(system.name)},
            {.text = Words::systemKind(system.kind)},
            {.text = Words::systemState(system.state), .tone = toneOf(system), .hint = text(system.trouble)},
            time(system.lastContactAt, now),
            time(system.watermark, now),
            count(system.inFlight),
            count(system.queued),
            count(system.parkedEffects),
            {.text = QLocale().toString(system.callsPerSecond, 'f', 1),
             .sort = system.callsPerSecond,
             .isFigure = true},
            {.text = system.calls > 0 ? Text::share(share) : Text::none(), .sort = share, .isFigure = true},
            count(system.openExceptions),
            counts(system.counts)}};
}

} // namespace

SystemsPage::SystemsPage(const ConsoleContext& context, QWidget* parent)
    : Page(context, parent)
    , m_model({tr("System"), tr("Kind"), tr("State"), tr("Last contact"), tr("Told everything up to"),
               tr("Under way"), tr("Queue"), tr("Parked calls"), tr("Calls/s"), tr("Failed"),
               tr("Exceptions"), tr("Sent / here")})
    , m_table(new DataTable(QStringLiteral("systemTable"), context.settings))
    , m_content(new ViewStack(m_table))
    , m_detail(new QLabel)
    , m_pause(new QPushButton)
    , m_orders(new QPushButton(icon(QStringLiteral("orders")), tr("Orders that &wait for it")))
    , m_exceptions(new QPushButton(icon(QStringLiteral("exceptions")), tr("Its e&xceptions")))
    , m_question(context.bridge, this)
{
    m_table->setAccessibleName(tr("Systems"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    m_table->sortAtFirst(0, Qt::AscendingOrder);
    m_table->setFirstWidths({100, 160, 140});
    m_table->setColumnWidth(2, 150);
    m_table->setColumnWidth(4, 160);
    m_detail->setWordWrap(true);
    m_detail->setObjectName(QStringLiteral("systemDetail"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_detail);
    layout->addWidget(makeActions());
    if (context.training != nullptr) {
        m_training = new TrainingCard(context);
        layout->addWidget(m_training);
        connect(m_training, &TrainingCard::notice, this, &Page::notice);
    }
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_question.isAsking()) ask();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SystemsPage::showCurrent);
    connect(m_table, &DataTable::copied, this, &Page::notice);
    m_content->showLoading();
    showCurrent();
}

QWidget* SystemsPage::makeActions()
{
    m_pause->setObjectName(QStringLiteral("pauseSystem"));
    m_pause->setShortcut(QKeySequence(QStringLiteral("Ctrl+P")));
    m_orders->setObjectName(QStringLiteral("systemOrders"));
    m_exceptions->setObjectName(QStringLiteral("systemExceptions"));
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* button : {m_pause, m_orders, m_exceptions})
        layout->addWidget(button);
    layout->addStretch(1);
    connect(m_pause, &QPushButton::clicked, this, &SystemsPage::togglePause);
    connect(m_orders, &QPushButton::clicked, this, [this] {
        if (const SystemDetail* system = current())
            emit goTo({.page = Place::Page::Orders, .orders = {.system = system->name}});
    });
    connect(m_exceptions, &QPushButton::clicked, this, [this] {
        if (const SystemDetail* system = current())
            emit goTo({.page = Place::Page::Exceptions, .exceptions = {.system = system->name}});
    });
    return bar;
}

QString SystemsPage::title() const
{
    return tr("Systems");
}

QList<ShortcutRow> SystemsPage::shortcuts() const
{
    return {{tr("Ctrl+P"), tr("Pause or resume the system")}};
}

void SystemsPage::enter(const Place& place)
{
    m_wanted = utf8(place.system);
    ask();
    if (m_training != nullptr) m_training->refresh();
    m_table->setFocus();
}

void SystemsPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_timer.start();
}

void SystemsPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_timer.stop();
}

void SystemsPage::ask()
{
    m_question.ask([](Backend& backend, const std::stop_token&) { return backend.systems(); },
                   [this](const Result<std::vector<SystemDetail>>& systems) {
                       if (systems) return take(*systems);
                       m_content->showError(systems.error(), [this] { ask(); });
                   });
}

void SystemsPage::take(const std::vector<SystemDetail>& systems)
{
    m_systems = systems;
    if (systems.empty())
        return m_content->showEmpty(tr("No system is connected"),
                                    tr("A network file names the systems: milepost --network FILE."));
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < systems.size(); ++i)
        rows.push_back(rowOf(systems[i], static_cast<qlonglong>(i) + 1, context().now()));
    m_model.setRows(std::move(rows));
    m_content->showContent();
    const auto wanted = std::ranges::find(m_systems, m_wanted, &SystemDetail::name);
    if (wanted != m_systems.end())
        m_table->selectRow(m_model.rowOf(wanted - m_systems.begin() + 1).value_or(0));
    else if (!m_table->selectionModel()->hasSelection())
        m_table->selectRow(0);
    m_wanted.clear();
    showCurrent();
}

const SystemDetail* SystemsPage::current() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty()) return nullptr;
    const auto place = static_cast<std::size_t>(rows.front().data(IdRole).toLongLong() - 1);
    return place < m_systems.size() ? &m_systems[place] : nullptr;
}

void SystemsPage::showCurrent()
{
    const SystemDetail* system = current();
    const bool isPaused = system != nullptr && system->state == "paused";
    m_pause->setText(isPaused ? tr("&Resume…") : tr("Pa&use…"));
    m_pause->setIcon(icon(isPaused ? QStringLiteral("resume") : QStringLiteral("pause")));
    for (QPushButton* button : {m_pause, m_orders, m_exceptions})
        button->setEnabled(system != nullptr);
    if (system == nullptr) return m_detail->setText(tr("Select a system to see more of it."));
    m_pause->setEnabled(system->state != "notConnected");
    QStringList words{text(system->name) + QStringLiteral(": ") + Words::systemState(system->state)};
    if (system->state == "parked" && !system->trouble.empty())
        words << tr("it does not answer (%1)").arg(text(system->trouble));
    if (system->nextProbeAt)
        words << tr("tried again %1").arg(Text::relative(*system->nextProbeAt, context().now()));
    if (!system->capabilities.empty()) {
        QStringList can;
        for (const std::string& capability : system->capabilities)
            can << text(capability);
        words << tr("can do: %1").arg(can.join(QStringLiteral(", ")));
    }
    m_detail->setText(words.join(QStringLiteral(" · ")));
}

void SystemsPage::togglePause()
{
    const SystemDetail* system = current();
    if (system == nullptr || !m_pause->isEnabled()) return;
    const bool isPausing = system->state != "paused";
    const QString name = text(system->name);
    auto* dialog = new ReasonDialog(
        isPausing ? tr("Pause %1").arg(name) : tr("Resume %1").arg(name),
        isPausing ? tr("It is not called until somebody resumes it. What it tells us is still taken.")
                  : tr("What waited for it is sent now."),
        isPausing ? tr("&Pause") : tr("&Resume"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, isPausing, name] {
        const auto written = context().bridge.carryOut(
            [name = utf8(name), isPausing, actor = utf8(context().actor), reason = utf8(dialog->reason())](
                Backend& backend) { return backend.pauseSystem(name, isPausing, actor, reason); });
        whenReady(written, this, [this](const Status& status) {
            if (!status) emit notice(Words::error(status.error()));
            ask();
        });
    });
    dialog->open();
}

} // namespace milepost
