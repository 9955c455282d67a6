// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

struct BomLine {
    int number = 1;
    PartCategory category = PartCategory::Accelerator;
    PartId part;
    std::string manufacturer;
    std::string description;
    std::string partNumber; ///< empty: unknown, shown as such
    std::string
        specifications; ///< the figures that a purchaser checks: "24 GiB, 936 GB/s, 350 W board power"
    int quantityPerSystem = 1;
    bool owned = false;             ///< the buyer has it for the one system: nothing is to be paid
    std::optional<Money> unitPrice; ///< empty: no price known
    PriceKind priceKind = PriceKind::Estimate;
    std::optional<Money> listedPrice; ///< as the source has it, in its own currency
    std::string priceRegion;
    std::string priceSource;
    std::optional<Date> priceDate;
    std::optional<Date> priceValidUntil = {}; ///< of a quote
    Verification specsState = Verification::Unverified;
};

/// The purchasing document of a build.
struct Bom {
    std::string title;
    std::string workload; ///< one line: model, precision, engine, context, users
    std::string result;   ///< one line: memory, speed range
    Date preparedOn;
    Date catalogDate;
    Currency currency = Currency::usd();
    std::optional<ExchangeRate> rate; ///< used, when the currency is not USD
    PricePolicy pricePolicy;
    int systems = 1;
    std::vector<BomLine> lines;
    std::vector<Finding> findings;

    /// Of all systems.
    [[nodiscard]] int quantity(const BomLine& line) const { return line.quantityPerSystem * systems; }
    /// Quantity of all systems times unit price; nothing for a line without a price.
    [[nodiscard]] std::optional<Money> lineTotal(const BomLine& line) const;
    /// Of the lines with a price.
    [[nodiscard]] Money total() const;
    [[nodiscard]] int linesWithoutPrice() const;
    /// Of the price on the day of the document; nothing without a price.
    [[nodiscard]] std::optional<PriceStanding> priceStanding(const BomLine& line) const;
    /// Days from the price to the document; nothing without a price.
    [[nodiscard]] std::optional<int> priceAge(const BomLine& line) const;
    /// Lines whose price is older than the limit.
    [[nodiscard]] int linesWithOldPrice() const;
};

/// An error: fewer than one system or more than 10,000, an unknown model, a part that the catalog lacks.
[[nodiscard]] Expected<Bom> makeBom(const Catalog& catalog, const EvaluatedBuild& build,
                                    const Requirement& requirement, const Date& preparedOn, int systems = 1);

} // namespace rigwright
