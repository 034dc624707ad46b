// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/evidence_panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/stored_sentences.h"
#include "models/text.h"
#include "models/words.h"
#include "ui/parts/action_run.h"
#include "ui/parts/badge.h"
#include "ui/theme/icons.h"

namespace milepost {
namespace {

constexpr int questionColumn = 0;
constexpr int verdictColumn = 1;
constexpr int factColumn = 2;

Tone toneOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Yes: return Tone::Good;
    case Verdict::No: return Tone::Neutral;
    case Verdict::Unknown: return Tone::Warning;
    case Verdict::Contradictory: return Tone::Bad;
    }
    return Tone::Neutral;
}

QString wordOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Yes: return EvidencePanel::tr("Yes");
    case Verdict::No: return EvidencePanel::tr("No");
    case Verdict::Unknown: return EvidencePanel::tr("Not known");
    case Verdict::Contradictory: return EvidencePanel::tr("Contradictory");
    }
    return {};
}

} // namespace

EvidencePanel::EvidencePanel(const ConsoleContext& context, QWidget* parent)
    : QFrame(parent)
    , m_now(context.now)
    , m_contradictions(new QLabel)
    , m_silent(new QLabel)
    , m_advice(new QLabel)
    , m_act(new QPushButton)
{
    setObjectName(QStringLiteral("evidencePanel"));
    setAccessibleName(tr("Evidence"));
    setProperty("look", QStringLiteral("card"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(factColumn, 1);
    addRow(*grid, QStringLiteral("goodsLeft"), tr("Did the goods leave?"));
    addRow(*grid, QStringLiteral("customerTold"), tr("Was the customer told?"));
    addRow(*grid, QStringLiteral("billingMayProceed"), tr("May billing proceed?"));
    addRow(*grid, QStringLiteral("systemsAgree"), tr("Do the systems agree?"));
    m_contradictions->setObjectName(QStringLiteral("evidenceContradictions"));
    m_silent->setObjectName(QStringLiteral("evidenceSilent"));
    m_silent->setProperty("look", QStringLiteral("muted"));
    m_advice->setObjectName(QStringLiteral("evidenceAdvice"));
    m_advice->setProperty("look", QStringLiteral("heading"));
    for (QLabel* label : {m_contradictions, m_silent, m_advice}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_act->setObjectName(QStringLiteral("doRecommended"));
    m_act->setProperty("look", QStringLiteral("primary"));
    auto* advice = new QHBoxLayout;
    advice->addWidget(m_advice, 1);
    advice->addWidget(m_act, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addLayout(grid);
    layout->addWidget(m_contradictions);
    layout->addWidget(m_silent);
    layout->addLayout(advice);
    connect(m_act, &QPushButton::clicked, this,
            [this] { emit recommendedAsked(text(m_recommended.action), text(m_recommended.document)); });
    showAsking();
}

void EvidencePanel::addRow(QGridLayout& grid, const QString& name, const QString& question)
{
    Row row{.question = new QLabel(question), .verdict = new Badge, .facts = new QLabel};
    row.verdict->setObjectName(name + QStringLiteral("Verdict"));
    row.facts->setObjectName(name + QStringLiteral("Facts"));
    row.facts->setWordWrap(true);
    row.facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int at = static_cast<int>(m_rows.size());
    grid.addWidget(row.question, at, questionColumn, Qt::AlignTop);
    grid.addWidget(row.verdict, at, verdictColumn, Qt::AlignTop);
    grid.addWidget(row.facts, at, factColumn, Qt::AlignTop);
    m_rows.push_back(row);
}

void EvidencePanel::showAsking()
{
    for (Row& row : m_rows) {
        row.verdict->setBadge(tr("…"), Tone::Neutral);
        row.facts->clear();
    }
    m_contradictions->hide();
    m_silent->hide();
    m_act->hide();
    m_advice->setText(tr("The systems are being asked what they have…"));
}

void EvidencePanel::showProblem(const QString& words)
{
    showAsking();
    m_advice->setText(words);
}

QString EvidencePanel::factWords(const EvidenceFact& fact) const
{
    if (fact.system == "milepost") // our books say it as of now
        return tr("our books: %1").arg(StoredSentences::translated(fact.statement));
    const QString who = text(fact.system);
    const QString when = fact.isLive ? tr("asked now") : Text::relative(fact.at, m_now());
    //: %1: a system; %2: when it said so; %3: what it says
    return tr("%1 (%2): %3").arg(who, when, StoredSentences::translated(fact.statement));
}

/// The first fact in sight, of a contradiction all; all of them under the mouse.
void EvidencePanel::fill(Row& row, const Finding& finding)
{
    row.verdict->setBadge(wordOf(finding.verdict), toneOf(finding.verdict));
    row.verdict->setAccessibleName(row.question->text() + QLatin1Char(' ') + wordOf(finding.verdict));
    QStringList words;
    for (const EvidenceFact& fact : finding.facts)
        words << factWords(fact);
    const bool isContradiction = finding.verdict == Verdict::Contradictory; // its two sides belong together
    row.facts->setText(words.isEmpty()   ? QString()
                       : isContradiction ? words.join(QLatin1Char('\n'))
                                         : words.front());
    row.facts->setToolTip(words.size() > 1 ? words.join(QLatin1Char('\n')) : QString());
}

void EvidencePanel::show(const Evidence& evidence)
{
    fill(m_rows[0], evidence.goodsLeft);
    fill(m_rows[1], evidence.customerTold);
    fill(m_rows[2], evidence.billingMayProceed);
    fill(m_rows[3], evidence.systemsAgree);
    QStringList contradictions;
    for (const std::string& one : evidence.contradictions)
        contradictions << StoredSentences::translated(one);
    m_contradictions->setText(tr("They differ: %1").arg(contradictions.join(QStringLiteral("; "))));
    m_contradictions->setVisible(!contradictions.isEmpty());
    QStringList silent;
    for (const std::string& system : evidence.silent)
        silent << tr("%1 did not answer in time").arg(text(system));
    for (const std::string& system : evidence.mute)
        silent << tr("%1 cannot be asked").arg(text(system));
    m_silent->setText(silent.join(QStringLiteral(" · ")));
    m_silent->setVisible(!silent.isEmpty());
    m_recommended = evidence.recommended;
    const QString reason = StoredSentences::translated(m_recommended.reason);
    m_advice->setText(m_recommended.action.empty() ? tr("Nothing to do here: %1").arg(reason)
                                                   : tr("Recommended: %1").arg(reason));
    m_act->setText(tr("%1…").arg(Words::action(m_recommended.action)));
    m_act->setIcon(primaryIcon(actionIconName(m_recommended.action)));
    m_act->setVisible(!m_recommended.action.empty());
}

} // namespace milepost
