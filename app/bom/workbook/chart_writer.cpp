// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/chart_writer.h"

#include "bom/workbook/chart_room.h"
#include "bom/workbook/sheet_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rigwright {

namespace {

using Kind = DocumentChart::Kind;

constexpr std::uint32_t kText = 0x1D2129;
constexpr std::uint32_t kMuted = 0x667085;
constexpr std::uint32_t kGrid = 0xE4E7EC;

/// Zero means "not set" to the library.
lxw_color_t colour(std::uint32_t rgb)
{
    return rgb == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : rgb;
}

/// So much of the way to white.
std::uint32_t tint(std::uint32_t rgb, double part)
{
    const auto channel = [&](unsigned shift) {
        constexpr std::uint32_t kFull = 0xFF;
        const std::uint32_t value = (rgb >> shift) & kFull;
        return (value + static_cast<std::uint32_t>((kFull - value) * part)) << shift;
    };
    return channel(16) | channel(8) | channel(0);
}

/// Bars of one series with both ends float: from the low end to the high one, in two shades that meet at the value.
bool floats(const DocumentChart& chart)
{
    return chart.kind == Kind::Bars && chart.series.size() == 1 && chart.series.front().low &&
        chart.series.front().high;
}

std::uint8_t typeOf(Kind kind)
{
    switch (kind) {
    case Kind::StackedBars: return LXW_CHART_BAR_STACKED;
    case Kind::Bars: return LXW_CHART_BAR;
    case Kind::Lines: return LXW_CHART_SCATTER_STRAIGHT;
    }
    return LXW_CHART_BAR;
}

/// Builds one chart.
class ChartBuilder {
public:
    ChartBuilder(const Document& document, const BookPlan& plan, lxw_workbook* workbook,
                 const DocumentChart& chart, std::uint8_t type)
        : document_(document)
        , plan_(plan)
        , description_(chart)
        , chart_(workbook_add_chart(workbook, type))
    { }

    [[nodiscard]] lxw_chart* get() const { return chart_; }

    [[nodiscard]] bool hasSeries() const { return count_ > 0; }

    void build()
    {
        setTitle();
        setAxes();
        for (const ChartSeries& series : description_.series) {
            addSeries(series);
        }
        setLegend();
    }

    /// With floating bars, whose steps stand in the cells below this one and in the column beside them.
    void buildRange(const std::string& sheet, const RoomPlace& steps)
    {
        setTitle();
        setAxes();
        const ChartSeries& series = description_.series.front();
        if (!isThere(description_.categories)) {
            return;
        }
        // It stays in the legend, without a colour: programs count the entries of stacked bars from different ends.
        lxw_chart_fill none{};
        none.none = 1;
        chart_series_set_fill(add(*series.low, titleOf(*series.low)), &none);
        const std::array names{titleOf(*series.low) + " – " + titleOf(series.values),
                               titleOf(series.values) + " – " + titleOf(*series.high)};
        constexpr double kLight = 0.55;
        const std::array shades{series.rgb, tint(series.rgb, kLight)};
        const auto bars =
            static_cast<lxw_row_t>(description_.categories.lastRow - description_.categories.firstRow);
        for (std::size_t i = 0; i < names.size(); ++i) {
            lxw_chart_series* step = chart_add_series(chart_, nullptr, nullptr);
            setCells(step, description_.categories, chart_series_set_categories);
            const auto column = static_cast<lxw_col_t>(steps.column + i);
            chart_series_set_values(step, sheet.c_str(), steps.row + 1, column, steps.row + 1 + bars, column);
            chart_series_set_name(step, chartText(names[i]).c_str());
            lxw_chart_fill fill{};
            fill.color = colour(shades[i]);
            chart_series_set_fill(step, &fill);
            ++count_;
        }
        setLegend();
    }

    /// What is left up to the limits, at the end of each bar.
    void addRoom(const std::string& sheet, lxw_row_t first, lxw_row_t last, lxw_col_t column)
    {
        lxw_chart_series* series = chart_add_series(chart_, nullptr, nullptr);
        setCells(series, description_.categories, chart_series_set_categories);
        chart_series_set_values(series, sheet.c_str(), first, column, last, column);
        chart_series_set_name(series, chartText(titleOf(*description_.limits)).c_str());
        lxw_chart_fill fill{};
        fill.none = 1;
        chart_series_set_fill(series, &fill);
        lxw_chart_line line{};
        line.color = colour(kMuted);
        line.width = 0.75;
        line.dash_type = LXW_CHART_LINE_DASH_DASH;
        chart_series_set_line(series, &line);
    }

private:
    using SetCells = void (*)(lxw_chart_series*, const char*, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t);

