// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fact.h"
#include "backend/domain/fact_fields.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace milepost {

/// Makes the facts of one order those of a copy: other numbers, times and payloads, everything else as it
/// was. Visits fields as packing does.
class CopiedFacts {
public:
    std::string suffix{}; ///< what every number of the copy ends with
    Duration shift{};     ///< what is added to every time
    const std::unordered_map<std::int64_t, PayloadId>* payloads =
        nullptr; ///< of the copy, by the sample's id

    static int version() { return factVersion; }

    void change(FactRow& row)
    {
        row.at += shift;
        for (FactBody& fact : row.facts)
            std::visit([this](auto& body) { fields(*this, body); }, fact);
    }
    std::string number(const std::string& value) const { return value.empty() ? value : value + suffix; }
    Timestamp time(Timestamp at) const { return at == Timestamp{} ? at : at + shift; }

    template <typename T>
    void operator()(const char* name, T& value)
    {
        if constexpr (std::is_same_v<T, PayloadId>)
            value = copyOf(value);
        else if constexpr (std::is_same_v<T, Timestamp>)
            value = time(value);
        else if constexpr (std::is_same_v<T, std::string>)
            rename(name, value);
        else if constexpr (std::is_same_v<T, ExternalReference>)
            renameReference(value);
        else
            descend(value);
    }

private:
    static constexpr std::array<std::string_view, 5> numbers{"orderNo", "document", "tracking", "booking",
                                                             "messageId"};
    static constexpr std::array<std::string_view, 3> sharedKinds{"item", "sku", "customer"};

    template <typename T>
    void descend(T& value)
    {
        if constexpr (requires { fields(*this, value); }) fields(*this, value);
    }
    template <typename T>
    void descend(std::vector<T>& values)
    {
        for (T& value : values)
            (*this)("", value);
    }
    template <typename T>
    void descend(std::optional<T>& value)
    {
        if (value) (*this)("", *value);
    }

    PayloadId copyOf(PayloadId id) const
    {
        if (payloads == nullptr) return id;
        const auto found = payloads->find(id.value);
        return found == payloads->end() ? PayloadId{} : found->second;
    }
    void rename(std::string_view name, std::string& value) const
    {
        if (std::ranges::find(numbers, name) != numbers.end()) value = number(value);
    }
    void renameReference(ExternalReference& reference) const
    {
        if (std::ranges::find(sharedKinds, reference.kind) == sharedKinds.end())
            reference.value = number(reference.value);
    }
};

} // namespace milepost
