// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace rigwright {

/// Values of which none is both cheaper and faster than another. Of equally cheap and fast ones the first stays.
template <class Value>
class ParetoFront {
public:
    struct Point {
        std::int64_t price = 0;
        double speed = 0;
        Value value;
    };

    /// Cheapest, and therefore slowest, first.
    [[nodiscard]] const std::vector<Point>& points() const { return points_; }

    /// Whether a point of this price and speed would stay.
    [[nodiscard]] bool takes(std::int64_t price, double speed) const
    {
        const auto after = std::ranges::upper_bound(points_, price, {}, &Point::price);
        return after == points_.begin() || std::prev(after)->speed < speed;
    }

    void add(std::int64_t price, double speed, Value value)
    {
        if (!takes(price, speed)) {
            return;
        }
        const auto first = std::ranges::lower_bound(points_, price, {}, &Point::price);
        const auto last =
            std::find_if(first, points_.end(), [&](const Point& point) { return point.speed > speed; });
        points_.insert(points_.erase(first, last), Point{price, speed, std::move(value)});
    }

private:
    std::vector<Point> points_;
};

} // namespace rigwright
