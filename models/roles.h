// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace milepost {

/// What a cell or a word says beside its text: the theme gives it a colour, and an icon or word says the
/// same.
enum class Tone { Neutral, Info, Good, Warning, Bad };

/// Roles that every item model of the console answers with, where a cell has them.
enum Role {
    ToneRole = Qt::UserRole + 1, ///< int of Tone: the cell is drawn as a badge
    IconRole,                    ///< QString: name of an icon of resources/icons
    SortRole,                    ///< what client-side sorting compares, where it is not the text
    IdRole,                      ///< qlonglong: the row's id (order, exception, plan)
    OrderNoRole,                 ///< QString: the order the row is about
    PendingRole,                 ///< bool: the row's data is still being fetched; views draw a placeholder
    FirstOwnRole = Qt::UserRole + 100, ///< a model's own roles start here
};

} // namespace milepost
