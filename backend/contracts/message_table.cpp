// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/message_table.h"

#include "backend/contracts/definition_reader.h"
#include "backend/contracts/scalar_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace milepost {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<std::string_view, ReportKind>, 8> reportKinds{
    {{"shipmentConfirmed", ReportKind::ShipmentConfirmed},
     {"pickShort", ReportKind::PickShort},
     {"returned", ReportKind::Returned},
     {"carrierStatus", ReportKind::CarrierStatus},
     {"acknowledged", ReportKind::Acknowledged},
     {"refused", ReportKind::Refused},
     {"stockReport", ReportKind::StockReport},
     {"unknown", ReportKind::Unknown}}};

constexpr std::array<std::pair<std::string_view, ParcelStatus>, 6> parcelWords{
    {{"inTransit", ParcelStatus::InTransit},
     {"delivered", ParcelStatus::Delivered},
     {"refused", ParcelStatus::Refused},
     {"lost", ParcelStatus::Lost},
     {"damaged", ParcelStatus::Damaged},
     {"late", ParcelStatus::Late}}};

template <typename Value, std::size_t n>
std::optional<Value> valueOf(const std::array<std::pair<std::string_view, Value>, n>& words,
                             std::string_view wanted)
{
    for (const auto& [word, value] : words) {
        if (word == wanted) return value;
    }
    return std::nullopt;
}

/// The path of one row's "when" as a place, or its value, compiled.
TreeText treeText(const DefinitionReader& reader, std::string_view key)
{
    const std::string text = reader.textOr(key, {});
    return text.empty() ? TreeText() : orThrow(TreeText::compile(text), reader.placeOf(key));
}

std::vector<std::string> wordsOf(const json& value, const DefinitionReader& reader, std::string_view key)
{
    const std::vector<json> values =
        value.is_array() ? value.get<std::vector<json>>() : std::vector<json>{value};
    std::vector<std::string> words;
    for (const json& word : values) {
        if (!word.is_string()) reader.fail(key, "must have texts, or arrays of texts, as members");
        words.push_back(word.get<std::string>());
    }
    return words;
}

/// A report line that says nothing happened to its item.
bool isIdle(const ReportLine& line)
{
    return line.quantity.isZero();
}

} // namespace

MessageTable::MessageTable(const json& rows, const std::string& place, std::string system,
                           const std::shared_ptr<const LuaSandbox>& lua)
    : m_system(std::move(system))
{
    if (rows.is_null()) return;
    if (!rows.is_array()) throw DefinitionError(place, "must be an array");
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_rows.push_back(readRow(rows[i], place + "/" + std::to_string(i), lua));
}

std::vector<MessageTable::Condition> MessageTable::readConditions(const DefinitionReader& reader,
                                                                  std::string_view key)
{
    std::vector<Condition> conditions;
    const json& node = reader.member(key);
    if (node.is_null()) return conditions;
    if (!node.is_object()) reader.fail(key, "must be an object of paths and words");
    for (const auto& [path, words] : node.items())
        conditions.push_back(
            {orThrow(TreeText::compile(path), reader.placeOf(key)), wordsOf(words, reader, key), path});
    return conditions;
}

MessageTable::Row MessageTable::readRow(const json& node, const std::string& place,
                                        const std::shared_ptr<const LuaSandbox>& lua)
{
    const DefinitionReader reader(node, place,
                                  {"format", "when", "content", "why", "id", "control", "status", "kinds",
                                   "kind", "rejectWhen", "skipEmpty", "rows", "said", "from", "to"});
    const auto meaningOf = [&](const std::string& word, std::string_view key) {
        const auto colon = std::min(word.find(':'), word.size());
        const auto kind = valueOf(reportKinds, std::string_view(word).substr(0, colon));
        const bool hasParcel = colon < word.size();
        const auto parcel = hasParcel ? valueOf(parcelWords, std::string_view(word).substr(colon + 1))
                                      : std::optional(ParcelStatus::InTransit);
        if (!kind || !parcel)
            reader.fail(key, "\"" + word + "\" is no kind of report such as carrierStatus:delivered");
        return Meaning{*kind, *parcel};
    };
    Row row{.format = reader.text("format"),
            .why = reader.textOr("why", "nothing to do for this kind of message")};
    row.conditions = readConditions(reader, "when");
    row.rejections = readConditions(reader, "rejectWhen");
    const std::string content = reader.text("content");
    if (content != "order" && content != "report" && content != "count" && content != "nothing")
        reader.fail("content", "must be order, report, count or nothing");
    row.content = content == "order"    ? ContentKind::Order
                  : content == "report" ? ContentKind::Report
                  : content == "count"  ? ContentKind::Count
                                        : ContentKind::Nothing;
    row.id = treeText(reader, "id");
    row.control = treeText(reader, "control");
    row.statusWord = treeText(reader, "status");
    row.skipsEmpty = reader.flagOr("skipEmpty", false);
    for (const auto& [word, kind] : reader.textPairs("kinds"))
        row.meanings.emplace_back(word, meaningOf(kind, "kinds"));
    if (reader.has("kind")) row.meaning = meaningOf(reader.text("kind"), "kind");
    row.said = treeText(reader, "said");
    row.from = treeText(reader, "from");
    row.to = treeText(reader, "to");
    if (row.content == ContentKind::Count && row.said.isEmpty()) reader.fail("said", "is missing");
    if (row.from.isEmpty() != row.to.isEmpty()) reader.fail("from", "and \"to\" belong together");
    if (row.content == ContentKind::Nothing || row.content == ContentKind::Count) return row;
    const FieldMap map = orThrow(parseFieldMap(reader.member("rows")), reader.placeOf("rows"));
    const MapKind kind = row.content == ContentKind::Order ? MapKind::Order : MapKind::Report;
    row.map = orThrow(IncomingMap::compile(map, kind, lua), reader.placeOf("rows"));
    return row;
}

