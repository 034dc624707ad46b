// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace milepost {

/// Why an operation failed, in terms the caller can act on.
enum class ErrorKind {
    NotFound,     ///< the named thing does not exist
    Conflict,     ///< it changed underneath the caller; reload and try again
    InvalidInput, ///< the caller must change the request or the document
    Unavailable,  ///< the other end refused or could not be reached; may be tried again
    Timeout,      ///< the deadline passed; may be tried again
    Forbidden,    ///< the caller may not do this
    Internal,     ///< a bug or a broken disk; the message goes to the log
};

/// What went wrong, with which thing, and where.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    std::string message{}; ///< one English sentence for the log and the command line
    std::string place{};   ///< segment, JSON Pointer, line or path that it is about; may be empty

    friend bool operator==(const Error&, const Error&) = default;
};

/// Either a value or an Error. A subset of C++23 std::expected<T, Error> with the same member names.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    T& operator*() &
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    const T& operator*() const&
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    T&& operator*() &&
    {
        assert(has_value());
        return std::move(*std::get_if<0>(&m_state));
    }
    T* operator->() { return &**this; }
    const T* operator->() const { return &**this; }

    /// Precondition: !has_value().
    const Error& error() const
    {
        assert(!has_value());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// The value of an operation that yields nothing but success.
struct Done {
    friend bool operator==(Done, Done) = default;
};

using Status = Result<Done>;

} // namespace milepost
