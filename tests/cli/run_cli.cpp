// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"

#include "cli/command_line.h"

#include <iterator>
#include <sstream>

namespace rigwright::test {

CliRun runCli(const std::string& commandLine)
{
    std::istringstream words(commandLine);
    std::vector<std::string> arguments{"rigwright-cli"};
    arguments.insert(arguments.end(), std::istream_iterator<std::string>(words), {});
    std::ostringstream out;
    std::ostringstream err;
    CliRun run;
    run.status = runCommandLine(arguments, out, err);
    run.out = out.str();
    run.err = err.str();
    return run;
}

} // namespace rigwright::test
