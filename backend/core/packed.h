// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace milepost {

/// A packed form could not be read: cut off, or written by something else.
struct PackedFormError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Writes values one after the other in a dense binary form. A struct takes part by a free function
/// `template <class V> void fields(V& visit, T& value)` that calls `visit("name", value.member)` for each
/// member in order; a member that came with schema version n is visited only `if (visit.version() >= n)`.
class PackWriter {
public:
    explicit PackWriter(int version)
        : m_version(version)
    {
        putUnsigned(static_cast<std::uint64_t>(version));
    }

    int version() const { return m_version; }
    const std::string& bytes() const& { return m_bytes; }
    std::string bytes() && { return std::move(m_bytes); }

    template <typename T>
    void operator()(const char* /*name*/, const T& value)
    {
        put(value);
    }

    template <typename T>
    void put(const T& value)
    {
        if constexpr (std::same_as<T, bool>) {
            m_bytes.push_back(value ? '\1' : '\0');
        } else if constexpr (std::is_enum_v<T>) {
            putUnsigned(static_cast<std::uint64_t>(value));
        } else if constexpr (std::integral<T>) {
            putSigned(static_cast<std::int64_t>(value));
        } else {
            fields(*this, const_cast<T&>(value)); // a writer never changes what it visits
        }
    }
    void put(const std::string& text)
    {
        putUnsigned(text.size());
        m_bytes.append(text);
    }
    void put(const Timestamp& time) { putSigned(time.time_since_epoch().count()); }
    void put(const Duration& duration) { putSigned(duration.count()); }
    template <std::size_t n>
    void put(const std::array<char, n>& letters)
    {
        m_bytes.append(letters.data(), n);
    }
    template <typename T>
    void put(const std::optional<T>& value)
    {
        put(value.has_value());
        if (value) put(*value);
    }
    template <typename T>
    void put(const std::vector<T>& values)
    {
        putUnsigned(values.size());
        for (const T& value : values)
            put(value);
    }
    template <typename T, std::size_t n>
    void put(const std::array<T, n>& values)
    {
        for (const T& value : values)
            put(value);
    }

private:
    void putUnsigned(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_bytes.push_back(static_cast<char>(value | 0x80));
            value >>= 7;
        }
        m_bytes.push_back(static_cast<char>(value));
    }
    void putSigned(std::int64_t value)
    {
        putUnsigned((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }

    int m_version;
    std::string m_bytes;
};

/// Reads what PackWriter wrote, of this or an older version. Throws PackedFormError.
class PackReader {
public:
    explicit PackReader(std::string_view bytes)
        : m_rest(bytes)
    {
        m_version = static_cast<int>(takeUnsigned());
    }

    int version() const { return m_version; }
    bool atEnd() const { return m_rest.empty(); }
    /// Refuses what a newer program wrote.
    void requireVersionUpTo(int newest) const
    {
        if (m_version < 1 || m_version > newest)
            throw PackedFormError("a packed form of version " + std::to_string(m_version) +
                                  ", of which this program knows up to " + std::to_string(newest));
    }
    /// Refuses bytes behind the last value: they are of something else.
    void requireEnd() const
    {
        if (!atEnd()) throw PackedFormError("bytes are left behind a packed form");
    }

    template <typename T>
    void operator()(const char* /*name*/, T& value)
    {
        get(value);
    }

    template <typename T>
    void get(T& value)
    {
        if constexpr (std::same_as<T, bool>) {
            value = takeByte() != 0;
        } else if constexpr (std::is_enum_v<T>) {
            value = static_cast<T>(takeUnsigned());
        } else if constexpr (std::integral<T>) {
            value = static_cast<T>(takeSigned());
        } else {
            fields(*this, value);
        }
    }
    void get(std::string& text) { text = take(takeUnsigned()); }
    void get(Timestamp& time) { time = Timestamp(Duration(takeSigned())); }
    void get(Duration& duration) { duration = Duration(takeSigned()); }
    template <std::size_t n>
    void get(std::array<char, n>& letters)
    {
        const auto text = take(n);
        std::copy(text.begin(), text.end(), letters.begin());
    }
    template <typename T>
    void get(std::optional<T>& value)
    {
        value.reset();
        if (takeByte() != 0) get(value.emplace());
    }
    template <typename T>
    void get(std::vector<T>& values)
    {
        const auto count = takeUnsigned();
        if (count > m_rest.size()) throw PackedFormError("a packed list is longer than its bytes");
        values.resize(static_cast<std::size_t>(count));
        for (T& value : values)
            get(value);
    }
    template <typename T, std::size_t n>
    void get(std::array<T, n>& values)
    {
        for (T& value : values)
            get(value);
    }

private:
    std::uint8_t takeByte()
    {
        if (m_rest.empty()) throw PackedFormError("a packed form ends too early");
        const auto byte = static_cast<std::uint8_t>(m_rest.front());
        m_rest.remove_prefix(1);
        return byte;
    }
    std::uint64_t takeUnsigned()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t byte = takeByte();
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80) return value;
        }
        throw PackedFormError("a packed number is too long");
    }
    std::int64_t takeSigned()
    {
        const std::uint64_t value = takeUnsigned();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    std::string_view take(std::uint64_t size)
    {
        if (size > m_rest.size()) throw PackedFormError("a packed text is longer than its bytes");
        const auto text = m_rest.substr(0, static_cast<std::size_t>(size));
        m_rest.remove_prefix(static_cast<std::size_t>(size));
        return text;
    }

    int m_version = 0;
    std::string_view m_rest;
};

} // namespace milepost
