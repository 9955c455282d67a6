// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/foreign_readers.h"
#include "catalog/import/own_csv.h"
#include "catalog/import/pc_parts.h"
#include "catalog/import/reader.h"

namespace rigwright {

const std::vector<ImportReader>& importReaders()
{
    static const std::vector<ImportReader> readers{ownCsvReader(),        pcPartDatasetReader(),
                                                   skypilotReader(),      buildcoresReader(),
                                                   exchangeRatesReader(), modelsDevReader()};
    return readers;
}

} // namespace rigwright
