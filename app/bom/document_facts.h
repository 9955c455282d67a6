// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/acceptance.h"
#include "advice/launch.h"
#include "bom/bom.h"
#include "bom/document.h"
#include "bom/revision.h"
#include "bom/texts.h"
#include "builds/changes/exchange.h"
#include "costs/compare.h"
#include "speed/training/training_speed.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace rigwright {

/// A part that may stand in the place of another: with it, no rule is broken that wasn't before, and the machine is about as
/// fast.
struct Alternate : PartExchange {
    std::string partNumber;                ///< empty: unknown
    std::optional<TokensPerSecond> decode; ///< one user's speed of the machine with it; empty: unknown
    bool fits = false;                     ///< the model, in the machine with it
};

/// Compatible replacements of one line, the cheapest first.
struct LineAlternates {
    std::string position; ///< of the line: "1.3"
    std::vector<Alternate> parts = {};
    int incompatible = 0; ///< of the others, those that break a rule
    int tooSmall = 0; ///< of those that were tried, cheaper than the last of `parts`: the model doesn't fit
    int tooSlow = 0;  ///< the same: it fits, but the machine is slower by a tenth or more
    bool isComplete = true; ///< false: stopped before all were looked at
};

/// Everything that the purchasing document is made of, worked out.
struct DocumentFacts {
    Bom bom;
    Requirement requirement;
    std::string modelName; ///< as the catalog calls it
    std::vector<OrderedMachine> machines;
    std::vector<LineAlternates> alternates;      ///< in the order of the lines
    std::shared_ptr<const CostComparison> costs; ///< of the first machine; null: not compared
    std::vector<std::optional<TrainingEstimate>>
        trainings; ///< for each machine; empty: its work is no training, or a figure is unknown
    std::vector<ExchangeRate> rates;                  ///< that prices were exchanged with
    std::vector<LaunchSheet> launches;                ///< one for each machine
    std::vector<std::vector<AcceptanceCheck>> checks; ///< for each machine
    std::optional<RevisionDifference> changes;        ///< since the last revision; empty: there is none
    int revision = 1;                                 ///< that this document is
    Paper paper = Paper::A4;
};

/// What is asked for beside the machines.
struct DocumentRequest {
    OrderDetails order;
    std::vector<Quote> quotes;
    std::optional<CostAssumptions>
        assumptions;                  ///< empty: the defaults of the first country with the currency
    std::optional<Revision> previous; ///< to which changes are told
    int revision = 1;
};

/// Works everything out; takes long enough for a thread of its own. Stopped, it has fewer alternates. Costs that can't be
/// compared are left out. An error: as of makeBom().
[[nodiscard]] Expected<DocumentFacts>
documentFacts(const Catalog& catalog, const std::vector<OrderedMachine>& machines,
              const Requirement& requirement, const DocumentRequest& request, const Date& preparedOn,
              const CalibrationTable& constants = fittedCalibration(), const std::stop_token& stop = {});

/// Puts it into words. Sections, in this order; those without anything to say are left out: "summary", "bom", "alternates",
/// "compatibility", "sizing", "costs", "sources", "acceptance", "launch", "changes".
[[nodiscard]] Document makeDocument(const DocumentFacts& facts, const Texts& texts = {});

/// What differs between two revisions, as a document of its own with the section "changes".
[[nodiscard]] Document changesDocument(const RevisionDifference& changes, const Texts& texts = {});

} // namespace rigwright
