// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/policy_history.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/backend_bridge.h"
#include "models/text.h"
#include "ui/parts/data_table.h"
#include "ui/parts/view_stack.h"
#include "ui/policies/policy_words.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace milepost {
namespace {

TableCell stateOf(const PolicyVersionView& version)
{
    if (version.isLive) return {.text = PolicyHistory::tr("Acts now"), .tone = Tone::Good};
    if (!version.wentLive)
        return {.text = PolicyHistory::tr("Waits"),
                .tone = Tone::Info,
                .hint = PolicyHistory::tr("It came with the program while a person's version acted.")};
    return {.text = PolicyHistory::tr("Acted before")};
}

TableRow rowOf(const PolicyVersionView& version)
{
    const auto changes = static_cast<std::int64_t>(version.differences.size());
    return {
        .id = version.number,
        .cells = {{.text = Text::number(version.number), .sort = qlonglong(version.number), .isFigure = true},
                  {.text = Text::time(version.at), .sort = qlonglong(version.at.time_since_epoch().count())},
                  {.text = PolicyWords::actor(version.actor)},
                  stateOf(version),
                  {.text = Text::number(changes), .sort = qlonglong(changes), .isFigure = true},
                  {.text = text(version.reason)}}};
}

} // namespace

PolicyHistory::PolicyHistory(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent)
    , m_model({tr("Version"), tr("When"), tr("Who"), tr("State"), tr("Changes"), tr("Why")})
    , m_differenceModel(PolicyWords::differenceHeaders())
    , m_table(new DataTable(QStringLiteral("policyVersionTable"), context.settings))
    , m_differences(new DataTable(QStringLiteral("policyVersionDifferences"), context.settings))
    , m_content(new ViewStack(m_table))
    , m_differenceContent(new ViewStack(m_differences))
    , m_restore(new QPushButton(icon(QStringLiteral("undo")), tr("&Make it act again…")))
    , m_question(context.bridge, this)
{
    m_table->setAccessibleName(tr("Versions of the policies"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    m_table->setFirstWidths({80, 150, 120, 130, 90, 300});
    m_differences->setAccessibleName(tr("What the version changed"));
    m_differences->setModel(&m_differenceModel);
    m_differences->setFirstWidths({170, 190, 220, 220});
    m_restore->setObjectName(QStringLiteral("restorePolicies"));
    auto* heading = new QLabel(tr("What it changed"));
    heading->setProperty("look", QStringLiteral("heading"));
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_restore);
    bar->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_content, 3);
    layout->addWidget(heading);
    layout->addWidget(m_differenceContent, 2);
    layout->addLayout(bar);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PolicyHistory::showCurrent);
    for (DataTable* table : {m_table, m_differences})
        connect(table, &DataTable::copied, this, &PolicyHistory::notice);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const PolicyVersionView* version = current()) emit restoreWanted(version->number);
    });
    m_content->showLoading();
    showCurrent();
}

void PolicyHistory::reload()
{
    m_question.ask([](Backend& backend, const std::stop_token&) { return backend.policyVersions(); },
                   [this](const Result<std::vector<PolicyVersionView>>& versions) {
                       if (!versions) return m_content->showError(versions.error(), [this] { reload(); });
                       m_versions = *versions;
                       showVersions();
                   });
}

void PolicyHistory::setMayRestore(bool mayRestore)
{
    m_mayRestore = mayRestore;
    showCurrent();
}

void PolicyHistory::showVersions()
{
    std::vector<TableRow> rows;
    for (const PolicyVersionView& version : m_versions)
        rows.push_back(rowOf(version));
    m_model.setRows(std::move(rows));
    if (m_versions.empty())
        return m_content->showEmpty(tr("No version yet"),
                                    tr("Versions are kept from the next start of the engine on."));
    m_content->showContent();
    if (current() == nullptr) m_table->selectRow(0);
    showCurrent();
}

const PolicyVersionView* PolicyHistory::current() const
{
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    if (selected.isEmpty()) return nullptr;
    const auto at =
        std::ranges::find(m_versions, selected.front().data(IdRole).toLongLong(), &PolicyVersionView::number);
    return at == m_versions.end() ? nullptr : &*at;
}

void PolicyHistory::showCurrent()
{
    const PolicyVersionView* version = current();
    m_restore->setEnabled(m_mayRestore && version != nullptr && !version->isLive);
    m_differenceModel.setRows(version == nullptr ? std::vector<TableRow>()
                                                 : PolicyWords::differenceRows(version->differences));
    if (version == nullptr || version->differences.empty())
        m_differenceContent->showEmpty(tr("Nothing"), tr("It is the first, or the same as the one before."));
    else
        m_differenceContent->showContent();
}

} // namespace milepost
