// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/request_workbook.h"

#include "bom/quotes/request_form.h"
#include "bom/workbook/workbook.h"

#include <algorithm>
#include <string>
#include <vector>

namespace rigwright {

namespace {

constexpr lxw_row_t kFirstField = 2;
constexpr lxw_row_t kTitles = kFirstField + kAnswerFields.size();
constexpr lxw_row_t kKeys = kTitles + 1;
constexpr lxw_row_t kFirstLine = kKeys + 1;
/// The value of a field to fill in runs over so many narrow columns.
constexpr lxw_col_t kValueColumns = 4;

constexpr std::uint32_t kFillIn = 0xFFF6D6;
constexpr std::uint32_t kFillInLine = 0xD9C77A;
constexpr std::uint32_t kMachineText = 0x98A2B3;

/// Characters of a common font.
double widthOf(FormColumn column)
{
    switch (column) {
    case FormColumn::Specifications: return 40;
    case FormColumn::Description:
    case FormColumn::Substitute:
    case FormColumn::Remarks: return 32;
    case FormColumn::LineId:
    case FormColumn::PartNumber:
    case FormColumn::OfferedPartNumber:
    case FormColumn::SupplierPartNumber: return 22;
    case FormColumn::Manufacturer: return 18;
    case FormColumn::Quantity:
    case FormColumn::Currency: return 10;
    case FormColumn::UnitPrice:
    case FormColumn::LeadTime:
    case FormColumn::ValidUntil: return 13;
    }
    return 13;
}

/// Excel's own numbers for what a cell holds.
const char* numberFormat(FormColumn column)
{
    switch (column) {
    case FormColumn::UnitPrice: return "#,##0.00##";
    case FormColumn::LeadTime: return "0";
    case FormColumn::ValidUntil: return "yyyy-mm-dd";
    default: return "@";
    }
}

const char* numberFormat(FormField field)
{
    switch (field) {
    case FormField::QuoteDate:
    case FormField::ValidUntil: return "yyyy-mm-dd";
    case FormField::Shipping: return "#,##0.00##";
    default: return "@";
    }
}

class RequestSheet {
public:
    RequestSheet(const Workbook& workbook, const QuoteRequest& request, const Texts& texts)
        : workbook_(workbook)
        , sheet_(workbook, "RFQ")
        , request_(request)
        , texts_(texts)
        , key_(machineFormat())
        , quantity_(quantityFormat())
    { }

    void write()
    {
        sheet_.text({0, 1}, said(formHeading()), sheet_.formats().title);
        sheet_.text({1, 1}, said(formInstruction()), sheet_.formats().label);
        writeFields();
        writeColumns();
        for (std::size_t i = 0; i < request_.lines.size(); ++i) {
            writeLine(kFirstLine + static_cast<lxw_row_t>(i), request_.lines[i]);
        }
        setUp();
    }

private:
    [[nodiscard]] std::string said(const char* english) const { return texts_("Quote", english); }

    [[nodiscard]] lxw_format* machineFormat() const
    {
        lxw_format* format = workbook_add_format(workbook_.get());
        format_set_font_size(format, 6);
        format_set_font_color(format, kMachineText);
        return format;
    }

    /// Without signs between thousands, which could be read back as a decimal mark.
    [[nodiscard]] lxw_format* quantityFormat() const
    {
        lxw_format* format = workbook_add_format(workbook_.get());
        format_set_num_format(format, "0");
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        return format;
    }

    [[nodiscard]] lxw_format* fillIn(const char* number) const
    {
        lxw_format* format = workbook_add_format(workbook_.get());
        format_set_bg_color(format, kFillIn);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, kFillInLine);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(format);
        format_set_num_format(format, number);
        format_set_unlocked(format);
        return format;
    }

    void writeFields()
    {
        lxw_row_t row = kFirstField;
        for (const FormField field : kAskedFields) {
            sheet_.text({row, kAskedKeys}, formKey(field), key_);
            sheet_.text({row, kAskedKeys + 1}, said(formTitle(field)), sheet_.formats().label);
            writeAsked({row, static_cast<lxw_col_t>(kAskedKeys + kToValue)}, field);
            ++row;
        }
        row = kFirstField;
        for (const FormField field : kAnswerFields) {
            sheet_.text({row, kAnswerKeys}, formKey(field), key_);
            sheet_.text({row, kAnswerKeys + 1}, said(formTitle(field)), sheet_.formats().label);
            lxw_format* format = fillIn(numberFormat(field));
            const auto column = static_cast<lxw_col_t>(kAnswerKeys + kToValue);
            worksheet_merge_range(sheet_.get(), row, column, row, column + kValueColumns - 1, "", format);
            if (const std::string known = askedText(request_, field); !known.empty()) {
                sheet_.text({row, column}, known, format);
            }
            ++row;
        }
        const auto value = static_cast<lxw_col_t>(kAnswerKeys + kToValue);
        validateDate(kFirstField + 2, kFirstField + 3, value);
        validateCurrency(kFirstField + 4, kFirstField + 4, value);
        validateAmount(kFirstField + 5, kFirstField + 5, value);
    }

    void writeAsked(Cell cell, FormField field)
    {
        const CellFormats& formats = sheet_.formats();
        if (field == FormField::RequestDate) {
            sheet_.date(cell, request_.date, formats.plainDate);
        } else if (field == FormField::AnswerBy && request_.answerBy) {
            sheet_.date(cell, *request_.answerBy, formats.plainDate);
        } else {
            sheet_.text(cell, askedText(request_, field), formats.plainDate);
        }
    }

