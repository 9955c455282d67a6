// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/order.h"

#include <algorithm>
#include <cstdint>

namespace rigwright {

/// How well a choice of completing parts does. Better is: failing later or not at all, then fewer warnings and unverified
/// points, then cheaper. A cheaper set that nobody can vouch for is no bargain, so that price comes last. Of what fails,
/// only the first failure says something.
struct Grade {
    int firstFailure = Step::kNoReason;
    int doubts = 0;
    std::int64_t price = 0;

    [[nodiscard]] bool sound() const { return firstFailure == Step::kNoReason; }
    [[nodiscard]] bool betterThan(const Grade& other) const
    {
        if (firstFailure != other.firstFailure) {
            return firstFailure > other.firstFailure;
        }
        return doubts != other.doubts ? doubts < other.doubts : price < other.price;
    }
    Grade& operator+=(const Grade& other)
    {
        firstFailure = std::min(firstFailure, other.firstFailure);
        doubts += other.doubts;
        price += other.price;
        return *this;
    }
    friend Grade operator+(Grade a, const Grade& b) { return a += b; }
};

/// A part of a list, and how well it does.
struct GradedPart {
    int index = -1; ///< below 0: none
    Grade grade;

    void offer(int other, const Grade& graded)
    {
        if (index < 0 || graded.betterThan(grade)) {
            index = other;
            grade = graded;
        }
    }
};

} // namespace rigwright
