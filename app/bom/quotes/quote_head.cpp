// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_head.h"

#include "bom/amount_limits.h"
#include "bom/quotes/cell_values.h"
#include "units/format.h"

namespace rigwright {

namespace {

void note(QuoteImport& result, const FilledField* field, Finding finding)
{
    result.notes.push_back({field == nullptr ? 0 : field->row, {}, std::move(finding)});
}

std::string textOf(const FilledForm& form, FormField field)
{
    const FilledField* found = form.field(field);
    return found == nullptr ? std::string() : lineOfText(found->cell);
}

void readNames(QuoteImport& result, const FilledForm& form, const QuoteRequest& asked)
{
    result.quote.number = textOf(form, FormField::QuoteNumber);
    result.quote.supplier = textOf(form, FormField::Supplier);
    if (result.quote.supplier.empty()) {
        result.quote.supplier = asked.supplier;
    }
    if (result.quote.supplier.empty()) {
        note(result, nullptr,
             {"quote-no-supplier",
              Severity::Warning,
              RIGWRIGHT_TEXT("Finding", "The form names no supplier."),
              {}});
    }
    const std::string answered = textOf(form, FormField::DocumentNumber);
    if (answered != lineOfText({0, FilledCell::Kind::Text, asked.documentNumber})) {
        note(result, form.field(FormField::DocumentNumber),
             {"quote-other-request",
              Severity::Warning,
              RIGWRIGHT_TEXT("Finding", "The form answers request “{answered}”, not “{asked}”."),
              {{"answered", answered}, {"asked", asked.documentNumber}}});
    }
}

/// The day of the quote; of the request where the form says nothing that is clear: it can't be older.
void readDate(QuoteImport& result, const FilledForm& form, const QuoteRequest& asked)
{
    const FilledField* requested = form.field(FormField::RequestDate);
    result.quote.date = asked.date;
    if (requested != nullptr) {
        result.quote.date = dayIn(requested->cell).value_or(asked.date);
    }
    const FilledField* field = form.field(FormField::QuoteDate);
    const CellValue<Date> day = field == nullptr ? CellValue<Date>(result.quote.date) : dayIn(field->cell);
    if (field != nullptr && day) {
        result.quote.date = *day;
        return;
    }
    note(result, field,
         {"quote-no-date",
          Severity::Warning,
          RIGWRIGHT_TEXT("Finding",
                         "The date of the quote isn't clear (“{text}”): that of the request counts, {date}."),
          {{"text", textOf(form, FormField::QuoteDate)}, {"date", result.quote.date.iso()}}});
}

void readValidity(QuoteImport& result, QuoteHead& head, const FilledForm& form)
{
    const FilledField* field = form.field(FormField::ValidUntil);
    if (field == nullptr) {
        return;
    }
    const CellValue<Date> day = dayIn(field->cell);
    if (day && *day >= result.quote.date) {
        result.quote.validUntil = *day;
        return;
    }
    head.validityUnclear = true;
    note(result, field,
         day ? Finding{"quote-validity",
                       Severity::Blocker,
                       RIGWRIGHT_TEXT("Finding", "The quote is valid until {until}, before its date {date}."),
                       {{"until", day->iso()}, {"date", result.quote.date.iso()}}}
             : day.error());
}

void readCurrency(QuoteImport& result, QuoteHead& head, const FilledForm& form, const QuoteRequest& asked,
                  const Catalog& catalog)
{
    result.quote.currency = asked.currency;
    const FilledField* field = form.field(FormField::Currency);
    if (field == nullptr) {
        return;
    }
    const CellValue<Currency> currency = currencyIn(field->cell);
    if (!currency) {
        note(result, field, currency.error());
        return;
    }
    head.currency = *currency;
    result.quote.currency = *currency;
    if (auto finding = missingRate(catalog, *currency)) {
        note(result, field, *finding);
    }
}

void readShipping(QuoteImport& result, const QuoteHead& head, const FilledForm& form, const Catalog& catalog)
{
    const FilledField* field = form.field(FormField::Shipping);
    if (field == nullptr) {
        return;
    }
    const CellValue<Money> amount = amountIn(field->cell, head.currency);
    if (!amount) {
        note(result, field, amount.error());
        return;
    }
    if (const auto odd = oddAmount(*amount, true)) {
        note(result, field, *odd);
        return;
    }
    result.quote.shipping = *amount;
    if (!head.currency) {
        if (auto finding = missingRate(catalog, amount->currency())) {
            note(result, field, *finding);
        }
    }
}

} // namespace

std::optional<Finding> oddAmount(const Money& amount, bool canBeZero)
{
    const auto minor = amount.minorUnits();
    if ((minor > 0 || (minor == 0 && canBeZero)) && !isBeyondEveryPrice(amount)) {
        return std::nullopt;
    }
    return Finding{"quote-price-odd",
                   Severity::Blocker,
                   minor < 0        ? RIGWRIGHT_TEXT("Finding", "{price} is below zero.")
                       : minor == 0 ? RIGWRIGHT_TEXT("Finding",
                                                     "{price} is no price: leave the cell empty "
                                                     "where nothing is offered.")
                                    : RIGWRIGHT_TEXT("Finding", "{price} is beyond every price."),
                   {{"price", formatMoney(amount)}}};
}

std::optional<Finding> missingRate(const Catalog& catalog, const Currency& currency)
{
    if (catalog.rates.find(currency) != nullptr) {
        return std::nullopt;
    }
    return Finding{
        "quote-no-rate",
        Severity::Warning,
        RIGWRIGHT_TEXT("Finding", "There is no exchange rate for {currency}: its prices can't be compared."),
        {{"currency", currency.code()}}};
}

QuoteHead readHead(QuoteImport& result, const FilledForm& form, const QuoteRequest& asked,
                   const Catalog& catalog)
{
    QuoteHead head;
    readNames(result, form, asked);
    readDate(result, form, asked);
    readValidity(result, head, form);
    readCurrency(result, head, form, asked, catalog);
    readShipping(result, head, form, catalog);
    return head;
}

} // namespace rigwright
