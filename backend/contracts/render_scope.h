// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/request_view.h"

#include <cstddef>
#include <string_view>

namespace milepost {

/// Where the getters of the field catalogue read from while one request is rendered. `line` is set within a
/// repeated array of lines.
class RenderScope {
public:
    explicit RenderScope(const RequestView& view)
        : m_view(view)
        , m_shipTo(view.content ? milepost::shipTo(*view.content, view.destination) : nullptr)
    {
    }

    const RequestView& view() const { return m_view; }
    const CanonicalOrder* order() const { return m_view.content.get(); }
    const RequestLine* line() const { return m_line; }
    /// The line as it was ordered; null for a substitute.
    const CanonicalLine* orderedLine() const { return m_orderedLine; }
    std::size_t lineIndex() const { return m_lineIndex; }
    void enterLine(std::size_t index);
    void leaveLines();

    /// By role; empty or "shipTo": where the goods of this request go.
    const Party* party(std::string_view role) const;

private:
    const RequestView& m_view;
    const Party* m_shipTo;
    const RequestLine* m_line = nullptr;
    const CanonicalLine* m_orderedLine = nullptr;
    std::size_t m_lineIndex = 0;
};

} // namespace milepost
