// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_writer.h"

#include "backend/core/quantity.h"
#include "backend/documents/x12_derived.h"
#include "backend/documents/x12_interchange.h"
#include "backend/documents/x12_loops.h"
#include "backend/documents/x12_text.h"

#include <nlohmann/json.hpp>

#include <array>

namespace milepost {
namespace {

using nlohmann::json;
using Row = std::vector<std::string>; // a segment: tag, elements

constexpr char componentMark = '\x1F'; // stands for the component separator until the segment is written

/// A segment that sums up a set and is made when the tree lacks it.
struct Total {
    std::string_view type;
    std::string_view tag;
    std::string_view line;   ///< the loop that is counted or summed
    std::string_view detail; ///< empty: count the lines; else the segment below it
    std::string_view element;
};

constexpr std::array totals{
    Total{"940", "W76", "LX", "W01", "01"}, Total{"945", "W03", "LX", "W12", "03"},
    Total{"850", "CTT", "PO1", "", ""},     Total{"855", "CTT", "PO1", "", ""},
    Total{"860", "CTT", "POC", "", ""},     Total{"846", "CTT", "LIN", "", ""},
    Total{"810", "CTT", "IT1", "", ""},
};

Error unwritable(const std::string& why, const std::string& place)
{
    return {ErrorKind::InvalidInput, why, place};
}

std::string valueText(const json& value)
{
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_integer()) return value.dump();
    return {};
}

const json& membersOf(const json& object, std::string_view key)
{
    static const json none = json::array();
    const auto found = object.find(key);
    return found == object.end() || !found->is_array() ? none : *found;
}

/// Lists the segments of a set in the order of its structure.
class SegmentList {
public:
    explicit SegmentList(const std::string& type)
        : m_structure(X12Structure::of(type))
    {
    }

    void addLoop(const json& object, const std::string& path)
    {
        const X12Loop* loop = m_structure.find(path);
        if (!loop) return;
        std::string_view words = loop->members;
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            std::string_view word = words.substr(0, end);
            words.remove_prefix(std::min(end + 1, words.size()));
            if (word.ends_with('*')) word.remove_suffix(1);
            const std::string tag(word);
            for (const json& member : membersOf(object, tag)) {
                addSegment(tag, member);
                addLoop(member, path.empty() ? tag : path + "/" + tag);
            }
        }
    }

    std::vector<Row> take() { return std::move(m_rows); }

private:
    void addSegment(const std::string& tag, const json& object)
    {
        Row row{tag};
        if (!object.is_object()) return;
        for (const auto& [key, value] : object.items()) {
            const auto index = key.size() == 2 ? parseCount(key) : std::nullopt;
            if (!index || *index == 0) continue;
            const auto place = static_cast<std::size_t>(*index);
            if (row.size() <= place) row.resize(place + 1);
            row[place] = value.is_object() ? composite(value) : valueText(value);
        }
        m_rows.push_back(std::move(row));
    }

    static std::string composite(const json& object)
    {
        std::vector<std::string> parts;
        for (const auto& [key, value] : object.items()) {
            const auto index = parseCount(key);
            if (!index || *index == 0 || *index > 20) continue;
            const auto place = static_cast<std::size_t>(*index);
            if (parts.size() < place) parts.resize(place);
            parts[place - 1] = valueText(value);
        }
        std::string text;
        for (std::size_t i = 0; i < parts.size(); ++i)
            text += (i ? std::string(1, componentMark) : "") + parts[i];
        return text;
    }

    X12Structure m_structure;
    std::vector<Row> m_rows{};
};

void addTotals(json& set, const std::string& type)
{
    for (const Total& total : totals) {
        if (total.type != type || set.contains(total.tag)) continue;
        Quantity sum;
        for (const json& line : membersOf(set, total.line)) {
            if (total.detail.empty()) sum += Quantity::units(1);
            for (const json& detail : membersOf(line, total.detail))
                sum += parseQuantity(valueText(detail.value(std::string(total.element), json())))
                           .value_or(Quantity{});
        }
        set[std::string(total.tag)] = json::array({json{{"01", toText(sum)}}});
    }
}

