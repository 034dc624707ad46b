// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/tax.h"

#include "app/network/customer_order.h"
#include "app/network/money_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr std::string_view transactionsPath = "/transactions";

/// Tax rate in millionths.
std::int64_t rateFor(const Json& body)
{
    const Json shipTo = body.value("shipTo", Json::object());
    const std::string country = shipTo.is_object() ? textOf(shipTo, "country") : "";
    return country == "US" || country.empty() ? 82'500 : 200'000;
}

/// Cents of tax on a money text; 0 for null. Throws Refusal 400 when it is no money.
std::int64_t taxOf(const std::string& amount, std::int64_t rate)
{
    if (amount.empty()) return 0;
    const auto millionths = parseMillionths(amount);
    if (!millionths) throw Refusal{400, "BAD_REQUEST", "amount is " + amount};
    return amountCents(*millionths / 10'000, rate) / 100;
}

/// Digits that a postal code of the country has; 0: any number.
std::ptrdiff_t digitsIn(const std::string& country)
{
    if (country == "AT") return 4;
    return country == "US" || country == "DE" || country == "FR" || country == "SE" ? 5 : 0;
}

/// Whether the postal code can be one of its country. Absent ones are not looked at.
bool isPlausible(const std::string& postalCode, const std::string& country)
{
    const auto wanted = digitsIn(country);
    const auto digits = std::ranges::count_if(postalCode, [](char c) { return c >= '0' && c <= '9'; });
    const bool isLongForm = country == "US" && digits == 9;
    return postalCode.empty() || wanted == 0 || digits == wanted || isLongForm;
}

/// "POST /transactions/C/void" gives "C"; "" when the request is another one.
std::string voidedCode(const HttpRequest& request)
{
    const std::string head = std::string(transactionsPath) + '/';
    const std::string tail = "/void";
    if (request.method != "POST" || !request.path.starts_with(head) || !request.path.ends_with(tail) ||
        request.path.size() <= head.size() + tail.size())
        return {};
    return request.path.substr(head.size(), request.path.size() - head.size() - tail.size());
}

} // namespace

Tax::Tax(NetworkParts& parts)
    : HttpPeer(parts, "tax", "tax", {"apiKey", "X-Tax-Key", "", "", ""})
{
}

Operation Tax::identify(const HttpRequest& request) const
{
    if (request.method == "POST" && request.path == transactionsPath)
        return {"commit", "tax.commit", peek(request.body, "code"), peek(request.body, "code")};
    if (const std::string code = voidedCode(request); !code.empty())
        return {"void", "tax.void", code + ":void", ""};
    return {"lookup", "", request.path, ""};
}

std::string Tax::failureBody(const Refusal& refusal) const
{
    return Json{{"error", {{"code", refusal.code}, {"message", refusal.text}}}}.dump();
}

HttpReply Tax::answer(const HttpRequest& request)
{
    if (request.method == "POST" && request.path == transactionsPath)
        return {200, commit(bodyObject(request)), {}};
    if (request.method == "GET" && request.path.starts_with("/transactions/")) {
        const auto found =
            m_parts.objects.get("tax", "transaction", request.path.substr(transactionsPath.size() + 1));
        if (!found) throw Refusal{404, "NOT_FOUND", "no such transaction"};
        return {200, found->body, {}};
    }
    if (const std::string code = voidedCode(request); !code.empty()) return {200, makeVoid(code), {}};
    throw Refusal{404, "NOT_FOUND", "no such path"};
}

/// A voided transaction stays void, however often it is asked for.
std::string Tax::makeVoid(const std::string& code)
{
    auto found = m_parts.objects.get("tax", "transaction", code);
    if (!found) throw Refusal{404, "NOT_FOUND", "no such transaction"};
    if (found->state == "voided") return found->body;
    Json text = Json::parse(found->body);
    text["status"] = found->state = "voided";
    found->body = text.dump();
    m_parts.objects.put(*found);
    performed("tax.void", code + ":void");
    return found->body;
}

/// Tax is due at a place. Healed, a clerk finds it by the name of the town.
void Tax::findPlace(const Json& shipTo)
{
    const bool isStrict =
        m_parts.faults.profile() != FaultProfile::None && m_parts.books.meta("healed") != "1";
    if (!isStrict || !shipTo.is_object()) return;
    const std::string country = textOf(shipTo, "country");
    const std::string region = textOf(shipTo, "region");
    const std::string postalCode = textOf(shipTo, "postalCode");
    if (isPlausible(postalCode, country)) return;
    const std::string place = region.empty() ? country : region + ", " + country;
    throw Refusal{422, "UNKNOWN_POSTAL_CODE",
                  "no place in " + place + " has the postal code " + postalCode + "; one there is " +
                      postalCodeIn(country, region)};
}

std::string Tax::commit(const Json& body)
{
    const std::string code = requiredText(body, "code");
    if (const auto found = m_parts.objects.get("tax", "transaction", code)) return found->body;
    if (!body.contains("lines") || !body.at("lines").is_array())
        throw Refusal{400, "BAD_REQUEST", "lines are missing"};
    findPlace(body.value("shipTo", Json::object()));
    const std::int64_t rate = rateFor(body);
    std::int64_t total = 0;
    Json lines = Json::array();
    for (const Json& line : body.at("lines")) {
        const std::int64_t tax = taxOf(textOf(line, "amount"), rate);
        total += tax;
        lines.push_back({{"lineNo", line.at("lineNo")}, {"tax", centsText(tax)}});
    }
    const std::string text = Json{{"code", code},
                                  {"status", "committed"},
                                  {"currency", textOf(body, "currency")},
                                  {"taxAmount", centsText(total)},
                                  {"lines", lines},
                                  {"committedAt", rfc3339(m_parts.clock.now())}}
                                 .dump();
    m_parts.objects.put(
        {"tax", "transaction", code, code, textOf(body, "customerOrderNo"), "committed", text});
    performed("tax.commit", code);
    return text;
}

} // namespace milepost::network
