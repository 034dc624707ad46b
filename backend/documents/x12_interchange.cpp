// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_interchange.h"

#include "backend/core/clock.h"
#include "backend/documents/x12_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace milepost {
namespace {

using nlohmann::json;

constexpr std::size_t maxIdLength = 15; // ISA06, ISA08

Error badField(const char* name, const std::string& why)
{
    return {ErrorKind::InvalidInput, "the interchange's " + std::string(name) + " " + why,
            "/interchange/" + std::string(name)};
}

std::string fieldText(const json& interchange, const char* name, const char* fallback)
{
    const auto found = interchange.find(name);
    if (found == interchange.end() || found->is_null()) return fallback;
    if (found->is_string()) return found->get<std::string>();
    return found->dump();
}

Status checkIds(const X12Interchange& made)
{
    const auto isId = [](const std::string& id) { return !id.empty() && id.size() <= maxIdLength; };
    if (!isId(made.sender)) return badField("sender", "must have 1 to 15 characters");
    if (!isId(made.receiver)) return badField("receiver", "must have 1 to 15 characters");
    if (made.senderQualifier.size() != 2) return badField("senderQualifier", "must have 2 characters");
    if (made.receiverQualifier.size() != 2) return badField("receiverQualifier", "must have 2 characters");
    if (made.version.size() < 6 || !parseCount(made.version.substr(0, 6)))
        return badField("version", "must be six digits, such as 004010");
    if (made.separators.element.size() != 1 || made.separators.component.size() != 1 ||
        made.separators.terminator.size() != 1)
        return badField("elementSeparator", "and the other separators must be one byte each");
    return Done{};
}

Status setControl(X12Interchange& made, const json& interchange)
{
    made.control = fieldText(interchange, "control", "");
    const auto number = parseCount(made.control);
    if (!number || *number > 999'999'999)
        return badField("control", "must be a number of at most nine digits");
    made.control = std::to_string(*number);
    made.groupControl = fieldText(interchange, "groupControl", made.control.c_str());
    const auto group = parseCount(made.groupControl);
    if (!group || *group > 999'999'999)
        return badField("groupControl", "must be a number of at most nine digits");
    made.control.insert(0, 9 - made.control.size(), '0');
    return Done{};
}

Status setMoment(X12Interchange& made, const json& interchange)
{
    const std::optional<Timestamp> moment = parseTimestamp(fieldText(interchange, "moment", ""));
    if (!moment) return badField("moment", "must be a time (RFC 3339)");
    const std::string text = toText(*moment); // 2026-11-23T16:04:12.000Z
    made.date = text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2);
    made.time = text.substr(11, 2) + text.substr(14, 2);
    return Done{};
}

} // namespace

Result<X12Interchange> parseInterchange(const json& tree)
{
    const auto found = tree.is_object() ? tree.find("interchange") : tree.end();
    if (!tree.is_object() || found == tree.end() || !found->is_object())
        return Error{ErrorKind::InvalidInput, "the tree has no interchange", "/interchange"};
    const json& interchange = *found;
    X12Interchange made;
    made.senderQualifier = fieldText(interchange, "senderQualifier", "ZZ");
    made.sender = fieldText(interchange, "sender", "");
    made.receiverQualifier = fieldText(interchange, "receiverQualifier", "ZZ");
    made.receiver = fieldText(interchange, "receiver", "");
    made.version = fieldText(interchange, "version", "004010");
    made.lineBreak = fieldText(interchange, "lineBreak", "\n");
    made.separators.element = fieldText(interchange, "elementSeparator", "*");
    made.separators.component = fieldText(interchange, "componentSeparator", ">");
    made.separators.terminator = fieldText(interchange, "segmentTerminator", "~");
    made.isTest = interchange.value("isTest", json(false)) == json(true);
    if (const Status checked = checkIds(made); !checked) return checked.error();
    if (const Status control = setControl(made, interchange); !control) return control.error();
    if (const Status moment = setMoment(made, interchange); !moment) return moment.error();
    return made;
}

} // namespace milepost
