// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/use.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void check(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

bool isPrintable(const std::string& text)
{
    return !text.empty() &&
        std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
}

} // namespace

/// A table of requests by the hour: an error of one line that can be shown, or a day or a week of numbers.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace rigwright;
    const auto profile = parseProfile({reinterpret_cast<const char*>(data), size});
    if (!profile) {
        check(isPrintable(profile.error().message));
        return 0;
    }
    check(profile->size() == 24 || profile->size() == 168);
    check(std::ranges::all_of(*profile, [](const Requests& requests) {
        return std::isfinite(requests.value()) && requests.value() >= 0 && !std::signbit(requests.value());
    }));
    return 0;
}
