// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/terminal_text.h"
#include "app/ctl/view_json.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {
namespace {

void printHead(Session& session, const OrderView& order)
{
    session.out << "Order " << harmless(order.row.orderNo) << " of " << harmless(order.row.channel);
    if (!order.row.customer.empty()) session.out << ", customer " << harmless(order.row.customer);
    session.out << ", received " << momentText(order.row.receivedAt) << " UTC, "
                << (order.row.isOpen ? "open" : "closed") << '\n';
    for (const Hold& hold : order.holds)
        session.out << "On hold (" << hold.kind << "): " << harmless(hold.reason) << '\n';
    for (const WaitingChange& change : order.waitingChanges)
        session.out << "A change of " << change.system << ", received " << momentText(change.receivedAt)
                    << " UTC, waits for the end of a call\n";
}

void printLines(Session& session, const OrderView& order)
{
    Table table({{"line", true},
                 {"sku"},
                 {"ordered", true},
                 {"open", true},
                 {"backordered", true},
                 {"allocated", true},
                 {"released", true},
                 {"shipped", true},
                 {"delivered", true},
                 {"posted", true},
                 {"invoiced", true},
                 {"cancelled", true},
                 {"substituted", true},
                 {"returned", true}});
    for (const LineView& line : order.lines) {
        const LineFigures& f = line.figures;
        const std::string instead =
            line.parentLineNo == 0 ? std::string() : " (for line " + std::to_string(line.parentLineNo) + ")";
        table.add({std::to_string(line.lineNo), line.sku + instead, toText(f.ordered), toText(f.open),
                   toText(f.backordered), toText(f.allocated), toText(f.released), toText(f.shipped),
                   toText(f.delivered), toText(f.posted), toText(f.invoiced), toText(f.cancelled),
                   toText(f.substituted), toText(f.returned)});
    }
    session.out << '\n';
    table.print(session.out, session.hasColour);
}

void printFulfillments(Session& session, const OrderView& order)
{
    if (order.fulfillments.empty()) return;
    Table table({{"fulfillment", true}, {"node"}, {"carrier"}, {"booking"}, {"state"}});
    for (const Fulfillment& fulfillment : order.fulfillments)
        table.add({std::to_string(fulfillment.number), fulfillment.node, fulfillment.carrier,
                   fulfillment.booking, std::string(stateKey(fulfillment))});
    session.out << '\n';
    table.print(session.out, session.hasColour);
}

void printShipments(Session& session, const OrderView& order)
{
    if (order.shipments.empty()) return;
    Table table({{"shipment", true}, {"number"}, {"carrier"}, {"tracking"}, {"shipped (UTC)"}, {"status"}});
    for (const Shipment& shipment : order.shipments)
        table.add({std::to_string(shipment.number), shipment.document, shipment.carrier, shipment.tracking,
                   momentText(shipment.shippedAt), shipment.status});
    session.out << '\n';
    table.print(session.out, session.hasColour);
}

void printInvoices(Session& session, const OrderView& order)
{
    if (order.invoices.empty()) return;
    Table table({{"invoice", true}, {"number"}, {"amount", true}});
    for (const Invoice& invoice : order.invoices)
        table.add({std::to_string(invoice.number), invoice.document,
                   amountText({.minor = invoice.amountMinor, .currency = order.row.currency}) + " " +
                       std::string(order.row.currency.code())});
    session.out << '\n';
    table.print(session.out, session.hasColour);
}

void printReturns(Session& session, const OrderView& order)
{
    if (order.returns.empty()) return;
    Table table({{"return"}, {"of shipment", true}, {"units", true}, {"reason"}, {"received (UTC)"}});
    for (const Return& goods : order.returns) {
        Quantity units;
        for (const EffectLine& line : goods.lines)
            units += line.quantity;
        table.add({goods.document, std::to_string(goods.shipment), toText(units), goods.reason,
                   momentText(goods.at)});
    }
    session.out << '\n';
    table.print(session.out, session.hasColour);
}

void printTakenBack(Session& session, const OrderView& order)
{
    Table credits({{"credit note"}, {"of invoice", true}, {"amount", true}});
    for (const Credit& credit : order.credits)
        credits.add({credit.document, std::to_string(credit.invoice),
                     amountText({.minor = credit.amountMinor, .currency = order.row.currency}) + " " +
                         std::string(order.row.currency.code())});
    if (!credits.isEmpty()) session.out << '\n';
    if (!credits.isEmpty()) credits.print(session.out, session.hasColour);
    if (!order.compensation) return;
    session.out << "\nBeing taken back (" << order.compensation->goal
                << "): " << harmless(order.compensation->reason) << '\n';
    Table steps({{"step"}, {"of"}, {"system"}, {"number"}, {"how"}, {"state"}, {"proof"}});
    for (const UndoView& undo : order.compensation->steps)
        steps.add({undo.step, undo.reference, undo.system, undo.document, undo.how,
                   Cell(undo.state, undo.state == "stuck" ? Tint::Bad : Tint::None), undo.proof});
    steps.print(session.out, session.hasColour);
}

void printExceptions(Session& session, const OrderView& order)
{
    for (const ExceptionView& exception : order.exceptions)
        session.out << '\n'
                    << tinted("Exception " + std::to_string(exception.id), Tint::Bad, session.hasColour)
                    << " (" << toKey(exception.kind) << "): " << harmless(exception.text) << '\n';
}

} // namespace

int runShow(Session& session, const ShowWords& options)
{
    const auto order = openBackend(session)->order(options.order);
    if (!order) return refuse(session, order.error());
    if (session.isJson) {
        printJson(session, toJson(*order));
        return exitDone;
    }
    printHead(session, *order);
    printLines(session, *order);
    printFulfillments(session, *order);
    printShipments(session, *order);
    printInvoices(session, *order);
    printReturns(session, *order);
    printTakenBack(session, *order);
    printExceptions(session, *order);
    return exitDone;
}

} // namespace milepost
