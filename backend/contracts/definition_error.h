// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace milepost {

/// A pack, process or policy text is wrong at one place. Thrown while one is compiled, caught by the compile
/// function, which returns it as an Error.
class DefinitionError : public std::runtime_error {
public:
    DefinitionError(std::string place, const std::string& what)
        : std::runtime_error(what)
        , m_place(std::move(place))
    {
    }

    const std::string& place() const { return m_place; }
    Error toError() const { return {ErrorKind::InvalidInput, what(), m_place}; }

private:
    std::string m_place;
};

/// The value of `result`, or a DefinitionError at `place`.
template <typename T>
T orThrow(Result<T> result, std::string_view place)
{
    if (!result) throw DefinitionError(std::string(place), result.error().message);
    return *std::move(result);
}

} // namespace milepost
