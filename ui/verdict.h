// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"
#include "ui/analysis.h"

#include <QString>

#include <optional>
#include <vector>

namespace rigwright {

class ModelShelf;

/// A change of the requirement that would give an answer, as a button says it.
struct Mend {
    QString label;
    Requirement changed;
};

/// The answer in one sentence with the figures that matter.
struct MachineVerdict {
    enum class State { Waiting, Good, Caution, No };

    struct Figure {
        QString value;
        QString ofValue; ///< muted, behind the value: "/ 24 GiB"
        QString caption;
    };

    State state = State::Waiting;
    QString sentence;
    QString detail;
    QString tag; ///< what to know about the figures; empty: nothing
    std::vector<Figure> figures;
    std::vector<Mend> mends; ///< at most two
};

/// While nothing is known yet.
[[nodiscard]] MachineVerdict waitingVerdict();
/// While a field of the requirement is wrong.
[[nodiscard]] MachineVerdict refusedVerdict();
/// For the selected machine of a search.
[[nodiscard]] MachineVerdict buildVerdict(const SearchAnswer& answer, const EvaluatedBuild& build,
                                          const Date& today);
/// Where no machine meets the requirement, or the search failed: why, and what to change.
[[nodiscard]] MachineVerdict noVerdict(const SearchAnswer& answer, ModelShelf& shelf);

} // namespace rigwright