Result<std::vector<Row>> listedRows(const json& segments, const std::string& place)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const json& segment = segments[i];
        if (!segment.is_array() || segment.empty() || valueText(segment[0]).empty())
            return unwritable("a segment must be a list that begins with its tag",
                              place + "/" + std::to_string(i));
        Row row;
        for (const json& value : segment)
            row.push_back(valueText(value));
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<Row>> rowsOf(const json& set, const std::string& place)
{
    const std::string type = textOf(set, "type");
    if (set.contains("segments")) return listedRows(set["segments"], place + "/segments");
    if (!X12Structure::of(type).isKnown())
        return unwritable("no structure is known for set type \"" + type + "\"", place + "/type");
    json whole = set;
    addTotals(whole, type);
    SegmentList list(type);
    list.addLoop(whole, "");
    return list.take();
}

/// Writes segments with the separators of the interchange.
class SegmentWriter {
public:
    explicit SegmentWriter(const X12Interchange& interchange)
        : m_interchange(interchange)
    {
    }

    /// False when there is nothing in it.
    bool write(const Row& row)
    {
        std::size_t last = row.size();
        while (last > 0 && row[last - 1].empty())
            --last;
        if (last < 2) return false;
        for (std::size_t i = 0; i < last; ++i) {
            if (i > 0) m_text += m_interchange.separators.element;
            m_text += clean(row[i]);
        }
        end();
        return true;
    }

    void writeIsa()
    {
        const X12Interchange& head = m_interchange;
        const Row row{"ISA",
                      "00",
                      padded("", 10),
                      "00",
                      padded("", 10),
                      head.senderQualifier,
                      padded(head.sender, 15),
                      head.receiverQualifier,
                      padded(head.receiver, 15),
                      head.date.substr(2),
                      head.time,
                      "U",
                      isaVersion(),
                      head.control,
                      "0",
                      head.isTest ? "T" : "P"};
        for (const std::string& element : row)
            m_text += clean(element) + head.separators.element;
        m_text += head.separators.component;
        end();
    }

    std::string take() { return std::move(m_text); }

private:
    void end() { m_text += m_interchange.separators.terminator + m_interchange.lineBreak; }

    static std::string padded(std::string text, std::size_t width)
    {
        text.resize(width, ' ');
        return text;
    }

    /// 004010 is written as 00401 in ISA12.
    std::string isaVersion() const { return m_interchange.version.substr(0, 5); }

    std::string clean(const std::string& text) const
    {
        const X12Separators& separators = m_interchange.separators;
        std::string result;
        for (const char c : text) {
            const std::string_view one(&c, 1);
            const bool isSeparator =
                one == separators.element || one == separators.component || one == separators.terminator;
            if (c == componentMark)
                result += separators.component;
            else
                result += isSeparator || static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
        return result;
    }

    const X12Interchange& m_interchange;
    std::string m_text{};
};

/// Writes ST, the segments and SE.
void writeSet(SegmentWriter& writer, const std::string& type, const std::vector<Row>& rows,
              std::size_t number)
{
    std::string control = std::to_string(number);
    control.insert(0, control.size() < 4 ? 4 - control.size() : 0, '0');
    writer.write({"ST", type, control});
    std::size_t count = 2;
    for (const Row& row : rows)
        count += writer.write(row) ? 1 : 0;
    writer.write({"SE", std::to_string(count), control});
}

Result<std::string> groupIdOf(const json& sets)
{
    std::string id;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const std::string own(functionalId(textOf(sets[i], "type")));
        const std::string place = "/sets/" + std::to_string(i) + "/type";
        if (own.empty()) return unwritable("the set type is not known", place);
        if (!id.empty() && id != own)
            return unwritable("the sets of an interchange must share their group", place);
        id = own;
    }
    return id;
}

} // namespace

Result<std::string> writeX12(const json& tree)
{
    const Result<X12Interchange> interchange = parseInterchange(tree);
    if (!interchange) return interchange.error();
    const json& sets = membersOf(tree, "sets");
    if (sets.empty()) return unwritable("there is no set to write", "/sets");
    const Result<std::string> group = groupIdOf(sets);
    if (!group) return group.error();

    SegmentWriter writer(*interchange);
    writer.writeIsa();
    writer.write({"GS", *group, interchange->sender, interchange->receiver, interchange->date,
                  interchange->time, interchange->groupControl, "X", interchange->version});
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const Result<std::vector<Row>> rows = rowsOf(sets[i], "/sets/" + std::to_string(i));
        if (!rows) return rows.error();
        writeSet(writer, textOf(sets[i], "type"), *rows, i + 1);
    }
    writer.write({"GE", std::to_string(sets.size()), interchange->groupControl});
    writer.write({"IEA", "1", interchange->control});
    return writer.take();
}

} // namespace milepost
