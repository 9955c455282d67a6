// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report.h"

#include "units/format.h"

#include <algorithm>
#include <ostream>

namespace rigwright {

namespace {

/// Characters that a terminal shows, for the UTF-8 of units and dashes.
std::size_t displayWidth(const std::string& text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

const char* sign(Severity severity)
{
    switch (severity) {
    case Severity::Blocker: return "✗";
    case Severity::Warning: return "!";
    case Severity::Note: return "·";
    }
    return "·";
}

/// Components that something uses, in their order.
std::vector<const MemoryComponent*> usedComponents(const MemoryBreakdown& memory)
{
    const MemoryComponents sum = memory.sum();
    std::vector<const MemoryComponent*> used;
    for (const MemoryComponent& component : kMemoryComponents) {
        if (sum.*component.bytes > Bytes()) {
            used.push_back(&component);
        }
    }
    return used;
}

std::vector<std::string> memoryRow(const DeviceMemory& device, bool capacityKnown,
                                   const std::vector<const MemoryComponent*>& components)
{
    std::vector<std::string> row{device.name};
    for (const MemoryComponent* component : components) {
        row.push_back(formatMemory(device.used.*component->bytes));
    }
    row.push_back(formatMemory(device.used.total()));
    row.push_back(capacityKnown ? formatMemory(device.capacity) : "unknown");
    return row;
}

/// How many devices from this one on are the same and hold the same.
std::size_t sameDevices(const std::vector<DeviceMemory>& devices, std::size_t first)
{
    std::size_t next = first + 1;
    while (next < devices.size() && devices[next].name == devices[first].name &&
           devices[next].used == devices[first].used) {
        ++next;
    }
    return next - first;
}

std::string demandText(const HostDemand& demand)
{
    std::string text;
    const auto add = [&](const char* what, Bytes bytes) {
        if (bytes > Bytes()) {
            text += (text.empty() ? "" : ", ") + std::string(what) + ' ' + formatMemory(bytes);
        }
    };
    add("mapped files", demand.mapped);
    add("repacked copies", demand.repacked);
    add("pinned buffers", demand.pinned);
    add("data workers", demand.workers);
    add("peak", demand.peak);
    add("rule of thumb", demand.folkRule);
    return text;
}

} // namespace

TextTable::TextTable(std::vector<std::string> header, std::vector<std::size_t> rightAligned)
    : rows_{std::move(header)}
    , rightAligned_(std::move(rightAligned))
{ }

void TextTable::add(std::vector<std::string> row)
{
    rows_.push_back(std::move(row));
}

void TextTable::print(std::ostream& out) const
{
    std::vector<std::size_t> widths(rows_.front().size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], displayWidth(row[i]));
        }
    }
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - displayWidth(row[i]), ' ');
            const bool right = std::ranges::find(rightAligned_, i) != rightAligned_.end();
            line += (i == 0 ? "" : "  ") + (right ? padding + row[i] : row[i] + padding);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

std::string ratesBetween(double low, double high)
{
    const std::string from = formatRate(low);
    const std::string to = formatRate(high);
    return from == to ? from : from + "–" + to;
}

std::string rateRange(const Range<TokensPerSecond>& range)
{
    return ratesBetween(range.low.value(), range.high.value()) + " tokens/s";
}

std::string timeRange(const Range<Seconds>& range)
{
    constexpr double kMilliseconds = 1e3;
    if (range.high.value() < 1) {
        return ratesBetween(range.low.value() * kMilliseconds, range.high.value() * kMilliseconds) + " ms";
    }
    return ratesBetween(range.low.value(), range.high.value()) + " s";
}

void printMemory(std::ostream& out, const MemoryBreakdown& memory)
{
    const std::vector<const MemoryComponent*> components = usedComponents(memory);
    std::vector<std::string> header{""};
    std::vector<std::size_t> right;
    for (const MemoryComponent* component : components) {
        header.emplace_back(component->label);
    }
    header.insert(header.end(), {"used", "of"});
    for (std::size_t i = 1; i < header.size(); ++i) {
        right.push_back(i);
    }
    TextTable table(header, right);
    for (std::size_t i = 0; i < memory.devices.size();) {
        DeviceMemory device = memory.devices[i];
        const std::size_t alike = sameDevices(memory.devices, i);
        if (alike > 1) {
            device.name = std::to_string(alike) + " × " + device.name + ", each";
        }
        table.add(memoryRow(device, true, components));
        i += alike;
    }
    DeviceMemory host = memory.host;
    host.name = host.name.empty() ? "Host RAM" : "Host RAM (" + host.name + ")";
    table.add(memoryRow(host, memory.hostCapacityKnown, components));
    table.print(out);
}

void printHostDemand(std::ostream& out, const HostDemand& demand)
{
    if (const std::string text = demandText(demand); !text.empty()) {
        out << "Loading and running ask of the RAM: " << text << '\n';
    }
}

void printSpeed(std::ostream& out, const SpeedEstimate& speed)
{
    TextTable table({"Speed", "low–high"});
    table.add({"one user", rateRange(speed.decode)});
    if (speed.total.mid > speed.decode.mid) {
        table.add({"all users", rateRange(speed.total)});
    }
    table.add({"prompt", rateRange(speed.prefill)});
    table.add({"first token", timeRange(speed.timeToFirstToken)});
    table.add({"per output token", timeRange(speed.timePerOutputToken)});
    table.add({"limited by", boundName(speed.bound)});
    table.print(out);
}

void printFindings(std::ostream& out, const std::vector<Finding>& findings)
{
    for (const Finding& finding : findings) {
        out << sign(finding.severity) << ' ' << severityName(finding.severity) << ": " << finding.message()
            << '\n';
    }
}

std::string priceText(PriceKind kind, const Date& date, const PriceStanding& standing)
{
    return std::string(priceKindName(kind)) + ", " + date.iso() + ", " + formatCount(standing.ageDays) +
        (standing.ageDays == 1 ? " day" : " days") + (standing.old ? " old!" : " old") +
        (standing.expired ? ", expired!" : "");
}

void printBuild(std::ostream& out, const EvaluatedBuild& build)
{
    TextTable table({"", "part", "", "each", "price from"}, {3});
    for (const PricedLine& line : build.lines) {
        const bool bought = line.offer && !line.owned;
        table.add({categoryName(line.line.category), line.name, std::to_string(line.line.quantity) + " ×",
                   line.owned       ? "at hand"
                       : line.offer ? formatMoney(line.unitPrice)
                                    : "no price",
                   bought ? priceText(line.offer->kind, line.offer->date, line.standing) : ""});
    }
    table.print(out);
    out << "Total " << formatMoney(build.price) << " before tax, " << formatFixed(build.wallPower.value(), 0)
        << " W at the wall under load\n";
}

} // namespace rigwright
