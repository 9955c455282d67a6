// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/saved_state.h"

#include <array>
#include <utility>

namespace rigwright {

namespace {

// Names in place of numbers: a later version may order an enumeration anew.
constexpr std::array kEnclosureNames{std::pair{Enclosure::Any, "any"}, std::pair{Enclosure::Tower, "tower"},
                                     std::pair{Enclosure::Rack, "rack"}};
constexpr std::array kVendorNames{
    std::pair{AcceleratorVendor::Nvidia, "nvidia"}, std::pair{AcceleratorVendor::Amd, "amd"},
    std::pair{AcceleratorVendor::Intel, "intel"}, std::pair{AcceleratorVendor::Apple, "apple"}};
constexpr std::array kAppearanceNames{std::pair{Appearance::System, "system"},
                                      std::pair{Appearance::Light, "light"},
                                      std::pair{Appearance::Dark, "dark"}};

template <class Table, class Value>
QString nameIn(const Table& table, Value value)
{
    for (const auto& [known, name] : table) {
        if (known == value) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

template <class Table>
auto valueIn(const Table& table, const QString& name)
{
    std::optional<std::remove_const_t<decltype(table.front().first)>> value;
    for (const auto& [known, text] : table) {
        if (name == QLatin1String(text)) {
            value = known;
        }
    }
    return value;
}

std::string textOf(const QSettings& settings, const char* key)
{
    return settings.value(QStringLiteral("requirement/%1").arg(QLatin1String(key))).toString().toStdString();
}

double numberOf(const QSettings& settings, const char* key)
{
    return settings.value(QStringLiteral("requirement/%1").arg(QLatin1String(key))).toDouble();
}

std::int64_t countOf(const QSettings& settings, const char* key, std::int64_t fallback)
{
    bool ok = false;
    const qlonglong value =
        settings.value(QStringLiteral("requirement/%1").arg(QLatin1String(key))).toLongLong(&ok);
    return ok && value > 0 ? value : fallback;
}

void readWorkload(const QSettings& settings, Workload& workload)
{
    workload.kind = parseWorkloadKind(textOf(settings, "workload")).value_or(workload.kind);
    workload.engine = parseEngine(textOf(settings, "engine")).value_or(workload.engine);
    workload.weights = parseWeightFormat(textOf(settings, "weights")).value_or(workload.weights);
    workload.keyCache = parseCacheType(textOf(settings, "kv_cache")).value_or(workload.keyCache);
    workload.valueCache = workload.keyCache;
    workload.context = countOf(settings, "context", workload.context);
    workload.concurrency = static_cast<int>(countOf(settings, "concurrency", workload.concurrency));
    workload.promptTokens = countOf(settings, "prompt_tokens", workload.promptTokens);
    workload.outputTokens = countOf(settings, "output_tokens", workload.outputTokens);
    const double firstToken = numberOf(settings, "first_token_s");
    workload.maxTimeToFirstToken = firstToken > 0 ? std::optional(Seconds(firstToken)) : std::nullopt;
}

} // namespace

void saveRequirement(QSettings& settings, const Requirement& requirement)
{
    const Workload& workload = requirement.workload;
    settings.beginGroup(QStringLiteral("requirement"));
    const auto save = [&settings](const char* key, const QVariant& value) {
        settings.setValue(QLatin1String(key), value);
    };
    save("model", QString::fromStdString(requirement.model.text()));
    save("workload", QString::fromLatin1(workloadKindName(workload.kind)));
    save("engine", QString::fromLatin1(engineName(workload.engine)));
    save("weights", QString::fromLatin1(weightFormatName(workload.weights)));
    save("kv_cache", QString::fromLatin1(cacheTypeName(workload.keyCache)));
    save("context", static_cast<qlonglong>(workload.context));
    save("concurrency", workload.concurrency);
    save("prompt_tokens", static_cast<qlonglong>(workload.promptTokens));
    save("output_tokens", static_cast<qlonglong>(workload.outputTokens));
    save("first_token_s", workload.maxTimeToFirstToken ? workload.maxTimeToFirstToken->value() : 0.0);
    save("tokens_per_s", requirement.minDecode ? requirement.minDecode->value() : 0.0);
    save("budget", QString::fromStdString(requirement.budget.decimal()));
    save("currency", QString::fromStdString(requirement.budget.currency().code()));
    save("wall_watts", requirement.maxWallPower ? requirement.maxWallPower->value() : 0.0);
    save("enclosure", nameIn(kEnclosureNames, requirement.enclosure));
    save("vendor", requirement.vendor ? nameIn(kVendorNames, *requirement.vendor) : QString());
    save("ecc", requirement.requireEcc);
    save("offload", requirement.allowHostOffload);
    settings.endGroup();
}

std::optional<Requirement> savedRequirement(const QSettings& settings, const Requirement& fallback)
{
    if (!settings.contains(QStringLiteral("requirement/model"))) {
        return std::nullopt;
    }
    Requirement requirement = fallback;
    requirement.model = ModelId(textOf(settings, "model"));
    readWorkload(settings, requirement.workload);
    const double speed = numberOf(settings, "tokens_per_s");
    requirement.minDecode = speed > 0 ? std::optional(TokensPerSecond(speed)) : std::nullopt;
    const Currency currency =
        Currency::parse(textOf(settings, "currency")).value_or(fallback.budget.currency());
    requirement.budget = Money::parse(textOf(settings, "budget"), currency).value_or(fallback.budget);
    const double watts = numberOf(settings, "wall_watts");
    requirement.maxWallPower = watts > 0 ? std::optional(Watts(watts)) : std::nullopt;
    requirement.enclosure = valueIn(kEnclosureNames, QString::fromStdString(textOf(settings, "enclosure")))
                                .value_or(Enclosure::Any);
    requirement.vendor = valueIn(kVendorNames, QString::fromStdString(textOf(settings, "vendor")));
    requirement.requireEcc = settings.value(QStringLiteral("requirement/ecc"), false).toBool();
    requirement.allowHostOffload = settings.value(QStringLiteral("requirement/offload"), true).toBool();
    return requirement;
}

QString appearanceName(Appearance appearance)
{
    return nameIn(kAppearanceNames, appearance);
}

std::optional<Appearance> parseAppearance(const QString& name)
{
    return valueIn(kAppearanceNames, name);
}

} // namespace rigwright
