// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document_facts.h"
#include "bom/export.h"
#include "bom/formats/pdf_application.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/language_option.h"
#include "cli/option_reader.h"
#include "cli/order_arguments.h"
#include "cli/purchase_arguments.h"
#include "cli/report.h"
#include "project/today.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct BomArguments {
    PurchaseArguments purchase;
    OrderArguments order;
    std::string output;
    std::string language;
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
    reader.take(readLanguage(arguments.language), output.texts);
    return reader.error() ? Expected<BomOutput>(tl::unexpected(*reader.error())) : output;
}

/// What the document says beside the machines.
Expected<DocumentRequest> requestFor(const PlannedPurchase& purchase, const BomArguments& arguments)
{
    return readOrder(arguments.order, purchase.order, purchase.requirement.budget.currency())
        .map([&](OrderDetails order) {
            DocumentRequest request;
            request.order = std::move(order);
            if (purchase.project) {
                request.quotes = purchase.project->quotes;
                request.assumptions = purchase.project->assumptions;
                if (const std::vector<Revision>& kept = purchase.project->revisions; !kept.empty()) {
                    request.previous = kept.back();
                    request.revision = kept.back().number + 1;
                }
            }
            return request;
        });
}

/// Everything that the document says. No value: no machine meets the requirement.
Expected<std::optional<DocumentFacts>> factsOf(const Catalog& catalog, const PlannedPurchase& purchase,
                                               const BomArguments& arguments)
{
    const Expected<DocumentRequest> request = requestFor(purchase, arguments);
    if (!request) {
        return tl::unexpected(request.error());
    }
    if (purchase.machines.empty()) {
        return std::nullopt;
    }
    return evaluateMachines(purchase, catalog)
        .and_then([&](const std::vector<OrderedMachine>& machines) {
            return documentFacts(catalog, machines, purchase.requirement, *request, today(),
                                 purchase.constants);
        })
        .map([](DocumentFacts facts) { return std::optional(std::move(facts)); });
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

Json bomJson(const DocumentFacts& facts, const Document& document, const BomArguments& arguments,
             const std::vector<Finding>& findings)
{
    std::vector<Finding> all = facts.bom.findings;
    all.insert(all.end(), findings.begin(), findings.end());
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
            {"findings", toJson(all)}};
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
    const auto purchase = readPurchase(catalog, arguments.purchase);
    if (!purchase) {
        return tl::unexpected(purchase.error());
    }
    const auto worked = factsOf(catalog, *purchase, arguments);
    if (!worked) {
        return tl::unexpected(worked.error());
    }
    if (!*worked) {
        return sayNone(arguments, out);
    }
    const DocumentFacts& facts = **worked;
    const Document document = makeDocument(facts, output->texts);
    if (const auto written = write(document, arguments, *output); !written) {
        return tl::unexpected(written.error());
    }
    if (arguments.json) {
        out << bomJson(facts, document, arguments, purchase->findings).dump(2) << '\n';
        return ExitStatus::Success;
    }
    print(out, facts, purchase->findings);
    out << "Bill of materials: " << arguments.output << '\n';
    return ExitStatus::Success;
}

} // namespace

void addBomCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("bom", "Writes the purchasing document of a machine or a project");
    const auto arguments = std::make_shared<BomArguments>();
    addPurchaseOptions(*command, arguments->purchase);
    addSystemsOption(*command, arguments->purchase);
    command
        ->add_option("--output", arguments->output, "File to write: .xlsx, .csv, .pdf, .html, .md or .json")
        ->required();
    addLanguageOption(*command, arguments->language);
    command->add_option("--csv-separator", arguments->csvSeparator, "Of a .csv: , ; or tab (,)");
    command->add_option("--csv-decimal", arguments->csvDecimal, "Mark of decimals in a .csv: . or , (.)");
    addOrderOptions(*command, arguments->order);
    command->add_flag("--json", arguments->json, "One JSON object: what was written, and the totals");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) { return bom(catalog, *arguments, out); };
    });
}

} // namespace rigwright
