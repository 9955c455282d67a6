// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "facts/catalog.h"

#include <map>
#include <string>
#include <vector>

#include "speed/calibration.h"

namespace rigwright::test {

/// What a search should answer, found by looking at every machine by itself.
struct Enumeration {
    /// Of a machine on the front: larger figures in `standing` are better.
    struct Point {
        std::int64_t price = 0;
        double speed = 0;
        std::vector<double> standing; ///< in the order of Requirement::objectives
        auto operator<=>(const Point&) const = default;
    };

    /// Accelerators and their numbers; one without a name: none.
    using Configuration = std::vector<std::pair<std::string, int>>;

    std::int64_t considered = 0;
    std::int64_t feasible = 0;
    std::map<std::string, std::int64_t> excluded;
    std::map<std::string, std::int64_t> nearest; ///< cheapest machine that only this reason excludes
    /// What the cheapest parts cost that such a rule reads, of the machines that it is the first to exclude.
    std::map<std::string, std::int64_t> examples;
    std::vector<Point> front;
    /// The cheapest feasible machine of every configuration of equal accelerators.
    std::map<Configuration, std::int64_t> cheapest;
    /// Configurations with a machine on the front.
    std::map<Point, std::vector<Configuration>> onFront;
};

[[nodiscard]] Enumeration enumerate(const Catalog& catalog, const Requirement& requirement,
                                    const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright::test