    [[nodiscard]] bool isThere(const CellRange& range) const
    {
        const DocumentTable* table = document_.findTable(range.table);
        return table != nullptr && range.firstRow <= range.lastRow && range.lastRow < table->rows.size() &&
            range.firstColumn == range.lastColumn && range.lastColumn < table->columns.size();
    }

    void setCells(lxw_chart_series* series, const CellRange& range, SetCells set) const
    {
        if (!isThere(range)) {
            return;
        }
        const TablePlace& place = plan_.tables.at(range.table);
        const lxw_col_t column = place.columns.at(range.firstColumn);
        set(series, plan_.sheets.at(place.sheet).name.c_str(),
            place.firstRow + static_cast<lxw_row_t>(range.firstRow), column,
            place.firstRow + static_cast<lxw_row_t>(range.lastRow), column);
    }

    [[nodiscard]] std::string titleOf(const CellRange& range) const
    {
        return isThere(range) ? document_.findTable(range.table)->columns.at(range.firstColumn).title
                              : std::string();
    }

    void setLegend()
    {
        chart_legend_set_position(chart_, LXW_CHART_LEGEND_BOTTOM);
        if (!unnamed_.empty()) {
            unnamed_.push_back(-1);
            chart_legend_delete_series(chart_, unnamed_.data());
        }
    }

    void setTitle()
    {
        if (description_.title.empty()) {
            chart_title_off(chart_);
            return;
        }
        chart_title_set_name(chart_, chartText(description_.title).c_str());
        constexpr double kSize = 12;
        lxw_chart_font font{};
        font.size = kSize;
        font.bold = 1;
        font.color = colour(kText);
        chart_title_set_name_font(chart_, &font);
    }

    static void setAxis(lxw_chart_axis* axis, const std::string& title)
    {
        constexpr double kSize = 9;
        lxw_chart_font font{};
        font.size = kSize;
        font.color = colour(kMuted);
        chart_axis_set_num_font(axis, &font);
        if (!title.empty()) {
            chart_axis_set_name(axis, chartText(title).c_str());
            chart_axis_set_name_font(axis, &font);
        }
        lxw_chart_line line{};
        line.color = colour(kGrid);
        line.width = 0.75;
        chart_axis_major_gridlines_set_line(axis, &line);
    }

    void setAxes()
    {
        // Of horizontal bars the library takes the upright axis, which has the categories, for y.
        const bool upright = description_.kind == Kind::Lines;
        lxw_chart_axis* categories = upright ? chart_->x_axis : chart_->y_axis;
        lxw_chart_axis* values = upright ? chart_->y_axis : chart_->x_axis;
        setAxis(categories, description_.categoryTitle);
        setAxis(values, description_.valueTitle);
        chart_axis_major_gridlines_set_visible(categories, LXW_FALSE);
        chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
        chart_axis_set_num_format(values, valueFormat().c_str());
        if (upright) {
            chart_axis_set_num_format(categories, "General");
            if (const auto ends = endsOf(description_.categories)) {
                chart_axis_set_min(categories, ends->first);
                chart_axis_set_max(categories, ends->second);
            }
            return;
        }
        // The first row of the table is the uppermost bar, with the scale below the last.
        chart_axis_set_reverse(categories);
        chart_axis_set_crossing_max(categories);
        constexpr std::uint16_t kGap = 60;
        chart_set_series_gap(chart_, kGap);
    }

    [[nodiscard]] std::optional<std::pair<double, double>> endsOf(const CellRange& range) const
    {
        std::optional<std::pair<double, double>> ends;
        if (!isThere(range)) {
            return ends;
        }
        for (const DocumentCell* cell : document_.cellsOf(range)) {
            const std::optional<double> number = cellNumber(cell->value);
            if (number && std::isfinite(*number)) {
                ends = ends ? std::pair(std::min(ends->first, *number), std::max(ends->second, *number))
                            : std::pair(*number, *number);
            }
        }
        return ends && ends->first < ends->second ? ends : std::nullopt;
    }

    /// As many decimals as the largest value needs to be told from the next mark of the scale.
    [[nodiscard]] std::string valueFormat() const
    {
        constexpr double kWhole = 20;
        double most = 0;
        for (const ChartSeries& series : description_.series) {
            for (const CellRange& range : {series.values, series.high.value_or(series.values)}) {
                if (const auto ends = endsOf(range)) {
                    most = std::max({most, std::abs(ends->first), std::abs(ends->second)});
                }
            }
        }
        return most >= kWhole || most == 0 ? "#,##0" : most >= 1 ? "#,##0.0" : "0.00#";
    }

