// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/traffic_report.h"

#include "cli/report.h"
#include "units/format.h"

#include <algorithm>
#include <ostream>

namespace rigwright {

namespace {

Json toJson(const Percentiles& times)
{
    return {{"p50", times.median.value()}, {"p95", times.p95.value()}};
}

Json toJson(const std::optional<QueueEstimate>& queue)
{
    if (!queue) {
        return {};
    }
    return {{"utilization", queue->utilisation},
            {"mean_running", queue->running},
            {"mean_waiting", queue->waiting},
            {"ttft_s", toJson(queue->timeToFirstToken)},
            {"latency_s", toJson(queue->latency)}};
}

Json toJson(const LoadEstimate& load)
{
    Json json = {{"requests_per_s", load.rate.value()},
                 {"verdict", loadVerdictName(load.verdict)},
                 {"largest_requests_per_s", toJson(load.largestRate)},
                 {"limit", loadLimitName(load.limit)},
                 {"mean_concurrency", load.concurrency}};
    json["queue"] = toJson(load.queue);
    json["careful_queue"] = toJson(load.carefulQueue);
    return json;
}

Json toJson(const LoadCurve& curve)
{
    Json points = Json::array();
    for (const LoadPoint& point : curve.points) {
        Json json = toJson(point.speed);
        json["users"] = point.users;
        points.push_back(std::move(json));
    }
    return {{"points", std::move(points)},
            {"slots", curve.slots},
            {"limit", loadLimitName(curve.limit)},
            {"users_at_limit", curve.usersAtLimit}};
}

std::string rateText(RequestsPerSecond rate)
{
    return formatRate(rate.value()) + " requests/s";
}

std::string limitText(LoadLimit limit)
{
    return limit == LoadLimit::None ? std::string() : std::string(" (then ") + loadLimitName(limit) + ')';
}

void printCurve(std::ostream& out, const LoadCurve& curve)
{
    TextTable table({"users", "each, tokens/s", "all, tokens/s", "first token", "per output token"}, {0});
    for (const LoadPoint& point : curve.points) {
        table.add({std::to_string(point.users), rateRange(point.speed.decode), rateRange(point.speed.total),
                   timeRange(point.speed.timeToFirstToken), timeRange(point.speed.timePerOutputToken)});
    }
    table.print(out);
    out << "At most " << formatCount(curve.slots) << " requests are worked on at once";
    if (curve.limit != LoadLimit::None) {
        out << "; throughput grows up to " << curve.usersAtLimit << " users, then "
            << loadLimitName(curve.limit) << " limits it";
    }
    out << '\n';
}

void printLoad(std::ostream& out, const LoadEstimate& load)
{
    out << rateText(load.rate) << ": " << loadVerdictName(load.verdict) << "; at most "
        << formatRate(load.largestRate.low.value()) << "–" << rateText(load.largestRate.high)
        << limitText(load.limit) << '\n';
    if (!load.queue) {
        return;
    }
    TextTable table({"", "median", "95 of 100 within"});
    const auto add = [&table](const char* what, const Percentiles& times) {
        table.add({what, timeRange({times.median, times.median, times.median}),
                   timeRange({times.p95, times.p95, times.p95})});
    };
    add("first token", load.queue->timeToFirstToken);
    add("whole request", load.queue->latency);
    table.print(out);
    out << formatFixed(100 * load.queue->utilisation, 0) << " % busy, " << formatFixed(load.queue->running, 1)
        << " requests at once, " << formatFixed(load.queue->waiting, 1) << " waiting\n";
}

} // namespace

Json toJson(const TrafficStudy& answer)
{
    if (!answer.curve) {
        return {};
    }
    Json json = {{"over_users", toJson(*answer.curve)}};
    if (answer.users) {
        json["users_within_targets"] = {{"middle", answer.users->middle},
                                        {"careful", answer.users->careful},
                                        {"middle_limit", loadLimitName(answer.users->middleLimit)},
                                        {"careful_limit", loadLimitName(answer.users->carefulLimit)}};
    }
    if (answer.rate) {
        json["requests_per_s_within_targets"] = {{"middle", answer.rate->middle.value()},
                                                 {"careful", answer.rate->careful.value()},
                                                 {"middle_limit", loadLimitName(answer.rate->middleLimit)},
                                                 {"careful_limit", loadLimitName(answer.rate->carefulLimit)}};
    }
    if (answer.load) {
        json["load"] = toJson(*answer.load);
    }
    return json;
}

void printTraffic(std::ostream& out, const TrafficStudy& answer)
{
    if (!answer.curve) {
        return;
    }
    out << '\n';
    printCurve(out, *answer.curve);
    if (answer.users) {
        out << "Users within the targets: " << answer.users->middle << limitText(answer.users->middleLimit)
            << "; " << answer.users->careful << " by the slow end of the range\n";
    }
    if (answer.rate) {
        out << "Requests within the targets: " << rateText(answer.rate->middle)
            << limitText(answer.rate->middleLimit) << "; " << formatRate(answer.rate->careful.value())
            << " by the slow end of the range\n";
    }
    if (answer.load) {
        printLoad(out, *answer.load);
    }
}

} // namespace rigwright
