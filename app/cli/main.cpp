// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include <iostream>

int main(int argc, char** argv)
{
    return rigwright::runCommandLine({argv, argv + argc}, std::cout, std::cerr);
}
