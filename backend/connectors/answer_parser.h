// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http_answer.h"

#include <boost/beast/http/basic_parser.hpp>

namespace milepost {

/// Reads one HTTP response into an HttpAnswer, without a container of fields: they go straight into the
/// evidence.
class AnswerParser final : public boost::beast::http::basic_parser<false> {
public:
    AnswerParser();

    HttpAnswer take() { return std::move(m_answer); }
    int status() const { return m_answer.status; }

private:
    using Verb = boost::beast::http::verb;
    using Field = boost::beast::http::field;
    using Text = boost::beast::string_view;
    using Code = boost::beast::error_code;

    void on_request_impl(Verb verb, Text method, Text target, int version, Code& error) override;
    void on_response_impl(int status, Text reason, int version, Code& error) override;
    void on_field_impl(Field name, Text nameText, Text value, Code& error) override;
    void on_header_impl(Code& error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, Code& error) override;
    std::size_t on_body_impl(Text body, Code& error) override;
    void on_chunk_header_impl(std::uint64_t size, Text extensions, Code& error) override;
    std::size_t on_chunk_body_impl(std::uint64_t remaining, Text body, Code& error) override;
    void on_finish_impl(Code& error) override;

    HttpAnswer m_answer;
};

} // namespace milepost
