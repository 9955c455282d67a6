// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace rigwright {

/// Told how much of a long job is done; false stops the job. Called on the thread of the job, often. Empty: nobody listens.
using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;

} // namespace rigwright
