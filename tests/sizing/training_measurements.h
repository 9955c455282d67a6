// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "sizing/plan.h"

#include <string>
#include <vector>

// Peaks of training runs that others measured (tests/data/training_memory.csv), beside what the program computes for them.
namespace rigwright::training {

struct Measurement {
    std::string id; ///< of the row
    std::string framework;
    Workload workload;
    std::string model;
    int devices = 1;
    int tensorParallel = 1;
    bool reserved = false; ///< what the allocator holds was measured; else what tensors take
    Bytes measured;        ///< on the fullest device
    std::string source;
};

struct Comparison {
    Measurement measurement;
    Bytes tensors;  ///< what tensors take
    Bytes computed; ///< the same quantity as was measured
    Bytes total;    ///< with the driver's context and everything else that a device must hold

    [[nodiscard]] double error() const { return computed / measurement.measured - 1; }
    [[nodiscard]] double totalError() const { return total / measurement.measured - 1; }
};

struct ErrorSummary {
    int count = 0;
    double median = 0; ///< of absolute relative errors
    double ninetieth = 0;
};

[[nodiscard]] std::vector<Measurement> readMeasurements(const std::string& path);
/// Models come from the catalog, and a few that only measurements know.
[[nodiscard]] std::vector<Comparison> compare(const std::vector<Measurement>& measurements,
                                              const Catalog& catalog);
[[nodiscard]] ErrorSummary summarize(std::vector<double> errors);
/// Errors of the rows that measured what the allocator holds, each with a share fitted without the rows of its own source.
[[nodiscard]] std::vector<double> errorsLeavingSourceOut(const std::vector<Comparison>& comparisons);
/// The share of allocated memory that brings the computed peaks of these rows to the measured ones, in the median: what
/// `kShardedAllocatorShare` is fitted with. Rows of other quantities are left out.
[[nodiscard]] double fittedAllocatorShare(const std::vector<Comparison>& comparisons);

} // namespace rigwright::training
