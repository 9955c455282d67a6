// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/export.h"

#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace rigwright {

[[nodiscard]] inline std::string fileContents(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// What openpyxl reads in a workbook.
[[nodiscard]] inline nlohmann::json readWorkbook(const std::filesystem::path& workbook)
{
    const TemporaryFolder folder;
    const std::filesystem::path answer = folder.path() / "answer.json";
    const std::string command = std::string(RIGWRIGHT_PYTHON) +
        " '" RIGWRIGHT_BOM_TESTS "/read_workbook.py' '" + workbook.string() + "' > '" + answer.string() + "'";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
    return nlohmann::json::parse(fileContents(answer));
}

/// What openpyxl reads in the workbook of a document.
[[nodiscard]] inline nlohmann::json readBack(const Document& document)
{
    const TemporaryFolder folder;
    const std::filesystem::path workbook = folder.path() / "材料 list.xlsx";
    const auto written = writeWorkbook(document, workbook);
    BOOST_REQUIRE_MESSAGE(written.has_value(), (written ? "" : written.error().message));
    return readWorkbook(workbook);
}

} // namespace rigwright
