// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/trouble_list.h"

#include <QVBoxLayout>

#include "ui/parts/message_bar.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t mostBars = 3;

bool isSame(const Trouble& a, const Trouble& b)
{
    return a.key == b.key && a.words == b.words;
}

} // namespace

TroubleList::TroubleList(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("troubleList"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    for (std::size_t i = 0; i < mostBars; ++i) {
        m_bars.push_back(new MessageBar(this));
        m_bars.back()->setObjectName(QStringLiteral("trouble%1").arg(i + 1));
        layout->addWidget(m_bars.back());
    }
    hide();
}

void TroubleList::setTroubles(const std::vector<Trouble>& troubles)
{
    // said anew only when it changed: a button under the mouse must stay
    if (std::ranges::equal(troubles, m_troubles, isSame)) return;
    m_troubles = troubles;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        if (i >= troubles.size()) {
            m_bars[i]->clear();
            continue;
        }
        const Trouble& trouble = troubles[i];
        m_bars[i]->say(trouble.tone, trouble.words, trouble.button,
                       [this, way = trouble.way] { emit taken(way); });
    }
    setVisible(!troubles.empty());
}

} // namespace milepost
