// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/answer_parser.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace milepost {

using boost::beast::http::field;

std::optional<std::chrono::seconds> parseRetryAfter(std::string_view value)
{
    constexpr long maxSeconds = 86'400;
    long seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error != std::errc() || end != value.data() + value.size() || seconds < 0) return std::nullopt;
    return std::chrono::seconds(std::min(seconds, maxSeconds));
}

AnswerParser::AnswerParser()
{
    eager(true);
    body_limit(maxAnswerBytes);
    header_limit(static_cast<std::uint32_t>(maxAnswerHeadBytes));
}

void AnswerParser::on_request_impl(Verb, Text, Text, int, Code&) {}

void AnswerParser::on_response_impl(int status, Text reason, int version, Code&)
{
    std::array<char, 32> line{};
    const char minor = version == 10 ? '0' : '1';
    char* out = std::copy_n("HTTP/1.", 7, line.data());
    *out++ = minor;
    *out++ = ' ';
    out = std::to_chars(out, line.data() + line.size(), status).ptr;
    m_answer.status = status;
    m_answer.head.reserve(192);
    m_answer.head.assign(line.data(), out);
    m_answer.head.append(" ").append(reason.data(), reason.size()).append("\r\n");
}

void AnswerParser::on_field_impl(Field name, Text nameText, Text value, Code&)
{
    if (name == field::set_cookie) return;
    if (name == field::retry_after) m_answer.retryAfter = parseRetryAfter({value.data(), value.size()});
    m_answer.head.append(nameText.data(), nameText.size()).append(": ");
    m_answer.head.append(value.data(), value.size()).append("\r\n");
}

void AnswerParser::on_header_impl(Code&)
{
    m_answer.head.append("\r\n");
}

void AnswerParser::on_body_init_impl(const boost::optional<std::uint64_t>& length, Code&)
{
    constexpr std::uint64_t most = 64 * 1024; // what a partner merely announces is not allocated at once
    if (length) m_answer.body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(*length, most)));
}

std::size_t AnswerParser::on_body_impl(Text body, Code&)
{
    m_answer.body.append(body.data(), body.size());
    return body.size();
}

void AnswerParser::on_chunk_header_impl(std::uint64_t, Text, Code&) {}

std::size_t AnswerParser::on_chunk_body_impl(std::uint64_t, Text body, Code& error)
{
    return on_body_impl(body, error);
}

void AnswerParser::on_finish_impl(Code&) {}

} // namespace milepost
