// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/prepared_message.h"

#include "backend/store/content.h"
#include "backend/store/digest.h"

#include <algorithm>

namespace milepost {
namespace {

std::string businessKeyOf(const CanonicalOrder& order)
{
    return order.channel + "/" + order.sender + "/" + order.number + "/" + order.releaseNo;
}

/// Everything that a report says, so that equal reports are equal whatever their spelling.
std::string textOf(const Report& report)
{
    std::string text = std::to_string(static_cast<int>(report.kind)) + "\n" + report.reference + "\n" +
                       report.document + "\n" + report.tracking + "\n" + report.carrier + "\n" +
                       std::to_string(static_cast<int>(report.parcel)) + "\n" + report.statusWord;
    if (report.occurredAt) text += "\n" + toText(*report.occurredAt);
    for (const ReportLine& line : report.lines)
        text += "\n" + std::to_string(line.lineNo) + " " + line.sku + " " + toText(line.quantity);
    for (const StockFigure& figure : report.stock)
        text += "\n" + figure.node + " " + figure.sku + " " + toText(figure.onHand);
    return text;
}

/// Our references begin with the order number: "<orderNo>-F1", "<orderNo>-S2", "<orderNo>:release".
std::size_t orderNoEnd(const std::string& reference)
{
    const auto colon = reference.find(':');
    if (colon != std::string::npos) return colon;
    const auto dash = reference.find_last_not_of("0123456789");
    const bool isPart = dash != std::string::npos && dash > 0 && dash + 1 < reference.size() &&
                        reference[dash - 1] == '-' && (reference[dash] == 'F' || reference[dash] == 'S');
    return isPart ? dash - 1 : reference.size();
}

void prepareOrder(PreparedMessage& prepared, const CanonicalOrder& order, PayloadCodec& codec)
{
    prepared.businessKey = businessKeyOf(order);
    prepared.contentDigest = contentDigest(order);
    prepared.digest = prepared.contentDigest;
    prepared.person = packedParties(order);
    prepared.content.kind = "order";
    codec.encode(prepared.content, packedContent(order));
}

} // namespace

std::string causeOf(const IncomingMessage& message)
{
    return "message " + message.source + "/" + message.messageId;
}

std::string withoutReferenceMarks(std::string number)
{
    std::ranges::replace(number, ':', '_');
    const std::size_t end = orderNoEnd(number);
    if (end < number.size()) number[end] = '_';
    return number;
}

std::vector<std::string> referencesOf(const Report& report)
{
    std::vector<std::string> references;
    if (!report.reference.empty())
        references.push_back(report.reference.substr(0, orderNoEnd(report.reference)));
    if (!report.tracking.empty()) references.push_back(report.tracking);
    if (!report.document.empty()) references.push_back(report.system + "/" + report.document);
    return references;
}

PreparedMessage prepareMessage(IncomingMessage message, bool isPolled, PayloadCodec& codec)
{
    PreparedMessage prepared{.message = std::move(message), .isPolled = isPolled};
    const IncomingMessage& in = prepared.message;
    prepared.raw.kind = in.source + "/" + (in.format.empty() ? "message" : in.format);
    codec.encode(prepared.raw, in.head + in.raw);
    if (const auto* order = std::get_if<CanonicalOrder>(&in.content))
        prepareOrder(prepared, *order, codec);
    else if (const auto* report = std::get_if<Report>(&in.content))
        prepared.digest = sha256(textOf(*report));
    else
        prepared.digest = in.head.empty() ? prepared.raw.sha256 : sha256(in.raw);
    return prepared;
}

} // namespace milepost
