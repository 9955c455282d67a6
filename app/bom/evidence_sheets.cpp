// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/columns.h"
#include "bom/sheets.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr std::size_t kWidestColumn = 90;

struct Component {
    const char* name;
    Bytes MemoryComponents::*amount;
    std::uint32_t rgb; ///< the colour of the component in every chart of the program
};

constexpr std::array kComponents{
    Component{"Weights", &MemoryComponents::weights, 0x3B6FB6},
    Component{"KV cache", &MemoryComponents::kvCache, 0xE0902F},
    Component{"Recurrent state", &MemoryComponents::recurrentState, 0xB8BEC9},
    Component{"Compute buffers", &MemoryComponents::computeBuffer, 0x4F9D69},
    Component{"Output buffer", &MemoryComponents::outputBuffer, 0xB8BEC9},
    Component{"Engine", &MemoryComponents::engineOverhead, 0x9A6FB0},
};

constexpr lxw_col_t kFirstComponent = 2;
constexpr lxw_col_t kUsed = kFirstComponent + static_cast<lxw_col_t>(kComponents.size());

void writeHeads(Sheet& sheet, lxw_row_t row, const std::vector<const char*>& heads)
{
    for (std::size_t i = 0; i < heads.size(); ++i) {
        sheet.head({row, static_cast<lxw_col_t>(i)}, heads[i], sheet.formats().head);
    }
}

/// Writes what a machine needs and how fast it is from the top down.
class SizingSheet {
public:
    SizingSheet(const Workbook& workbook, const EvaluatedBuild& build)
        : workbook_(workbook)
        , build_(build)
        , sheet_(workbook, "Sizing")
        , formats_(sheet_.formats())
    { }

    void write()
    {
        sheet_.heading({row_++, 0}, "Memory, in GiB (2^30 bytes)", formats_.title);
        writeMemoryHead();
        for (const DeviceMemory& device : build_.plan.memory.devices) {
            writeDevice(device, device.name, true);
        }
        const MemoryBreakdown& memory = build_.plan.memory;
        writeDevice(memory.host, "RAM" + (memory.host.name.empty() ? "" : " of " + memory.host.name),
                    memory.hostCapacityKnown);
        writeSums();
        row_ += 2;
        writeSpeed();
        sheet_.fitColumns(kWidestColumn);
        sheet_.setUpPage(row_, kUsed + 1, 1);
    }

private:
    void writeMemoryHead()
    {
        sheet_.text({row_, 0}, "Device", formats_.head);
        sheet_.text({row_, 1}, "Capacity", formats_.wrappedHead);
        lxw_col_t column = kFirstComponent;
        for (const Component& component : kComponents) {
            sheet_.text({row_, column++}, component.name, workbook_.colouredHead(component.rgb));
        }
        sheet_.text({row_, kUsed}, "Used", formats_.wrappedHead);
        sheet_.text({row_, kUsed + 1}, "Fits", formats_.head);
        ++row_;
        firstDevice_ = row_;
    }

    void writeDevice(const DeviceMemory& device, const std::string& name, bool capacityKnown)
    {
        sheet_.text({row_, 0}, name, formats_.text);
        if (capacityKnown) {
            sheet_.number({row_, 1}, device.capacity.inGib(), formats_.decimal);
        } else {
            sheet_.text({row_, 1}, "unknown", formats_.text);
        }
        lxw_col_t column = kFirstComponent;
        for (const Component& component : kComponents) {
            sheet_.number({row_, column++}, (device.used.*component.amount).inGib(), formats_.decimal);
        }
        writeSum({row_, kUsed}, {row_, kFirstComponent}, {row_, kUsed - 1}, device.used.total(),
                 formats_.decimal);
        sheet_.text({row_, kUsed + 1}, capacityKnown ? (device.fits() ? "yes" : "no") : "unverified",
                    formats_.text);
        ++row_;
    }

    void writeSum(Cell cell, Cell first, Cell last, Bytes sum, lxw_format* format)
    {
        sheet_.formula(cell, "=SUM(" + first.name() + ":" + last.name() + ")", sum.inGib(), format);
    }

    void writeSums()
    {
        const MemoryComponents sums = build_.plan.memory.sum();
        sheet_.text({row_, 0}, "Total", formats_.totalLabel);
        sheet_.text({row_, 1}, "", formats_.totalLabel);
        lxw_col_t column = kFirstComponent;
        for (const Component& component : kComponents) {
            writeSum({row_, column}, {firstDevice_, column}, {row_ - 1, column}, sums.*component.amount,
                     formats_.totalDecimal);
            ++column;
        }
        writeSum({row_, kUsed}, {firstDevice_, kUsed}, {row_ - 1, kUsed}, sums.total(),
                 formats_.totalDecimal);
        sheet_.text({row_, kUsed + 1}, build_.plan.fits ? "yes" : "no", formats_.totalLabel);
    }

