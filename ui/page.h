// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include "ui/console_context.h"
#include "ui/place.h"

namespace milepost {

/// A key and what it does, for the shortcut list (F1).
struct ShortcutRow {
    QString keys{};
    QString does{};
};

/// One screen of the console. It lives as long as the window; what it shows it asks for when it is entered,
/// and keeps current while it is visible.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(const ConsoleContext& context, QWidget* parent = nullptr);

    virtual QString title() const = 0;    ///< for the navigation and the window title
    virtual QString iconName() const = 0; ///< of ui/theme/icons.h
    /// Shown now; `place` says what of it is wanted.
    virtual void enter(const Place& place) = 0;
    /// Where the keyboard goes on Ctrl+F; null: there is nothing to search.
    virtual QWidget* searchField() { return nullptr; }
    virtual QList<ShortcutRow> shortcuts() const { return {}; }

signals:
    void goTo(const milepost::Place& place);
    /// A short message for the status strip, gone after some seconds.
    void notice(const QString& words);

protected:
    const ConsoleContext& context() const { return m_context; }

private:
    ConsoleContext m_context;
};

} // namespace milepost
