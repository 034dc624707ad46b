// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/exception_detail_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QVBoxLayout>

#include "models/body_text.h"
#include "models/stored_sentences.h"
#include "models/text.h"
#include "models/words.h"
#include "ui/exceptions/evidence_panel.h"
#include "ui/exceptions/exception_rows.h"
#include "ui/parts/badge.h"
#include "ui/parts/data_table.h"

#include <map>

namespace milepost {
namespace {

Tone toneOf(Severity severity)
{
    return severity >= Severity::High     ? Tone::Bad
           : severity == Severity::Medium ? Tone::Warning
                                          : Tone::Neutral;
}

constexpr int leastTabHeight = 90;

QString yesNo(bool yes)
{
    return yes ? ExceptionDetailView::tr("yes") : ExceptionDetailView::tr("no");
}

/// Actions with one reason share a line.
QStringList forbiddenWords(const std::vector<PermittedAction>& actions, bool isOpen)
{
    std::map<QString, QStringList> byReason;
    for (const PermittedAction& action : actions) {
        const bool isOfOrder = action.action == "hold" || action.action == "release"; // of the order page
        const bool isOfOther = (action.action == "reopen") == isOpen; // what is closed is only reopened
        if (!action.isPermitted && !isOfOrder && !isOfOther)
            byReason[StoredSentences::translated(action.reason)] << Words::action(action.action);
    }
    QStringList lines;
    for (const auto& [reason, names] : byReason)
        //: %1: Retry, Edit …; %2: the reason
        lines << ExceptionDetailView::tr("Not possible: %1, because %2")
                     .arg(names.join(QStringLiteral(", ")), reason);
    return lines;
}

QString eventWords(const ExceptionEvent& event)
{
    if (event.kind == "opened") return StoredSentences::translated(event.text);
    QStringList parts;
    if (!event.text.empty())
        parts << (event.kind == "closed" ? Words::howClosed(event.text) : text(event.text));
    if (event.plan != 0) parts << ExceptionDetailView::tr("plan %1").arg(event.plan);
    if (!event.outcome.empty())
        parts << (event.plan != 0 ? Words::itemState(event.outcome) : Words::outcome(event.outcome));
    if (!event.detail.empty()) parts << StoredSentences::translated(event.detail);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ExceptionDetailView::ExceptionDetailView(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent)
    , m_now(context.now)
    , m_attempts({tr("Attempt"), tr("Began"), tr("Took"), tr("Outcome"), tr("Code")})
    , m_history({tr("When"), tr("What"), tr("Who"), tr("Detail")})
    , m_beliefs({tr("Field"), tr("Of"), tr("System"), tr("What it has"), tr("Since"), tr("Of record")})
    , m_severity(new Badge)
    , m_title(new QLabel)
    , m_what(new QLabel)
    , m_facts(new QLabel)
    , m_actions(new QLabel)
    , m_policy(new QLabel)
    , m_evidence(new EvidencePanel(context))
    , m_tabs(new QTabWidget)
    , m_answer(nullptr)
    , m_request(nullptr)
    , m_message(nullptr)
{
    m_title->setProperty("look", QStringLiteral("title"));
    m_title->setObjectName(QStringLiteral("exceptionTitle"));
    m_title->setWordWrap(true);
    m_what->setObjectName(QStringLiteral("exceptionWhat"));
    m_facts->setProperty("look", QStringLiteral("muted"));
    for (QLabel* label : {m_what, m_facts, m_actions, m_policy}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_title->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_title, &QLabel::linkActivated, this, &ExceptionDetailView::orderAsked);
    auto* head = new QHBoxLayout;
    head->addWidget(m_severity, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    m_tabs->setObjectName(QStringLiteral("exceptionTabs"));
    m_tabs->setMinimumHeight(leastTabHeight); // its pages scroll; the evidence above does not
    m_answer = addBody(QStringLiteral("exceptionAnswer"), tr("Ans&wer"));
    m_answer->setPlaceholderText(tr("No answer came."));
    m_request = addBody(QStringLiteral("exceptionRequest"), tr("Re&quest"));
    m_message = addBody(QStringLiteral("exceptionMessage"), tr("&Message"));
    addTable(m_attempts, QStringLiteral("exceptionAttempts"), tr("&Attempts"), context)
        ->setEmptyText(tr("No call is behind this exception."));
    auto* policy = new QWidget;
    auto* policyLayout = new QVBoxLayout(policy);
    policyLayout->addWidget(m_policy);
    policyLayout->addStretch(1);
    m_tabs->addTab(policy, tr("&Policy"));
    addTable(m_history, QStringLiteral("exceptionHistory"), tr("Histor&y"), context)
        ->setFirstWidths({132, 110, 90});
    addTable(m_beliefs, QStringLiteral("exceptionBeliefs"), tr("&Systems"), context)
        ->setEmptyText(tr("No system has been told of this order yet."));
    connect(m_evidence, &EvidencePanel::recommendedAsked, this, &ExceptionDetailView::recommendedAsked);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_what);
    layout->addWidget(m_facts);
    layout->addWidget(m_evidence);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_actions);
}

QPlainTextEdit* ExceptionDetailView::addBody(const QString& name, const QString& title)
{
    auto* body = new QPlainTextEdit;
    body->setObjectName(name);
    body->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    body->setReadOnly(true);
    body->setLineWrapMode(QPlainTextEdit::NoWrap);
    body->setTabChangesFocus(true);
    body->setFont(QFont(QStringLiteral("monospace")));
    m_tabs->addTab(body, title);
    return body;
}

DataTable* ExceptionDetailView::addTable(CellTable& model, const QString& name, const QString& title,
                                         const ConsoleContext& context)
{
    auto* table = new DataTable(name, context.settings);
    table->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    table->setModel(&model);
    m_tabs->addTab(table, title);
    return table;
}

void ExceptionDetailView::show(const ExceptionDetail& detail)
{
    const ExceptionView& one = detail.exception;
    m_severity->setBadge(Words::severity(one.severity), toneOf(one.severity));
    const QString kind = Words::exceptionClass(one.kind).toHtmlEscaped();
    const QString order = text(one.orderNo).toHtmlEscaped();
    m_title->setText(order.isEmpty()
                         ? kind
                         : tr("%1 · order %2").arg(kind, QStringLiteral("<a href=\"%1\">%1</a>").arg(order)));
    m_what->setText(StoredSentences::translated(one.text));
    QStringList facts{tr("opened %1").arg(Text::time(one.openedAt))};
    if (one.dueBy) facts << tr("due %1").arg(Text::relative(*one.dueBy, m_now()));
    if (one.moneyAtRisk) facts << tr("at risk %1").arg(Text::money(*one.moneyAtRisk));
    if (!one.contract.empty()) facts << tr("contract %1").arg(text(one.contract));
    if (!one.owner.empty()) facts << tr("team %1").arg(text(one.owner));
    if (!one.customer.empty()) facts << tr("customer %1").arg(text(one.customer));
    if (!one.claimedBy.empty())
        facts << tr("%1 works on it").arg(text(one.claimedBy));
    else if (!one.closedAt)
        facts << tr("nobody works on it");
    if (!one.tags.empty()) facts << tr("tags: %1").arg(text(one.tags));
    if (!one.ticket.empty()) facts << tr("ticket %1").arg(text(one.ticket));
    if (one.snoozedUntil) facts << tr("sleeps until %1").arg(Text::time(*one.snoozedUntil));
    if (one.closedAt) facts << tr("closed %1: %2").arg(Text::time(*one.closedAt), closedWords(one));
    if (detail.nextAt) facts << tr("tried again by itself %1").arg(Text::relative(*detail.nextAt, m_now()));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_isOpen = !one.closedAt;
    fillForbidden(detail.actions);
    m_answer->setPlainText(bodyText(detail.answer));
    m_request->setPlainText(bodyText(detail.request));
    m_message->setPlainText(bodyText(detail.message));
    m_tabs->setTabVisible(0, !detail.answer.empty() || detail.message.empty());
    m_tabs->setTabVisible(1, !detail.request.empty());
    m_tabs->setTabVisible(2, !detail.message.empty());
    fillPolicy(detail);
    fillTables(detail);
}

void ExceptionDetailView::fillForbidden(const std::vector<PermittedAction>& actions)
{
    const QStringList forbidden = forbiddenWords(actions, m_isOpen);
    m_actions->setText(forbidden.join(QLatin1Char('\n')));
    m_actions->setVisible(!forbidden.isEmpty());
}

void ExceptionDetailView::showHistory()
{
    auto* history = findChild<QWidget*>(QStringLiteral("exceptionHistory"));
    m_tabs->setCurrentWidget(history);
    history->setFocus(Qt::ShortcutFocusReason);
}

void ExceptionDetailView::showAsking()
{
    m_evidence->showAsking();
}

void ExceptionDetailView::showProblem(const QString& words)
{
    m_evidence->showProblem(words);
}

void ExceptionDetailView::show(const Evidence& evidence)
{
    m_evidence->show(evidence);
    if (!evidence.actions.empty()) fillForbidden(evidence.actions);
    std::vector<TableRow> rows;
    for (const Belief& belief : evidence.beliefs)
        rows.push_back(
            {.id = static_cast<qlonglong>(rows.size()) + 1,
             .cells = {{.text = Words::beliefField(belief.field)},
                       {.text = text(belief.reference)},
                       {.text = belief.system == "milepost" ? tr("our books") : text(belief.system)},
                       {.text = Words::belief(belief.value),
                        .tone = belief.isAtOdds ? std::optional(Tone::Bad) : std::nullopt},
                       {.text = belief.at == Timestamp{} ? Text::none() : Text::time(belief.at)},
                       {.text = belief.isRecord ? tr("yes") : QString()}}});
    m_beliefs.setRows(std::move(rows));
}

void ExceptionDetailView::fillPolicy(const ExceptionDetail& detail)
{
    if (!detail.policy)
        return m_policy->setText(tr("No policy applied: no call stands behind this exception."));
    const PolicyView& policy = *detail.policy;
    QStringList lines{
        tr("Policy: %1 (%2)").arg(text(policy.name), text(policy.criticality)),
        tr("Tries: %1 of %2 before a person must decide")
            .arg(Text::number(policy.tries), Text::number(policy.maxTries)),
        tr("Wait between tries: %1 to %2")
            .arg(Text::duration(policy.baseDelay), Text::duration(policy.maxDelay)),
        tr("Deadline of one call: %1").arg(Text::duration(policy.deadline)),
        tr("To be recovered within: %1").arg(Text::duration(policy.recoverWithin)),
        tr("The partner recognises a repetition: %1").arg(yesNo(policy.keyProtects)),
        tr("The partner can be asked what it knows: %1").arg(yesNo(policy.canLookUp)),
        policy.unknown == "atMostOnce"
            ? tr("An unknown outcome is never repeated without asking: rather not done than done twice.")
            : tr("An unknown outcome is repeated: rather done twice than not done.")};
    m_policy->setText(lines.join(QLatin1Char('\n')));
}

void ExceptionDetailView::fillTables(const ExceptionDetail& detail)
{
    std::vector<TableRow> attempts;
    for (const AttemptView& attempt : detail.attempts) {
        const QString took =
            attempt.endedAt ? Text::duration(*attempt.endedAt - attempt.startedAt) : tr("under way");
        attempts.push_back(
            {.id = static_cast<qlonglong>(attempts.size()) + 1,
             .cells = {{.text = attempt.number == 0 ? tr("Look-up") : QString::number(attempt.number)},
                       {.text = Text::timeExact(attempt.startedAt)},
                       {.text = took},
                       {.text = Words::outcome(attempt.outcome)},
                       {.text = text(attempt.code)}}});
    }
    m_attempts.setRows(std::move(attempts));
    std::vector<TableRow> history;
    for (const ExceptionEvent& event : detail.events)
        history.push_back(
            {.id = static_cast<qlonglong>(history.size()) + 1,
             .cells = {{.text = Text::time(event.at), .sort = qlonglong(event.at.time_since_epoch().count())},
                       {.text = Words::exceptionEvent(event.kind)},
                       {.text = event.actor.empty() ? tr("by itself") : text(event.actor)},
                       {.text = eventWords(event)}}});
    m_history.setRows(std::move(history));
}

} // namespace milepost
