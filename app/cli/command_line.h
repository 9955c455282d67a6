// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace rigwright {

/// Exit statuses of the command line.
enum class ExitStatus {
    Success = 0,
    NoAnswer = 1,   ///< understood, but nothing fits or no build meets the requirement
    BadRequest = 2, ///< a bad option or input; one line on standard error says what was wrong and where
};

/// Runs one command. `arguments` begins with the program's name. Answers go to `out`, errors to `err`.
[[nodiscard]] int runCommandLine(const std::vector<std::string>& arguments, std::ostream& out,
                                 std::ostream& err);

} // namespace rigwright
