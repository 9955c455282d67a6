// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/cost_case.h"

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

/// What was read is written, and read again as it was; or the error is a line that can be shown.
template <class Content>
void use(const rigwright::Expected<Content>& read, std::string (*write)(const Content&),
         rigwright::Expected<Content> (*parse)(std::string_view))
{
    if (!read) {
        require(canBeShown(read.error().message));
        return;
    }
    const auto again = parse(write(*read));
    require(again && *again == *read);
}

} // namespace

/// A case of costs, or a set of them, as anybody may have written it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace rigwright;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    use(parseCostCase(text), costCaseText, parseCostCase);
    use(parseCostCaseSet(text), costCaseSetText, parseCostCaseSet);
    return 0;
}
