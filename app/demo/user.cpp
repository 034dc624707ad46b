// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/user.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

namespace milepost {
namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

} // namespace

std::filesystem::path defaultStore()
{
    const std::string data = environment("XDG_DATA_HOME");
    const std::filesystem::path folder = data.empty()
                                             ? std::filesystem::path(environment("HOME")) / ".local" / "share"
                                             : std::filesystem::path(data);
    return folder / "milepost" / "store.db";
}

std::string userName()
{
    const passwd* entry = getpwuid(geteuid());
    return entry == nullptr ? "uid " + std::to_string(geteuid()) : std::string(entry->pw_name);
}

} // namespace milepost
