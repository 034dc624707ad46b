// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace milepost {

/// Control numbers of X12 sets that were read, to notice when a sender uses one again for something else. One
/// thread.
class ControlNumbers {
public:
    /// Notes a set (ISA13/GS06/ST02, the digest of its bytes); a warning when the sender used the numbers
    /// before for other bytes, naming the file, else empty.
    std::string note(const std::string& sender, const std::string& control, const std::string& digest,
                     const std::string& file)
    {
        if (control.empty()) return {};
        const auto [found, isNew] = m_sets.try_emplace(sender + '\n' + control, Set{digest, file});
        if (isNew || found->second.digest == digest) return {};
        return "control numbers " + control + " of " + (sender.empty() ? "an unnamed sender" : sender) +
               " were used before for another document" +
               (found->second.file.empty() ? std::string() : " in " + found->second.file);
    }

private:
    struct Set {
        std::string digest{};
        std::string file{};
    };

    std::map<std::string, Set> m_sets;
};

} // namespace milepost
