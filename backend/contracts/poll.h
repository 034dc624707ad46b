// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/message_table.h"
#include "backend/contracts/pack.h"
#include "backend/contracts/reply_taxonomy.h"
#include "backend/contracts/source_path.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace milepost {

/// One way in which a system is asked for what is new.
class Poll {
public:
    /// Throws DefinitionError. `document` is the pack's.
    Poll(const nlohmann::json& node, const std::string& place, const std::string& document);

    const PollSpec& spec() const { return m_spec; }
    WireRequest render(std::string_view cursor) const;

    /// As Pack::readPoll.
    Result<Pack::PollAnswer> read(int httpStatus, std::string_view body, const MessageTable& messages,
                                  const ReplyTaxonomy& taxonomy) const;

private:
    std::string textAt(std::string_view body, const SourcePath& path) const;
    void readItem(std::string_view item, std::string_view fallbackId, const MessageTable& messages,
                  Pack::PollAnswer& answer) const;

    PollSpec m_spec;
    void replaceWindow(std::string& target, std::string_view window) const;

    std::string m_path;
    SourcePath m_items; ///< empty: the whole answer is the one message
    std::optional<SourcePath> m_next;
    std::optional<SourcePath> m_more;
    std::optional<SourcePath> m_asOf;
    TreeText m_idText;
    int m_limit = 0; ///< as many items mean that there may be more; 0: never
};

} // namespace milepost
