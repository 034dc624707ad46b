// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_folder.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace milepost {
namespace {

constexpr const char* notesName = "headless.json";

/// What an earlier run in the folder was asked for; null: there was none.
nlohmann::json earlierRun(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    if (!stream) return nullptr;
    return nlohmann::json::parse(stream, nullptr, false);
}

Error other(const std::filesystem::path& dir, const std::string& what)
{
    return {.kind = ErrorKind::Conflict,
            .message = dir.string() + " holds an earlier run with " + what +
                       "; leave that option out to go on with it, or choose another folder with --dir"};
}

std::string shortText(double number)
{
    std::ostringstream text;
    text << number;
    return text.str();
}

} // namespace

Result<DemoFolder> DemoFolder::open(const DemoWishes& wishes)
{
    DemoFolder folder;
    std::error_code problem;
    folder.m_dir = std::filesystem::absolute(wishes.dir);
    std::filesystem::create_directories(folder.m_dir, problem);
    if (problem)
        return Error{.message =
                         "the folder " + wishes.dir.string() + " cannot be made: " + problem.message()};
    const std::filesystem::path notes = folder.m_dir / notesName;
    const nlohmann::json earlier = earlierRun(notes);
    if (earlier.is_object()) {
        folder.m_isContinued = true;
        folder.m_orders = earlier.value("orders", folder.m_orders);
        folder.m_seed = earlier.value("seed", folder.m_seed);
        folder.m_faults = earlier.value("faults", folder.m_faults);
        folder.m_speed = earlier.value("speed", folder.m_speed);
        if (wishes.orders.value_or(folder.m_orders) != folder.m_orders)
            return other(wishes.dir, "--orders " + std::to_string(folder.m_orders));
        if (wishes.seed.value_or(folder.m_seed) != folder.m_seed)
            return other(wishes.dir, "--seed " + std::to_string(folder.m_seed));
    }
    folder.m_orders = wishes.orders.value_or(folder.m_orders);
    folder.m_seed = wishes.seed.value_or(folder.m_seed);
    folder.m_faults = wishes.faults.value_or(folder.m_faults);
    folder.m_speed = wishes.speed.value_or(folder.m_speed);
    std::ofstream(notes) << nlohmann::json{{"orders", folder.m_orders},
                                           {"seed", folder.m_seed},
                                           {"faults", folder.m_faults},
                                           {"speed", folder.m_speed}}
                                .dump(2)
                         << '\n';
    return folder;
}

bool DemoFolder::isThere(const std::filesystem::path& dir)
{
    return std::filesystem::exists(dir / notesName);
}

std::vector<std::string> DemoFolder::networkArguments() const
{
    return {"--dir",   (m_dir / "network").string(), "--orders", std::to_string(m_orders),
            "--seed",  std::to_string(m_seed),       "--faults", m_faults,
            "--speed", shortText(m_speed),           "--config", networkFile().string()};
}

} // namespace milepost
