// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document_facts.h"
#include "bom/export.h"
#include "bom/formats/pdf_application.h"
#include "bom/formats/translated_texts.h"
#include "cli/budget_arguments.h"
#include "cli/commands.h"
#include "cli/document_order.h"
#include "cli/json.h"
#include "cli/measurement_arguments.h"
#include "cli/option_reader.h"
#include "cli/order_arguments.h"
#include "cli/report.h"
#include "project/today.h"
#include "resources/resources.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct BomArguments {
    WorkloadArguments workload;
    BudgetArguments budget;
    MeasurementArguments measurements;
    OrderArguments order;
    std::string buildFile;
    std::string projectFile;
    std::string output;
    std::string systems;
    std::string language = "en";
    std::string csvSeparator = ",";
    std::string csvDecimal = ".";
    bool json = false;
};

/// How the file is written.
struct BomOutput {
    ExportFormat format = ExportFormat::Workbook;
    CsvOptions csv;
    Texts texts;
};

Expected<CsvOptions> readCsvOptions(const BomArguments& arguments)
{
    CsvOptions csv;
    OptionReader reader;
    reader.take(readChoice<char>("--csv-separator", arguments.csvSeparator,
                                 {{",", ','}, {";", ';'}, {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}}),
                csv.separator);
    reader.take(readChoice<char>("--csv-decimal", arguments.csvDecimal,
                                 {{".", '.'}, {",", ','}, {"point", '.'}, {"comma", ','}}),
                csv.decimalMark);
    if (csv.separator == csv.decimalMark) {
        reader.fail("--csv-decimal: ',' needs another --csv-separator: ';' or tab");
    }
    return reader.error() ? Expected<CsvOptions>(tl::unexpected(*reader.error())) : csv;
}

Expected<BomOutput> readOutput(const BomArguments& arguments)
{
    BomOutput output;
    OptionReader reader;
    reader.take(exportFormat(arguments.output), output.format);
    reader.take(readCsvOptions(arguments), output.csv);
    if (toLower(arguments.language) != "en") {
        loadResources();
    }
    reader.take(translatedTexts(arguments.language).map_error([](const Error& error) {
        return Error{"--language: " + error.message};
    }),
                output.texts);
    return reader.error() ? Expected<BomOutput>(tl::unexpected(*reader.error())) : output;
}

