// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search.h"

#include "builds/describe.h"
#include "builds/search/explorer.h"
#include "builds/search/systems.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace rigwright {

namespace {

/// A form factor that no board has is a slip of the pen: nothing could be found.
Expected<void> checkFormFactors(const Catalog& catalog, const std::vector<std::string>& formFactors)
{
    for (const std::string& wanted : formFactors) {
        if (std::ranges::none_of(catalog.boards,
                                 [&](const Board& board) { return board.formFactor == wanted; })) {
            std::set<std::string> known;
            for (const Board& board : catalog.boards) {
                known.insert(board.formFactor);
            }
            known.erase("");
            std::string list;
            for (const std::string& formFactor : known) {
                list += (list.empty() ? "" : ", ") + formFactor;
            }
            return fail("no board of the catalog has the form factor '" + wanted + "'; those known are " +
                        (list.empty() ? "none" : list));
        }
    }
    return {};
}

Expected<void> addBuild(SearchResult& result, const Question& question, const Candidate& candidate,
                        bool onFront)
{
    return evaluate(question, machineOf(candidate, question.demands)).map([&](EvaluatedBuild build) {
        build.onFront = onFront;
        result.builds.push_back(std::move(build));
    });
}

Expected<void> addBuilds(SearchResult& result, const Question& question, const Outcome& outcome,
                         const Explorer& explorer)
{
    for (const auto& point : outcome.front().points()) {
        if (auto added = addBuild(result, question, point.value, true); !added) {
            return added;
        }
    }
    for (const Candidate& candidate : outcome.besideFront()) {
        if (explorer.stopped()) {
            result.exact = false;
            break;
        }
        if (auto added = addBuild(result, question, candidate, false); !added) {
            return added;
        }
    }
    std::ranges::stable_sort(result.builds, [&](const EvaluatedBuild& a, const EvaluatedBuild& b) {
        const auto speed = [&](const EvaluatedBuild& build) {
            return build.speed ? -rankedSpeed(question.requirement, *build.speed).value() : 0;
        };
        return std::tuple(a.price.minorUnits(), speed(a), a.id) <
            std::tuple(b.price.minorUnits(), speed(b), b.id);
    });
    return {};
}

std::optional<ExcludedExample> exampleOf(const Question& question, const Examples& examples, int reason)
{
    const auto& excluded = examples.of(reason);
    if (!excluded) {
        return std::nullopt;
    }
    const Machine machine = machineOf(*excluded, question.demands);
    auto why = findingOf(*examples.ruleOf(reason), machine);
    if (!why) {
        return std::nullopt;
    }
    return ExcludedExample{buildOf(machine).lines,
                           Money(examples.priceOf(reason), question.requirement.budget.currency()),
                           *std::move(why)};
}

Expected<void> addExclusions(SearchResult& result, const Question& question, const JudgingOrder& order,
                             const Outcome& outcome)
{
    for (std::size_t i = 0; i < order.reasons.size(); ++i) {
        if (outcome.counts()[i] == 0) {
            continue;
        }
        Exclusion exclusion{order.reasons[i].id, order.reasons[i].text, outcome.counts()[i], std::nullopt};
        if (const auto& nearest = outcome.nearest()[i]) {
            auto build = evaluate(question, machineOf(*nearest, question.demands));
            if (!build) {
                return tl::unexpected(build.error());
            }
            exclusion.nearest = std::move(*build);
        }
        exclusion.example = exampleOf(question, outcome.examples(), static_cast<int>(i));
        result.excluded.push_back(std::move(exclusion));
    }
    // What has no price says nothing of machines, however many parts lack one.
    std::ranges::stable_sort(result.excluded, {}, [&](const Exclusion& exclusion) {
        return std::pair(exclusion.reason == order.reasons[static_cast<std::size_t>(order.noPrice)].id,
                         -exclusion.count);
    });
    return {};
}

} // namespace

Expected<SearchResult> searchBuilds(const Catalog& catalog, const Requirement& requirement,
                                    std::stop_token stop, const CalibrationTable& constants)
{
    const auto question = ask(catalog, requirement, constants);
    if (!question) {
        return tl::unexpected(question.error());
    }
    if (auto known = checkFormFactors(catalog, requirement.formFactors); !known) {
        return tl::unexpected(known.error());
    }
    const auto pool = pricedParts(*question);
    if (!pool) {
        return tl::unexpected(pool.error());
    }
    const JudgingOrder order = judgingOrder();
    Outcome outcome(order, requirement.objectives.empty());
    outcome.exclude(order.noPrice, pool->catalogCandidates - pool->candidates);
    outcome.exclude(order.budget, pool->beyondBudget);
    exploreSystems(*question, *pool, order, outcome);
    Explorer explorer(*question, *pool, order, outcome, std::move(stop));

    SearchResult result;
    result.exact = explorer.run();
    result.feasible = outcome.feasible();
    result.considered = std::accumulate(outcome.counts().begin(), outcome.counts().end(), outcome.feasible());
    if (auto added = addBuilds(result, *question, outcome, explorer); !added) {
        return tl::unexpected(added.error());
    }
    if (auto added = addExclusions(result, *question, order, outcome); !added) {
        return tl::unexpected(added.error());
    }
    return result;
}

} // namespace rigwright
