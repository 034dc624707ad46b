// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/canonical_field.h"
#include "backend/contracts/source_path.h"
#include "backend/contracts/transform.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstddef>
#include <exception>
#include <string>
#include <vector>

namespace milepost {

/// A path of an incoming row: its last part is followed from the document (base 0), from the element of the
/// outer array (1) or of the inner one (2).
struct IncomingPath {
    SourcePath full{};
    std::size_t base = 0;
    std::size_t skip = 0; ///< steps of `full` that lead to the base
    bool isMany = false;  ///< has a `*` behind the base: the values are joined by blanks
};

struct IncomingTerm {
    bool isConstant = false;
    std::string constant{};
    std::vector<IncomingPath> parts{};
};

struct IncomingRow {
    std::size_t number = 0; ///< in the map, from 1
    FieldName target{};
    std::vector<IncomingTerm> terms{};
    Transform transform{};
    std::string fallback{};
    bool isRequired = false;
};

/// Rows that fill in one item, or one item for each element of an array.
struct IncomingGroup {
    FieldScope scope = FieldScope::Order;
    std::string name{};  ///< role or attribute name; empty: none
    bool isRoot = false; ///< fills in the value itself
    bool isEach = false; ///< one item per element of the array at `prefix`
    SourcePath prefix{}; ///< up to and with the `*`
    std::vector<IncomingRow> rows{};
    std::vector<IncomingGroup> inner{}; ///< of each line
};

/// A value could not be read: thrown within a run, caught by IncomingMap.
struct IncomingFailure {
    const IncomingPath* path = nullptr; ///< null: no place in the document
    std::array<std::size_t, 2> indices{};
    std::string what{};
};

/// One run of compiled groups over one document.
class IncomingRun {
public:
    IncomingRun(const nlohmann::json& tree, const Currency& currency)
        : m_currency(currency)
    {
        m_bases[0] = &tree;
    }

    /// Fills `parent` (or items that are added to it). Throws IncomingFailure.
    void apply(const IncomingGroup& group, void* parent, std::size_t depth);

private:
    bool fill(const IncomingGroup& group, void* item);
    bool applyRow(const IncomingRow& row, void* item);
    void applyElements(const IncomingGroup& group, void* parent, std::size_t depth);
    void applyOne(const IncomingGroup& group, void* parent, std::size_t depth);
    TransformValue valueOf(const IncomingRow& row, bool& isOwn);
    TransformValue textOf(const IncomingPath& path);
    void collect(const nlohmann::json& node, std::span<const PathStep> path, const IncomingPath& whole,
                 std::string& joined);
    [[noreturn]] void fail(const IncomingRow& row, const std::string& what) const;

    std::array<const nlohmann::json*, 3> m_bases{};
    std::array<std::size_t, 2> m_indices{};
    std::size_t m_elements = 0;
    const Currency& m_currency;
};

/// Adds an item of `scope` to `parent`, and takes the last one away again. Attributes and parties get their
/// name.
void* addItem(FieldScope scope, const std::string& name, void* parent);
void removeLastItem(FieldScope scope, void* parent);

} // namespace milepost
