// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/books.h"

#include <optional>
#include <string>
#include <vector>

namespace milepost::network {

/// A document or thing in the books of one peer: a sale, a booking, a release, a shipment.
struct BookObject {
    std::string system;
    std::string kind;
    std::string id;
    std::string reference;
    std::string orderRef;
    std::string state;
    /// JSON, as the peer shows it.
    std::string body;
};

/// The objects of all peers.
class ObjectBook {
public:
    explicit ObjectBook(Books& books)
        : m_books(books)
    {
    }

    /// Writes the object, new or changed.
    void put(const BookObject& object);
    std::optional<BookObject> get(const std::string& system, const std::string& kind, const std::string& id);
    /// In the order of their ids.
    std::vector<BookObject> byReference(const std::string& system, const std::string& kind,
                                        const std::string& reference);
    std::vector<BookObject> byState(const std::string& system, const std::string& kind,
                                    const std::string& state);
    std::vector<BookObject> ofOrder(const std::string& system, const std::string& kind,
                                    const std::string& orderRef);
    /// Objects of a kind of all systems.
    std::vector<BookObject> ofKind(const std::string& kind);

private:
    Books& m_books;
};

} // namespace milepost::network
