// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/cell_text.h"
#include "bom/export.h"
#include "bom/whole_file.h"
#include "bom/workbook/chart_writer.h"
#include "bom/workbook/page_setup.h"
#include "bom/workbook/sheet_text.h"
#include "bom/workbook/table_writer.h"
#include "bom/workbook/workbook.h"

#include <algorithm>

namespace rigwright {

namespace {

using Place = CellStyle::Place;

constexpr double kLineHeight = 13.5;
constexpr double kPadding = 3;

/// The properties carry the date of the document, not of the moment: equal documents are equal files.
void setProperties(lxw_workbook* workbook, const Document& document)
{
    std::string title = cleanText(document.title);
    std::string subject = cleanText(document.subtitle);
    constexpr std::int64_t kSecondsPerDay = 86'400;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.created = document.date.daysSince(Date{1970, 1, 1}) * kSecondsPerDay;
    workbook_set_properties(workbook, &properties);
}

/// Writes one section from the top down.
class SectionWriter {
public:
    SectionWriter(const Document& document, const BookPlan& plan, std::size_t index, lxw_workbook* workbook,
                  CellStyles& styles)
        : document_(document)
        , plan_(plan)
        , index_(index)
        , section_(document.sections[index])
        , here_(plan.sheets[index])
        , workbook_(workbook)
        , sheet_(workbook_add_worksheet(workbook, here_.name.c_str()))
        , writer_(sheet_, styles)
    { }

    void write()
    {
        for (lxw_col_t column = 0; column < here_.grid.size(); ++column) {
            worksheet_set_column(sheet_, column, column, here_.grid.widths()[column], nullptr);
        }
        writeTitle();
        for (std::size_t i = 0; i < section_.blocks.size(); ++i) {
            const BlockPlace& place = here_.blocks[i];
            std::visit([&](const auto& block) { writeBlock(block, place); }, section_.blocks[i]);
        }
        setUpPage(document_, plan_, index_, heights_, sheet_);
    }

private:
    void writeTitle()
    {
        const bool first = index_ == 0;
        const std::string below = first
            ? document_.subtitle
            : document_.title + (document_.subtitle.empty() ? "" : " · " + document_.subtitle);
        constexpr double kTitleHeight = 24;
        writer_.text({0, 0, 1}, first ? document_.title : section_.title, {.place = Place::SheetTitle});
        worksheet_set_row(sheet_, 0, kTitleHeight, nullptr);
        heights_.set(0, kTitleHeight);
        writer_.text({1, 0, 1}, below, {.place = Place::SheetSubtitle});
    }

    void writeBlock(const DocumentTable& table, const BlockPlace& /*place*/)
    {
        TableWriter(document_, plan_, sheet_, writer_, heights_, table).write();
    }

    void writeBlock(const DocumentChart& chart, const BlockPlace& place)
    {
        writeChart(document_, plan_, workbook_, sheet_, writer_, chart, index_, place);
    }

    void writeBlock(const DocumentText& text, const BlockPlace& place)
    {
        const std::size_t lines = paragraphLines(here_.grid, text.text);
        const bool wraps = lines > 1;
        const DocumentCell cell{text.text, {}, text.tone, {}};
        const CellStyle style{.place = Place::Paragraph, .wraps = wraps};
        if (!wraps) {
            writer_.cell({place.row, 0, 1}, cell, style);
            return;
        }
        const lxw_col_t end = here_.grid.paragraphEnd();
        const double height = static_cast<double>(lines) * kLineHeight / place.rows + kPadding;
        for (lxw_row_t i = 0; i < place.rows; ++i) {
            worksheet_set_row(sheet_, place.row + i, height, nullptr);
            heights_.set(place.row + i, height);
        }
        writer_.block({place.row, 0, end}, place.rows, cell, style);
    }

    /// One row for each line, in one column: what is copied is what is to be run.
    void writeBlock(const DocumentCode& code, const BlockPlace& place)
    {
        lxw_row_t row = place.row;
        if (!code.title.empty()) {
            writer_.text({row++, 0, 1}, code.title, {.place = Place::TableTitle});
        }
        std::string_view rest = code.text;
        for (; row < place.row + place.rows; ++row) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            for (lxw_col_t column = 0; column < here_.grid.printed(); ++column) {
                writer_.cell({row, column, static_cast<lxw_col_t>(column + 1)},
                             column == 0 ? DocumentCell{std::string(rest.substr(0, end))} : DocumentCell{},
                             {.place = Place::Code});
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    const Document& document_;
    const BookPlan& plan_;
    std::size_t index_;
    const DocumentSection& section_;
    const SheetPlan& here_;
    lxw_workbook* workbook_;
    lxw_worksheet* sheet_;
    CellWriter writer_;
    RowHeights heights_;
};

} // namespace

Expected<void> writeWorkbook(const Document& document, const std::filesystem::path& path)
{
    return writeWholeFile(path, [&](const std::filesystem::path& temporary) -> Expected<void> {
        const Expected<BookPlan> plan = planBook(document);
        if (!plan) {
            return tl::unexpected(plan.error());
        }
        Workbook workbook(temporary);
        setProperties(workbook.get(), document);
        CellStyles styles(workbook.get());
        for (std::size_t i = 0; i < document.sections.size(); ++i) {
            SectionWriter(document, *plan, i, workbook.get(), styles).write();
        }
        return workbook.close();
    });
}

} // namespace rigwright
