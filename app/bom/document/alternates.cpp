// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/alternates.h"

#include "builds/evaluate.h"

#include <algorithm>
#include <map>
#include <utility>

namespace rigwright {

namespace {

constexpr std::size_t kMostAlternates = 5;
/// Of the parts that go with a machine, so many are tried at most for whether they do as well: enough to get past all cheaper
/// cards of a large catalog.
constexpr int kMostTries = 1000;
/// A machine that is slower than this share of the speed is another machine.
constexpr double kLeastSpeed = 0.9;

/// Replacements in one machine after the other. Equal machines, and equal lines, are looked at once.
class AlternateSearch {
public:
    AlternateSearch(const Catalog& catalog, const Requirement& requirement, const CalibrationTable& constants,
                    const std::stop_token& stop)
        : catalog_(catalog)
        , requirement_(requirement)
        , constants_(constants)
        , stop_(stop)
    { }

    [[nodiscard]] Expected<LineAlternates> of(const EvaluatedBuild& build, const BomLine& line)
    {
        const auto place = std::ranges::find(build.build.lines, line.part, &BuildLine::part);
        if (place == build.build.lines.end()) {
            return LineAlternates{line.position};
        }
        const auto key = std::pair(build.id, line.part);
        const auto known = known_.find(key);
        if (known != known_.end()) {
            LineAlternates found = known->second;
            found.position = line.position;
            return found;
        }
        LineAlternates found{line.position};
        const auto index = static_cast<std::size_t>(place - build.build.lines.begin());
        if (const auto done = search(found, build, index, line.category); !done) {
            return tl::unexpected(done.error());
        }
        known_.emplace(key, found);
        return found;
    }

private:
    Expected<void> search(LineAlternates& found, const EvaluatedBuild& build, std::size_t index,
                          PartCategory category)
    {
        const BuildLine& line = build.build.lines[index];
        const auto exchanges = exchangesFor(catalog_, build.build, category, index, requirement_, stop_);
        if (!exchanges) {
            return tl::unexpected(exchanges.error());
        }
        int tries = 0;
        for (const PartExchange& exchange : *exchanges) {
            if (exchange.line.part == line.part) {
                continue;
            }
            if (exchange.broken) {
                ++found.incompatible;
            } else if (found.parts.size() < kMostAlternates && tries < kMostTries &&
                       !stop_.stop_requested()) {
                ++tries;
                tryPart(found, build, index, exchange);
            }
        }
        found.isComplete = !stop_.stop_requested();
        return {};
    }

    void tryPart(LineAlternates& found, const EvaluatedBuild& build, std::size_t index,
                 const PartExchange& exchange) const
    {
        Build changed = build.build;
        changed.lines[index] = exchange.line;
        const Expected<EvaluatedBuild> evaluated = evaluateBuild(catalog_, changed, requirement_, constants_);
        // One that can't be evaluated is none that could be recommended; nor is one that leaves the model without room.
        const bool mustFit = build.plan.fits || holdsTheModel(exchange.line.category);
        if (!evaluated || (mustFit && !evaluated->plan.fits)) {
            ++found.tooSmall;
            return;
        }
        if (hasNewBlocker(build, *evaluated)) {
            ++found.incompatible;
            return;
        }
        if (isSlower(build, *evaluated)) {
            ++found.tooSlow;
            return;
        }
        Alternate alternate{exchange, {}, {}, evaluated->plan.fits};
        const PartReference part = findAnyPart(catalog_, exchange.line.part);
        alternate.partNumber = part.info == nullptr ? std::string() : part.info->partNumber;
        if (evaluated->speed) {
            alternate.decode = evaluated->speed->decode.mid;
        }
        found.parts.push_back(std::move(alternate));
    }

    /// What decides by its size whether the model fits.
    static bool holdsTheModel(PartCategory category)
    {
        return category == PartCategory::Accelerator || category == PartCategory::System;
    }

    /// Rules that don't read the part's category, such as those of power supplies about cards, speak here.
    static bool hasNewBlocker(const EvaluatedBuild& before, const EvaluatedBuild& after)
    {
        return std::ranges::any_of(after.findings, [&](const Finding& finding) {
            return finding.severity == Severity::Blocker &&
                std::ranges::none_of(before.findings, [&](const Finding& known) {
                       return known.id == finding.id && known.severity == Severity::Blocker;
                   });
        });
    }

    /// Of the users together; of training, all tokens.
    static bool isSlower(const EvaluatedBuild& before, const EvaluatedBuild& after)
    {
        return before.speed &&
            (!after.speed || after.speed->total.mid.value() < kLeastSpeed * before.speed->total.mid.value() ||
             after.speed->decode.mid.value() < kLeastSpeed * before.speed->decode.mid.value());
    }

    const Catalog& catalog_;
    const Requirement& requirement_;
    const CalibrationTable& constants_;
    const std::stop_token& stop_;
    std::map<std::pair<std::string, PartId>, LineAlternates> known_;
};

} // namespace

Expected<std::vector<LineAlternates>>
alternatesFor(const Catalog& catalog, const Bom& bom, const std::vector<OrderedMachine>& machines,
              const Requirement& requirement, const CalibrationTable& constants, const std::stop_token& stop)
{
    AlternateSearch search(catalog, requirement, constants, stop);
    std::vector<LineAlternates> alternates;
    for (const BomLine& line : bom.lines) {
        if (line.kind != BomLine::Kind::Part || line.owned) {
            continue;
        }
        if (stop.stop_requested()) {
            break;
        }
        Expected<LineAlternates> found = search.of(*machines.at(line.machine).build, line);
        if (!found) {
            return tl::unexpected(found.error());
        }
        alternates.push_back(*std::move(found));
    }
    return alternates;
}

} // namespace rigwright
