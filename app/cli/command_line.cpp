// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "cli/commands.h"
#include "facts/nearest.h"

#include <CLI/CLI.hpp>
#include <exception>
#include <ostream>

namespace rigwright {

namespace {

/// CLI11 writes several lines; the contract is one.
std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

/// CLI11 says only that a command is required when somebody mistyped one.
Expected<void> checkCommandNames(const CLI::App& app, std::vector<std::string>::const_iterator word,
                                 std::vector<std::string>::const_iterator end)
{
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    if (commands.empty() || word == end || word->starts_with('-')) {
        return {};
    }
    std::vector<std::string> known;
    for (const CLI::App* command : commands) {
        if (command->get_name() == *word) {
            return checkCommandNames(*command, word + 1, end);
        }
        known.push_back(command->get_name());
    }
    return fail(unknownNameMessage("command", *word, known));
}

/// Writes the one line of a bad request and gives its status.
int refuse(std::ostream& err, const std::string& message)
{
    err << "rigwright-cli: " << firstLine(message) << '\n';
    return static_cast<int>(ExitStatus::BadRequest);
}

int statusOf(const Expected<ExitStatus>& status, std::ostream& err)
{
    return status ? static_cast<int>(*status) : refuse(err, status.error().message);
}

void warnOf(const std::optional<Error>& overlayProblem, std::ostream& err)
{
    if (overlayProblem) {
        err << "rigwright-cli: warning: " << firstLine(overlayProblem->message)
            << "; the shipped catalog counts alone\n";
    }
}

int run(const Command& command, std::ostream& out, std::ostream& err)
{
    Expected<OpenedCatalog> opened = openCatalog();
    if (!opened) {
        return refuse(err, opened.error().message);
    }
    const Expected<ExitStatus> status = command(opened->catalog, out);
    if (status) {
        warnOf(opened->overlayProblem, err);
    }
    return statusOf(status, err);
}

int run(const StoreCommand& command, std::ostream& out, std::ostream& err)
{
    Expected<UserCatalog> catalog = UserCatalog::open();
    if (!catalog) {
        return refuse(err, catalog.error().message);
    }
    const Expected<ExitStatus> status = command(*catalog, out);
    if (status) {
        warnOf(catalog->store.overlayProblem(), err);
    }
    return statusOf(status, err);
}

void addCommands(CLI::App& app, Command& chosen, StoreCommand& chosenOfStore)
{
    app.set_version_flag("--version", "rigwright-cli " RIGWRIGHT_VERSION);
    app.require_subcommand(1);
    addModelsCommand(app, chosen);
    addSizeCommand(app, chosen);
    addBuildsCommand(app, chosen);
    addUpgradeCommand(app, chosen);
    addCostsCommand(app, chosen);
    addBomCommand(app, chosen);
    addProjectCommand(app, chosen);
    addLaunchCommand(app, chosen);
    addQuotesCommand(app, chosen);
    addCalibrateCommand(app, chosen);
    addCheckCommand(app, chosen);
    addClaimsCommand(app, chosen);
    addMachineCommand(app, chosen);
    addCatalogCommand(app, chosen, chosenOfStore);
}

} // namespace

int runCommandLine(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err)
{
    CLI::App app("Sizes, prices and specifies hardware for large language models.", "rigwright-cli");
    Command chosen;
    StoreCommand chosenOfStore;
    addCommands(app, chosen, chosenOfStore);
    const std::vector<std::string> words(arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end());
    try {
        if (const auto named = checkCommandNames(app, words.begin(), words.end()); !named) {
            return refuse(err, named.error().message);
        }
        // CLI11 takes the words last first.
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
        return chosenOfStore ? run(chosenOfStore, out, err) : run(chosen, out, err);
    } catch (const CLI::Success& help) {
        return app.exit(help, out, err); // --help and --version
    } catch (const std::exception& error) {
        return refuse(err, error.what());
    }
}

} // namespace rigwright
