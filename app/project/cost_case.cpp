// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/cost_case.h"

#include "project/json_text.h"
#include "project/user_file.h"

#include <algorithm>

namespace rigwright {

namespace {

namespace fs = std::filesystem;

constexpr UserFileKind kCaseFile{std::size_t{1} << 20U, "a case of costs", "a case of costs"};
constexpr UserFileKind kSetFile{std::size_t{1} << 20U, "a set of cases of costs", "your cases"};

Error inFile(const fs::path& file, const Error& error)
{
    return Error{file.string() + ": " + error.message};
}

Expected<void> writeCostCaseSet(const fs::path& file, const CostCaseSet& set)
{
    const std::string text = costCaseSetText(set);
    if (const auto readable = parseCostCaseSet(text); !readable) {
        return fail("a case can't be saved: " + readable.error().message);
    }
    return writeUserFile(file, text, kSetFile);
}

} // namespace

Expected<CostCase> readCostCase(const fs::path& file)
{
    return readFileText(file, kCaseFile.largest, kCaseFile.what)
        .and_then([](const std::string& text) { return parseCostCase(text); })
        .map_error([&](const Error& error) { return inFile(file, error); });
}

Expected<void> writeCostCase(const fs::path& file, const CostCase& costCase)
{
    const std::string text = costCaseText(costCase);
    if (const auto readable = parseCostCase(text); !readable) {
        return fail("the case can't be saved: " + readable.error().message);
    }
    return writeUserFile(file, text, kCaseFile);
}

Expected<CostCaseSet> readCostCaseSet(const fs::path& file)
{
    return readUserFile(file, kSetFile).and_then([&](const std::optional<std::string>& text) {
        return (text ? parseCostCaseSet(*text) : CostCaseSet()).map_error([&](const Error& error) {
            return inFile(file, error);
        });
    });
}

Expected<CostCaseSet> updateCostCaseSet(const fs::path& file,
                                        const std::function<Expected<void>(CostCaseSet& set)>& change)
{
    return updateUserFile<CostCaseSet>(file, {kSetFile, readCostCaseSet, writeCostCaseSet}, change);
}

fs::path costCaseSetFile()
{
    return userDataFile("cost-cases.json");
}

Expected<void> keepCase(CostCaseSet& set, CostCase costCase)
{
    const auto same = std::ranges::find(set.cases, costCase.name, &CostCase::name);
    if (same != set.cases.end()) {
        *same = std::move(costCase);
        return {};
    }
    if (set.cases.size() >= kMostCostCases) {
        return fail("at most " + std::to_string(kMostCostCases) + " cases are kept: remove one first");
    }
    set.cases.push_back(std::move(costCase));
    return {};
}

} // namespace rigwright
