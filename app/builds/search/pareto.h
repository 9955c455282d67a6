// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace rigwright {

/// What machines are ranked by beside price and speed, in the order of Requirement::objectives: larger is better.
using Standing = std::array<double, 4>;

[[nodiscard]] inline bool asGoodAs(const Standing& standing, const Standing& other)
{
    return std::ranges::equal(standing, other, std::ranges::greater_equal());
}

/// Values of which none is both cheaper and faster than another, and as good in all else. Of equals the first stays.
template <class Value>
class ParetoFront {
public:
    struct Point {
        std::int64_t price = 0;
        double speed = 0;
        Standing standing = {};
        Value value;
    };

    /// `plain`: all standings are the same.
    explicit ParetoFront(bool plain = true)
        : plain_(plain)
    { }

    /// Cheapest first; where nothing else counts, slowest first too.
    [[nodiscard]] const std::vector<Point>& points() const { return points_; }

    /// Whether a point of this price and speed would stay.
    [[nodiscard]] bool takes(std::int64_t price, double speed, const Standing& standing = {}) const
    {
        const auto after = std::ranges::upper_bound(points_, price, {}, &Point::price);
        if (plain_) {
            return after == points_.begin() || std::prev(after)->speed < speed;
        }
        return std::none_of(points_.begin(), after, [&](const Point& point) {
            return point.speed >= speed && asGoodAs(point.standing, standing);
        });
    }

    void add(std::int64_t price, double speed, const Standing& standing, Value value)
    {
        if (!takes(price, speed, standing)) {
            return;
        }
        const auto first = std::ranges::lower_bound(points_, price, {}, &Point::price);
        const auto last = std::remove_if(first, points_.end(), [&](const Point& point) {
            return speed >= point.speed && asGoodAs(standing, point.standing);
        });
        const auto place = first - points_.begin();
        points_.erase(last, points_.end());
        points_.insert(points_.begin() + place, Point{price, speed, standing, std::move(value)});
    }

    void add(std::int64_t price, double speed, Value value)
    {
        add(price, speed, Standing{}, std::move(value));
    }

private:
    bool plain_;
    std::vector<Point> points_;
};

} // namespace rigwright