    lxw_chart_series* add(const CellRange& values, const std::string& name)
    {
        lxw_chart_series* series = chart_add_series(chart_, nullptr, nullptr);
        setCells(series, description_.categories, chart_series_set_categories);
        setCells(series, values, chart_series_set_values);
        chart_series_set_name(series, chartText(name).c_str());
        ++count_;
        return series;
    }

    void addBar(const CellRange& values, const std::string& name, std::uint32_t rgb)
    {
        lxw_chart_series* series = add(values, name);
        lxw_chart_fill fill{};
        fill.color = colour(rgb);
        chart_series_set_fill(series, &fill);
    }

    void addLine(const CellRange& values, const std::string& name, std::uint32_t rgb, float width,
                 bool dashed)
    {
        lxw_chart_series* series = add(values, name);
        lxw_chart_line line{};
        line.color = colour(rgb);
        line.width = width;
        line.dash_type = dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
        chart_series_set_line(series, &line);
        chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
    }

    void addSeries(const ChartSeries& series)
    {
        if (!isThere(series.values) || !isThere(description_.categories)) {
            return;
        }
        const bool hasLow = series.low && isThere(*series.low);
        const bool hasHigh = series.high && isThere(*series.high);
        if (description_.kind == Kind::Lines) {
            constexpr float kLine = 2.25;
            constexpr float kBound = 0.75;
            addLine(series.values, series.name, series.rgb, kLine, series.dashed);
            for (const auto& [has, range] :
                 {std::pair(hasLow, series.low), std::pair(hasHigh, series.high)}) {
                if (has) {
                    unnamed_.push_back(count_);
                    addLine(*range, series.name + ": " + titleOf(*range), series.rgb, kBound, true);
                }
            }
            return;
        }
        addRange(series, hasLow, hasHigh);
    }

    /// Of several series, or with one end alone: the ends are bars of their own.
    void addRange(const ChartSeries& series, bool hasLow, bool hasHigh)
    {
        constexpr double kLight = 0.65;
        constexpr double kMiddle = 0.3;
        const auto name = [&](const CellRange& range) { return series.name + ": " + titleOf(range); };
        if (hasLow) {
            addBar(*series.low, name(*series.low), tint(series.rgb, kMiddle));
        }
        addBar(series.values, hasLow || hasHigh ? name(series.values) : series.name, series.rgb);
        if (hasHigh) {
            addBar(*series.high, name(*series.high), tint(series.rgb, kLight));
        }
    }

    const Document& document_;
    const BookPlan& plan_;
    const DocumentChart& description_;
    lxw_chart* chart_;
    std::int16_t count_ = 0;
    std::vector<std::int16_t> unnamed_;
};

} // namespace

void writeChart(const Document& document, const BookPlan& plan, lxw_workbook* workbook, lxw_worksheet* sheet,
                CellWriter& writer, const DocumentChart& chart, std::size_t sheetIndex,
                const BlockPlace& place)
{
    constexpr double kLibraryWidth = 480;
    constexpr double kLibraryHeight = 288;
    constexpr double kPixelsOfCharacter = 7;
    constexpr double kWidest = 860;
    const SheetPlan& here = plan.sheets.at(sheetIndex);
    const RoomPlace aside{place.row, static_cast<lxw_col_t>(here.grid.size() + 1)};
    const bool isRange = floats(chart) && writeRange(document, plan, writer, chart, sheetIndex, aside);
    ChartBuilder builder(document, plan, workbook, chart,
                         isRange ? static_cast<std::uint8_t>(LXW_CHART_BAR_STACKED) : typeOf(chart.kind));
    if (isRange) {
        builder.buildRange(here.name, aside);
    } else {
        builder.build();
    }
    if (!builder.hasSeries()) {
        return;
    }
    if (chart.kind == Kind::StackedBars && chart.limits &&
        writeRoom(document, plan, writer, chart, sheetIndex, aside)) {
        const auto bars = static_cast<lxw_row_t>(chart.categories.lastRow - chart.categories.firstRow);
        builder.addRoom(here.name, place.row + 1, place.row + 1 + bars, aside.column);
    }
    std::string description = chartText(chart.title);
    lxw_chart_options options{};
    options.x_scale =
        std::min(kWidest, here.grid.width(0, here.grid.printed()) * kPixelsOfCharacter) / kLibraryWidth;
    options.y_scale = chartHeight(chart) / kLibraryHeight;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    options.description = description.data();
    worksheet_insert_chart_opt(sheet, place.row, 0, builder.get(), &options);
}

} // namespace rigwright
