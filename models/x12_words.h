// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace milepost {

/// What a segment of an X12 document says, in a few words ("Name: ship to"); empty where it is not known.
/// Names and codes as in X12 release 4010: 850, 855, 856, 810, 860, 865, 940, 945, 943, 944, 997.
class X12Words {
    Q_DECLARE_TR_FUNCTIONS(X12Words)

public:
    /// `segment` without its terminator.
    static QString segment(const QString& segment, QChar elementSeparator);
};

} // namespace milepost