    template <class Quantity>
    void writeRange(const char* name, const Range<Quantity>& range)
    {
        sheet_.text({row_, 0}, name, formats_.text);
        const std::array values{range.low, range.mid, range.high};
        for (std::size_t i = 0; i < values.size(); ++i) {
            sheet_.number({row_, static_cast<lxw_col_t>(i + 1)}, values[i].value(), formats_.decimal);
        }
        ++row_;
    }

    void writeSpeed()
    {
        sheet_.heading({row_++, 0}, "Speed, estimated", formats_.title);
        if (!build_.speed) {
            sheet_.heading({row_, 0}, "Unknown: the model does not fit, or the catalog lacks a figure.",
                           nullptr);
            return;
        }
        writeHeads(sheet_, row_++, {"Figure", "Low", "Middle", "High"});
        writeRange("Prefill (tokens/s)", build_.speed->prefill);
        writeRange("Decode, one user (tokens/s)", build_.speed->decode);
        writeRange("Decode, all users (tokens/s)", build_.speed->total);
        writeRange("Time to first token (s)", build_.speed->timeToFirstToken);
        writeRange("Time per output token (s)", build_.speed->timePerOutputToken);
        std::string bound = boundName(build_.speed->bound);
        std::ranges::replace(bound, '-', ' ');
        sheet_.heading({row_, 0}, "What limits decode", formats_.label);
        sheet_.heading({row_, 1}, bound, nullptr);
    }

    const Workbook& workbook_;
    const EvaluatedBuild& build_;
    Sheet sheet_;
    const CellFormats& formats_;
    lxw_row_t row_ = 0;
    lxw_row_t firstDevice_ = 0;
};

} // namespace

void addSizingSheet(const Workbook& workbook, const EvaluatedBuild& build)
{
    SizingSheet(workbook, build).write();
}

void addFindingsSheet(const Workbook& workbook, const Bom& bom)
{
    Sheet sheet(workbook, "Findings");
    writeHeads(sheet, 0, {"Severity", "Message", "Rule"});
    lxw_row_t row = 1;
    for (const Finding& finding : bom.findings) {
        const bool isNote = finding.severity == Severity::Note;
        sheet.text({row, 0}, severityName(finding.severity),
                   isNote ? sheet.formats().text : sheet.formats().attention);
        sheet.text({row, 1}, finding.message(), sheet.formats().wrapped);
        sheet.text({row, 2}, finding.id, sheet.formats().text);
        ++row;
    }
    if (bom.findings.empty()) {
        sheet.text({row, 1}, "No rule has anything to say about this machine.", sheet.formats().text);
    }
    worksheet_freeze_panes(sheet.get(), 1, 0);
    sheet.fitColumns(kWidestColumn);
    sheet.setUpPage(row, 2, 0);
}

void addPriceSourcesSheet(const Workbook& workbook, const Bom& bom)
{
    Sheet sheet(workbook, "Price sources");
    const CellFormats& formats = sheet.formats();
    const std::vector<const char*> heads{"No.",    "Part", "Kind",       "Region", "Listed price",
                                         "Source", "Date", "Age (days)", "State",  "Valid until"};
    writeHeads(sheet, 0, heads);
    lxw_row_t row = 1;
    for (const BomLine& line : bom.lines) {
        sheet.number({row, 0}, line.number, formats.integer);
        sheet.text({row, 1},
                   line.manufacturer.empty() ? line.description : line.manufacturer + " " + line.description,
                   formats.wrapped);
        sheet.text({row, 2}, priceKindText(line), formats.text);
        sheet.text({row, 3}, line.priceRegion, formats.text);
        sheet.text({row, 4},
                   line.listedPrice ? line.listedPrice->currency().code() + " " + line.listedPrice->decimal()
                                    : "",
                   formats.text);
        sheet.text({row, 5}, line.priceSource, formats.wrapped);
        if (line.priceDate) {
            sheet.date({row, 6}, *line.priceDate, formats.date);
            sheet.number({row, 7}, *bom.priceAge(line), formats.integer);
        }
        sheet.text({row, 8}, priceStateText(bom, line), formats.text);
        if (line.priceValidUntil) {
            sheet.date({row, 9}, *line.priceValidUntil, formats.date);
        }
        ++row;
    }
    worksheet_freeze_panes(sheet.get(), 1, 0);
    sheet.fitColumns(kWidestColumn);
    sheet.setUpPage(row, static_cast<lxw_col_t>(heads.size() - 1), 0);
}

} // namespace rigwright
