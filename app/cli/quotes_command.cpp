// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_request.h"
#include "builds/recommend.h"
#include "builds/search.h"
#include "cli/commands.h"
#include "cli/language_option.h"
#include "cli/purchase_arguments.h"
#include "cli/quotes_answer.h"
#include "project/project_facts.h"
#include "project/project_file.h"
#include "project/today.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct QuotesArguments {
    PurchaseArguments purchase;
    std::string supplier;
    std::string answerBy;
    std::string language;
    std::string output;
    std::vector<std::string> files;
    bool save = false;
    bool json = false;
};

ExitStatus sayNoMachine(std::ostream& out)
{
    out << "No machine meets the requirement; `builds` says why.\n";
    return ExitStatus::NoAnswer;
}

/// The document that suppliers are asked by: priced without their answers.
Expected<Bom> documentOf(const Catalog& catalog, const PlannedPurchase& purchase)
{
    return evaluateMachines(purchase, catalog).and_then([&](const std::vector<OrderedMachine>& machines) {
        return makeBom(catalog, machines, purchase.requirement, purchase.order, {}, today());
    });
}

Expected<ExitStatus> request(Catalog& catalog, const QuotesArguments& arguments, std::ostream& out)
{
    const Expected<Texts> texts = readLanguage(arguments.language);
    if (!texts) {
        return tl::unexpected(texts.error());
    }
    const Expected<PlannedPurchase> purchase =
        readPurchase(catalog, arguments.purchase, QuotedPrices::AreLeftOut);
    if (!purchase) {
        return tl::unexpected(purchase.error());
    }
    if (purchase->machines.empty()) {
        return sayNoMachine(out);
    }
    const Expected<Bom> document = documentOf(catalog, *purchase);
    if (!document) {
        return tl::unexpected(document.error());
    }
    QuoteRequest form = makeQuoteRequest(*document, arguments.supplier);
    if (!arguments.answerBy.empty()) {
        const Expected<Date> day = Date::parse(arguments.answerBy);
        if (!day) {
            return fail("--answer-by: " + day.error().message);
        }
        form.answerBy = *day;
    }
    if (form.lines.empty()) {
        out << "Nothing is to be bought from " << arguments.supplier << ". Nothing was written.\n";
        return ExitStatus::NoAnswer;
    }
    if (const Expected<void> written = writeQuoteRequest(form, arguments.output, *texts); !written) {
        return tl::unexpected(written.error());
    }
    out << "Request for quotation of " << form.lines.size() << " lines: " << arguments.output << '\n';
    return ExitStatus::Success;
}

/// An answer of a supplier takes the place of the same quote of before.
void addQuote(std::vector<Quote>& quotes, const Quote& quote)
{
    const auto same = std::ranges::find_if(quotes, [&](const Quote& other) {
        return other.supplier == quote.supplier && other.number == quote.number;
    });
    if (same != quotes.end()) {
        *same = quote;
    } else {
        quotes.push_back(quote);
    }
}

Expected<QuotesAnswer> importAll(const Catalog& catalog, const PlannedPurchase& purchase, const Bom& document,
                                 const QuotesArguments& arguments)
{
    QuotesAnswer answer;
    answer.findings = purchase.findings;
    if (purchase.project) {
        answer.quotes = purchase.project->quotes;
    }
    QuoteRequest asked = makeQuoteRequest(document, {});
    asked.supplier = arguments.supplier;
    for (const std::string& file : arguments.files) {
        Expected<QuoteImport> import = readQuoteFile(file, asked, catalog);
        if (!import) {
            return tl::unexpected(import.error());
        }
        addQuote(answer.quotes, import->quote);
        answer.files.push_back({file, std::move(*import)});
    }
    return answer;
}

/// What machines cost without quotes and with them; both are the same machines.
std::vector<QuotedMachine> machinePrices(const std::vector<OrderedMachine>& before,
                                         const std::vector<OrderedMachine>& after)
{
    std::vector<QuotedMachine> machines;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const OrderedMachine& machine = before[i];
        machines.push_back({machine.name.empty() ? machine.build->title : machine.name, machine.systems,
                            machine.build->price, after[i].build->price});
    }
    return machines;
}

/// The machine that a search would propose with the quotes.
Expected<std::optional<ProposedMachine>> propose(const Catalog& quoted, const PlannedPurchase& purchase)
{
    return searchBuilds(quoted, purchase.requirement, {}, purchase.constants)
        .map([](const SearchResult& result) {
            const EvaluatedBuild* best = recommendedBuild(result);
            return best == nullptr ? std::nullopt : std::optional(ProposedMachine{best->title, best->price});
        });
}

