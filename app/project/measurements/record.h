// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/measurements/benchmark_run.h"
#include "units/error.h"

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace rigwright {

/// The fields of one run as text, whatever form they came in, with what reads them: the first error is kept.
class Record {
public:
    Record(std::string where, std::map<std::string, std::string> fields)
        : where_(std::move(where))
        , fields_(std::move(fields))
    { }
    /// Of the values of an object that are numbers, texts and booleans; null is as good as missing, and lists stay out.
    [[nodiscard]] static Record of(std::string where, const nlohmann::json& object);

    [[nodiscard]] const std::string& where() const { return where_; }
    [[nodiscard]] bool has(const std::string& field) const;
    [[nodiscard]] std::string text(const std::string& field) const;
    /// A number from `least` to `most`; empty: missing, or wrong, which `error` then tells.
    [[nodiscard]] std::optional<double> number(const std::string& field, double least, double most);
    [[nodiscard]] std::optional<std::int64_t> whole(const std::string& field, std::int64_t least,
                                                    std::int64_t most);
    /// "1", "0", "true", "false", "on", "off"; "auto" and "-1" are on.
    [[nodiscard]] std::optional<bool> flag(const std::string& field);
    /// The day that a time of either of these forms begins with: "2025-03-01T12:00:00Z", "20250301-120000".
    [[nodiscard]] std::optional<Date> date(const std::string& field) const;

    void refuse(const std::string& field, const std::string& expected);
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

private:
    std::string where_;
    std::map<std::string, std::string> fields_;
    std::optional<Error> error_;
};

inline constexpr std::int64_t kMostTokens = 100'000'000;
/// Above what any device does by orders of magnitude: what is beyond is no speed.
inline constexpr double kMostTokensPerSecond = 1e9;

} // namespace rigwright
