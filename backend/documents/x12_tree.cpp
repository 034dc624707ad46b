// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_tree.h"

#include "backend/documents/x12_derived.h"
#include "backend/documents/x12_lexer.h"
#include "backend/documents/x12_loops.h"

#include <nlohmann/json.hpp>

namespace milepost {
namespace {

using nlohmann::json;

std::string elementKey(std::size_t index)
{
    return index < 10 ? "0" + std::to_string(index) : std::to_string(index);
}

json componentsValue(const std::string& text, const std::string& separator)
{
    const std::vector<std::string> parts = splitText(text, separator);
    if (parts.size() == 1) return text;
    json object = json::object();
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!parts[i].empty()) object[std::to_string(i + 1)] = parts[i];
    return object;
}

json elementValue(const std::string& tag, std::size_t index, const std::string& text,
                  const X12Separators& separators)
{
    if (!isComposite(tag, static_cast<int>(index))) return text;
    const std::vector<std::string> repeats = splitText(text, separators.repetition);
    if (repeats.size() == 1) return componentsValue(text, separators.component);
    json values = json::array();
    for (const std::string& repeat : repeats)
        values.push_back(componentsValue(repeat, separators.component));
    return values;
}

json segmentObject(const X12Segment& segment, const X12Separators& separators)
{
    json object = {{"_at", segment.position}, {"_line", segment.line}};
    for (std::size_t i = 1; i < segment.elements.size(); ++i)
        if (!segment.elements[i].empty())
            object[elementKey(i)] = elementValue(segment.tag(), i, segment.elements[i], separators);
    return object;
}

/// Puts one segment after the other into the loop where it belongs.
class TreeBuilder {
public:
    TreeBuilder(json& root, const std::string& type)
        : m_structure(X12Structure::of(type))
    {
        m_open.push_back({&root, "", m_structure.find("")});
    }

    void add(const X12Segment& segment, const X12Separators& separators)
    {
        const X12Membership found = popTo(segment.tag());
        json& siblings = (*m_open.back().object)[segment.tag()];
        siblings.push_back(segmentObject(segment, separators));
        if (found != X12Membership::Loop) return;
        const std::string& parent = m_open.back().path;
        std::string path = parent.empty() ? segment.tag() : parent + "/" + segment.tag();
        const X12Loop* loop = m_structure.find(path);
        m_open.push_back({&siblings.back(), std::move(path), loop});
    }

private:
    struct OpenLoop {
        json* object; // stays valid: an array grows only after the loops within it are closed
        std::string path;
        const X12Loop* loop;
    };

    /// Closes loops until one takes the tag; an unknown tag stays in the innermost.
    X12Membership popTo(const std::string& tag)
    {
        for (std::size_t depth = m_open.size(); depth-- > 0;) {
            const X12Membership found = membership(m_open[depth].loop, tag);
            if (found == X12Membership::None) continue;
            m_open.resize(depth + 1);
            return found;
        }
        return X12Membership::None;
    }

    X12Structure m_structure;
    std::vector<OpenLoop> m_open{};
};

} // namespace

json x12Tree(const X12Set& set)
{
    json root = json::object();
    root["type"] = set.type;
    root["format"] = "x12-" + set.type;
    root["envelope"] = envelopeObject(set.envelope);
    TreeBuilder builder(root, set.type);
    for (const X12Segment& segment : set.segments) {
        const bool isFrame = segment.tag() == "ST" || segment.tag() == "SE";
        if (isFrame)
            root[segment.tag()].push_back(segmentObject(segment, set.envelope.separators));
        else
            builder.add(segment, set.envelope.separators);
    }
    addDerivedKeys(root, set.type);
    return root;
}

} // namespace milepost
