// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/policy_draft.h"

#include "backend/contracts/policy_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace milepost {
namespace {

using Json = nlohmann::ordered_json;

constexpr int indent = 2;
constexpr const char* listOfPolicies = "policies";
constexpr const char* listOfObjectives = "objectives";

/// The row's name, as the text has it.
std::string nameOf(const Json& node, bool ofObjective)
{
    if (!ofObjective) return node.value("name", std::string());
    const std::string step = node.value("step", std::string());
    return std::string(eventMark) + node.value("event", std::string()) + (step.empty() ? "" : "/" + step);
}

Json& listFor(Json& document, std::string_view row)
{
    Json& list = document[isObjective(row) ? listOfObjectives : listOfPolicies];
    if (!list.is_array()) list = Json::array();
    return list;
}

Json* find(Json& list, std::string_view row)
{
    const auto at = std::find_if(list.begin(), list.end(),
                                 [&](const Json& node) { return nameOf(node, isObjective(row)) == row; });
    return at == list.end() ? nullptr : &*at;
}

/// A whole number as such, so that the reader judges it; all else as a text.
Json written(const std::string& value)
{
    std::int64_t number = 0;
    const char* end = value.data() + value.size();
    const auto [last, failure] = std::from_chars(value.data(), end, number);
    if (failure == std::errc() && last == end) return number;
    return value;
}

Json newObjective(std::string_view row)
{
    const std::string_view name = row.substr(eventMark.size());
    const auto slash = name.find('/');
    Json node{{"event", name.substr(0, slash)}};
    if (slash != std::string_view::npos) node["step"] = name.substr(slash + 1);
    return node;
}

std::string namesIn(const Json& list)
{
    std::string names;
    for (const Json& node : list)
        names += (names.empty() ? "" : ", ") + nameOf(node, false);
    return names;
}

/// What is wrong with the edit by itself; empty: it is worked in.
std::string work(Json& document, const PolicyEdit& edit)
{
    Json& list = listFor(document, edit.row);
    Json* node = find(list, edit.row);
    const bool isForObjective = isObjective(edit.row);
    if (node == nullptr && !isForObjective)
        return "there is no policy '" + edit.row + "'; there are " + namesIn(list);
    for (const char* fixed : {"name", "event", "step"})
        if (edit.field == fixed) return "the name of a row stays as it is";
    if (isForObjective && edit.field == "recoverWithin" && edit.value.empty()) {
        if (node == nullptr) return "there is no objective of that name";
        list.erase(static_cast<std::size_t>(node - &list.front()));
        return {};
    }
    if (node == nullptr) node = &list.emplace_back(newObjective(edit.row));
    if (edit.value.empty())
        node->erase(edit.field);
    else
        (*node)[edit.field] = written(edit.value);
    return {};
}

/// The edit that an error of the reader is about: of its row and field, else one of its row that it names.
const PolicyEdit* blamed(Json& document, const Error& error, const std::vector<PolicyEdit>& edits)
{
    const PolicyEdit* ofRow = nullptr;
    for (const PolicyEdit& edit : edits) {
        Json& list = listFor(document, edit.row);
        const Json* node = find(list, edit.row);
        if (node == nullptr) continue;
        const std::string place = std::string("/") +
                                  (isObjective(edit.row) ? listOfObjectives : listOfPolicies) + "/" +
                                  std::to_string(node - &list.front());
        if (error.place == place + "/" + edit.field) return &edit;
        const bool isNamed = error.message.find(edit.field) != std::string::npos;
        if (error.place.starts_with(place + "/") && (ofRow == nullptr || isNamed)) ofRow = &edit;
    }
    return ofRow;
}

/// "policy x: maxTries must be …" without the row and field, which the problem names by itself.
std::string withoutNames(std::string message, const std::string& field)
{
    const auto colon = message.find(": ");
    if (colon != std::string::npos) message.erase(0, colon + 2);
    if (message.starts_with(field + " ")) message.erase(0, field.size() + 1);
    return message;
}

Json worked(std::string_view text, std::vector<PolicyEdit>& edits, std::vector<PolicyProblem>& problems)
{
    Json document = Json::parse(text);
    std::erase_if(edits, [&](const PolicyEdit& edit) {
        std::string wrong = work(document, edit);
        if (wrong.empty()) return false;
        problems.push_back({edit.row, edit.field, std::move(wrong)});
        return true;
    });
    return document;
}

} // namespace

std::string sentenceOf(const PolicyProblem& problem)
{
    return problem.row + (problem.field.empty() ? "" : ", " + problem.field) + ": " + problem.message;
}

PolicyDraft draftOf(std::string_view text, std::span<const PolicyEdit> edits)
{
    PolicyDraft draft;
    std::vector<PolicyEdit> kept(edits.begin(), edits.end());
    for (;;) {
        Json document = worked(text, kept, draft.problems);
        draft.text = kept.empty() ? std::string(text) : document.dump(indent) + "\n";
        auto policies = parsePolicies(draft.text);
        if (policies) draft.policies = *std::move(policies);
        if (policies || kept.empty()) return draft;
        const PolicyEdit* wrong = blamed(document, policies.error(), kept);
        if (wrong == nullptr) wrong = &kept.back();
        draft.problems.push_back(
            {wrong->row, wrong->field, withoutNames(policies.error().message, wrong->field)});
        kept.erase(kept.begin() + (wrong - kept.data()));
    }
}

} // namespace milepost
