// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/x12_words.h"

#include <QStringList>

#include <algorithm>
#include <span>

namespace milepost {
namespace {

struct Entry {
    const char* code;
    const char* word;
};

constexpr Entry segments[] = {
    {"ISA", QT_TRANSLATE_NOOP("X12Words", "Envelope of the interchange")},
    {"GS", QT_TRANSLATE_NOOP("X12Words", "Group of documents")},
    {"ST", QT_TRANSLATE_NOOP("X12Words", "Document begins")},
    {"SE", QT_TRANSLATE_NOOP("X12Words", "Document ends; segments")},
    {"GE", QT_TRANSLATE_NOOP("X12Words", "Group ends; documents")},
    {"IEA", QT_TRANSLATE_NOOP("X12Words", "Interchange ends; groups")},
    {"BEG", QT_TRANSLATE_NOOP("X12Words", "Purchase order")},
    {"BCH", QT_TRANSLATE_NOOP("X12Words", "Change of a purchase order")},
    {"BAK", QT_TRANSLATE_NOOP("X12Words", "Acknowledgement of a purchase order")},
    {"BCA", QT_TRANSLATE_NOOP("X12Words", "Acknowledgement of a change")},
    {"BSN", QT_TRANSLATE_NOOP("X12Words", "Ship notice")},
    {"BIG", QT_TRANSLATE_NOOP("X12Words", "Invoice")},
    {"W05", QT_TRANSLATE_NOOP("X12Words", "Shipping order to the warehouse")},
    {"W06", QT_TRANSLATE_NOOP("X12Words", "Shipment of the warehouse")},
    {"W12", QT_TRANSLATE_NOOP("X12Words", "Item shipped")},
    {"W66", QT_TRANSLATE_NOOP("X12Words", "Carrier")},
    {"W01", QT_TRANSLATE_NOOP("X12Words", "Item")},
    {"W03", QT_TRANSLATE_NOOP("X12Words", "Total units shipped")},
    {"W76", QT_TRANSLATE_NOOP("X12Words", "Total units ordered")},
    {"W27", QT_TRANSLATE_NOOP("X12Words", "Carrier")},
    {"W10", QT_TRANSLATE_NOOP("X12Words", "Packing")},
    {"W20", QT_TRANSLATE_NOOP("X12Words", "Pack and weight")},
    {"MAN", QT_TRANSLATE_NOOP("X12Words", "Mark or number on the package")},
    {"CUR", QT_TRANSLATE_NOOP("X12Words", "Currency")},
    {"REF", QT_TRANSLATE_NOOP("X12Words", "Reference")},
    {"PER", QT_TRANSLATE_NOOP("X12Words", "Contact")},
    {"FOB", QT_TRANSLATE_NOOP("X12Words", "Freight terms")},
    {"CSH", QT_TRANSLATE_NOOP("X12Words", "Sales requirement")},
    {"SAC", QT_TRANSLATE_NOOP("X12Words", "Allowance or charge")},
    {"ITD", QT_TRANSLATE_NOOP("X12Words", "Terms of payment")},
    {"DTM", QT_TRANSLATE_NOOP("X12Words", "Date")},
    {"TD1", QT_TRANSLATE_NOOP("X12Words", "Packages and weight")},
    {"TD3", QT_TRANSLATE_NOOP("X12Words", "Equipment")},
    {"TD5", QT_TRANSLATE_NOOP("X12Words", "Carrier and route")},
    {"N1", QT_TRANSLATE_NOOP("X12Words", "Name")},
    {"N2", QT_TRANSLATE_NOOP("X12Words", "Further name")},
    {"N3", QT_TRANSLATE_NOOP("X12Words", "Street")},
    {"N4", QT_TRANSLATE_NOOP("X12Words", "City, region, postal code")},
    {"N9", QT_TRANSLATE_NOOP("X12Words", "Reference")},
    {"MSG", QT_TRANSLATE_NOOP("X12Words", "Message")},
    {"NTE", QT_TRANSLATE_NOOP("X12Words", "Note")},
    {"PO1", QT_TRANSLATE_NOOP("X12Words", "Line ordered")},
    {"POC", QT_TRANSLATE_NOOP("X12Words", "Line changed")},
    {"PO4", QT_TRANSLATE_NOOP("X12Words", "Packing of the item")},
    {"CTP", QT_TRANSLATE_NOOP("X12Words", "Price")},
    {"PID", QT_TRANSLATE_NOOP("X12Words", "Description")},
    {"ACK", QT_TRANSLATE_NOOP("X12Words", "Line acknowledged")},
    {"SCH", QT_TRANSLATE_NOOP("X12Words", "Schedule of the line")},
    {"SDQ", QT_TRANSLATE_NOOP("X12Words", "Quantities by destination")},
    {"SLN", QT_TRANSLATE_NOOP("X12Words", "Part of the line")},
    {"AMT", QT_TRANSLATE_NOOP("X12Words", "Amount")},
    {"HL", QT_TRANSLATE_NOOP("X12Words", "Level")},
    {"LIN", QT_TRANSLATE_NOOP("X12Words", "Item")},
    {"SN1", QT_TRANSLATE_NOOP("X12Words", "Quantity shipped")},
    {"PRF", QT_TRANSLATE_NOOP("X12Words", "Purchase order referred to")},
    {"IT1", QT_TRANSLATE_NOOP("X12Words", "Line invoiced")},
    {"TXI", QT_TRANSLATE_NOOP("X12Words", "Tax")},
    {"TDS", QT_TRANSLATE_NOOP("X12Words", "Total of the invoice, in cents")},
    {"CAD", QT_TRANSLATE_NOOP("X12Words", "Carrier of the shipment")},
    {"ISS", QT_TRANSLATE_NOOP("X12Words", "Units shipped in all")},
    {"CTT", QT_TRANSLATE_NOOP("X12Words", "Number of lines")},
    {"LX", QT_TRANSLATE_NOOP("X12Words", "Number of the group")},
    {"G62", QT_TRANSLATE_NOOP("X12Words", "Date")},
    {"AK1", QT_TRANSLATE_NOOP("X12Words", "Acknowledges the group")},
    {"AK2", QT_TRANSLATE_NOOP("X12Words", "Acknowledges the document")},
    {"AK3", QT_TRANSLATE_NOOP("X12Words", "Fault in the segment")},
    {"AK4", QT_TRANSLATE_NOOP("X12Words", "Fault in the element")},
    {"AK5", QT_TRANSLATE_NOOP("X12Words", "Verdict on the document")},
    {"AK9", QT_TRANSLATE_NOOP("X12Words", "Verdict on the group")},
};

constexpr Entry parties[] = {
    {"ST", QT_TRANSLATE_NOOP("X12Words", "ship to")},   {"BT", QT_TRANSLATE_NOOP("X12Words", "bill to")},
    {"BY", QT_TRANSLATE_NOOP("X12Words", "buyer")},     {"SF", QT_TRANSLATE_NOOP("X12Words", "ship from")},
    {"SE", QT_TRANSLATE_NOOP("X12Words", "seller")},    {"SU", QT_TRANSLATE_NOOP("X12Words", "supplier")},
    {"VN", QT_TRANSLATE_NOOP("X12Words", "supplier")},  {"RE", QT_TRANSLATE_NOOP("X12Words", "remit to")},
    {"RI", QT_TRANSLATE_NOOP("X12Words", "remit to")},  {"WH", QT_TRANSLATE_NOOP("X12Words", "warehouse")},
    {"DE", QT_TRANSLATE_NOOP("X12Words", "depositor")}, {"CN", QT_TRANSLATE_NOOP("X12Words", "consignee")},
    {"Z7", QT_TRANSLATE_NOOP("X12Words", "mark for")},
};

constexpr Entry references[] = {
    {"PO", QT_TRANSLATE_NOOP("X12Words", "purchase order")},
    {"CO", QT_TRANSLATE_NOOP("X12Words", "customer's order")},
    {"IA", QT_TRANSLATE_NOOP("X12Words", "supplier number")},
    {"VR", QT_TRANSLATE_NOOP("X12Words", "supplier number")},
    {"DP", QT_TRANSLATE_NOOP("X12Words", "department")},
    {"BM", QT_TRANSLATE_NOOP("X12Words", "bill of lading")},
    {"CN", QT_TRANSLATE_NOOP("X12Words", "carrier's number")},
    {"2I", QT_TRANSLATE_NOOP("X12Words", "tracking number")},
    {"IV", QT_TRANSLATE_NOOP("X12Words", "invoice")},
    {"SI", QT_TRANSLATE_NOOP("X12Words", "shipment")},
    {"VN", QT_TRANSLATE_NOOP("X12Words", "supplier's order")},
    {"ZZ", QT_TRANSLATE_NOOP("X12Words", "agreed between the partners")},
};

constexpr Entry dates[] = {
    {"002", QT_TRANSLATE_NOOP("X12Words", "delivery wanted")},
    {"010", QT_TRANSLATE_NOOP("X12Words", "ship on")},
    {"001", QT_TRANSLATE_NOOP("X12Words", "cancel after")},
    {"037", QT_TRANSLATE_NOOP("X12Words", "ship not before")},
    {"038", QT_TRANSLATE_NOOP("X12Words", "ship not after")},
    {"063", QT_TRANSLATE_NOOP("X12Words", "deliver not after")},
    {"064", QT_TRANSLATE_NOOP("X12Words", "deliver not before")},
    {"011", QT_TRANSLATE_NOOP("X12Words", "shipped")},
    {"017", QT_TRANSLATE_NOOP("X12Words", "delivery estimated")},
    {"067", QT_TRANSLATE_NOOP("X12Words", "delivery promised")},
    {"11", QT_TRANSLATE_NOOP("X12Words", "shipped")},
    {"02", QT_TRANSLATE_NOOP("X12Words", "delivery wanted")},
    {"10", QT_TRANSLATE_NOOP("X12Words", "ship on")},
};

constexpr Entry documents[] = {
    {"850", QT_TRANSLATE_NOOP("X12Words", "purchase order")},
    {"855", QT_TRANSLATE_NOOP("X12Words", "acknowledgement of a purchase order")},
    {"856", QT_TRANSLATE_NOOP("X12Words", "ship notice")},
    {"810", QT_TRANSLATE_NOOP("X12Words", "invoice")},
    {"860", QT_TRANSLATE_NOOP("X12Words", "change of a purchase order")},
    {"865", QT_TRANSLATE_NOOP("X12Words", "acknowledgement of a change")},
    {"940", QT_TRANSLATE_NOOP("X12Words", "shipping order to the warehouse")},
    {"945", QT_TRANSLATE_NOOP("X12Words", "shipping advice of the warehouse")},
    {"943", QT_TRANSLATE_NOOP("X12Words", "stock transfer sent")},
    {"944", QT_TRANSLATE_NOOP("X12Words", "stock transfer received")},
    {"846", QT_TRANSLATE_NOOP("X12Words", "stock report")},
    {"997", QT_TRANSLATE_NOOP("X12Words", "receipt")},
};

constexpr Entry verdicts[] = {
    {"A", QT_TRANSLATE_NOOP("X12Words", "accepted")},
    {"E", QT_TRANSLATE_NOOP("X12Words", "accepted with errors")},
    {"P", QT_TRANSLATE_NOOP("X12Words", "accepted in part")},
    {"R", QT_TRANSLATE_NOOP("X12Words", "rejected")},
};

constexpr Entry levels[] = {
    {"S", QT_TRANSLATE_NOOP("X12Words", "shipment")}, {"O", QT_TRANSLATE_NOOP("X12Words", "order")},
    {"T", QT_TRANSLATE_NOOP("X12Words", "tare")},     {"P", QT_TRANSLATE_NOOP("X12Words", "package")},
    {"I", QT_TRANSLATE_NOOP("X12Words", "item")},
};

QString word(std::span<const Entry> entries, const QString& code)
{
    const auto found =
        std::ranges::find_if(entries, [&](const Entry& entry) { return code == QLatin1String(entry.code); });
    return found == entries.end() ? QString() : X12Words::tr(found->word);
}

/// What the element that qualifies the segment says; empty: nothing, or an unknown code.
QString qualified(const QStringList& elements)
{
    const QString& name = elements.front();
    if (name == QLatin1String("HL")) return word(levels, elements.value(3));
    const QString code = elements.value(1);
    if (name == QLatin1String("N1")) return word(parties, code);
    if (name == QLatin1String("REF") || name == QLatin1String("N9")) return word(references, code);
    if (name == QLatin1String("DTM") || name == QLatin1String("G62")) return word(dates, code);
    if (name == QLatin1String("ST") || name == QLatin1String("AK2")) return word(documents, code);
    if (name == QLatin1String("AK5") || name == QLatin1String("AK9")) return word(verdicts, code);
    return {};
}

} // namespace

QString X12Words::segment(const QString& segment, QChar elementSeparator)
{
    const QStringList elements = segment.trimmed().split(elementSeparator);
    const QString name = word(segments, elements.front());
    const QString more = qualified(elements);
    return name.isEmpty() || more.isEmpty() ? name : tr("%1: %2").arg(name, more);
}

} // namespace milepost
