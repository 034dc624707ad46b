// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace milepost {

/// The language of all texts, and of numbers and dates (QLocale()).
class Translators {
public:
    /// `language`: de, en; empty: the desktop's where we have it, else English. Texts already shown stay.
    void use(const QString& language);

private:
    QTranslator m_texts;
    QTranslator m_qtTexts;
};

} // namespace milepost
