// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace rigwright {

/// A table that grows to whatever row and column is asked for.
template <class Value>
class Grid {
public:
    [[nodiscard]] Value& at(int row, int column)
    {
        const auto r = static_cast<std::size_t>(row);
        const auto c = static_cast<std::size_t>(column);
        if (rows_.size() <= r) {
            rows_.resize(r + 1);
        }
        if (rows_[r].size() <= c) {
            rows_[r].resize(c + 1);
        }
        return rows_[r][c];
    }

private:
    std::vector<std::vector<Value>> rows_;
};

} // namespace rigwright
