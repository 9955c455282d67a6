// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"
#include "units/units.h"

#include <string_view>
#include <vector>

namespace rigwright {

/// How the user says what there is to do.
enum class UseKind {
    Hours,  ///< so many hours in full use: as many requests as the own machine answers in them
    Users,  ///< people who ask so many times a day
    Profile ///< requests by the hour
};

/// The name in JSON: "hours", "users", "profile".
[[nodiscard]] const char* useKindName(UseKind kind);
[[nodiscard]] Expected<UseKind> parseUseKind(std::string_view name);

/// What there is to do, the same for the own machine, the cloud and a hosted API. Prompt and answer have the lengths of the
/// requirement's workload.
struct Use {
    UseKind kind = UseKind::Hours;
    double utilization = 0.4;    ///< Hours: share of all hours, 0 to 1
    double users = 10;           ///< Users: people, above 0
    double requestsPerUser = 20; ///< Users: a working day
    double hoursPerDay = 8;      ///< Users: above 0 to 24, over which their requests are spread evenly
    double daysPerWeek = 5;      ///< Users: above 0 to 7
    std::vector<Requests> profile =
        {}; ///< Profile: of each hour from midnight, of a day (24) or from Monday on a week (168)
    double cachedShare = 0; ///< of a prompt's tokens, those that a hosted API bills as cached; 0 to 1

    bool operator==(const Use&) const = default;
};

/// A part of the month in which requests come at one rate.
struct LoadSlot {
    Hours inMonth;
    Hours
        perDay; ///< on the days on which it occurs, in one piece; what is billed by begun units is rounded up by it
    RequestsPerSecond rate; ///< 0: nothing to do
    double nightShare = 0;  ///< of its hours, those between 22 and 6 o'clock
};

/// The month (730 hours) in slots that add up to it. `capacity`: of the own machine, what Hours turns into requests; unknown
/// counts as no requests at all. Hours fill the day before the night.
[[nodiscard]] std::vector<LoadSlot> loadSlots(const Use& use, RequestsPerSecond capacity);

[[nodiscard]] RequestsPerSecond peakOf(const std::vector<LoadSlot>& slots);
[[nodiscard]] Requests requestsPerMonth(const std::vector<LoadSlot>& slots);

/// The same use, scaled: so many times the requests (Hours: the hours, at most all).
[[nodiscard]] Use scaled(Use use, double factor);

/// The same use where work waits for its turn: what comes faster than it is done is left for later hours of the day, of a
/// profile for later hours of its day or week, as far as they have room.
[[nodiscard]] Use queued(Use use, RequestsPerSecond capacity);

/// What is out of range, or success. A profile may be all zero: then nothing is used.
[[nodiscard]] Expected<void> check(const Use& use);

/// A table of hour (0 to 23, or 0 to 167 from Monday, midnight) and requests: comma, semicolon or tab, an optional line of
/// headings, every hour once, in any order; hours that are left out have none. Cells may be quoted. Without an hour above 23 it
/// is a day, which every day of the week is like. At most 1 MiB. An error names the line.
[[nodiscard]] Expected<std::vector<Requests>> parseProfile(std::string_view text);

} // namespace rigwright
