// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace milepost {
namespace {

QString languageOf(const QLocale& locale)
{
    return locale.language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
}

/// The desktop's own locale where it speaks the language: its country decides how dates look.
QLocale localeOf(const QString& language)
{
    const QLocale desktop = QLocale::system();
    if (languageOf(desktop) == language && desktop.language() != QLocale::C) return desktop;
    return language == QLatin1String("de") ? QLocale(QLocale::German, QLocale::Germany)
                                           : QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace

void Translators::use(const QString& language)
{
    const QString chosen = language.isEmpty() ? languageOf(QLocale::system()) : language;
    QLocale::setDefault(localeOf(chosen));
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qtTexts);
    if (m_qtTexts.load(QStringLiteral("qtbase_") + chosen,
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTexts);
    if (m_texts.load(QStringLiteral(":/i18n/milepost_") + chosen)) // English has one too: for plurals
        QCoreApplication::installTranslator(&m_texts);
}

} // namespace milepost
