// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/action_run.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QLabel>
#include <QPointer>

#include "models/backend_bridge.h"
#include "models/stored_sentences.h"
#include "models/text.h"
#include "models/when_ready.h"
#include "models/words.h"
#include "models/work_list.h"
#include "ui/parts/plan_dialog.h"
#include "ui/parts/reason_dialog.h"
#include "ui/parts/replay_dialog.h"

#include <algorithm>

namespace milepost {
namespace {

struct ActionWords {
    Q_DECLARE_TR_FUNCTIONS(ActionRun)
};

using Tell = std::function<void(const QString&)>;
using Ended = std::function<void(const OutcomeView&)>;

QString titleOf(const PlanView& plan)
{
    //: %1: Retry, Hold …; %2: "order 1001" or "3 orders"
    const QString what = plan.list.size() == 1 && !plan.list.front().orderNo.empty()
                             ? ActionWords::tr("order %1").arg(text(plan.list.front().orderNo))
                             : ActionWords::tr("%n items", nullptr, plan.items);
    return ActionWords::tr("%1: %2").arg(Words::action(plan.action), what);
}

void apply(const ConsoleContext& context, QWidget* owner, const PlanView& plan, const Tell& tell,
           const Ended& ended)
{
    WorkList& works = context.works;
    const int work = works.begin(titleOf(plan));
    const QPointer<QWidget> alive(owner);
    tell(ActionWords::tr("%1 – waiting for the outcome").arg(titleOf(plan)));
    const auto applied = context.bridge.carryOut(
        [order = ApplyOrder{.planId = plan.planId, .actor = utf8(context.actor)},
         stop = works.stopToken(work), progress = works.progress(work)](Backend& backend) {
            return backend.apply(
                order, stop, [&](const OutcomeView& now) { progress(now.items - now.awaiting, now.items); });
        });
    whenReady(applied, &works, [&works, work, alive, tell, ended, plan](const Result<OutcomeView>& outcome) {
        if (!outcome) {
            works.end(work, WorkState::Failed, Words::error(outcome.error()));
            if (alive) tell(Words::error(outcome.error()));
            return;
        }
        const QString words = outcomeWords(*outcome);
        works.end(work, outcome->failed > 0 ? WorkState::Failed : WorkState::Done, words);
        if (!alive) return;
        tell(ActionWords::tr("%1 – %2").arg(titleOf(plan), words));
        if (ended) ended(*outcome);
    });
}

/// Plans anew with the reason that was given, so that plan and audit carry it, and applies at once.
void applyWithReason(const ConsoleContext& context, QWidget* owner, PlanOrder order, const Tell& tell,
                     const Ended& ended)
{
    const auto planned =
        context.bridge.carryOut([order = std::move(order)](Backend& backend) { return backend.plan(order); });
    whenReady(planned, owner, [context, owner, tell, ended](const Result<PlanView>& plan) {
        if (!plan) return tell(Words::error(plan.error()));
        apply(context, owner, *plan, tell, ended);
    });
}

QInputDialog* question(QWidget* owner, const char* name, const QString& title, const QString& label,
                       const QString& okText)
{
    auto* dialog = new QInputDialog(owner);
    dialog->setObjectName(QString::fromLatin1(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setOkButtonText(okText);
    for (QLabel* words : dialog->findChildren<QLabel*>()) {
        words->setWordWrap(true);
        words->setMinimumWidth(owner->fontMetrics().averageCharWidth() * 70);
    }
    return dialog;
}

} // namespace

QString outcomeWords(const OutcomeView& outcome)
{
    QStringList parts;
    const auto add = [&](int count, const char* key) {
        //: %1: a number; %2: verified, failed, …
        if (count > 0) parts << ActionWords::tr("%1 %2").arg(Text::number(count), Words::itemState(key));
    };
    add(outcome.verified, "verified");
    add(outcome.failed, "failed");
    add(outcome.awaiting, "awaiting");
    add(outcome.unverified, "unverified");
    add(outcome.skipped, "skipped");
    QString words = parts.join(QStringLiteral(", "));
    const auto told = std::ranges::find_if(outcome.list, [](const PlanItemView& item) {
        return item.state != "verified" && !item.detail.empty();
    });
    if (told != outcome.list.end()) words += QStringLiteral(": ") + StoredSentences::translated(told->detail);
    return words;
}

void planAndApply(const ConsoleContext& context, QWidget* owner, PlanOrder order,
                  std::function<void(const QString&)> tell, std::function<void(const OutcomeView&)> ended)
{
    order.actor = utf8(context.actor);
    // an edit wants its reason from the first; the real one follows from the dialog
    PlanOrder preview = order;
    if (preview.reason.empty()) preview.reason = "preview";
    const auto planned =
        context.bridge.carryOut([preview](Backend& backend) { return backend.plan(preview); });
    whenReady(planned, owner, [context, owner, order, tell, ended](const Result<PlanView>& plan) {
        if (!plan) return tell(Words::error(plan.error()));
        auto* dialog = new PlanDialog(*plan, text(order.reason), owner);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &QDialog::accepted, owner, [=] {
            PlanOrder final = order;
            final.reason = utf8(dialog->reason());
            applyWithReason(context, owner, final, tell, ended);
        });
        dialog->open();
    });
}

void askHoldOrRelease(const ConsoleContext& context, QWidget* owner, const QString& action,
                      const std::vector<std::string>& orderNos, std::function<void(const QString&)> tell)
{
    const bool isHold = action == QLatin1String("hold");
    const QString title =
        isHold ? ActionWords::tr("Hold %n orders", nullptr, static_cast<int>(orderNos.size()))
               : ActionWords::tr("Release %n orders", nullptr, static_cast<int>(orderNos.size()));
    auto* dialog =
        new ReasonDialog(title,
                         isHold ? ActionWords::tr("Nothing more is sent for them until they are released.")
                                : ActionWords::tr("They go on where they stopped."),
                         isHold ? ActionWords::tr("&Hold") : ActionWords::tr("&Release"), owner);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList keys{QStringLiteral("operator"), QStringLiteral("customer"), QStringLiteral("credit"),
                     QStringLiteral("fraud")};
    QStringList words;
    for (const QString& key : keys)
        words << Words::holdKind(utf8(key));
    if (!isHold) { // whatever holds it
        keys.prepend(QString());
        words.prepend(ActionWords::tr("Every hold"));
    }
    dialog->offerChoice(ActionWords::tr("Kind of hold"), words, keys);
    std::string selector = "orders:";
    for (const std::string& number : orderNos)
        selector += (selector.ends_with(':') ? "" : ",") + number;
    QObject::connect(dialog, &QDialog::accepted, owner, [=] {
        applyWithReason(context, owner,
                        {.action = utf8(action),
                         .selector = selector,
                         .kind = utf8(dialog->choice()),
                         .actor = utf8(context.actor),
                         .reason = utf8(dialog->reason())},
                        tell, {});
    });
    dialog->open();
}

void askAdopt(const ConsoleContext& context, QWidget* owner, const std::string& selector,
              const QString& document, std::function<void(const QString&)> tell,
              std::function<void(const OutcomeView&)> ended)
{
    const auto adopt = [=](const QString& number) {
        planAndApply(
            context, owner,
            {.action = "adopt", .selector = selector, .detail = {.document = utf8(number.trimmed())}}, tell,
            ended);
    };
    if (!document.isEmpty()) return adopt({}); // its system says so itself, and is asked again
    auto* dialog = question(owner, "adoptDialog", ActionWords::tr("Adopt what was done"),
                            ActionWords::tr("Number that its system has it under; leave it empty where the "
                                            "system is asked itself:"),
                            ActionWords::tr("&Adopt"));
    QObject::connect(dialog, &QInputDialog::textValueSelected, owner, adopt);
    dialog->open();
}

void askReplay(const ConsoleContext& context, QWidget* owner, const std::string& selector,
               std::function<void(const QString&)> tell, std::function<void(const OutcomeView&)> ended)
{
    auto* dialog = new ReplayDialog(!selector.starts_with("order:"), owner);
    QObject::connect(dialog, &QDialog::accepted, owner, [=] {
        planAndApply(context, owner, {.action = "replay", .selector = selector, .detail = dialog->detail()},
                     tell, ended);
    });
    dialog->open();
}

void askCompensate(const ConsoleContext& context, QWidget* owner, const std::string& orderNo,
                   const QString& step, std::function<void(const QString&)> tell,
                   std::function<void(const OutcomeView&)> ended)
{
    const auto asked = context.bridge.ask([orderNo](Backend& backend) { return backend.order(orderNo); });
    whenReady(asked, owner, [=](const Result<OrderView>& order) {
        if (!order) return tell(Words::error(order.error()));
        QStringList names;
        QStringList words;
        for (const EffectView& effect : order->effects) {
            const QString name = text(effect.step);
            const bool counts = effect.undoes == 0 && effect.state != "superseded" &&
                                effect.state != "compensated" && effect.state != "waiting";
            if (!counts || names.contains(name)) continue;
            names << name;
            words << Words::step(effect.step);
        }
        if (names.isEmpty()) return tell(ActionWords::tr("Nothing of this order has been done yet."));
        auto* dialog = question(
            owner, "compensateDialog", ActionWords::tr("Take steps back"),
            ActionWords::tr("This step and all that follow it are taken back, the last one first. Then the "
                            "order is held until you have mended it:"),
            ActionWords::tr("&Take back"));
        dialog->setComboBoxItems(words);
        if (names.contains(step)) dialog->setTextValue(words.at(names.indexOf(step)));
        QObject::connect(dialog, &QInputDialog::textValueSelected, owner, [=](const QString& chosen) {
            planAndApply(context, owner,
                         {.action = "compensate",
                          .selector = "order:" + orderNo,
                          .detail = {.from = utf8(names.value(words.indexOf(chosen)))}},
                         tell, ended);
        });
        dialog->open();
    });
}

QString actionIconName(std::string_view action)
{
    if (action == "adopt") return QStringLiteral("check");
    if (action == "skip") return QStringLiteral("forward");
    if (action == "replay") return QStringLiteral("refresh");
    if (action == "cancel") return QStringLiteral("close");
    if (action == "compensate") return QStringLiteral("undo");
    if (action == "reopen") return QStringLiteral("refresh");
    return text(action);
}

} // namespace milepost
