// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/books.h"

#include <string>

namespace milepost::network {

/// One thing that a client wanted done: the judge's unit.
struct WorkName {
    std::string system;
    std::string capability;
    std::string reference;
};

/// Counts per work what was asked and what really happened.
class WorkBook {
public:
    explicit WorkBook(Books& books)
        : m_books(books)
    {
    }

    /// A readable request arrived, with this key ("" when the peer knows none).
    void asked(const WorkName& work, const std::string& key);
    /// The work was really done (once more).
    void performed(const WorkName& work);

private:
    Books& m_books;
};

} // namespace milepost::network
