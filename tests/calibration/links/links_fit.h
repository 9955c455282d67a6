// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "speed/interconnect.h"

#include <filesystem>
#include <string>
#include <vector>

// Fits the constants of app/speed/interconnect to published all-reduce times: the least mean of |log(estimated / measured)|,
// where each device, number of devices and way of launching weighs the same.
namespace rigwright::calibration {

/// One published all-reduce.
struct Exchange {
    std::string device;
    AcceleratorGroup group;
    Route route = Route::Cpu;
    Launch launch = Launch::Graph;
    int devices = 2;
    Bytes message;
    Seconds measured;
    double weight = 1;
};

/// Reads the table; an error names the line and what is wrong with it.
[[nodiscard]] Expected<std::vector<Exchange>> readExchanges(const Catalog& catalog,
                                                            const std::filesystem::path& path);

/// Rounded to three digits, as they are compiled in.
[[nodiscard]] LinkConstants fitLinks(std::vector<Exchange> exchanges);

/// The text of app/speed/link_constants.inc.
[[nodiscard]] std::string linksText(const LinkConstants& constants);
/// Errors with each device left out of its own fit, as Markdown.
[[nodiscard]] std::string linksReport(const std::vector<Exchange>& exchanges);

} // namespace rigwright::calibration
