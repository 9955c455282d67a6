// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/build/read_table.h"

namespace rigwright {

/// Writes the tables into a new database made by the schema. A row that breaks a rule of the schema is a problem; what is
/// wrong with the schema or the disk throws SqliteError.
void writeDatabase(const std::filesystem::path& path, const std::string& schema,
                   const std::vector<Table>& tables, Problems& problems);

} // namespace rigwright
