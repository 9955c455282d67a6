// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"

#include <string>

namespace rigwright {

[[nodiscard]] inline Money money(const char* decimal, Currency currency = Currency::usd())
{
    return Money::parse(decimal, currency).value();
}

/// A document with one line that needs no catalog.
[[nodiscard]] inline BomLine pricedLine(int number, const char* description, const char* price, int quantity)
{
    BomLine line;
    line.number = number;
    line.manufacturer = "Maker";
    line.description = description;
    line.partNumber = "PN-" + std::to_string(number);
    line.specifications = "1 figure";
    line.quantityPerSystem = quantity;
    line.unitPrice = money(price);
    line.listedPrice = line.unitPrice;
    line.priceKind = PriceKind::Street;
    line.priceRegion = "US";
    line.priceSource = "a shop";
    line.priceDate = Date{2026, 8, 1};
    line.specsState = Verification::Sourced;
    return line;
}

[[nodiscard]] inline Bom bomOf(std::vector<BomLine> lines)
{
    Bom bom;
    bom.title = "2 × RTX 3090 24 GB";
    bom.machines = {{bom.title, 1, "a model", "fits"}};
    bom.preparedOn = Date{2026, 11, 21};
    bom.catalogDate = Date{2026, 9, 1};
    bom.lines = std::move(lines);
    return bom;
}

/// Two accelerators with 20 of 24 GiB in use and a host whose RAM nobody knows.
[[nodiscard]] inline EvaluatedBuild evaluatedBuild()
{
    EvaluatedBuild build;
    build.title = "2 × RTX 3090 24 GB";
    MemoryComponents used;
    used.weights = 15_GiB;
    used.kvCache = 4_GiB;
    used.computeBuffer = 512_MiB;
    used.engineOverhead = 512_MiB;
    build.plan.memory.devices = {{"RTX 3090", 24_GiB, used}, {"RTX 3090", 24_GiB, used}};
    build.plan.memory.host.used.outputBuffer = 1_GiB;
    build.plan.fits = true;
    SpeedEstimate speed;
    speed.prefill = {TokensPerSecond(700), TokensPerSecond(900), TokensPerSecond(1100)};
    speed.decode = {TokensPerSecond(20), TokensPerSecond(25), TokensPerSecond(30)};
    speed.total = speed.decode;
    speed.timeToFirstToken = {Seconds(0.5), Seconds(0.6), Seconds(0.7)};
    speed.timePerOutputToken = {Seconds(0.033), Seconds(0.04), Seconds(0.05)};
    build.speed = speed;
    return build;
}

} // namespace rigwright
