// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace rigwright::test {

/// Bytes that operator new gave out and delete has not taken back, of the whole process: memory_use.cpp replaces both.
class MemoryUse {
public:
    MemoryUse();
    /// The most that was in use at once since then.
    [[nodiscard]] std::int64_t peak() const;

private:
    std::int64_t start_;
};

/// Wall time since it was made.
class Stopwatch {
public:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// What the tests allow over the product's second: a build for debugging and sanitizers are slow, and tests run side by side.
#if defined(__SANITIZE_ADDRESS__)
constexpr double kSlowBuild = 15;
#elif !defined(__OPTIMIZE__)
constexpr double kSlowBuild = 5;
#else
constexpr double kSlowBuild = 1;
#endif

} // namespace rigwright::test
