// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_options.h"

#include <charconv>
#include <stdexcept>

namespace milepost::network {

namespace {

std::int64_t wholeNumber(const std::string& option, const std::string& text, std::int64_t low,
                         std::int64_t high)
{
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || value < low || value > high)
        throw std::invalid_argument(option + ": " + text + " is no whole number from " + std::to_string(low) +
                                    " to " + std::to_string(high));
    return value;
}

double speedFactor(const std::string& text)
{
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || value < 1 || value > 100'000)
        throw std::invalid_argument("--speed: " + text + " is no number from 1 to 100000");
    return value;
}

void readOption(NetworkOptions& options, const std::string& option, const std::string& value)
{
    constexpr std::int64_t mostOrders = 100'000;
    if (option == "--dir")
        options.dir = value;
    else if (option == "--config")
        options.config = value;
    else if (option == "--orders")
        options.orders = wholeNumber(option, value, 0, mostOrders);
    else if (option == "--seed")
        options.seed = static_cast<std::uint64_t>(wholeNumber(option, value, 0, INT64_MAX));
    else if (option == "--speed")
        options.speed = speedFactor(value);
    else if (option == "--faults") {
        options.faults = profileNamed(value);
        if (!options.faults) throw std::invalid_argument("--faults: none, light or heavy, not " + value);
    } else if (option == "--start") {
        options.start = parseRfc3339(value);
        if (!options.start)
            throw std::invalid_argument("--start: " + value + " is no time like 2026-11-23T08:00:00Z");
    } else {
        throw std::invalid_argument("unknown option " + option);
    }
}

} // namespace

NetworkOptions readOptions(const std::vector<std::string>& arguments)
{
    NetworkOptions options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--help" || argument == "-h") {
            options.wantsHelp = true;
            return options;
        }
        if (argument == "--no-wait") {
            options.startAtOnce = true;
            continue;
        }
        const auto equals = argument.find('=');
        if (equals != std::string::npos) {
            readOption(options, argument.substr(0, equals), argument.substr(equals + 1));
            continue;
        }
        if (i + 1 == arguments.size())
            throw std::invalid_argument("unknown option or missing value: " + argument);
        readOption(options, argument, arguments[++i]);
    }
    if (options.dir.empty()) throw std::invalid_argument("--dir is missing");
    if (options.config.empty())
        options.config = std::filesystem::absolute(options.dir / "..").lexically_normal() / "network.json";
    return options;
}

std::string usageText()
{
    return "milepost-network --dir DIR [options]: the demo network of partner systems, on loopback\n"
           "  --dir DIR        its books and exchange folders; existing books are continued\n"
           "  --orders N       orders of all channels together (200)\n"
           "  --seed S         the same seed gives the same orders, stock and faults (1)\n"
           "  --faults P       none, light or heavy (none)\n"
           "  --speed X        scaled seconds per real second (600)\n"
           "  --start TIME     scaled time at the beginning, RFC 3339 UTC (now)\n"
           "  --config FILE    where the network file goes (DIR/../network.json)\n"
           "  --no-wait        orders come at once, not after POST /control/start\n";
}

} // namespace milepost::network
