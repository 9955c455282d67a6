// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/written_documents.h"

#include "bom/bom_fixture.h"

namespace rigwright {

namespace {

constexpr std::uint32_t kBlue = 0x3b6fb6;
constexpr std::uint32_t kOrange = 0xe0902f;

using ColumnKind = DocumentColumn::Kind;
using RowKind = DocumentRow::Kind;

DocumentCell cellOf(CellValue value)
{
    return {std::move(value)};
}

/// What a language says; the figures are those of the document.
struct Words {
    const char* language;
    const char* title;
    const char* subtitle;
    const char* bom;
    const char* item;
    const char* partNumber;
    const char* quantity;
    const char* price;
    const char* group;
    const char* card;
    const char* service;
    const char* unknown;
    const char* total;
    const char* paragraph;
    const char* sizing;
    const char* device;
    const char* weights;
    const char* cache;
    const char* capacity;
    const char* memory;
    const char* start;
    const char* footer;
};

constexpr Words kEnglish{"en",
                         "2 × RTX 3090 24 GB",
                         "PO-7, revision 2",
                         "Bill of materials",
                         "Item",
                         "Part number",
                         "Quantity",
                         "Line total",
                         "System 1",
                         "RTX 3090 24 GB",
                         "Assembly",
                         "no price known",
                         "Total",
                         "The model fits: 40.2 of 48 GiB.",
                         "Sizing",
                         "Device",
                         "Weights",
                         "KV cache",
                         "Capacity",
                         "Memory of each device",
                         "Start",
                         "Prices are estimates."};

constexpr Words kChinese{"zh-CN",
                         "2 × RTX 3090 24 GB 推理服务器",
                         "采购单 PO-7，修订 2",
                         "物料清单",
                         "项目",
                         "部件号",
                         "数量",
                         "金额",
                         "系统 1",
                         "RTX 3090 24 GB 显卡",
                         "组装服务",
                         "价格未知",
                         "合计",
                         "模型放得下：48 GiB 中占用 40.2 GiB。",
                         "容量依据",
                         "设备",
                         "权重",
                         "键值缓存",
                         "容量",
                         "每个设备的内存",
                         "启动",
                         "价格为估算值。"};

DocumentTable bomTable(const Words& words)
{
    DocumentTable table;
    table.id = "bom";
    table.columns = {{"item", words.item, ColumnKind::Text},
                     {"part_number", words.partNumber, ColumnKind::Code},
                     {"quantity", words.quantity, ColumnKind::Number},
                     {"line_total", words.price, ColumnKind::Number},
                     {"price_date", "", ColumnKind::Text}};
    const auto row = [](RowKind kind, std::vector<DocumentCell> cells) {
        return DocumentRow{kind, std::move(cells)};
    };
    DocumentCell total = cellOf(money("3149.00"));
    total.formula = Formula{"SUM({0})", {{"bom", 1, 3, 2, 3}}};
    table.rows = {
        row(RowKind::Group, {textCell(words.group), {}, {}, {}, {}}),
        row(RowKind::Line,
            {textCell(words.card, CellTone::Plain, "https://example.com/card?a=1&b=2"), textCell("900-1G136"),
             cellOf(std::int64_t{2}), cellOf(money("3149.00")), cellOf(Date{2026, 8, 1})}),
        row(RowKind::Line,
            {textCell(words.service),
             {},
             cellOf(std::int64_t{1}),
             {},
             textCell(words.unknown, CellTone::Bad)}),
        row(RowKind::Total, {textCell(words.total), {}, {}, total, {}})};
    return table;
}

DocumentTable memoryTable(const Words& words)
{
    DocumentTable table;
    table.id = "memory";
    table.title = words.memory;
    table.columns = {{"device", words.device, ColumnKind::Text},
                     {"weights", words.weights, ColumnKind::Number},
                     {"kv_cache", words.cache, ColumnKind::Number},
                     {"capacity", words.capacity, ColumnKind::Number}};
    for (const char* name : {"GPU 0", "GPU 1"}) {
        table.rows.push_back(
            {RowKind::Line,
             {textCell(name), cellOf(Decimal{16.1, 1}), cellOf(Decimal{4, 1}), cellOf(Decimal{24, 1})}});
    }
    return table;
}

DocumentChart memoryChart(const Words& words)
{
    DocumentChart chart;
    chart.kind = DocumentChart::Kind::StackedBars;
    chart.id = "memory-chart";
    chart.title = words.memory;
    chart.categoryTitle = words.device;
    chart.valueTitle = "GiB";
    chart.categories = {"memory", 0, 0, 1, 0};
    chart.series = {
        {.name = words.weights, .rgb = kBlue, .values = {"memory", 0, 1, 1, 1}, .low = {}, .high = {}},
        {.name = words.cache, .rgb = kOrange, .values = {"memory", 0, 2, 1, 2}, .low = {}, .high = {}}};
    chart.limits = CellRange{"memory", 0, 3, 1, 3};
    return chart;
}

Document documentOf(const Words& words)
{
    Document document;
    document.title = words.title;
    document.subtitle = words.subtitle;
    document.language = words.language;
    document.date = Date{2026, 11, 22};
    document.footer = words.footer;
    document.sections = {
        {.id = "bom", .title = words.bom, .landscape = false, .blocks = {bomTable(words)}},
        {.id = "sizing",
         .title = words.sizing,
         .landscape = false,
         .blocks = {DocumentText{words.paragraph, CellTone::Good}, memoryTable(words), memoryChart(words),
                    DocumentCode{words.start, "vllm serve \\\n  --tensor-parallel-size 2\n"}}}};
    return document;
}

} // namespace

DocumentCell textCell(std::string text, CellTone tone, std::string link)
{
    return {.value = std::move(text), .formula = {}, .tone = tone, .link = std::move(link)};
}

Document smallDocument()
{
    return documentOf(kEnglish);
}

Document chineseDocument()
{
    return documentOf(kChinese);
}

Document hostileDocument(std::size_t longText)
{
    using namespace std::string_literals;
    Document document;
    document.title = "<script>alert(1)</script>";
    document.subtitle = "\" onload=\"alert(1)";
    document.language = "en\"><b>";
    document.date = Date{2026, 11, 22};
    document.footer = "</footer>";
    DocumentTable table;
    table.id = "hostile";
    table.title = "a | b";
    table.columns = {{"a", "<th>", ColumnKind::Text}, {"a", "``` | *x*", ColumnKind::Code}};
    const auto line = [&](DocumentCell first, DocumentCell second) {
        table.rows.push_back({RowKind::Line, {std::move(first), std::move(second)}});
    };
    line(textCell("a script", CellTone::Plain, "javascript:alert(1)"), textCell("one | two ` three `` four"));
    line(textCell("a link", CellTone::Plain, "https://example.com/\" onclick=\"alert(1)\n<b>"),
         textCell("`"));
    line(textCell("nul\0byte"s), textCell("broken \xFF\xC3 bytes"));
    line(textCell("\u202Eevitceriddib\u202C and \u05E9\u05DC\u05D5\u05DD"), textCell("two\r\nlines"));
    line(textCell(std::string(longText, 'x')), textCell("=1+1"));
    document.sections = {
        {.id = "\"><script>",
         .title = "</style><script>",
         .landscape = false,
         .blocks = {DocumentText{"# no head\n- no list\n1. no list\n<img src=x onerror=alert(1)>"}, table,
                    DocumentCode{"```", "```\nrm -rf\n````\n</code></pre><script>"}}}};
    return document;
}

Document wideDocument(int lines)
{
    Document document;
    document.title = "12 × 8 × H100 SXM5 80 GB";
    document.subtitle = "PO-2026-118, revision 3";
    document.date = Date{2026, 11, 22};
    document.footer = "Prices without tax; estimates unless a quote is named.";
    DocumentTable table;
    table.id = "bom";
    table.title = "Parts";
    table.filter = true;
    table.columns = {{"position", "Position", ColumnKind::Text},
                     {"category", "Category", ColumnKind::Text},
                     {"manufacturer", "Manufacturer", ColumnKind::Text},
                     {"description", "Description", ColumnKind::Text},
                     {"part_number", "Part number", ColumnKind::Code},
                     {"specifications", "Specifications", ColumnKind::LongText},
                     {"supplier", "Supplier", ColumnKind::Text},
                     {"supplier_part_number", "Supplier's part number", ColumnKind::Code},
                     {"quantity", "Quantity", ColumnKind::Number},
                     {"unit_price", "Unit price", ColumnKind::Number},
                     {"line_total", "Line total", ColumnKind::Number},
                     {"price_kind", "Price kind", ColumnKind::Text},
                     {"price_source", "Price source", ColumnKind::LongText},
                     {"price_date", "Price date", ColumnKind::Text},
                     {"lead_time", "Lead time, days", ColumnKind::Number},
                     {"flags", "Remarks", ColumnKind::LongText}};
    Money sum = money("0");
    for (int i = 0; i < lines; ++i) {
        if (i % 10 == 0) {
            std::vector<DocumentCell> group(table.columns.size());
            group[0] = textCell("System " + std::to_string(i / 10 + 1));
            table.rows.push_back({RowKind::Group, group});
        }
        const Money price = Money(12'345'00 + i * 100, Currency::usd());
        sum += price * 12;
        table.rows.push_back(
            {RowKind::Line,
             {textCell(std::to_string(i / 10 + 1) + "." + std::to_string(i % 10 + 1)),
              textCell("accelerator"),
              textCell("NVIDIA"),
              textCell("H100 SXM5 80 GB, part " + std::to_string(i + 1)),
              i % 7 == 0 ? DocumentCell{} : textCell("935-24287-0001-" + std::to_string(i)),
              textCell("80 GiB HBM3, 3,352 GB/s, 700 W board power, 900 GB/s NVLink"),
              textCell("Example Systems GmbH"),
              {},
              cellOf(std::int64_t{12}),
              cellOf(price),
              cellOf(price * 12),
              textCell("street"),
              textCell("a shop that has a rather long name, region US"),
              cellOf(Date{2026, 8, 1}),
              cellOf(std::int64_t{45}),
              i % 7 == 0 ? textCell("Part number unknown: ask the supplier", CellTone::Attention)
                         : DocumentCell{}}});
    }
    std::vector<DocumentCell> total(table.columns.size());
    total[3] = textCell("Total");
    total[10] = cellOf(sum);
    table.rows.push_back({RowKind::Total, total});
    document.sections = {{.id = "bom", .title = "Bill of materials", .landscape = true, .blocks = {table}}};
    return document;
}

} // namespace rigwright
