// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/date_pattern.h"
#include "backend/contracts/transform.h"
#include "backend/core/quantity.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace milepost {
namespace {

using Arguments = TransformArguments;

constexpr std::size_t maxWidth = 10'000;
constexpr int microDigits = 6;

std::string quoted(const std::string& text)
{
    constexpr std::size_t shown = 60;
    return "\"" + text.substr(0, shown) + (text.size() > shown ? "…\"" : "\"");
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string trim(const Arguments&, TransformValue& value)
{
    const auto begin = std::ranges::find_if_not(*value, isBlank);
    const auto end = std::find_if_not(value->rbegin(), std::make_reverse_iterator(begin), isBlank).base();
    value = std::string(begin, end);
    return {};
}

std::string upper(const Arguments&, TransformValue& value)
{
    for (char& c : *value)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return {};
}

std::string lower(const Arguments&, TransformValue& value)
{
    for (char& c : *value)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return {};
}

std::string digits(const Arguments&, TransformValue& value)
{
    std::erase_if(*value, [](char c) { return c < '0' || c > '9'; });
    return {};
}

std::string stripZeros(const Arguments&, TransformValue& value)
{
    const auto first = std::min(value->find_first_not_of('0'), value->size());
    value = first == value->size() && first > 0 ? "0" : value->substr(first);
    return {};
}

std::string stripPrefix(const Arguments& a, TransformValue& value)
{
    if (value->starts_with(a.text)) value->erase(0, a.text.size());
    return {};
}

std::string stripSuffix(const Arguments& a, TransformValue& value)
{
    if (value->ends_with(a.text)) value->resize(value->size() - a.text.size());
    return {};
}

std::string prefix(const Arguments& a, TransformValue& value)
{
    value->insert(0, a.text);
    return {};
}

std::string suffix(const Arguments& a, TransformValue& value)
{
    value->append(a.text);
    return {};
}

std::string setDefault(const Arguments& a, TransformValue& value)
{
    if (!value || value->empty()) value = a.text;
    return {};
}

std::string absentWhen(const Arguments& a, TransformValue& value)
{
    const bool isListed =
        std::ranges::any_of(a.codes, [&](const auto& code) { return code.first == *value; });
    if (isListed) value.reset();
    return {};
}

std::string code(const Arguments& a, TransformValue& value)
{
    const auto at = std::ranges::find(a.codes, *value, [](const auto& pair) { return pair.first; });
    if (at != a.codes.end()) {
        value = at->second;
        return {};
    }
    const auto rest = std::ranges::find(a.codes, "*", [](const auto& pair) { return pair.first; });
    if (rest == a.codes.end()) return quoted(*value) + " is not in the code table";
    if (rest->second != "*") value = rest->second;
    return {};
}

std::string ratio(const Arguments& a, TransformValue& value)
{
    const auto at = std::ranges::find(a.codes, *value, [](const auto& pair) { return pair.first; });
    value = at == a.codes.end() ? "1/1" : at->second;
    return {};
}

std::string parseDate(const Arguments& a, TransformValue& value)
{
    const auto time = readDate(a.text, *value);
    if (!time) return quoted(*value) + " is no date written as " + a.text;
    value = toText(*time);
    return {};
}

std::string formatDate(const Arguments& a, TransformValue& value)
{
    const auto time = parseTimestamp(*value);
    if (!time) return quoted(*value) + " is no time";
    value = writeDate(a.text, *time);
    return {};
}

/// Puts the point before the last `count` digits.
std::string implied(const Arguments& a, TransformValue& value)
{
    const auto whole = parseDecimal(*value, 0);
    if (!whole) return quoted(*value) + " is no number with implied decimals";
    value = decimalText(*whole, static_cast<int>(a.count));
    return {};
}

/// The inverse: leaves out the point.
std::string minor(const Arguments& a, TransformValue& value)
{
    const auto scaled = parseDecimal(*value, static_cast<int>(a.count));
    if (!scaled) return quoted(*value) + " does not fit " + std::to_string(a.count) + " decimals";
    value = std::to_string(*scaled);
    return {};
}

/// Exactly `count` digits behind the point.
std::string decimals(const Arguments& a, TransformValue& value)
{
    const auto scaled = parseDecimal(*value, static_cast<int>(a.count));
    if (!scaled) return quoted(*value) + " does not fit " + std::to_string(a.count) + " decimals";
    std::string text = decimalText(*scaled, static_cast<int>(a.count));
    const auto point = text.find('.');
    const std::size_t behind = point == std::string::npos ? 0 : text.size() - point - 1;
    if (point == std::string::npos && a.count > 0) text.push_back('.');
    value = text.append(a.count - behind, '0');
    return {};
}

std::string percentOff(const Arguments&, TransformValue& value)
{
    if (value->ends_with('%')) value->pop_back();
    return {};
}

std::string substring(const Arguments& a, TransformValue& value)
{
    value = a.first < value->size() ? value->substr(a.first, a.count) : std::string();
    return {};
}

/// Cuts to `count` bytes, never within a UTF-8 character.
std::string truncate(const Arguments& a, TransformValue& value)
{
    if (value->size() <= a.count) return {};
    std::size_t end = a.count;
    while (end > 0 && (static_cast<unsigned char>((*value)[end]) & 0xc0) == 0x80)
        --end;
    value->resize(end);
    return {};
}

std::string padLeft(const Arguments& a, TransformValue& value)
{
    if (value->size() < a.count) value->insert(0, a.count - value->size(), a.text[0]);
    return {};
}

std::string padRight(const Arguments& a, TransformValue& value)
{
    if (value->size() < a.count) value->append(a.count - value->size(), a.text[0]);
    return {};
}

/// The part number `first` (0, 1, …) between separators; absent when there is none.
std::string split(const Arguments& a, TransformValue& value)
{
    std::size_t begin = 0;
    for (std::size_t i = 0; i < a.first; ++i) {
        const auto end = value->find(a.text, begin);
        if (end == std::string::npos) {
            value.reset();
            return {};
        }
        begin = end + a.text.size();
    }
    value = value->substr(begin, value->find(a.text, begin) - begin);
    return {};
}

std::string replace(const Arguments& a, TransformValue& value)
{
    std::string out;
    std::size_t begin = 0;
    for (std::size_t at = value->find(a.text); at != std::string::npos; at = value->find(a.text, begin)) {
        out.append(*value, begin, at - begin).append(a.second);
        begin = at + a.text.size();
    }
    value = out.append(*value, begin);
    return {};
}

std::string callLua(const Arguments& a, TransformValue& value)
{
    auto result = a.lua->call(a.text, *value);
    if (!result) return "cannot be changed by lua:" + a.text + ": " + result.error().message;
    value = *std::move(result);
    return {};
}

bool readNumber(std::string_view text, std::size_t& number)
{
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc() && end == text.data() + text.size() && number <= maxWidth;
}

bool readText(std::string_view text, Arguments& a)
{
    a.text = text;
    return true;
}

bool readSomeText(std::string_view text, Arguments& a)
{
    a.text = text;
    return !text.empty();
}

bool readPattern(std::string_view text, Arguments& a)
{
    a.text = text;
    return isDatePattern(text);
}

bool readCount(std::string_view text, Arguments& a)
{
    return readNumber(text, a.count);
}

bool readDigits(std::string_view text, Arguments& a)
{
    return readNumber(text, a.count) && a.count <= microDigits;
}

bool readRange(std::string_view text, Arguments& a)
{
    const auto comma = text.find(',');
    a.count = maxWidth * maxWidth;
    if (comma != std::string_view::npos && !readNumber(text.substr(comma + 1), a.count)) return false;
    return readNumber(text.substr(0, comma), a.first);
}

bool readWidthAndFill(std::string_view text, Arguments& a)
{
    const auto comma = text.find(',');
    a.text = comma == std::string_view::npos ? " " : text.substr(comma + 1);
    return a.text.size() == 1 && readNumber(text.substr(0, comma), a.count);
}

bool readSeparatorAndIndex(std::string_view text, Arguments& a)
{
    const auto comma = text.rfind(',');
    if (comma == std::string_view::npos || comma == 0) return false;
    a.text = text.substr(0, comma);
    return readNumber(text.substr(comma + 1), a.first);
}

bool readPair(std::string_view text, Arguments& a)
{
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) return false;
    a.text = text.substr(0, equals);
    a.second = text.substr(equals + 1);
    return true;
}

bool readCodes(std::string_view text, Arguments& a)
{
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        Arguments pair;
        if (!readPair(text.substr(0, comma), pair)) return false;
        a.codes.emplace_back(pair.text, pair.second);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return !a.codes.empty();
}

bool readRatios(std::string_view text, Arguments& a)
{
    const auto isRatio = [](const auto& pair) {
        std::size_t part = 0;
        const auto slash = pair.second.find('/');
        const std::string_view whole = pair.second;
        return slash != std::string::npos && readNumber(whole.substr(0, slash), part) && part > 0 &&
               readNumber(whole.substr(slash + 1), part) && part > 0;
    };
    return readCodes(text, a) && std::ranges::all_of(a.codes, isRatio);
}

bool readList(std::string_view text, Arguments& a)
{
    while (true) {
        const auto comma = std::min(text.find(','), text.size());
        a.codes.emplace_back(text.substr(0, comma), "");
        if (comma == text.size()) return true;
        text.remove_prefix(comma + 1);
    }
}

constexpr std::array table{
    TransformKind{"trim", trim, nullptr, false, "trim"},
    TransformKind{"upper", upper, nullptr, false, "upper"},
    TransformKind{"lower", lower, nullptr, false, "lower"},
    TransformKind{"digits", digits, nullptr, false, "digits"},
    TransformKind{"stripZeros", stripZeros, nullptr, false, "stripZeros"},
    TransformKind{"percent", percentOff, nullptr, false, "percent"},
    TransformKind{"stripPrefix", stripPrefix, readSomeText, false, "stripPrefix:TEXT"},
    TransformKind{"stripSuffix", stripSuffix, readSomeText, false, "stripSuffix:TEXT"},
    TransformKind{"prefix", prefix, readSomeText, false, "prefix:TEXT"},
    TransformKind{"suffix", suffix, readSomeText, false, "suffix:TEXT"},
    TransformKind{"default", setDefault, readText, true, "default:TEXT"},
    TransformKind{"absent", absentWhen, readList, false, "absent:VALUE[,VALUE…]"},
    TransformKind{"code", code, readCodes, false, "code:FROM=TO[,FROM=TO…][,*=TO]"},
    TransformKind{"ratio", ratio, readRatios, false, "ratio:UNIT=N/M[,UNIT=N/M…]"},
    TransformKind{"parseDate", parseDate, readPattern, false, "parseDate:PATTERN"},
    TransformKind{"formatDate", formatDate, readPattern, false, "formatDate:PATTERN"},
    TransformKind{"implied", implied, readDigits, false, "implied:DIGITS (0 to 6)"},
    TransformKind{"minor", minor, readDigits, false, "minor:DIGITS (0 to 6)"},
    TransformKind{"decimals", decimals, readDigits, false, "decimals:DIGITS (0 to 6)"},
    TransformKind{"substring", substring, readRange, false, "substring:FIRST[,COUNT]"},
    TransformKind{"truncate", truncate, readCount, false, "truncate:BYTES"},
    TransformKind{"padLeft", padLeft, readWidthAndFill, false, "padLeft:WIDTH[,CHARACTER]"},
    TransformKind{"padRight", padRight, readWidthAndFill, false, "padRight:WIDTH[,CHARACTER]"},
    TransformKind{"split", split, readSeparatorAndIndex, false, "split:SEPARATOR,INDEX"},
    TransformKind{"replace", replace, readPair, false, "replace:FROM=TO"},
    TransformKind{"lua", callLua, readSomeText, false, "lua:FUNCTION"},
};

} // namespace

const TransformKind* findTransform(std::string_view name)
{
    const auto* at = std::ranges::find(table, name, &TransformKind::name);
    return at == table.end() ? nullptr : at;
}

} // namespace milepost
