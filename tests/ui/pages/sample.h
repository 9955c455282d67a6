// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"
#include "facts/catalog.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

// A small catalog and machines made by hand, with round figures that a test can reckon with.
namespace rigwright::sample {

/// What a machine of the sample is made of; everything else is the same for all.
struct MachineFigures {
    std::string id;
    std::string title;
    int gpus = 1;       ///< of the sample's one accelerator, 24 GiB each; 0: none
    int gpuPrice = 859; ///< whole dollars
    double decode = 31; ///< middle of the range; 0: unknown
    double wallWatts = 530;
    bool onFront = true;
    std::vector<Finding> findings;
};

inline constexpr int kOtherPartsPrice =
    1075; ///< of all parts but the accelerators: 197+159+229+129+119+109+133

/// One model, one accelerator, the parts of one machine, two on-demand offers and a spot offer, USD and CNY.
[[nodiscard]] std::shared_ptr<const Catalog> catalog();
/// The 32B model of the sample, chat, within 3,000 dollars.
[[nodiscard]] Requirement requirement();
[[nodiscard]] EvaluatedBuild machine(const MachineFigures& figures);
/// 1 × and 2 × accelerators on the front, one machine beside it, one of unknown speed, two reasons for the rest.
[[nodiscard]] std::shared_ptr<const SearchResult> searchResult();
/// Nothing fits: two reasons, one with a nearest machine.
[[nodiscard]] std::shared_ptr<const SearchResult> emptyResult();

[[nodiscard]] Finding warning(const std::string& id, const std::string& text);
/// The finding of a rule that lacks a figure.
[[nodiscard]] Finding unverified(const std::string& rule);

} // namespace rigwright::sample