/// Prices what is to be bought with the quotes, and searches again where a search may propose something else.
Expected<void> rank(QuotesAnswer& answer, const Catalog& catalog, const PlannedPurchase& purchase,
                    const Bom& document, bool searches)
{
    Project project = purchase.project.value_or(Project());
    project.quotes = answer.quotes;
    const Catalog quoted = withQuotes(catalog, answer.quotes, pricingDay(project, today()));
    const auto before = evaluateMachines(purchase, catalog);
    const auto after = evaluateMachines(purchase, quoted);
    if (!before || !after) {
        return tl::unexpected(!before ? before.error() : after.error());
    }
    auto comparison = compareQuotes(catalog, document, *before, purchase.requirement, answer.quotes, today());
    if (!comparison) {
        return tl::unexpected(comparison.error());
    }
    answer.comparison = std::move(*comparison);
    answer.machines = machinePrices(*before, *after);
    if (!searches) {
        return {};
    }
    return propose(quoted, purchase).map([&](const std::optional<ProposedMachine>& proposed) {
        answer.proposed = proposed;
    });
}

bool hasPrice(const ImportedQuote& file)
{
    return std::ranges::any_of(file.import.quote.lines,
                               [](const QuoteLine& line) { return line.unitPrice.has_value(); });
}

/// A form that nobody filled in is nothing to keep.
Expected<void> save(QuotesAnswer& answer, const PlannedPurchase& purchase, const QuotesArguments& arguments)
{
    if (!purchase.project) {
        return fail("--save: quotes are kept in a project; name one with --project");
    }
    if (std::ranges::none_of(answer.files, hasPrice)) {
        return {};
    }
    const std::string& file = arguments.purchase.project.file;
    const Expected<ProjectLock> lock = ProjectLock::take(file);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    // Anew: another may have written it since, and of its machines one alone may have been meant.
    Expected<Project> project = readProject(file);
    if (!project) {
        return tl::unexpected(project.error());
    }
    for (const ImportedQuote& imported : answer.files) {
        if (hasPrice(imported)) {
            addQuote(project->quotes, imported.import.quote);
        }
    }
    return writeProject(file, *project).map([&] { answer.saved = file; });
}

Expected<ExitStatus> readForms(Catalog& catalog, const QuotesArguments& arguments, bool compares,
                               std::ostream& out)
{
    const Expected<PlannedPurchase> purchase =
        readPurchase(catalog, arguments.purchase, QuotedPrices::AreLeftOut);
    if (!purchase) {
        return tl::unexpected(purchase.error());
    }
    if (purchase->machines.empty()) {
        return sayNoMachine(out);
    }
    const Expected<Bom> document = documentOf(catalog, *purchase);
    if (!document) {
        return tl::unexpected(document.error());
    }
    Expected<QuotesAnswer> answer = importAll(catalog, *purchase, *document, arguments);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const bool searches = arguments.purchase.buildFile.empty();
    if (const auto ranked =
            compares ? rank(*answer, catalog, *purchase, *document, searches) : Expected<void>();
        !ranked) {
        return tl::unexpected(ranked.error());
    }
    if (const auto saved = arguments.save ? save(*answer, *purchase, arguments) : Expected<void>(); !saved) {
        return tl::unexpected(saved.error());
    }
    if (arguments.json) {
        out << toJson(*answer).dump(2) << '\n';
    } else {
        printQuotes(out, *answer);
    }
    return std::ranges::any_of(answer->files, hasPrice) ? ExitStatus::Success : ExitStatus::NoAnswer;
}

void addReading(CLI::App& command, QuotesArguments& arguments)
{
    addPurchaseOptions(command, arguments.purchase);
    addSystemsOption(command, arguments.purchase);
    command.add_option("files", arguments.files, "Forms that came back, .xlsx or .csv")->required();
    command.add_option("--supplier", arguments.supplier, "Whose they are, where a form doesn't say");
    command.add_flag("--save", arguments.save, "Keep the quotes in the project");
    command.add_flag("--json", arguments.json, "JSON on standard output");
}

} // namespace

void addQuotesCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("quotes", "Asks suppliers for prices and reads their answers");
    command->require_subcommand(1);
    const auto arguments = std::make_shared<QuotesArguments>();
    CLI::App* asking = command->add_subcommand("request", "Writes a form for a supplier to fill in");
    addPurchaseOptions(*asking, arguments->purchase);
    addSystemsOption(*asking, arguments->purchase);
    asking->add_option("--output", arguments->output, "File to write: .xlsx or .csv")->required();
    asking->add_option("--supplier", arguments->supplier, "Who is asked: only for what may be bought there");
    asking->add_option("--answer-by", arguments->answerBy, "The last day for an answer, such as 2026-12-31");
    addLanguageOption(*asking, arguments->language);
    asking->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) {
            return request(catalog, *arguments, out);
        };
    });
    const auto add = [&](const char* name, const char* help, bool compares) {
        CLI::App* reading = command->add_subcommand(name, help);
        addReading(*reading, *arguments);
        reading->callback([&chosen, arguments, compares] {
            chosen = [arguments, compares](Catalog& catalog, std::ostream& out) {
                return readForms(catalog, *arguments, compares, out);
            };
        });
    };
    add("import", "Shows what forms that came back say, and what can't be taken", false);
    add("compare", "Puts suppliers side by side and prices the machine by their quotes", true);
}

} // namespace rigwright
