// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/order.h"
#include "bom/quote.h"
#include "bom/specifications.h"
#include "builds/build.h"
#include "builds/requirement.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// Equal machines of the document.
struct BomMachine {
    std::string name;     ///< "2 × RTX 3090 24 GB", or as the user calls it
    int systems = 1;      ///< how many are bought, 1 to 10,000
    std::string workload; ///< one line: model, precision, engine, context, users
    std::string result;   ///< one line: memory, speed range
};

struct BomLine {
    enum class Kind { Part, Spare, Service };
    Kind kind = Kind::Part;
    int number = 1;            ///< from 1 on, through the document
    std::size_t machine = 0;   ///< of a part: the index of its machine
    std::string position = {}; ///< "1.3": third line of the first machine; "S.1" a spare, "X.1" a service
    PartCategory category = PartCategory::Accelerator; ///< of a service: means nothing
    PartId part;                                       ///< of a service: its id
    std::string manufacturer;
    std::string description;
    std::string partNumber; ///< empty: unknown, shown as such
    std::string
        specifications;        ///< the figures that a purchaser checks: "24 GiB, 936 GB/s, 350 W board power"
    std::string supplier = {}; ///< empty: none chosen; so are the following
    std::string supplierPartNumber = {};
    std::string internalNumber = {}; ///< the buyer's own
    std::string link = {};           ///< of the price, or the part
    std::string quoteNumber = {};
    std::optional<int> leadTimeDays = {};
    std::string comment = {};
    bool approved = false;
    int quantityPerSystem = 1;      ///< of a spare or service: in all
    bool owned = false;             ///< the buyer has it for the one system: nothing is to be paid
    std::optional<Money> unitPrice; ///< before its discount; empty: no price known
    Share discount = {};            ///< off the unit price
    PriceKind priceKind = PriceKind::Estimate;
    std::optional<Money> listedPrice; ///< as the source has it, in its own currency
    std::string priceRegion;
    std::string priceSource;
    std::optional<Date> priceDate;
    std::optional<Date> priceValidUntil = {}; ///< of a quote
    Verification specsState = Verification::Unverified;
    SpecificationFigures figures =
        {}; ///< what `specifications` says, for readers of other languages; empty: as it is
};

/// The key specifications in the reader's language.
[[nodiscard]] std::string specificationsText(const BomLine& line, const Texts& texts);

/// Of the lines with a price, with what the order adds. A sum is of amounts that are each rounded to the minor unit.
struct BomTotals {
    Money lines;       ///< after the lines' own discounts
    Money discount;    ///< off these
    Money shipping;    ///< nothing where none is known
    Money net;         ///< lines less discount, with shipping
    Money tax;         ///< of the net; nothing where no rate is known
    Money gross;       ///< to be paid
    Money contingency; ///< set aside beside it
    Money budget;      ///< gross with contingency
};

/// The purchasing document of one machine, or of several kinds.
struct Bom {
    std::string title;
    std::vector<BomMachine> machines;
    Date preparedOn;
    Date catalogDate;
    Currency currency = Currency::usd();
    std::optional<ExchangeRate> rate; ///< used, when the currency is not USD
    PricePolicy pricePolicy;
    OrderHeader header;
    OrderTerms terms;
    std::vector<BomLine> lines; ///< parts by machine, then spares, then services
    std::vector<Finding> findings;

    [[nodiscard]] int systems() const; ///< machines of all kinds
    /// Of all systems.
    [[nodiscard]] int quantity(const BomLine& line) const;
    /// Less the line's discount, rounded to the minor unit; nothing for a line without a price.
    [[nodiscard]] std::optional<Money> netUnitPrice(const BomLine& line) const;
    /// Quantity of all systems times net unit price; nothing for a line without a price.
    [[nodiscard]] std::optional<Money> lineTotal(const BomLine& line) const;
    /// Of the lines with a price, before everything that the order adds.
    [[nodiscard]] Money total() const;
    [[nodiscard]] BomTotals totals() const;
    [[nodiscard]] int linesWithoutPrice() const;
    /// Of the price on the day of the document; nothing without a price.
    [[nodiscard]] std::optional<PriceStanding> priceStanding(const BomLine& line) const;
    /// Days from the price to the document; nothing without a price.
    [[nodiscard]] std::optional<int> priceAge(const BomLine& line) const;
    /// Lines whose price is older than the limit.
    [[nodiscard]] int linesWithOldPrice() const;
};

/// A machine to buy, and how many of it.
struct OrderedMachine {
    std::string name; ///< empty: its title
    std::shared_ptr<const EvaluatedBuild> build;
    int systems = 1;
};

/// Prices are those that the machines were evaluated with; a quote adds its number, lead time and supplier to the line whose
/// price it gave. An error: no machine, fewer than one system or more than 10,000, several systems with parts at hand, machines
/// in several currencies, an unknown model, a part that the catalog lacks, an amount of the order in another currency without a rate.
[[nodiscard]] Expected<Bom> makeBom(const Catalog& catalog, const std::vector<OrderedMachine>& machines,
                                    const Requirement& requirement, const OrderDetails& order,
                                    const std::vector<Quote>& quotes, const Date& preparedOn);

/// Of one machine, with nothing said beside it.
[[nodiscard]] Expected<Bom> makeBom(const Catalog& catalog, const EvaluatedBuild& build,
                                    const Requirement& requirement, const Date& preparedOn, int systems = 1);

} // namespace rigwright
