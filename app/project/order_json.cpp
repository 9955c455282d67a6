// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/order_json.h"

#include "bom/amount_limits.h"
#include "project/json_values.h"
#include "sizing/names.h"

#include <array>

namespace rigwright {

namespace {

using nlohmann::ordered_json;

constexpr std::array kPapers{Named<Paper>{Paper::A4, "a4"}, Named<Paper>{Paper::Letter, "letter"}};
constexpr std::size_t kMostParts = 10'000;
constexpr std::size_t kMostServices = 10'000;
constexpr int kMostSpares = 10'000;
constexpr int kMostOfAService = 100'000;

Expected<Paper> parsePaper(std::string_view name)
{
    return parseNamed("paper", kPapers, name);
}

ordered_json partJson(const PartOrder& part)
{
    return {{"part", printableText(part.part.text())},
            {"supplier", printableText(part.supplier)},
            {"supplier_part_number", printableText(part.supplierPartNumber)},
            {"part_number", printableText(part.partNumber)},
            {"internal_number", printableText(part.internalNumber)},
            {"comment", printableLines(part.comment)},
            {"discount_percent", valueJson(part.discount)},
            {"spares", part.spares},
            {"approved", part.approved}};
}

Share readDiscount(ObjectReader& object)
{
    constexpr auto kKey = "discount_percent";
    const Share share = object.share(kKey);
    if (share > kWholeShare) {
        object.refuse(kKey, "a discount of at most 100 per cent");
    }
    return share;
}

PartOrder readPart(ObjectReader& object)
{
    object.refuseOthers({"part", "supplier", "supplier_part_number", "part_number", "internal_number",
                         "comment", "discount_percent", "spares", "approved"});
    PartOrder part;
    part.part = PartId(object.label("part"));
    part.supplier = object.line("supplier");
    part.supplierPartNumber = object.line("supplier_part_number");
    part.partNumber = object.line("part_number");
    part.internalNumber = object.line("internal_number");
    part.comment = object.paragraphs("comment");
    part.discount = readDiscount(object);
    part.spares = static_cast<int>(object.whole("spares", 0, kMostSpares));
    part.approved = object.flag("approved");
    return part;
}

ordered_json serviceJson(const ServiceLine& service)
{
    return {{"id", printableText(service.id)},
            {"description", printableLines(service.description)},
            {"supplier", printableText(service.supplier)},
            {"quantity", service.quantity},
            {"unit_price", valueJson(service.unitPrice)},
            {"price_date", valueJson(service.priceDate)},
            {"comment", printableLines(service.comment)}};
}

ServiceLine readService(ObjectReader& object)
{
    object.refuseOthers({"id", "description", "supplier", "quantity", "unit_price", "price_date", "comment"});
    ServiceLine service;
    service.id = object.label("id");
    service.description = object.paragraphs("description");
    service.supplier = object.line("supplier");
    service.quantity = static_cast<int>(object.whole("quantity", 1, kMostOfAService));
    service.unitPrice = readPrice(object, "unit_price");
    service.priceDate = object.optionalDate("price_date");
    service.comment = object.paragraphs("comment");
    return service;
}

} // namespace

std::optional<Money> readPrice(ObjectReader& object, const char* key)
{
    const std::optional<Money> price = object.optionalMoney(key);
    if (price && isBeyondEveryPrice(*price)) {
        object.refuse(key, "a price, at most a billion");
    }
    return price;
}

ordered_json headerJson(const OrderHeader& header)
{
    return {{"document_number", printableText(header.documentNumber)},
            {"project", printableText(header.project)},
            {"cost_centre", printableText(header.costCentre)},
            {"requester", printableText(header.requester)},
            {"approver", printableText(header.approver)},
            {"ship_to", printableLines(header.shipTo)},
            {"bill_to", printableLines(header.billTo)},
            {"incoterm", printableText(header.incoterm)},
            {"payment_terms", printableLines(header.paymentTerms)},
            {"justification", printableLines(header.justification)},
            {"valid_until", valueJson(header.validUntil)},
            {"needed_by", valueJson(header.neededBy)}};
}

OrderHeader readHeaderJson(ObjectReader& object)
{
    object.refuseOthers({"document_number", "project", "cost_centre", "requester", "approver", "ship_to",
                         "bill_to", "incoterm", "payment_terms", "justification", "valid_until",
                         "needed_by"});
    OrderHeader header;
    header.documentNumber = object.line("document_number");
    header.project = object.line("project");
    header.costCentre = object.line("cost_centre");
    header.requester = object.line("requester");
    header.approver = object.line("approver");
    header.shipTo = object.paragraphs("ship_to");
    header.billTo = object.paragraphs("bill_to");
    header.incoterm = object.line("incoterm");
    header.paymentTerms = object.paragraphs("payment_terms");
    header.justification = object.paragraphs("justification");
    header.validUntil = object.optionalDate("valid_until");
    header.neededBy = object.optionalDate("needed_by");
    return header;
}

ordered_json termsJson(const OrderTerms& terms)
{
    return {{"tax_percent", valueJson(terms.taxRate)},
            {"discount_percent", valueJson(terms.discount)},
            {"shipping", valueJson(terms.shipping)},
            {"contingency_percent", valueJson(terms.contingency)}};
}

OrderTerms readTermsJson(ObjectReader& object)
{
    object.refuseOthers({"tax_percent", "discount_percent", "shipping", "contingency_percent"});
    OrderTerms terms;
    terms.taxRate = readOptional(object, "tax_percent",
                                 [](ObjectReader& reader, const char* key) { return reader.share(key); });
    terms.discount = readDiscount(object);
    terms.shipping = readPrice(object, "shipping");
    terms.contingency = object.share("contingency_percent");
    return terms;
}

ordered_json orderJson(const OrderDetails& order)
{
    return {{"header", headerJson(order.header)},
            {"terms", termsJson(order.terms)},
            {"parts", listJson(order.parts, partJson)},
            {"services", listJson(order.services, serviceJson)},
            {"paper", nameOf(kPapers, order.paper)}};
}

OrderDetails readOrderJson(ObjectReader& object)
{
    object.refuseOthers({"header", "terms", "parts", "services", "paper"});
    OrderDetails order;
    object.member("header", [&](ObjectReader& header) { order.header = readHeaderJson(header); });
    object.member("terms", [&](ObjectReader& terms) { order.terms = readTermsJson(terms); });
    order.parts =
        object.distinct("parts", kMostParts, "parts", readPart, &PartOrder::part, "part", "each part once");
    order.services =
        object.distinct("services", kMostServices, "services", readService, &ServiceLine::id, "id");
    order.paper = object.named("paper", parsePaper);
    return order;
}

} // namespace rigwright
