// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

bool canBeShown(const std::string& text)
{
    return !text.empty() &&
        std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
}

} // namespace

/// A project as a stranger may have sent it: it reads back as it was, its revisions can be added up, or one line says why not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace rigwright;
    const auto project = parseProject(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!project) {
        require(canBeShown(project.error().message));
        return 0;
    }
    const std::string text = projectText(*project);
    const auto again = parseProject(text);
    require(again && projectText(*again) == text && sameProject(*project, *again));
    for (const Revision& revision : project->revisions) {
        (void)revision.bom.totals();
        (void)revision.bom.systems();
    }
    return 0;
}