    void writeColumns()
    {
        for (std::size_t i = 0; i < kFormColumns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            sheet_.text({kTitles, column}, said(formTitle(kFormColumns.at(i))), sheet_.formats().head);
            sheet_.text({kKeys, column}, formKey(kFormColumns.at(i)), key_);
            worksheet_set_column(sheet_.get(), column, column, widthOf(kFormColumns.at(i)), nullptr);
            answerFormats_.push_back(i < kFirstAnswer ? nullptr : fillIn(numberFormat(kFormColumns.at(i))));
        }
    }

    void writeLine(lxw_row_t row, const QuoteRequestLine& line)
    {
        for (std::size_t i = 0; i < kFormColumns.size(); ++i) {
            const Cell cell{row, static_cast<lxw_col_t>(i)};
            if (i >= kFirstAnswer) {
                worksheet_write_blank(sheet_.get(), cell.row, cell.column, answerFormats_.at(i));
            } else if (kFormColumns.at(i) == FormColumn::Quantity) {
                sheet_.number(cell, line.quantity, quantity_);
            } else {
                sheet_.text(cell, askedText(line, kFormColumns.at(i)), sheet_.formats().wrapped);
            }
        }
    }

    /// What a program warns of while the form is filled in; it lets it pass on demand.
    void validate(lxw_row_t first, lxw_row_t last, lxw_col_t column, lxw_data_validation rule,
                  const char* message)
    {
        std::string text = said(message);
        rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
        rule.error_message = text.data();
        worksheet_data_validation_range(sheet_.get(), first, column, last, column, &rule);
    }

    void validateAmount(lxw_row_t first, lxw_row_t last, lxw_col_t column)
    {
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
        rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        validate(first, last, column, rule, RIGWRIGHT_TEXT("Quote", "Expected an amount without tax."));
    }

    void validateDate(lxw_row_t first, lxw_row_t last, lxw_col_t column)
    {
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_DATE;
        rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        rule.value_datetime = {2000, 1, 1, 0, 0, 0};
        validate(first, last, column, rule, RIGWRIGHT_TEXT("Quote", "Expected a day, such as 2026-12-31."));
    }

    void validateLeadTime(lxw_row_t first, lxw_row_t last, lxw_col_t column)
    {
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_INTEGER;
        rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        rule.maximum_number = kLongestLeadTime;
        validate(first, last, column, rule, RIGWRIGHT_TEXT("Quote", "Expected a number of days."));
    }

    void validateCurrency(lxw_row_t first, lxw_row_t last, lxw_col_t column)
    {
        std::vector<std::string> codes;
        for (const Currency& currency : Currency::all()) {
            codes.push_back(currency.code());
        }
        std::vector<char*> list;
        for (std::string& code : codes) {
            list.push_back(code.data());
        }
        list.push_back(nullptr);
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list.data();
        validate(first, last, column, rule, RIGWRIGHT_TEXT("Quote", "Expected a currency of the list."));
    }

    void validateLines(lxw_row_t last)
    {
        for (std::size_t i = kFirstAnswer; i < kFormColumns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            switch (kFormColumns.at(i)) {
            case FormColumn::UnitPrice: validateAmount(kFirstLine, last, column); break;
            case FormColumn::Currency: validateCurrency(kFirstLine, last, column); break;
            case FormColumn::LeadTime: validateLeadTime(kFirstLine, last, column); break;
            case FormColumn::ValidUntil: validateDate(kFirstLine, last, column); break;
            default: break;
            }
        }
    }

    void setUp()
    {
        const lxw_row_t last = kKeys + std::max<lxw_row_t>(1, static_cast<lxw_row_t>(request_.lines.size()));
        validateLines(last);
        lxw_protection allowed{};
        allowed.format_columns = LXW_TRUE;
        allowed.format_rows = LXW_TRUE;
        worksheet_protect(sheet_.get(), nullptr, &allowed);
        worksheet_set_row(sheet_.get(), kTitles, 45, nullptr);
        worksheet_set_row(sheet_.get(), kKeys, 9, nullptr);
        worksheet_freeze_panes(sheet_.get(), kFirstLine, 1);
        sheet_.setUpPage(last, static_cast<lxw_col_t>(kFormColumns.size() - 1), kTitles);
    }

    const Workbook& workbook_;
    Sheet sheet_;
    const QuoteRequest& request_;
    const Texts& texts_;
    lxw_format* key_;
    lxw_format* quantity_;
    std::vector<lxw_format*> answerFormats_;
};

} // namespace

std::string askedText(const QuoteRequestLine& line, FormColumn column)
{
    switch (column) {
    case FormColumn::LineId: return line.id;
    case FormColumn::Manufacturer: return line.manufacturer;
    case FormColumn::Description: return line.description;
    case FormColumn::PartNumber: return line.partNumber;
    case FormColumn::Specifications: return line.specifications;
    case FormColumn::Quantity: return std::to_string(line.quantity);
    default: return {};
    }
}

std::string askedText(const QuoteRequest& request, FormField field)
{
    switch (field) {
    case FormField::DocumentNumber: return request.documentNumber;
    case FormField::RequestDate: return request.date.iso();
    case FormField::AnswerBy: return request.answerBy ? request.answerBy->iso() : "";
    case FormField::ShipTo: return request.shipTo;
    case FormField::Supplier: return request.supplier;
    case FormField::WantedCurrency:
    case FormField::Currency: return request.currency.code();
    default: return {};
    }
}

Expected<void> writeRequestWorkbook(const QuoteRequest& request, const std::filesystem::path& path,
                                    const Texts& texts)
{
    Workbook workbook(path);
    RequestSheet(workbook, request, texts).write();
    return workbook.close();
}

} // namespace rigwright
