// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/field_map.h"
#include "backend/contracts/lua_sandbox.h"
#include "backend/contracts/request_value.h"
#include "backend/core/result.h"

#include <memory>
#include <string>
#include <vector>

namespace milepost {

/// A compiled field map from a request to the JSON text of its body, written directly. Members come in the
/// order in which the rows first name them; a `*` repeats over the lines of the request; absent values are
/// left out (a required one is null), and so are objects that hold nothing. Immutable; any thread.
class RenderProgram {
public:
    /// InvalidInput names the row and what is wrong.
    static Result<RenderProgram> compile(const FieldMap& map, const std::shared_ptr<const LuaSandbox>& lua);

    bool isEmpty() const { return m_root.children.empty(); }

    /// Appends the body; `{}` when no row has a value.
    void render(RenderScope& scope, std::string& out) const;

private:
    enum class NodeKind { Leaf, Object, Array, Lines };
    struct Node {
        NodeKind kind = NodeKind::Leaf;
        std::string token{}; ///< of the pointer
        std::string key{};   ///< "\"sku\":", empty within arrays
        std::vector<Node> children{};
        RequestValue value{};
        bool isRequired = false;
        bool hasValue = false; ///< a row ends here
    };

    static Node& child(Node& parent, const std::string& token);
    static void addRow(Node& root, const MapRow& row, const std::shared_ptr<const LuaSandbox>& lua);
    static bool write(const Node& node, RenderScope& scope, std::string& out);
    static bool writeChildren(const Node& node, RenderScope& scope, std::string& out);
    static bool writeLines(const Node& node, RenderScope& scope, std::string& out);
    static bool writeLeaf(const Node& node, const RenderScope& scope, std::string& out);

    Node m_root{.kind = NodeKind::Object};
};

} // namespace milepost
