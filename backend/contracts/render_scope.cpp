// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/render_scope.h"

namespace milepost {
namespace {

const CanonicalLine* orderedLine(const CanonicalOrder& order, int lineNo)
{
    const auto usual = static_cast<std::size_t>(lineNo) - 1; // most orders number their lines 1, 2, …
    if (usual < order.lines.size() && order.lines[usual].lineNo == lineNo) return &order.lines[usual];
    return findLine(order, lineNo);
}

} // namespace

void RenderScope::enterLine(std::size_t index)
{
    m_line = &m_view.lines[index];
    m_lineIndex = index;
    m_orderedLine = m_view.content ? milepost::orderedLine(*m_view.content, m_line->lineNo) : nullptr;
}

void RenderScope::leaveLines()
{
    m_line = nullptr;
    m_orderedLine = nullptr;
}

const Party* RenderScope::party(std::string_view role) const
{
    if (role.empty() || role == "shipTo") return m_shipTo;
    return m_view.content ? findParty(*m_view.content, role) : nullptr;
}

} // namespace milepost
