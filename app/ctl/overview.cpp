// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/view_json.h"
#include "backend/service/backend.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {
namespace {

std::string sumsText(const std::vector<Money>& sums)
{
    std::string text;
    for (const Money& sum : sums)
        text += (text.empty() ? "" : ", ") + amountText(sum) + " " + std::string(sum.currency.code());
    return text;
}

void print(Session& session, const OverviewView& overview)
{
    session.out << overview.openOrders << " of " << overview.orders << " orders are open\n\n";
    Table milestones({{"milestone"},
                      {"pending", true},
                      {"units", true},
                      {"of", true},
                      {"outstanding", true},
                      {"oldest (UTC)"}});
    for (const MilestoneFigure& figure : overview.milestones) {
        const bool isAwaited =
            figure.milestone != Milestone::Cancelled && figure.milestone != Milestone::Returned;
        if (isAwaited)
            milestones.add({std::string(toKey(figure.milestone)), std::to_string(figure.pending),
                            toText(figure.units), toText(figure.ofUnits), sumsText(figure.outstanding),
                            momentText(figure.oldestAt)});
    }
    milestones.print(session.out, session.hasColour);
    session.out << '\n';
    Table concerns({{"concern"}, {"orders", true}, {"money", true}, {"oldest (UTC)"}});
    const auto add = [&](std::string name, const ConcernFigure& figure) {
        concerns.add({std::move(name), std::to_string(figure.orders), sumsText(figure.money),
                      momentText(figure.oldestAt)});
    };
    for (const ConcernFigure& figure : overview.concerns)
        add(std::string(toKey(figure.concern)), figure);
    add("failedDocuments", overview.failedDocuments);
    concerns.print(session.out, session.hasColour);
    session.out << "\nat risk: " << sumsText(overview.moneyAtRisk) << '\n';
}

} // namespace

int runOverview(Session& session)
{
    const auto overview = openBackend(session)->overview();
    if (!overview) return refuse(session, overview.error());
    if (session.isJson)
        printJson(session, toJson(*overview));
    else
        print(session, *overview);
    return exitDone;
}

} // namespace milepost