/// No value: no machine meets the requirement.
Expected<std::optional<DocumentOrder>> foundOrder(Catalog& catalog, const BomArguments& arguments,
                                                  const CalibrationTable& constants)
{
    auto requirement =
        readRequirement(catalog, arguments.workload, limitsFor(arguments.budget, arguments.buildFile));
    if (!requirement) {
        return tl::unexpected(requirement.error());
    }
    const Expected<std::int64_t> systems =
        readWhole("--systems", arguments.systems.empty() ? "1" : arguments.systems, 1, 10'000);
    if (!systems) {
        return tl::unexpected(systems.error());
    }
    auto build = chooseBuild(catalog, *requirement, arguments.buildFile, constants);
    if (!build) {
        return tl::unexpected(build.error());
    }
    if (!*build) {
        return std::nullopt;
    }
    OrderedMachine machine{"", std::make_shared<const EvaluatedBuild>(**std::move(build)),
                           static_cast<int>(*systems)};
    return DocumentOrder{.catalog = catalog,
                         .requirement = *std::move(requirement),
                         .machines = {std::move(machine)},
                         .request = {},
                         .problems = {}};
}

Expected<std::optional<DocumentOrder>> orderOf(Catalog& catalog, const BomArguments& arguments,
                                               const CalibrationTable& constants)
{
    auto order = arguments.projectFile.empty()
        ? foundOrder(catalog, arguments, constants)
        : projectOrder(catalog, arguments.projectFile, constants, today()).map([](DocumentOrder found) {
              return std::optional(std::move(found));
          });
    if (!order || !*order) {
        return order;
    }
    auto details =
        readOrder(arguments.order, (*order)->request.order, (*order)->requirement.budget.currency());
    if (!details) {
        return tl::unexpected(details.error());
    }
    (*order)->request.order = *std::move(details);
    return order;
}

Expected<void> write(const Document& document, const BomArguments& arguments, const BomOutput& output)
{
    // Fonts take longer to load than anything else here: for the one format that needs them.
    const std::unique_ptr<PdfApplication> fonts =
        output.format == ExportFormat::Pdf ? std::make_unique<PdfApplication>() : nullptr;
    return exportDocument(document, arguments.output, output.csv);
}

Json totalsJson(const Bom& bom)
{
    const BomTotals totals = bom.totals();
    return {{"lines", toJson(totals.lines)},
            {"discount", toJson(totals.discount)},
            {"shipping", bom.terms.shipping ? toJson(totals.shipping) : Json()},
            {"net", toJson(totals.net)},
            {"tax", bom.terms.taxRate ? toJson(totals.tax) : Json()},
            {"gross", toJson(totals.gross)},
            {"contingency", toJson(totals.contingency)},
            {"budget", toJson(totals.budget)}};
}

Json bomJson(const DocumentFacts& facts, const Document& document, const BomArguments& arguments)
{
    Json sections = Json::array();
    for (const DocumentSection& section : document.sections) {
        sections.push_back(section.id);
    }
    return {{"schema", "rigwright.bom/1"},
            {"written", arguments.output},
            {"language", document.language},
            {"title", document.title},
            {"systems", facts.bom.systems()},
            {"lines", facts.bom.lines.size()},
            {"lines_without_price", facts.bom.linesWithoutPrice()},
            {"totals", totalsJson(facts.bom)},
            {"sections", std::move(sections)},
            {"findings", toJson(facts.bom.findings)}};
}

void printTotals(std::ostream& out, const Bom& bom)
{
    const BomTotals totals = bom.totals();
    out << "Total: " << formatMoney(totals.net) << " before tax";
    if (bom.terms.taxRate) {
        out << ", " << formatMoney(totals.gross) << " with tax";
    }
    if (bom.linesWithoutPrice() > 0) {
        out << "; lines without a price: " << bom.linesWithoutPrice();
    }
    out << '\n';
}

void print(std::ostream& out, const DocumentFacts& facts, const std::vector<Finding>& findings)
{
    for (const OrderedMachine& machine : facts.machines) {
        out << machine.build->title << ", " << formatMoney(machine.build->price) << '\n';
        printBuild(out, *machine.build);
    }
    printFindings(out, findings);
    printTotals(out, facts.bom);
}

ExitStatus sayNone(const BomArguments& arguments, std::ostream& out)
{
    if (arguments.json) {
        out << Json{{"schema", "rigwright.bom/1"}, {"written", nullptr}}.dump(2) << '\n';
    } else {
        out << "No machine meets the requirement; `builds` says why. Nothing was written.\n";
    }
    return ExitStatus::NoAnswer;
}

Expected<ExitStatus> bom(Catalog& catalog, const BomArguments& arguments, std::ostream& out)
{
    const auto output = readOutput(arguments);
    if (!output) {
        return tl::unexpected(output.error());
    }
    const UserConstants constants = userConstants(arguments.measurements);
    const auto order = orderOf(catalog, arguments, constants.table);
    if (!order) {
        return tl::unexpected(order.error());
    }
    if (!*order) {
        return sayNone(arguments, out);
    }
    const auto facts = documentFacts((*order)->catalog, (*order)->machines, (*order)->requirement,
                                     (*order)->request, today(), constants.table);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    const Document document = makeDocument(*facts, output->texts);
    if (const auto written = write(document, arguments, *output); !written) {
        return tl::unexpected(written.error());
    }
    if (arguments.json) {
        out << bomJson(*facts, document, arguments).dump(2) << '\n';
        return ExitStatus::Success;
    }
    print(out, *facts, constants.findings);
    for (const Error& problem : (*order)->problems) {
        out << "Left out: " << problem.message << '\n';
    }
    out << "Bill of materials: " << arguments.output << '\n';
    return ExitStatus::Success;
}

} // namespace

void addBomCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("bom", "Writes the purchasing document of a machine or a project");
    const auto arguments = std::make_shared<BomArguments>();
    addWorkloadOptions(*command, arguments->workload);
    addBudgetOptions(*command, arguments->budget);
    addMeasurementOptions(*command, arguments->measurements);
    command->add_option("--build", arguments->buildFile, "A build in JSON instead of the best of a search");
    command
        ->add_option("--project", arguments->projectFile,
                     "A saved project (.rigwright): its machines, its order, its prices")
        ->excludes("--build", "--model", "--budget");
    command
        ->add_option("--output", arguments->output, "File to write: .xlsx, .csv, .pdf, .html, .md or .json")
        ->required();
    command->add_option("--systems", arguments->systems, "How many of the machine (1)")
        ->excludes("--project");
    command->add_option("--language", arguments->language, "Of the document: en or zh_CN (en)");
    command->add_option("--csv-separator", arguments->csvSeparator, "Of a .csv: , ; or tab (,)");
    command->add_option("--csv-decimal", arguments->csvDecimal, "Mark of decimals in a .csv: . or , (.)");
    addOrderOptions(*command, arguments->order);
    command->add_flag("--json", arguments->json, "One JSON object: what was written, and the totals");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) { return bom(catalog, *arguments, out); };
    });
}

} // namespace rigwright
