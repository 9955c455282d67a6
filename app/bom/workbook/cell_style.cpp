// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/cell_style.h"

#include <algorithm>

namespace rigwright {

namespace {

using Place = CellStyle::Place;

constexpr std::uint32_t kText = 0x1D2129;
constexpr std::uint32_t kMuted = 0x667085;
constexpr std::uint32_t kLink = 0x1F5FBF;
constexpr std::uint32_t kLine = 0xDCDFE4;
constexpr std::uint32_t kHeadGround = 0xE7EFFC;
constexpr std::uint32_t kGroupGround = 0xF2F4F7;
constexpr std::uint32_t kAttention = 0xA85B00;
constexpr std::uint32_t kGood = 0x1B7A3D;
constexpr std::uint32_t kBad = 0xB42318;
constexpr double kBodySize = 10;

/// "[$CN¥]#,##0.00": the sign as literal text, so that no program replaces it by that of its own locale.
std::string moneyFormat(Currency currency, const std::string& decimals)
{
    return "[$" + currency.sign() + "]#,##0" + (decimals.empty() ? "" : "." + decimals);
}

std::string zeros(int count)
{
    constexpr int kMost = 15;
    return std::string(static_cast<std::size_t>(std::clamp(count, 0, kMost)), '0');
}

std::string decimalFormat(int decimals)
{
    return decimals > 0 ? "#,##0." + zeros(decimals) : "#,##0";
}

std::uint32_t colourOf(CellTone tone, std::uint32_t plain)
{
    switch (tone) {
    case CellTone::Muted: return kMuted;
    case CellTone::Attention: return kAttention;
    case CellTone::Good: return kGood;
    case CellTone::Bad: return kBad;
    case CellTone::Plain:
    case CellTone::Strong: break;
    }
    return plain;
}

bool isBold(const CellStyle& style)
{
    switch (style.place) {
    case Place::SheetTitle:
    case Place::TableTitle:
    case Place::Head:
    case Place::Group:
    case Place::Subtotal:
    case Place::Total: return true;
    default: return style.tone == CellTone::Strong || style.tone == CellTone::Bad;
    }
}

double sizeOf(Place place)
{
    constexpr double kTitle = 16;
    constexpr double kTableTitle = 12;
    switch (place) {
    case Place::SheetTitle: return kTitle;
    case Place::TableTitle: return kTableTitle;
    default: return kBodySize;
    }
}

void rule(lxw_format* format, Place place)
{
    switch (place) {
    case Place::Head:
        format_set_bg_color(format, kHeadGround);
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, kMuted);
        break;
    case Place::Line:
        format_set_bottom(format, LXW_BORDER_HAIR);
        format_set_bottom_color(format, kLine);
        break;
    case Place::Group:
        format_set_bg_color(format, kGroupGround);
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, kLine);
        break;
    case Place::Subtotal:
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, kMuted);
        break;
    case Place::Total:
        format_set_top(format, LXW_BORDER_MEDIUM);
        format_set_top_color(format, kMuted);
        break;
    case Place::FillIn:
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, kMuted);
        break;
    case Place::Code: format_set_bg_color(format, kGroupGround); break;
    default: break;
    }
}

lxw_format_alignments uprightOf(Place place)
{
    switch (place) {
    case Place::Head: return LXW_ALIGN_VERTICAL_BOTTOM;
    case Place::FillIn: return LXW_ALIGN_VERTICAL_CENTER;
    default: return LXW_ALIGN_VERTICAL_TOP;
    }
}

void setFont(lxw_format* format, const CellStyle& style)
{
    const bool muted = style.place == Place::SheetSubtitle || style.place == Place::Aside;
    const std::uint32_t plain = style.link ? kLink : kText;
    format_set_font_color(format, colourOf(muted ? CellTone::Muted : style.tone, plain));
    format_set_font_size(format, sizeOf(style.place));
    if (isBold(style)) {
        format_set_bold(format);
    }
    if (style.link) {
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
    if (style.fixedWidth || style.place == Place::Code) {
        format_set_font_name(format, "Courier New");
        format_set_font_family(format, 3); // of fixed width, for a system without this font
    }
}

} // namespace

std::string numberFormat(const CellValue& value)
{
    struct Formats {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string&) const { return {}; }
        std::string operator()(std::int64_t) const { return decimalFormat(0); }
        std::string operator()(const Decimal& number) const { return decimalFormat(number.decimals); }
        std::string operator()(const Money& amount) const
        {
            return moneyFormat(amount.currency(), zeros(amount.currency().decimals()));
        }
        std::string operator()(const MoneyRate& rate) const { return moneyFormat(rate.currency(), "00####"); }
        std::string operator()(const Share&) const { return "0.0#%"; }
        std::string operator()(const Date&) const { return "yyyy-mm-dd"; }
    };
    return std::visit(Formats{}, value);
}

lxw_format* CellStyles::of(const CellStyle& style)
{
    lxw_format*& format = formats_[style];
    if (format != nullptr) {
        return format;
    }
    format = workbook_add_format(workbook_);
    setFont(format, style);
    rule(format, style.place);
    format_set_align(format, uprightOf(style.place));
    // Where the program would align by what the cell holds, a column stays as it is.
    format_set_align(format, style.right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
    if (style.right) {
        // Figures keep their distance from a text that begins at their column's end.
        format_set_indent(format, 1);
    }
    if (style.wraps) {
        format_set_text_wrap(format);
    }
    if (!style.numberFormat.empty()) {
        format_set_num_format(format, style.numberFormat.c_str());
    }
    return format;
}

} // namespace rigwright
