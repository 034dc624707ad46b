// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <memory>

namespace milepost {

/// What the console remembers of how it looks: sizes, columns, filters, theme. Never operational settings.
class UiSettings {
public:
    /// `file`: an ini file; empty: the user's own settings.
    explicit UiSettings(const QString& file = {});

    QString theme() const; ///< system, light, dark
    void setTheme(const QString& theme);
    QString language() const; ///< "de", "en"; empty: the desktop's
    void setLanguage(const QString& language);
    bool isGuideDone() const;
    void setGuideDone(bool done);

    /// State of a window, splitter or header view, by its objectName.
    QByteArray layout(const QString& name) const;
    void setLayout(const QString& name, const QByteArray& state);
    /// A choice of a page (a filter, a switch), by "page/choice".
    QString choice(const QString& name, const QString& otherwise = {}) const;
    void setChoice(const QString& name, const QString& value);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace milepost
