// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_check.h"
#include "advice/claim_figures.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/report.h"
#include "project/today.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

std::string oursText(const ClaimCheck& check)
{
    return check.ours ? figuresWithUnit(check.ours->low, check.ours->high, check.claim->unit) : "–";
}

std::string measuredText(const ClaimCheck& check)
{
    const auto& measured = check.claim->measurement;
    if (!measured) {
        return "–";
    }
    return (measured->same ? "" : "near: ") +
        figuresWithUnit(measured->low, measured->high, check.claim->unit);
}

std::string verdictText(const ClaimCheck& check)
{
    std::string text = verdictName(check.verdict);
    if (check.factor) {
        text += " (" + factorText(*check.factor) + ')';
    }
    return text;
}

std::string reasonText(const ClaimCheck& check)
{
    return check.reason.text.empty() ? check.claim->remark : check.reason.message();
}

Json toJson(const ClaimCheck& check)
{
    const Claim& claim = *check.claim;
    const char* unit = claimUnitName(claim.unit);
    const auto known = [](const std::optional<double>& value) { return value ? Json(*value) : Json(); };
    Json json = {{"id", claim.id},
                 {"scenario", claim.scenario},
                 {"guide", claim.guide()},
                 {"quantity", claimQuantityName(claim.quantity)},
                 {"claim",
                  {{"text", claim.text},
                   {"meaning", claimMeaningName(claim.meaning)},
                   {"low", known(claim.low)},
                   {"high", known(claim.high)},
                   {"unit", unit}}}};
    json["estimate"] = !check.ours ? Json()
                                   : Json({{"low", check.ours->low},
                                           {"mid", check.ours->mid},
                                           {"high", check.ours->high},
                                           {"unit", unit}});
    json["measurement"] = !claim.measurement ? Json()
                                             : Json({{"low", claim.measurement->low},
                                                     {"high", claim.measurement->high},
                                                     {"unit", unit},
                                                     {"same_scenario", claim.measurement->same},
                                                     {"source", claim.measurement->source}});
    json["verdict"] = verdictName(check.verdict);
    json["factor"] = known(check.factor);
    json["decided_by"] = check.verdict == ClaimVerdict::Open ? Json()
        : check.measured                                     ? Json("measurement")
                                                             : Json("estimate");
    json["reason"] = reasonText(check);
    json["remark"] = claim.remark.empty() ? Json() : Json(claim.remark);
    json["assumptions"] = Json::array();
    for (const ClaimText& assumption : check.assumptions) {
        json["assumptions"].push_back(assumption.message());
    }
    json["prices"] = Json::array();
    for (const ClaimPrice& price : check.prices) {
        Json entry = {{"name", price.name},
                      {"price_kind", priceKindName(price.kind)},
                      {"price_date", price.date.iso()}};
        entry.update(standingJson(price.standing));
        json["prices"].push_back(std::move(entry));
    }
    return json;
}

void printTable(std::ostream& out, const std::vector<ClaimCheck>& checks)
{
    TextTable table({"id", "claim", "ours", "measured", "verdict"}, {1, 2, 3});
    for (const ClaimCheck& check : checks) {
        table.add({check.claim->id, claimedText(*check.claim), oursText(check), measuredText(check),
                   verdictText(check)});
    }
    table.print(out);
}

void printOne(std::ostream& out, const ClaimCheck& check)
{
    const Claim& claim = *check.claim;
    out << claim.id << ": " << claim.text << '\n'
        << "  claimed   " << claimedText(claim) << '\n'
        << "  ours      " << oursText(check) << '\n'
        << "  measured  " << measuredText(check);
    if (claim.measurement) {
        out << " (" << claim.measurement->source << ')';
    }
    out << "\n  verdict   " << verdictText(check) << (check.measured ? ", by the measurement" : "") << '\n'
        << "  why       " << reasonText(check) << '\n';
    if (!claim.remark.empty() && !check.reason.text.empty()) {
        out << "  also      " << claim.remark << '\n';
    }
    for (const ClaimPrice& price : check.prices) {
        out << "  price     " << price.name << ": " << priceText(price.kind, price.date, price.standing)
            << '\n';
    }
    for (const ClaimText& assumption : check.assumptions) {
        out << "  assumed   " << assumption.message() << '\n';
    }
}

void printCounts(std::ostream& out, const std::vector<ClaimCheck>& checks)
{
    std::string text;
    for (const ClaimVerdict verdict : {ClaimVerdict::Agrees, ClaimVerdict::TooLow, ClaimVerdict::TooHigh,
                                       ClaimVerdict::Impossible, ClaimVerdict::Open}) {
        const auto count = std::ranges::count(checks, verdict, &ClaimCheck::verdict);
        text += (text.empty() ? "" : ", ") + std::to_string(count) + ' ' + verdictName(verdict);
    }
    out << '\n' << checks.size() << " claims: " << text << ".\n";
}

Expected<ExitStatus> claims(const Catalog& catalog, const std::string& word, bool asJson, std::ostream& out)
{
    std::vector<ClaimCheck> checks;
    if (word.empty()) {
        checks = checkClaims(catalog, fittedCalibration(), {}, today());
    } else {
        const auto found = findClaims(catalog, word);
        if (!found) {
            return tl::unexpected(found.error());
        }
        for (const Claim* claim : *found) {
            checks.push_back(checkClaim(catalog, *claim, fittedCalibration(), today()));
        }
    }
    if (asJson) {
        Json json = {{"schema", "rigwright.claims/1"}, {"claims", Json::array()}};
        for (const ClaimCheck& check : checks) {
            json["claims"].push_back(toJson(check));
        }
        out << json.dump(2) << '\n';
        return ExitStatus::Success;
    }
    constexpr std::size_t kInFull = 4;
    if (checks.size() <= kInFull) {
        for (std::size_t i = 0; i < checks.size(); ++i) {
            out << (i == 0 ? "" : "\n");
            printOne(out, checks[i]);
        }
        return ExitStatus::Success;
    }
    printTable(out, checks);
    printCounts(out, checks);
    return ExitStatus::Success;
}

} // namespace

void addClaimsCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command =
        app.add_subcommand("claims", "What guides claim, against the estimate and measurements");
    const auto word = std::make_shared<std::string>();
    const auto asJson = std::make_shared<bool>(false);
    command->add_option("ID", *word, "A claim, a scenario, a guide (G2), or what an id begins with");
    command->add_flag("--json", *asJson, "One JSON object");
    command->callback([&chosen, word, asJson] {
        chosen = [word, asJson](Catalog& catalog, std::ostream& out) {
            return claims(catalog, *word, *asJson, out);
        };
    });
}

} // namespace rigwright
