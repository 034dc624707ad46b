// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>

namespace milepost {

/// What happened, as the store keeps it: English sentences of the backend with names and numbers in them. In
/// the reader's language where the sentence is known, else as it is.
class StoredSentences {
    Q_DECLARE_TR_FUNCTIONS(StoredSentences)

public:
    static QString translated(const std::string& sentence);
    /// The same for "sends tax to tax, sends accept to erp": each part by itself, where all are known.
    static QString translatedList(const std::string& sentences);
    /// Whether it is one of those that can be translated.
    static bool isKnown(const std::string& sentence);
};

} // namespace milepost
