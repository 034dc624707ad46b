// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_filter_bar.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "models/backend_bridge.h"
#include "models/text.h"
#include "models/words.h"
#include "ui/theme/icons.h"

namespace milepost {
namespace {

using namespace std::chrono_literals;

void choose(QComboBox* box, const QVariant& value)
{
    const QSignalBlocker quiet(box);
    int index = box->findData(value);
    if (index < 0 && value.isValid() && !value.toString().isEmpty()) {
        box->addItem(value.toString(), value); // a name that is not known here yet
        index = box->count() - 1;
    }
    box->setCurrentIndex(std::max(index, 0));
}

} // namespace

OrderFilterBar::OrderFilterBar(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new QLineEdit)
    , m_names(context.bridge, this)
{
    m_search->setObjectName(QStringLiteral("orderSearch"));
    m_search->setAccessibleName(tr("Search orders"));
    m_search->setPlaceholderText(tr("Any number, customer or item"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(260);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* first = new QHBoxLayout;
    layout->addLayout(first);
    first->addWidget(m_search, 1);
    m_state = addChoice(QStringLiteral("orderState"), tr("Open or finished"), tr("Open and finished"));
    m_state->addItem(tr("Open"), true);
    m_state->addItem(tr("Finished"), false);
    m_milestone = addChoice(QStringLiteral("orderMilestone"), tr("Milestone"), tr("Any milestone"));
    for (int i = static_cast<int>(Milestone::Validated); i <= static_cast<int>(Milestone::Delivered); ++i) {
        const QString name = Words::milestone(static_cast<Milestone>(i));
        //: filter of orders: %1 is a milestone such as shipped
        m_milestone->addItem(tr("Not yet: %1").arg(name), -i);
        //: filter of orders: %1 is a milestone such as shipped
        m_milestone->addItem(tr("Reached: %1").arg(name), i);
    }
    m_concern = addChoice(QStringLiteral("orderConcern"), tr("Concern"), tr("Any concern"));
    for (int i = 0; i < concernCount; ++i)
        m_concern->addItem(Words::concern(static_cast<Concern>(i)), i);
    m_channel = addChoice(QStringLiteral("orderChannel"), tr("Channel"), tr("Any channel"));
    m_system = addChoice(QStringLiteral("orderSystem"), tr("System"), tr("Any system"));
    m_node = addChoice(QStringLiteral("orderNode"), tr("Node"), tr("Any node"));
    m_age = addChoice(QStringLiteral("orderAge"), tr("Age"), tr("Any age"));
    m_age->addItem(tr("Last 24 hours"), 24);
    m_age->addItem(tr("Older than a day"), -24);
    m_age->addItem(tr("Older than 3 days"), -72);
    m_clear = new QPushButton(icon(QStringLiteral("close")), tr("C&lear filters"));
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    first->addWidget(m_state);
    first->addWidget(m_clear);
    auto* second = new QHBoxLayout;
    layout->addLayout(second);
    for (QComboBox* box : {m_milestone, m_concern, m_channel, m_system, m_node, m_age})
        second->addWidget(box, 1);
    connect(m_search, &QLineEdit::textChanged, this, &OrderFilterBar::update);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clear();
        update();
    });
}

QComboBox* OrderFilterBar::addChoice(const QString& name, const QString& label, const QString& any)
{
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setToolTip(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->addItem(any);
    connect(box, &QComboBox::currentIndexChanged, this, &OrderFilterBar::update);
    return box;
}

OrderFilter OrderFilterBar::filter() const
{
    OrderFilter filter{.search = utf8(m_search->text().trimmed()),
                       .channel = utf8(m_channel->currentData().toString()),
                       .system = utf8(m_system->currentData().toString()),
                       .node = utf8(m_node->currentData().toString()),
                       .receivedFrom = m_from,
                       .receivedBefore = m_before};
    if (m_state->currentIndex() > 0) filter.isOpen = m_state->currentData().toBool();
    const int milestone = m_milestone->currentData().toInt();
    if (milestone > 0) filter.milestone = static_cast<Milestone>(milestone);
    if (milestone < 0) filter.notYet = static_cast<Milestone>(-milestone);
    if (m_concern->currentIndex() > 0)
        filter.concern = static_cast<Concern>(m_concern->currentData().toInt());
    const int age = m_age->currentData().toInt();
    if (age > 0) filter.receivedFrom = m_context.now() - std::chrono::hours(age);
    if (age < 0) filter.receivedBefore = m_context.now() + std::chrono::hours(age);
    return filter;
}

void OrderFilterBar::setFilter(const OrderFilter& filter)
{
    clear();
    const QSignalBlocker quiet(m_search);
    m_search->setText(text(filter.search));
    if (filter.isOpen) choose(m_state, *filter.isOpen);
    if (filter.milestone) choose(m_milestone, static_cast<int>(*filter.milestone));
    if (filter.notYet) choose(m_milestone, -static_cast<int>(*filter.notYet));
    if (filter.concern) choose(m_concern, static_cast<int>(*filter.concern));
    choose(m_channel, text(filter.channel));
    choose(m_system, text(filter.system));
    choose(m_node, text(filter.node));
    m_from = filter.receivedFrom;
    m_before = filter.receivedBefore;
    m_clear->setEnabled(!isEmpty());
}

void OrderFilterBar::clear()
{
    const QSignalBlocker quiet(m_search);
    m_search->clear();
    for (QComboBox* box : {m_state, m_milestone, m_concern, m_channel, m_system, m_node, m_age})
        choose(box, {});
    m_from.reset();
    m_before.reset();
    m_clear->setEnabled(false);
}

bool OrderFilterBar::isEmpty() const
{
    for (const QComboBox* box : {m_state, m_milestone, m_concern, m_channel, m_system, m_node, m_age})
        if (box->currentIndex() > 0) return false;
    return m_search->text().trimmed().isEmpty() && !m_from && !m_before;
}

void OrderFilterBar::update()
{
    m_clear->setEnabled(!isEmpty());
    emit changed();
}

void OrderFilterBar::refreshNames()
{
    m_names.ask(
        [](Backend& backend, const std::stop_token&) -> Result<AllNames> {
            AllNames names;
            if (auto channels = backend.channels()) names.channels = *std::move(channels);
            if (auto nodes = backend.nodes()) names.nodes = *std::move(nodes);
            if (const auto systems = backend.systems())
                for (const SystemDetail& system : *systems)
                    names.systems.push_back(system.name);
            return names;
        },
        [this](const Result<AllNames>& names) {
            if (!names) return;
            fillNames(m_channel, names->channels);
            fillNames(m_node, names->nodes);
            fillNames(m_system, names->systems);
        });
}

void OrderFilterBar::fillNames(QComboBox* box, const Names& names)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    while (box->count() > 1)
        box->removeItem(box->count() - 1);
    for (const std::string& name : names)
        box->addItem(text(name), text(name));
    choose(box, chosen);
}

} // namespace milepost
