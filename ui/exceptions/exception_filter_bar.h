// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "backend/service/views.h"
#include "ui/console_context.h"

#include <optional>
#include <string>

class QComboBox;
class QHBoxLayout;
class QLineEdit;

namespace milepost {

/// Which exceptions are listed, and what they are put together by. The grouping is remembered.
class ExceptionFilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit ExceptionFilterBar(const ConsoleContext& context, QWidget* parent = nullptr);

    ExceptionFilter filter() const;
    void setFilter(const ExceptionFilter& filter); ///< without a signal
    bool isEmpty() const;                          ///< all open ones that are awake
    bool isClosed() const;                         ///< closed ones are listed
    /// Nothing: each by itself.
    std::optional<ExceptionGrouping> grouping() const;
    /// Without a signal, and without being remembered.
    void showGrouping(std::optional<ExceptionGrouping> grouping);
    QLineEdit* search() const { return m_search; }
    void openGroupings(); ///< for the keyboard
    void toggleClosed();

signals:
    void changed();
    void groupingChosen();

private:
    QComboBox* addChoice(QHBoxLayout& layout, const QString& name, const QString& label);
    void fillChoices();

    const ConsoleContext m_context;
    QLineEdit* m_search;
    QComboBox* m_kind;
    QComboBox* m_severity;
    QComboBox* m_who;
    QComboBox* m_state;
    QComboBox* m_grouping;
    std::string m_system{}; ///< of a place
    std::string m_orderNo{};
};

} // namespace milepost
