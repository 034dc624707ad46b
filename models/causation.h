// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "backend/service/views.h"

#include <set>

namespace milepost {

/// What led to an entry of a lineage, and what it led to itself.
class Causation {
    Q_DECLARE_TR_FUNCTIONS(Causation)

public:
    /// `lineage` outlives it.
    explicit Causation(const LineageView& lineage)
        : m_lineage(lineage)
    {
    }

    /// One sentence: "Because of the answer of tax to Tax, asked at 08:23:22."
    QString reason(const LineageEntry& entry) const;
    /// Entries, by seq, that led to it: the call whose answer it is, the message that it was read from.
    std::set<int> causes(const LineageEntry& entry) const;
    /// Entries, by seq, that would not be there without it.
    std::set<int> consequences(const LineageEntry& entry) const;

private:
    const LineageView& m_lineage;
};

} // namespace milepost
