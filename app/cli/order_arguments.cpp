// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/order_arguments.h"

#include "bom/amount_limits.h"
#include "cli/option_reader.h"

#include <CLI/CLI.hpp>

namespace rigwright {

namespace {

template <class Value>
Expected<Value> named(const char* option, const Expected<Value>& parsed)
{
    return parsed.map_error(
        [&](const Error& error) { return Error{std::string(option) + ": " + error.message}; });
}

void readDate(OptionReader& reader, const char* option, const std::string& text, std::optional<Date>& field)
{
    Date date;
    if (!text.empty()) {
        reader.take(named(option, Date::parse(text)), date);
        field = date;
    }
}

void readShare(OptionReader& reader, const char* option, const std::string& text, Share& field)
{
    if (!text.empty()) {
        reader.take(named(option, Share::parsePercent(text)), field);
    }
}

void readTerms(OptionReader& reader, const OrderArguments& arguments, Currency currency, OrderTerms& terms)
{
    if (!arguments.tax.empty()) {
        Share rate;
        readShare(reader, "--tax", arguments.tax, rate);
        terms.taxRate = rate;
    }
    readShare(reader, "--discount", arguments.discount, terms.discount);
    if (terms.discount > kWholeShare) {
        reader.fail("--discount: expected at most 100 per cent, got '" + arguments.discount.substr(0, 60) +
                    "'");
    }
    readShare(reader, "--contingency", arguments.contingency, terms.contingency);
    if (!arguments.shipping.empty()) {
        Money shipping(0, currency);
        reader.take(named("--shipping", Money::parse(arguments.shipping, currency)), shipping);
        if (shipping.minorUnits() < 0) {
            reader.fail("--shipping: '" + arguments.shipping.substr(0, 60) + "' is less than nothing");
        }
        if (isBeyondEveryPrice(shipping)) {
            reader.fail("--shipping: '" + arguments.shipping.substr(0, 60) + "' is beyond every price");
        }
        terms.shipping = shipping;
    }
}

void readHeader(OptionReader& reader, const OrderArguments& arguments, OrderHeader& header)
{
    const auto say = [](const std::string& text, std::string& field) { field = text.empty() ? field : text; };
    say(arguments.documentNumber, header.documentNumber);
    say(arguments.project, header.project);
    say(arguments.costCentre, header.costCentre);
    say(arguments.requester, header.requester);
    say(arguments.approver, header.approver);
    say(arguments.shipTo, header.shipTo);
    say(arguments.billTo, header.billTo);
    say(arguments.incoterm, header.incoterm);
    say(arguments.paymentTerms, header.paymentTerms);
    say(arguments.justification, header.justification);
    readDate(reader, "--valid-until", arguments.validUntil, header.validUntil);
    readDate(reader, "--needed-by", arguments.neededBy, header.neededBy);
}

} // namespace

void addOrderOptions(CLI::App& command, OrderArguments& arguments)
{
    command.add_option("--document-number", arguments.documentNumber, "Number of the purchasing document");
    command.add_option("--project-name", arguments.project, "What the purchase is for");
    command.add_option("--cost-centre", arguments.costCentre, "That pays");
    command.add_option("--requester", arguments.requester, "Who asks for the purchase");
    command.add_option("--approver", arguments.approver, "Who approves it");
    command.add_option("--ship-to", arguments.shipTo, "Where it is delivered");
    command.add_option("--bill-to", arguments.billTo, "Who gets the invoice");
    command.add_option("--incoterm", arguments.incoterm, "Such as \"DAP Berlin\"");
    command.add_option("--payment-terms", arguments.paymentTerms, "Such as \"30 days net\"");
    command.add_option("--justification", arguments.justification, "Why the purchase is asked for");
    command.add_option("--valid-until", arguments.validUntil, "Last day of the document, 2026-12-31");
    command.add_option("--needed-by", arguments.neededBy, "Day on which it must be there");
    command.add_option("--tax", arguments.tax, "Tax on goods, services and shipping in per cent");
    command.add_option("--discount", arguments.discount, "Off all lines, in per cent");
    command.add_option("--shipping", arguments.shipping,
                       "Shipping, handling and duty before tax, in the currency of the answer");
    command.add_option("--contingency", arguments.contingency, "Set aside on top, in per cent");
    command.add_option("--paper", arguments.paper, "a4 or letter (a4)");
}

Expected<OrderDetails> readOrder(const OrderArguments& arguments, OrderDetails order, Currency currency)
{
    OptionReader reader;
    readHeader(reader, arguments, order.header);
    readTerms(reader, arguments, currency, order.terms);
    if (!arguments.paper.empty()) {
        reader.take(
            readChoice<Paper>("--paper", arguments.paper, {{"a4", Paper::A4}, {"letter", Paper::Letter}}),
            order.paper);
    }
    if (reader.error()) {
        return tl::unexpected(*reader.error());
    }
    return order;
}

} // namespace rigwright
