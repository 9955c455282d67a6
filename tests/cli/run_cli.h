// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace rigwright::test {

struct CliRun {
    int status = 0;
    std::string out;
    std::string err;

    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out); }
};

/// Runs a command line as a shell would split it on spaces.
[[nodiscard]] CliRun runCli(const std::string& commandLine);

} // namespace rigwright::test
