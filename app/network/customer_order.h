// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/catalogue.h"
#include "app/network/dice.h"
#include "app/network/time_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace milepost::network {

struct Address {
    std::string name;
    std::string street;
    std::string street2;
    std::string city;
    std::string region;
    std::string postalCode;
    std::string country;
    /// Number of the store, of EDI customers.
    std::string code;
};

struct CustomerLine {
    int lineNo = 0;
    std::string sku;
    std::string title;
    std::int64_t quantity = 0;
    /// Nothing: the ERP prices it.
    std::optional<std::int64_t> priceMillionths;
    /// Store number and quantity; empty: all to the order's first address.
    std::vector<std::pair<std::string, std::int64_t>> stores;
    /// An address of its own for this line.
    std::optional<Address> shipTo;
};

/// What a customer wants, before it is written in the words of a channel.
struct CustomerOrder {
    std::int64_t position = 0;
    std::string ref;
    /// shop, crm, portal or edi
    std::string channel;
    /// EDI: which trading partner.
    std::string partner;
    std::string customerCode;
    std::string customerName;
    std::string firstName;
    std::string lastName;
    std::string email;
    std::string currency;
    bool shipComplete = false;
    bool isExpress = false;
    int requestedInDays = 4;
    /// What the customer lets a seller do: a carrier of his choice; "" for each line, or YES or ASK.
    std::string carrier;
    std::string substitution;
    /// 1, 2, … as the customer changes it, and when he placed it (0: now).
    int revision = 1;
    Millis placedAt = 0;
    /// The ship-to; with store orders one per store.
    std::vector<Address> addresses;
    std::vector<CustomerLine> lines;
};

/// The order at this place of the seed's plan: always the same one.
CustomerOrder plannedOrder(const Dice& dice, const Catalogue& catalogue, std::int64_t position);

/// The same order after its customer has changed his mind about quantities.
CustomerOrder changedOrder(const Dice& dice, const Catalogue& catalogue, CustomerOrder order);

/// A postal code of that region ("" in Europe); "" where nobody lives.
std::string postalCodeIn(const std::string& country, const std::string& region);

} // namespace milepost::network
