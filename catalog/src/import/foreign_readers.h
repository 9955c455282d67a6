// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/reader.h"

namespace rigwright {

/// vms.csv of skypilot-catalog: what machines with GPUs cost an hour.
[[nodiscard]] ImportReader skypilotReader();
/// buildcores-open-db: a JSON file a part, zeros meaning unknown.
[[nodiscard]] ImportReader buildcoresReader();
/// Exchange rates as JSON of a currency API or as CSV `currency,per_usd,date,source`.
[[nodiscard]] ImportReader exchangeRatesReader();
/// models.dev: a TOML file for each model of a provider, with its price a million tokens.
[[nodiscard]] ImportReader modelsDevReader();

} // namespace rigwright
