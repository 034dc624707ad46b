// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/training_card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include "models/backend_bridge.h"
#include "models/text.h"
#include "models/training.h"
#include "models/when_ready.h"
#include "models/words.h"
#include "ui/theme/icons.h"

namespace milepost {
namespace {

constexpr int moreOrders = 20;

} // namespace

TrainingCard::TrainingCard(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_profile(new QComboBox)
{
    auto* label = new QLabel(tr("Training: the demo systems fa&il"));
    label->setBuddy(m_profile);
    m_profile->setObjectName(QStringLiteral("faultProfile"));
    m_profile->setAccessibleName(tr("How often the demo systems fail"));
    m_profile->addItem(tr("never"), QStringLiteral("none"));
    m_profile->addItem(tr("now and then"), QStringLiteral("light"));
    m_profile->addItem(tr("often"), QStringLiteral("heavy"));
    auto* heal = new QPushButton(icon(QStringLiteral("check")), tr("&Put causes right"));
    heal->setObjectName(QStringLiteral("healNetwork"));
    heal->setToolTip(tr("The partners put right what they refused on purpose; a retry then succeeds"));
    auto* send = new QPushButton(icon(QStringLiteral("plus")), tr("&More orders"));
    send->setObjectName(QStringLiteral("sendOrders"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_profile);
    layout->addWidget(heal);
    layout->addWidget(send);
    layout->addStretch(1);
    TrainingNetwork* training = context.training;
    connect(m_profile, &QComboBox::activated, this, [this, training] {
        const std::string profile = utf8(m_profile->currentData().toString());
        run([training, profile](Backend&) { return training->setFaultProfile(profile); },
            tr("The demo systems fail: %1").arg(m_profile->currentText()));
    });
    connect(heal, &QPushButton::clicked, this, [this, training] {
        run([training](Backend&) { return training->heal(); }, tr("The causes are put right"));
    });
    connect(send, &QPushButton::clicked, this, [this, training] {
        run([training](Backend&) { return training->sendOrders(moreOrders); },
            tr("%n orders are on their way", nullptr, moreOrders));
    });
}

template <typename Work>
void TrainingCard::run(Work work, const QString& done)
{
    const auto carried = m_context.bridge.carryOut(std::move(work));
    whenReady(carried, this, [this, done](const Status& status) {
        emit notice(status ? done : Words::error(status.error()));
        refresh();
    });
}

void TrainingCard::refresh()
{
    const auto asked = m_context.bridge.carryOut(
        [training = m_context.training](Backend&) { return training->faultProfile(); });
    whenReady(asked, this, [this](const Result<std::string>& profile) {
        setEnabled(profile.has_value());
        if (!profile) return;
        const QSignalBlocker quiet(m_profile);
        m_profile->setCurrentIndex(std::max(0, m_profile->findData(text(*profile))));
    });
}

} // namespace milepost
