// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/catalog_commands.h"
#include "cli/json.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

constexpr int kMostDays = 36'500;

struct SettingsOptions {
    std::optional<int> oldAfter;
    bool json = false;
};

Expected<PricePolicy> policyOf(UserCatalog& catalog)
{
    return catalog.store.read().map(
        [](const std::shared_ptr<const CatalogView>& view) { return view->catalog->pricePolicy; });
}

Expected<void> change(UserCatalog& catalog, int days)
{
    if (days < 1 || days > kMostDays) {
        return fail("--old-after: expected 1 to 36500 days, got " + std::to_string(days));
    }
    return catalog.writable().and_then(
        [days](CatalogStore* store) { return store->setPricePolicy({.oldAfterDays = days}); });
}

Expected<ExitStatus> settings(UserCatalog& catalog, const SettingsOptions& options, std::ostream& out)
{
    if (options.oldAfter) {
        if (const Expected<void> changed = change(catalog, *options.oldAfter); !changed) {
            return tl::unexpected(changed.error());
        }
    }
    return policyOf(catalog).map([&](const PricePolicy& policy) {
        if (options.json) {
            out << Json({{"schema", "rigwright.catalog/1"}, {"prices_old_after_days", policy.oldAfterDays}})
                       .dump(2)
                << '\n';
        } else {
            out << "Prices are old after " << policy.oldAfterDays << " days\n";
        }
        return ExitStatus::Success;
    });
}

} // namespace

void addCatalogSettings(CLI::App& catalogCommand, StoreCommand& chosen)
{
    CLI::App* command = catalogCommand.add_subcommand("settings", "When a price is flagged as old");
    const auto options = std::make_shared<SettingsOptions>();
    command->add_option("--old-after", options->oldAfter, "Days from which on a price is old");
    command->add_flag("--json", options->json, "One JSON object");
    command->callback([&chosen, options] {
        chosen = [options](UserCatalog& catalog, std::ostream& out) {
            return settings(catalog, *options, out);
        };
    });
}

} // namespace rigwright
