// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/price_findings.h"

#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

void addMissing(std::vector<Finding>& findings, const std::vector<PricedLine>& lines)
{
    for (const PricedLine& line : lines) {
        if (!line.offer) {
            findings.push_back({"no-price",
                                Severity::Warning,
                                RIGWRIGHT_TEXT("Finding", "The catalog has no price for {part}."),
                                {{"part", line.name}}});
        }
    }
}

void addOld(std::vector<Finding>& findings, const std::vector<PricedLine>& lines, const PricePolicy& policy)
{
    const PricedLine* oldest = nullptr;
    int priced = 0;
    int old = 0;
    for (const PricedLine& line : lines) {
        priced += line.offer ? 1 : 0;
        if (!line.offer || !line.standing.old) {
            continue;
        }
        ++old;
        if (oldest == nullptr || line.standing.ageDays > oldest->standing.ageDays) {
            oldest = &line;
        }
    }
    if (oldest == nullptr) {
        return;
    }
    findings.push_back({"prices-old",
                        Severity::Warning,
                        RIGWRIGHT_TEXT("Finding",
                                       "Prices older than {limit} days: {old} of {priced}. The oldest, of "
                                       "{part}, is {age} days old."),
                        {{"limit", formatCount(policy.oldAfterDays)},
                         {"old", formatCount(old)},
                         {"priced", formatCount(priced)},
                         {"part", oldest->name},
                         {"age", formatCount(oldest->standing.ageDays)}}});
}

void addExpired(std::vector<Finding>& findings, const std::vector<PricedLine>& lines)
{
    for (const PricedLine& line : lines) {
        if (line.offer && line.standing.expired) {
            findings.push_back({"quote-expired",
                                Severity::Warning,
                                RIGWRIGHT_TEXT("Finding", "The quote for {part} was valid until {date}."),
                                {{"part", line.name}, {"date", line.offer->validUntil->iso()}}});
        }
    }
}

void addUnverified(std::vector<Finding>& findings, const std::vector<PricedLine>& lines)
{
    std::string parts;
    for (const PricedLine& line : lines) {
        if (line.offer && line.standing.state == Verification::Unverified) {
            parts += (parts.empty() ? "" : ", ") + line.name;
        }
    }
    if (!parts.empty()) {
        findings.push_back(
            {"prices-unverified",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding", "Prices that are estimated or name no source: {parts}."),
             {{"parts", parts}}});
    }
}

} // namespace

std::vector<Finding> priceFindings(const std::vector<PricedLine>& lines, const PricePolicy& policy)
{
    std::vector<Finding> findings;
    addMissing(findings, lines);
    addOld(findings, lines, policy);
    addExpired(findings, lines);
    addUnverified(findings, lines);
    return findings;
}

} // namespace rigwright
