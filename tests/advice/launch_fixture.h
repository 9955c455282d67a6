// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"
#include "facts/catalog.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

// Machines of the shipped catalog for launch and acceptance sheets.
namespace rigwright::test {

/// The shipped catalog.
[[nodiscard]] const Catalog& launchCatalog();

[[nodiscard]] Requirement launchRequirement(const std::string& model, WeightFormat weights,
                                            Engine engine = Engine::LlamaCpp,
                                            WorkloadKind kind = WorkloadKind::Chat);

/// "rtx-3090*2": so many of an accelerator; other parts by their category.
[[nodiscard]] Build machineWith(const std::string& accelerator, int count);

[[nodiscard]] EvaluatedBuild evaluated(const Build& build, const Requirement& requirement,
                                       const Catalog& catalog = launchCatalog());

/// Whether `bash -n` takes it.
[[nodiscard]] bool isShell(const std::string& text);

} // namespace rigwright::test