bool MessageTable::holds(const Condition& condition, const json& tree)
{
    const std::string value = condition.value.read(tree);
    return std::ranges::any_of(condition.words, [&](const std::string& word) {
        return word == value || (word == "*" && !value.empty());
    });
}

bool MessageTable::readReport(const Row& row, const json& tree, IncomingMessage& message) const
{
    Report report{.kind = row.meaning.kind, .system = m_system, .messageId = message.messageId};
    report.parcel = row.meaning.parcel;
    report.statusWord = row.statusWord.read(tree);
    if (!row.meanings.empty()) {
        const auto at = std::ranges::find(row.meanings, report.statusWord,
                                          [](const auto& meaning) { return meaning.first; });
        report.kind = at == row.meanings.end() ? ReportKind::Unknown : at->second.kind;
        if (at != row.meanings.end()) report.parcel = at->second.parcel;
    }
    if (const Status status = row.map.readReport(tree, report); !status) {
        message.content = status.error();
        return true;
    }
    std::erase_if(report.lines, isIdle);
    if (row.skipsEmpty && report.lines.empty()) return false;
    message.content = std::move(report);
    return true;
}

/// Whatever a source says: a count is a number of a sane size, a window has a beginning before its end.
Result<SentCount> MessageTable::readCount(const Row& row, const json& tree)
{
    constexpr std::int64_t mostOrders = 10'000'000;
    const auto wrong = [](const std::string& what) {
        return Error{ErrorKind::InvalidInput, "the count of orders " + what, {}};
    };
    SentCount count;
    const std::string said = row.said.read(tree);
    const auto [end, failed] = std::from_chars(said.data(), said.data() + said.size(), count.said);
    if (said.empty() || failed != std::errc{} || end != said.data() + said.size())
        return wrong("is no whole number: \"" + said.substr(0, 40) + "\"");
    if (count.said < 0 || count.said > mostOrders)
        return wrong("is not between 0 and " + std::to_string(mostOrders) + ": " + said);
    if (row.from.isEmpty()) return count;
    count.from = parseTimestamp(row.from.read(tree));
    count.to = parseTimestamp(row.to.read(tree));
    if (!count.from || !count.to || *count.from >= *count.to)
        return wrong("is for no window: from \"" + row.from.read(tree).substr(0, 40) + "\" to \"" +
                     row.to.read(tree).substr(0, 40) + "\"");
    return count;
}

bool MessageTable::readInto(const Row& row, const json& tree, IncomingMessage& message) const
{
    message.format = row.format;
    if (const std::string id = row.id.read(tree); !id.empty()) message.messageId = id;
    message.control = row.control.read(tree);
    for (const Condition& rejection : row.rejections) {
        if (!holds(rejection, tree)) continue;
        message.content = Error{ErrorKind::InvalidInput, "the message is damaged: " + rejection.what, {}};
        return true;
    }
    if (row.content == ContentKind::Report) return readReport(row, tree, message);
    if (row.content == ContentKind::Count) {
        if (auto count = readCount(row, tree))
            message.content = *count;
        else
            message.content = count.error();
        return true;
    }
    if (row.content == ContentKind::Nothing) {
        message.content = NothingToDo{row.why};
        return true;
    }
    auto order = row.map.readOrder(tree);
    if (!order) {
        message.content = order.error();
        return true;
    }
    order->channel = m_system;
    if (order->sender.empty()) order->sender = m_system;
    message.content = *std::move(order);
    return true;
}

std::vector<IncomingMessage> MessageTable::read(const json& tree, std::string raw,
                                                std::string messageId) const
{
    std::vector<IncomingMessage> messages;
    bool isKnown = false;
    std::string format = "unknown";
    for (const Row& row : m_rows) {
        const auto isMet = [&](const Condition& condition) { return holds(condition, tree); };
        if (!std::ranges::all_of(row.conditions, isMet)) continue;
        isKnown = true;
        format = row.format;
        IncomingMessage message{.source = m_system, .messageId = messageId, .raw = raw};
        if (!readInto(row, tree, message)) continue;
        if (!messages.empty()) message.messageId += "#" + std::to_string(messages.size() + 1);
        messages.push_back(std::move(message));
    }
    if (!messages.empty()) return messages;
    IncomingMessage message{.source = m_system, .messageId = std::move(messageId), .format = format};
    message.raw = std::move(raw);
    if (isKnown)
        message.content = NothingToDo{"it reports no units"};
    else
        message.content =
            Error{ErrorKind::InvalidInput, "no row of the pack " + m_system + " fits this message", {}};
    messages.push_back(std::move(message));
    return messages;
}

} // namespace milepost
