// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ui_settings.h"

#include <utility>

namespace milepost {
namespace {

const QString themeKey = QStringLiteral("theme");
const QString languageKey = QStringLiteral("language");
const QString guideKey = QStringLiteral("guideDone");
const QString layoutGroup = QStringLiteral("layout/");
const QString choiceGroup = QStringLiteral("choice/");

} // namespace

UiSettings::UiSettings(const QString& file)
    : m_settings(file.isEmpty()
                     ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                   QStringLiteral("Milepost"), QStringLiteral("console"))
                     : std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

QString UiSettings::theme() const
{
    return m_settings->value(themeKey, QStringLiteral("system")).toString();
}

void UiSettings::setTheme(const QString& theme)
{
    m_settings->setValue(themeKey, theme);
}

QString UiSettings::language() const
{
    return m_settings->value(languageKey).toString();
}

void UiSettings::setLanguage(const QString& language)
{
    m_settings->setValue(languageKey, language);
}

bool UiSettings::isGuideDone() const
{
    return m_settings->value(guideKey, false).toBool();
}

void UiSettings::setGuideDone(bool done)
{
    m_settings->setValue(guideKey, done);
}

QByteArray UiSettings::layout(const QString& name) const
{
    return m_settings->value(layoutGroup + name).toByteArray();
}

void UiSettings::setLayout(const QString& name, const QByteArray& state)
{
    m_settings->setValue(layoutGroup + name, state);
}

QString UiSettings::choice(const QString& name, const QString& otherwise) const
{
    return m_settings->value(choiceGroup + name, otherwise).toString();
}

void UiSettings::setChoice(const QString& name, const QString& value)
{
    m_settings->setValue(choiceGroup + name, value);
}

} // namespace milepost
