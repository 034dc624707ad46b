// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "backend/service/policy_views.h"
#include "models/cell_table.h"

#include <string>
#include <vector>

namespace milepost {

/// The words that people read for rows and fields of policies.
class PolicyWords {
    Q_DECLARE_TR_FUNCTIONS(PolicyWords)

public:
    /// "critical"; of an objective "Absence" or "Absence at post".
    static QString row(const std::string& row);
    static QString field(const std::string& field);
    /// What the field does and what it takes.
    static QString hint(const std::string& field);
    static QString value(const std::string& field, const std::string& value);
    static QString actor(const std::string& actor); ///< "the program" for nobody
    /// Words a field may have; empty: it is free.
    static std::vector<std::string> choices(const std::string& field);
    static QStringList differenceHeaders();
    static std::vector<TableRow> differenceRows(const std::vector<PolicyDifference>& differences);
};

} // namespace milepost
