// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/order.h"
#include "units/error.h"

#include <string>

namespace CLI {
class App;
}

namespace rigwright {

/// What a purchaser says of an order, as typed. Empty: nothing said.
struct OrderArguments {
    std::string documentNumber;
    std::string project;
    std::string costCentre;
    std::string requester;
    std::string approver;
    std::string shipTo;
    std::string billTo;
    std::string incoterm;
    std::string paymentTerms;
    std::string justification;
    std::string validUntil;
    std::string neededBy;
    std::string tax;
    std::string discount;
    std::string shipping;
    std::string contingency;
    std::string paper;
};

void addOrderOptions(CLI::App& command, OrderArguments& arguments);

/// The order with what the options say in place of its own; amounts are in this currency.
[[nodiscard]] Expected<OrderDetails> readOrder(const OrderArguments& arguments, OrderDetails order,
                                               Currency currency);

} // namespace rigwright
