// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"

#include <iosfwd>
#include <string>
#include <vector>

// What a person reads on the terminal.
namespace rigwright {

/// Columns of text, padded to the widest cell; those in `rightAligned` hold numbers.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> header, std::vector<std::size_t> rightAligned = {});
    void add(std::vector<std::string> row);
    void print(std::ostream& out) const;

private:
    std::vector<std::vector<std::string>> rows_;
    std::vector<std::size_t> rightAligned_;
};

/// "27–36"; one figure where both ends read the same.
[[nodiscard]] std::string ratesBetween(double low, double high);
/// "27–36 tokens/s"
[[nodiscard]] std::string rateRange(const Range<TokensPerSecond>& range);
/// "0.31–0.62 s", in milliseconds below one second.
[[nodiscard]] std::string timeRange(const Range<Seconds>& range);

void printMemory(std::ostream& out, const MemoryBreakdown& memory);
void printHostDemand(std::ostream& out, const HostDemand& demand);
void printSpeed(std::ostream& out, const SpeedEstimate& speed);
void printFindings(std::ostream& out, const std::vector<Finding>& findings);
/// "street, 2025-07-23, 486 days old!": kind, date, age; an exclamation mark beside what is older than the limit.
[[nodiscard]] std::string priceText(PriceKind kind, const Date& date, const PriceStanding& standing);
void printBuild(std::ostream& out, const EvaluatedBuild& build);

} // namespace rigwright
