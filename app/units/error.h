// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace rigwright {

/// A failure that the caller can plan for. The message is one line that says what is wrong, where, and what was
/// expected; it is shown to the user as it stands.
struct Error {
    std::string message;

    bool operator==(const Error&) const = default;
};

template <class T>
using Expected = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(std::string message)
{
    return tl::unexpected<Error>(Error{std::move(message)});
}

} // namespace rigwright
