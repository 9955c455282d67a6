// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/measurements/record.h"

namespace rigwright {

/// True for the fields of a serving, latency or throughput benchmark of vLLM (SGLang writes the first alike).
[[nodiscard]] bool isServingResult(const Record& record);
[[nodiscard]] Expected<BenchmarkRun> servingRun(Record record);

} // namespace rigwright
