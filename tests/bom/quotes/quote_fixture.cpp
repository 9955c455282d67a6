// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_fixture.h"

#include "bom/quotes/request_form.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace rigwright::test {

namespace fs = std::filesystem;

Catalog quoteCatalog()
{
    Bench bench;
    Catalog catalog;
    catalog.date = Date{2026, 11, 1};
    bench.card.info.partNumber = "PN-A";
    Accelerator big = bench.card;
    big.info = part("big-card", "1000");
    big.info.name = "Big Card";
    big.info.manufacturer = "Acme";
    big.info.partNumber = "BC-24";
    big.memory = 24_GiB;
    Accelerator tooLong = bench.card;
    tooLong.info = part("long-card", "700");
    tooLong.info.partNumber = "LC-16";
    tooLong.length = 500_mm;
    catalog.accelerators = {bench.card, big, tooLong};
    catalog.cpus = {bench.cpu, bench.otherCpu};
    Board twin = bench.board;
    twin.info = part("twin-1", "210");
    twin.info.name = "Twin";
    Board otherTwin = twin;
    otherTwin.info.id = PartId("twin-2");
    catalog.boards = {bench.board, twin, otherTwin};
    catalog.memory = {bench.kit, bench.otherKit};
    catalog.drives = {bench.drive};
    catalog.powerSupplies = {bench.supply};
    catalog.cases = {bench.enclosure};
    catalog.coolers = {bench.cooler};
    catalog.models = {denseModel()};
    std::vector<ExchangeRate> rates;
    for (const auto& [code, perUsd] : {std::pair("EUR", 0.8), {"CNY", 7.0}, {"JPY", 160.0}}) {
        rates.push_back({Currency::parse(code).value(), perUsd, Date{2026, 11, 1}, "a bank"});
    }
    catalog.rates = ExchangeRates(rates);
    return catalog;
}

QuoteRequest smallRequest()
{
    QuoteRequest request;
    request.supplier = "Shop Ltd";
    request.documentNumber = "RFQ-7";
    request.date = Date{2026, 11, 20};
    request.answerBy = Date{2026, 12, 1};
    request.shipTo = "Berlin";
    request.currency = Currency::parse("EUR").value();
    request.lines = {{"card", "Acme", "Card 16 GB", "PN-A", "16 GiB, 285 W", 4},
                     {"board", "", "Board", "", "AM5", 2},
                     {"kit", "", "Kit", "=KIT", "2 × 16 GiB", 2}};
    return request;
}

std::string answerText(const std::map<std::string, std::string>& fields, const std::vector<AnswerRow>& rows)
{
    std::string text;
    for (const auto& [key, value] : fields) {
        text += key + ";a label;" + value + "\n";
    }
    for (const FormColumn column : kFormColumns) {
        text += std::string(column == kFormColumns.front() ? "" : ";") + formKey(column);
    }
    text += "\n";
    for (const AnswerRow& row : rows) {
        for (const FormColumn column : kFormColumns) {
            const auto cell = row.find(formKey(column));
            text += (column == kFormColumns.front() ? "" : ";") +
                (cell == row.end() ? "" : "\"" + cell->second + "\"");
        }
        text += "\n";
    }
    return text;
}

QuoteImport answerOf(AnswerRow row, std::map<std::string, std::string> fields)
{
    row.insert({{"line_id", "card"}, {"quantity", "4"}});
    fields.insert({{"request_number", "RFQ-7"},
                   {"quote_currency", "EUR"},
                   {"quote_date", "2026-11-20"},
                   {"quote_valid_until", "2026-12-31"}});
    const auto read = readQuote(answerText(fields, {row}), smallRequest(), quoteCatalog());
    BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().message));
    return *read;
}

std::vector<std::string> noteIds(const QuoteImport& import)
{
    std::vector<std::string> ids;
    for (const QuoteImportNote& note : import.notes) {
        ids.push_back(note.finding.id);
    }
    return ids;
}

void writeBytes(const fs::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string bytesOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

namespace {

const std::string kFill = std::string(RIGWRIGHT_PYTHON) + " '" RIGWRIGHT_QUOTE_TESTS "/fill_form.py' ";

} // namespace

fs::path filledForm(const fs::path& folder, const QuoteRequest& request, const nlohmann::json& answers,
                    const Texts& texts)
{
    const fs::path form = folder / "form.xlsx";
    const fs::path filled = folder / "filled.xlsx";
    const auto written = writeQuoteRequest(request, form, texts);
    BOOST_REQUIRE_MESSAGE(written.has_value(), (written ? "" : written.error().message));
    writeBytes(folder / "answers.json", answers.dump());
    const std::string command = kFill + "'" + form.string() + "' '" + filled.string() + "' '" +
        (folder / "answers.json").string() + "'";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
    return filled;
}

nlohmann::json lookAt(const fs::path& form)
{
    const fs::path answer = form.string() + ".json";
    const std::string command = kFill + "'" + form.string() + "' > '" + answer.string() + "'";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
    return nlohmann::json::parse(bytesOf(answer));
}

} // namespace rigwright::test
