// SPDX-License-Identifier: GPL-3.0-or-later
// What the crash test kills: makes one change after the other in the user's catalog and tells each on standard output
// once it is committed. Arguments: the file, the first step, the step after the last.
#include "crash_steps.h"

#include <charconv>
#include <cstdio>
#include <string_view>
#include <unistd.h>

using namespace rigwright;

namespace {

std::uint32_t numberOf(std::string_view text)
{
    std::uint32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        return 2;
    }
    Expected<Overlay> overlay = Overlay::open(argv[1]);
    if (!overlay) {
        std::fprintf(stderr, "%s\n", overlay.error().message.c_str());
        return 1;
    }
    for (std::uint32_t step = numberOf(argv[2]); step < numberOf(argv[3]); ++step) {
        const Expected<void> applied = overlay->apply(CrashSteps::changes(step), "Step");
        if (!applied) {
            std::fprintf(stderr, "step %u: %s\n", step, applied.error().message.c_str());
            return 1;
        }
        if (::write(STDOUT_FILENO, ".", 1) != 1) {
            return 1;
        }
    }
    return 0;
}
