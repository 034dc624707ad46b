// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/process_file.h"

#include "backend/contracts/definition_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace milepost {
namespace {

using nlohmann::json;

template <typename Value>
Value keyed(const DefinitionReader& reader, std::string_view key, std::string_view fallback)
{
    const std::string word = reader.textOr(key, fallback);
    Value value{};
    if (!fromKey(word, value)) reader.fail(key, "\"" + word + "\" is not known");
    return value;
}

void readExpectation(const DefinitionReader& step, Step& read)
{
    if (!step.has("expects")) return;
    const DefinitionReader reader(step.member("expects"), step.placeOf("expects"),
                                  {"what", "from", "within"});
    read.expects = reader.text("what");
    if (read.expects != "shipmentConfirmed" && read.expects != "delivered")
        reader.fail("what", "must be shipmentConfirmed or delivered");
    read.expectedFrom = reader.text("from");
    read.expectedWithin = reader.durationOr("within", Duration(0));
    if (read.expectedWithin <= Duration(0)) reader.fail("within", "is missing");
}

Step readStep(const json& node, const std::string& place)
{
    const DefinitionReader reader(node, place,
                                  {"name", "capability", "unit", "booking", "when", "policy", "inverse",
                                   "team", "repeated", "expects"});
    Step step{.name = reader.text("name"), .capability = reader.textOr("capability", {})};
    step.unit = keyed<StepUnit>(reader, "unit", "order");
    step.booking = keyed<Booking>(reader, "booking", "none");
    step.policy = reader.textOr("policy", "normal");
    step.inverse = reader.textOr("inverse", {});
    step.team = reader.textOr("team", {});
    step.isRepeated = reader.flagOr("repeated", false);
    for (const std::string& condition : reader.texts("when"))
        step.when.push_back(orThrow(parseTerm(condition), reader.placeOf("when")));
    readExpectation(reader, step);
    return step;
}

/// Names are used in keys and references to partners.
bool isStepName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

void linkSteps(Process& process)
{
    for (std::size_t i = 0; i < process.steps.size(); ++i) {
        Step& step = process.steps[i];
        const std::string place = "/steps/" + std::to_string(i);
        if (!isStepName(step.name))
            throw DefinitionError(place + "/name", "may have small letters, digits and - only");
        if (stepIndex(process, step.name) != static_cast<int>(i))
            throw DefinitionError(place + "/name", "another step is called " + step.name);
        for (Term& term : step.when) {
            if (term.predicate != "done") continue;
            term.argumentStep = stepIndex(process, term.argument);
            if (term.argumentStep < 0)
                throw DefinitionError(place + "/when", "no step is called " + term.argument);
        }
    }
}

} // namespace

Result<Process> parseProcess(std::string_view text, int definition)
{
    try {
        const json node = parseDefinition(text);
        const DefinitionReader reader(node, "", {"name", "about", "steps"});
        Process process{.definition = definition, .name = reader.text("name")};
        std::size_t index = 0;
        for (const json* step : reader.elements("steps"))
            process.steps.push_back(readStep(*step, "/steps/" + std::to_string(index++)));
        if (process.steps.empty()) reader.fail("steps", "is missing");
        linkSteps(process);
        return process;
    } catch (const DefinitionError& error) {
        return error.toError();
    }
}

} // namespace milepost
