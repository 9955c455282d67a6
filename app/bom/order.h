// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"
#include "units/id.h"
#include "units/money.h"
#include "units/share.h"

#include <optional>
#include <string>
#include <vector>

// What a purchaser says of an order, beside the machines. Kept in projects.
namespace rigwright {

/// The head of the document. Empty: left blank, to be filled in by hand.
struct OrderHeader {
    std::string documentNumber;
    std::string project;
    std::string costCentre;
    std::string requester;
    std::string approver;
    std::string shipTo;
    std::string billTo;
    std::string incoterm; ///< "DAP Berlin"
    std::string paymentTerms;
    std::string justification; ///< why the purchase is asked for
    std::optional<Date> validUntil;
    std::optional<Date> neededBy;

    bool operator==(const OrderHeader&) const = default;
};

/// What comes on top of the lines, or off them. Every amount is in the currency of the document.
struct OrderTerms {
    std::optional<Share> taxRate;  ///< on goods, services and shipping; empty: totals are before tax alone
    Share discount;                ///< off all lines, after their own discounts
    std::optional<Money> shipping; ///< with handling and duty, before tax; empty: none is known
    Share
        contingency; ///< of the discounted lines and shipping, for what is not foreseen; not taxed, not ordered

    bool operator==(const OrderTerms&) const = default;
};

/// What the purchaser says of one part, in whichever machine it is.
struct PartOrder {
    PartId part;
    std::string supplier;
    std::string supplierPartNumber;
    std::string partNumber;     ///< the manufacturer's, where the catalog knows none or another is wanted
    std::string internalNumber; ///< the buyer's own
    std::string comment;
    Share discount; ///< off its unit price
    int spares = 0; ///< beside those in machines, 0 to 10,000
    bool approved = false;

    bool operator==(const PartOrder&) const = default;
};

/// Something to buy that is no part of a machine: services, licences, cables.
struct ServiceLine {
    std::string id; ///< made when it is added, stays
    std::string description;
    std::string supplier;
    int quantity = 1;               ///< in all, 1 to 100,000
    std::optional<Money> unitPrice; ///< empty: no price known
    std::optional<Date> priceDate;
    std::string comment;

    bool operator==(const ServiceLine&) const = default;
};

enum class Paper { A4, Letter };

struct OrderDetails {
    OrderHeader header;
    OrderTerms terms;
    std::vector<PartOrder> parts; ///< each part once; one that no machine has counts for nothing
    std::vector<ServiceLine> services;
    Paper paper = Paper::A4;

    bool operator==(const OrderDetails&) const = default;

    /// Null: nothing is said of the part.
    [[nodiscard]] const PartOrder* find(const PartId& part) const;
    /// Made where nothing was said of it yet.
    [[nodiscard]] PartOrder& of(const PartId& part);
};

} // namespace rigwright
