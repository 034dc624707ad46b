// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "backend/service/views.h"
#include "models/latest_question.h"
#include "ui/console_context.h"

#include <string>
#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace milepost {

/// Which orders the list shows: a search over all numbers, and choices.
class OrderFilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit OrderFilterBar(const ConsoleContext& context, QWidget* parent = nullptr);

    OrderFilter filter() const;
    void setFilter(const OrderFilter& filter); ///< without a signal
    void clear();
    bool isEmpty() const;
    QLineEdit* search() const { return m_search; }
    /// Asks for the names of channels and nodes.
    void refreshNames();

signals:
    void changed();

private:
    using Names = std::vector<std::string>;
    struct AllNames {
        Names channels{};
        Names nodes{};
        Names systems{};
    };

    QComboBox* addChoice(const QString& name, const QString& label, const QString& any);
    void fillNames(QComboBox* box, const Names& names);
    void update();

    const ConsoleContext m_context;
    QLineEdit* m_search;
    QComboBox* m_state;
    QComboBox* m_milestone;
    QComboBox* m_concern;
    QComboBox* m_channel;
    QComboBox* m_system;
    QComboBox* m_node;
    QComboBox* m_age;
    QPushButton* m_clear;
    std::optional<Timestamp> m_from{}; ///< of a place: one hour, one day
    std::optional<Timestamp> m_before{};
    LatestQuestion<AllNames> m_names;
};

} // namespace milepost
