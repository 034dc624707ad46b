// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/incoming.h"
#include "backend/contracts/incoming_map.h"
#include "backend/contracts/tree_text.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace milepost {

class DefinitionReader;

/// What the messages of one system mean: rows that say which messages they are for, what kind of report (by a
/// table of the partner's status words), and by which map they are read.
class MessageTable {
public:
    MessageTable() = default;
    /// Reads the member "messages" of a pack; throws DefinitionError.
    MessageTable(const nlohmann::json& rows, const std::string& place, std::string system,
                 const std::shared_ptr<const LuaSandbox>& lua);

    /// As Pack::readMessages.
    std::vector<IncomingMessage> read(const nlohmann::json& tree, std::string raw,
                                      std::string messageId) const;

private:
    enum class ContentKind { Nothing, Order, Report, Count };
    struct Condition {
        TreeText value{};
        std::vector<std::string> words{}; ///< "*": any value, "": none
        std::string what{};               ///< the path as it was written
    };
    struct Meaning {
        ReportKind kind = ReportKind::Unknown;
        ParcelStatus parcel = ParcelStatus::InTransit;
    };
    struct Row {
        std::string format{};
        std::vector<Condition> conditions{};
        std::vector<Condition> rejections{}; ///< any of them makes an Error of the message
        ContentKind content = ContentKind::Nothing;
        std::string why{};
        TreeText id{};
        TreeText control{};
        TreeText statusWord{};
        std::vector<std::pair<std::string, Meaning>> meanings{};
        Meaning meaning{}; ///< where no status word decides
        bool skipsEmpty = false;
        IncomingMap map{};
        TreeText said{}; ///< of a count
        TreeText from{};
        TreeText to{};
    };

    static std::vector<Condition> readConditions(const DefinitionReader& reader, std::string_view key);
    static Row readRow(const nlohmann::json& node, const std::string& place,
                       const std::shared_ptr<const LuaSandbox>& lua);
    static bool holds(const Condition& condition, const nlohmann::json& tree);
    bool readInto(const Row& row, const nlohmann::json& tree, IncomingMessage& message) const;
    static Result<SentCount> readCount(const Row& row, const nlohmann::json& tree);
    bool readReport(const Row& row, const nlohmann::json& tree, IncomingMessage& message) const;

    std::string m_system;
    std::vector<Row> m_rows;
};

} // namespace milepost
