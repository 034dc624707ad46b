// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>
#include <string_view>

namespace milepost {

/// How a field of an order is shown to a person who may change it, and what she has then typed: moments in
/// local time, yes and no, what may be sent instead. GUI thread.
class FieldText {
    Q_DECLARE_TR_FUNCTIONS(FieldText)

public:
    static QString shown(std::string_view path, const std::string& value);
    /// The inverse. What it cannot read is given back as it was typed: the engine says what it expects.
    static std::string value(std::string_view path, const QString& shown);
    /// What may be typed; empty: any text.
    static QString hint(std::string_view path);
};

} // namespace milepost
