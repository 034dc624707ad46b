// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/order_agreement.h"

#include "backend/core/quantity.h"

#include <algorithm>
#include <set>

namespace milepost {
namespace {

/// Compares one order, value by value.
class Comparison {
public:
    Comparison(const TrueOrder& truth, const OrderView& ours, std::vector<Difference>& differences)
        : m_truth(truth)
        , m_ours(ours)
        , m_differences(differences)
    {
    }

    void run()
    {
        if (!m_truth.channel.empty()) compare("channel", m_ours.row.channel, m_truth.channel);
        compareLines();
        compareShipments();
        compareInvoices();
        compareCredits();
        compareNotices();
    }

private:
    void compare(const std::string& path, const std::string& ours, const std::string& truth)
    {
        if (ours != truth) m_differences.push_back({m_truth.ref, path, ours, truth});
    }

    void compareUnits(const std::string& path, const UnitsBySku& ours, const UnitsBySku& truth,
                      const char* figure = "")
    {
        std::set<std::string> skus;
        for (const auto* side : {&ours, &truth})
            for (const auto& [sku, units] : *side)
                skus.insert(sku);
        const auto at = [](const UnitsBySku& side, const std::string& sku) {
            const auto found = side.find(sku);
            return toText(Quantity{found == side.end() ? 0 : found->second});
        };
        for (const std::string& sku : skus)
            compare(path + "/" + sku + figure, at(ours, sku), at(truth, sku));
    }

    void compareLines()
    {
        std::map<std::string, UnitsBySku> ours;
        for (const LineView& line : m_ours.lines) {
            const LineFigures& figures = line.figures;
            const bool isSubstitute = line.parentLineNo != 0;
            ours["ordered"][line.sku] += isSubstitute ? 0 : figures.ordered.micro;
            ours["shipped"][line.sku] += figures.shipped.micro;
            ours["delivered"][line.sku] += figures.delivered.micro;
            ours["cancelled"][line.sku] += figures.cancelled.micro;
            ours["returned"][line.sku] += figures.returned.micro;
        }
        for (const auto& [figure, units] : m_truth.figures) {
            if (figure == "ordered" && m_truth.channel.empty()) continue;
            if (figure == "cancelled") continue; // the network ships what was released, it cancels no units
            compareUnits("lines", ours[figure], units, ("/" + figure).c_str());
        }
    }

    std::string skuOf(int lineNo) const
    {
        const auto line = std::ranges::find(m_ours.lines, lineNo, &LineView::lineNo);
        return line == m_ours.lines.end() ? "line " + std::to_string(lineNo) : line->sku;
    }

    template <typename Line>
    UnitsBySku unitsOf(const std::vector<Line>& lines) const
    {
        UnitsBySku units;
        for (const Line& line : lines)
            units[skuOf(line.lineNo)] += line.quantity.micro;
        return units;
    }

    static std::string nameOf(const std::string& tracking, const std::string& number)
    {
        return tracking.empty() ? number : tracking;
    }

    void compareShipments()
    {
        std::map<std::string, UnitsBySku> ours;
        for (const Shipment& shipment : m_ours.shipments)
            for (const auto& [sku, units] : unitsOf(shipment.lines))
                ours[nameOf(shipment.tracking, shipment.document)][sku] += units;
        std::map<std::string, UnitsBySku> truth;
        for (const TrueShipment& shipment : m_truth.shipments)
            for (const auto& [sku, units] : shipment.units)
                truth[nameOf(shipment.tracking, shipment.number)][sku] += units;
        for (const auto& [name, units] : truth)
            compareUnits("shipments/" + name, ours[name], units);
        for (const auto& [name, units] : ours)
            if (!truth.contains(name)) compare("shipments/" + name, "there", "unknown");
    }

    /// Whether an exception is open for a call of that capability: what it did is not known here, and says
    /// so.
    bool isOpenFor(const char* capability) const
    {
        return std::ranges::any_of(m_ours.exceptions, [&](const ExceptionView& exception) {
            return std::ranges::any_of(m_ours.effects, [&](const EffectView& effect) {
                return effect.number == exception.effect && effect.capability == capability;
            });
        });
    }

    void compareInvoices()
    {
        for (const TrueInvoice& truth : m_truth.invoices) {
            const auto ours = std::ranges::find(m_ours.invoices, truth.number, &Invoice::document);
            const std::string path = "invoices/" + truth.number;
            if (ours == m_ours.invoices.end()) {
                if (!isOpenFor("invoice.create")) compare(path, "unknown", "there");
                continue;
            }
            const Money amount{.minor = ours->amountMinor, .currency = m_ours.row.currency};
            compare(path + "/amount", amountText(amount), truth.amount);
            compareUnits(path, unitsOf(ours->lines), truth.units);
        }
        for (const Invoice& ours : m_ours.invoices) {
            const bool isKnown = std::ranges::any_of(
                m_truth.invoices, [&](const TrueInvoice& truth) { return truth.number == ours.document; });
            if (!isKnown) compare("invoices/" + ours.document, "there", "unknown");
        }
    }

    void compareCredits()
    {
        for (const TrueCredit& truth : m_truth.credits) {
            const auto ours = std::ranges::find(m_ours.credits, truth.number, &Credit::document);
            const char* capability = truth.goods.empty() ? "invoice.credit" : "return.credit";
            if (ours == m_ours.credits.end() && !isOpenFor(capability))
                compare("credits/" + truth.number, "unknown", "there");
        }
        for (const Credit& ours : m_ours.credits) {
            const bool isKnown = std::ranges::any_of(
                m_truth.credits, [&](const TrueCredit& truth) { return truth.number == ours.document; });
            if (!isKnown) compare("credits/" + ours.document, "there", "unknown");
        }
    }

    void compareNotices()
    {
        int truth = 0;
        for (const auto& [kind, count] : m_truth.notices)
            truth += count;
        const auto ours = std::ranges::count_if(m_ours.effects, [](const EffectView& effect) {
            return effect.capability == "customer.notify" &&
                   (effect.state == "done" || effect.state == "adopted");
        });
        if (ours == truth || (ours < truth && isOpenFor("customer.notify"))) return;
        compare("notices", std::to_string(ours), std::to_string(truth));
    }

    const TrueOrder& m_truth;
    const OrderView& m_ours;
    std::vector<Difference>& m_differences;
};

} // namespace

void compareOrder(const TrueOrder& truth, const OrderView& ours, std::vector<Difference>& differences)
{
    Comparison(truth, ours, differences).run();
}

} // namespace milepost
