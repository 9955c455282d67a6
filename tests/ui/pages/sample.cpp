// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sample.h"

#include "builds/rules/rules.h"
#include "models/quantized_model.h"
#include "sizing/plan.h"

#include <algorithm>

namespace rigwright::sample {

namespace {

Money dollars(int whole)
{
    return {whole * 100LL, Currency::usd()};
}

Currency yuan()
{
    return *Currency::parse("CNY");
}

Offer offerOf(int whole, PriceKind kind = PriceKind::Street, Date date = {2026, 8, 18})
{
    return {dollars(whole), kind, "US", "Example Store", date};
}

PartInfo info(const std::string& id, const std::string& maker, const std::string& name, const Offer& offer,
              const std::string& partNumber = {})
{
    PartInfo part;
    part.id = PartId(id);
    part.manufacturer = maker;
    part.name = name;
    part.partNumber = partNumber;
    part.offers = {offer};
    part.specs = {"Example data sheet", Verification::Sourced};
    return part;
}

ModelFacts model()
{
    ModelFacts facts;
    facts.id = ModelId("r1-distill-qwen-32b");
    facts.name = "DeepSeek-R1-Distill-Qwen-32B";
    facts.family = "Qwen2";
    facts.layers = 64;
    facts.hidden = 5120;
    facts.vocabulary = 152064;
    facts.maxContext = 131072;
    facts.heads = 40;
    facts.kvHeads = 8;
    facts.headDim = 128;
    facts.feedForward = 27648;
    facts.qkvBias = true;
    facts.qkNorm = "none";
    facts.nativePrecision = "bf16";
    facts.parameters = 32'763'876'352;
    return facts;
}

Accelerator accelerator()
{
    Accelerator gpu;
    gpu.info = info("rtx-3090", "NVIDIA", "GeForce RTX 3090 24 GB", offerOf(859), "900-1G136-2510-000");
    gpu.vendor = AcceleratorVendor::Nvidia;
    gpu.architecture = "Ampere";
    gpu.computeCapability = 8.6;
    gpu.releaseYear = 2020;
    gpu.memory = Bytes::gib(24);
    gpu.bandwidth = BytesPerSecond::gb(936);
    gpu.fp32 = FlopsPerSecond::tera(35.6);
    gpu.fp16 = FlopsPerSecond::tera(71);
    gpu.boardPower = Watts(350);
    gpu.pcieGeneration = 4;
    gpu.pcieLanes = 16;
    return gpu;
}

CloudOffer cloudOffer(const std::string& provider, const std::string& instance, int centsPerHour,
                      PricingModel pricing)
{
    CloudOffer offer;
    offer.id = provider + "-" + instance + "-" + pricingModelName(pricing);
    offer.provider = provider;
    offer.instance = instance;
    offer.gpuName = "RTX 3090";
    offer.accelerator = PartId("rtx-3090");
    offer.gpuCount = 1;
    offer.gpuMemoryEach = Bytes::gib(24);
    offer.memory = Bytes::gib(64);
    offer.pricePerHour = MoneyRate(centsPerHour * 10'000LL, Currency::usd());
    offer.pricing = pricing;
    offer.region = "us-east";
    offer.source = "https://example.com/prices";
    offer.date = {2026, 7, 1};
    return offer;
}

Country country(const std::string& code, Currency currency, int millionthsPerKwh)
{
    Country land;
    land.code = code;
    land.name = code;
    land.currency = currency;
    land.householdElectricity = MoneyRate(millionthsPerKwh, Currency::usd());
    return land;
}

/// The parts that every machine has, with prices that add up to kOtherPartsPrice.
std::vector<PricedLine> otherLines()
{
    const auto line = [](PartCategory category, const char* id, int quantity, const char* maker,
                         const char* name, int price, PriceKind kind = PriceKind::Street,
                         Date date = Date{2026, 8, 18}) {
        return PricedLine{
            {category, PartId(id), quantity}, maker, name, offerOf(price, kind, date), dollars(price)};
    };
    return {
        line(PartCategory::Cpu, "ryzen-5-7600", 1, "AMD", "Ryzen 5 7600", 197),
        line(PartCategory::Board, "b650", 1, "MSI", "MAG B650 Tomahawk WiFi", 159),
        line(PartCategory::Memory, "ddr5-32", 1, "Kingston", "Fury Beast 32 GB DDR5-5600, 2 × 16 GB", 229),
        line(PartCategory::Storage, "nvme-2tb", 1, "WD", "Black SN770 2 TB", 129, PriceKind::List),
        line(PartCategory::PowerSupply, "psu-850", 1, "Corsair", "RM850e, 850 W Gold", 119, PriceKind::Msrp,
             Date{2026, 1, 5}),
        line(PartCategory::Case, "atx-case", 1, "Fractal Design", "Pop Air", 109),
        line(PartCategory::Cooler, "air-155", 1, "Thermalright", "Peerless Assassin 120 SE", 133,
             PriceKind::Estimate),
    };
}

template <class Part>
Part partOf(const PricedLine& line)
{
    Part part;
    part.info = info(line.line.part.text(), line.manufacturer, line.name, *line.offer,
                     line.line.category == PartCategory::Cpu ? "100-100001015BOX" : "");
    return part;
}

void addOtherParts(Catalog& catalog)
{
    for (const PricedLine& line : otherLines()) {
        switch (line.line.category) {
        case PartCategory::Cpu: catalog.cpus.push_back(partOf<Cpu>(line)); break;
        case PartCategory::Board: catalog.boards.push_back(partOf<Board>(line)); break;
        case PartCategory::Memory: catalog.memory.push_back(partOf<MemoryKit>(line)); break;
        case PartCategory::Storage: catalog.drives.push_back(partOf<Drive>(line)); break;
        case PartCategory::PowerSupply: catalog.powerSupplies.push_back(partOf<PowerSupply>(line)); break;
        case PartCategory::Case: catalog.cases.push_back(partOf<Case>(line)); break;
        case PartCategory::Cooler: catalog.coolers.push_back(partOf<Cooler>(line)); break;
        default: break;
        }
    }
}

Exclusion exclusion(const std::string& reason, const std::string& text, int count,
                    std::optional<EvaluatedBuild> nearest)
{
    return {reason, text, count, std::move(nearest)};
}

MachineFigures overBudget()
{
    return {"four",
            "4 × RTX 3090 24 GB",
            4,
            859,
            80,
            1650,
            false,
            {{"budget",
              Severity::Blocker,
              "costs {price}, {over} over the budget",
              {{"price", "$4,511"}, {"over", "$1,511"}}}}};
}

} // namespace

Finding warning(const std::string& id, const std::string& text)
{
    return {id, Severity::Warning, text, {}};
}

Finding unverified(const std::string& rule)
{
    const auto found = std::ranges::find(allRules(), rule, &Rule::id);
    return {rule, Severity::Note, found->unverified, {}};
}

std::shared_ptr<const Catalog> catalog()
{
    auto made = std::make_shared<Catalog>();
    made->date = {2026, 9, 29};
    made->models = {model()};
    made->accelerators = {accelerator()};
    addOtherParts(*made);
    made->cloudOffers = {
        cloudOffer("Nimbus", "g1.large", 100, PricingModel::OnDemand),
        cloudOffer("Stratus", "gpu-24", 69, PricingModel::Spot),
        cloudOffer("Cirrus", "a24", 130, PricingModel::OnDemand),
        cloudOffer("Cumulus", "c24", 150, PricingModel::OnDemand),
    };
    made->countries = {country("US", Currency::usd(), 180'000), country("CN", yuan(), 80'000)};
    made->rates = ExchangeRates({{yuan(), 7.0, Date{2026, 9, 29}, "Example Bank"}});
    return made;
}

Requirement requirement()
{
    Requirement wanted;
    wanted.model = ModelId("r1-distill-qwen-32b");
    wanted.budget = dollars(3000);
    return wanted;
}

EvaluatedBuild machine(const MachineFigures& figures)
{
    EvaluatedBuild build;
    build.id = figures.id;
    build.title = figures.title;
    build.onFront = figures.onFront;
    build.findings = figures.findings;
    build.wallPower = Watts(figures.wallWatts);
    build.idlePower = Watts(70);
    if (figures.gpus > 0) {
        Accelerator gpu = accelerator();
        build.lines.push_back({{PartCategory::Accelerator, gpu.info.id, figures.gpus},
                               gpu.info.manufacturer,
                               gpu.info.name,
                               offerOf(figures.gpuPrice),
                               dollars(figures.gpuPrice)});
        build.hardware.accelerators.push_back({gpu, figures.gpus, std::nullopt, std::nullopt});
    }
    for (const PricedLine& line : otherLines()) {
        build.lines.push_back(line);
    }
    for (PricedLine& line : build.lines) {
        build.build.lines.push_back(line.line);
        line.standing = standingOf(*line.offer, Date{2026, 9, 29}, {});
    }
    build.price = dollars(kOtherPartsPrice + figures.gpus * figures.gpuPrice);
    build.hardware.host.name = "Ryzen 5 7600";
    build.hardware.host.memory = Bytes::gib(32);
    const QuantizedModel weighed = *quantize(model(), requirement().workload.weights);
    build.plan = planMemory(weighed, requirement().workload, build.hardware);
    if (figures.decode > 0) {
        const Range<TokensPerSecond> range{TokensPerSecond(figures.decode * 0.87),
                                           TokensPerSecond(figures.decode),
                                           TokensPerSecond(figures.decode * 1.16)};
        SpeedEstimate speed;
        speed.decode = range;
        speed.total = range;
        build.speed = speed;
    }
    return build;
}

std::shared_ptr<const SearchResult> searchResult()
{
    auto result = std::make_shared<SearchResult>();
    result->builds = {
        machine({"host", "Ryzen 5 7600, 32 GB", 0, 859, 2.1, 140, true, {}}),
        machine({"one",
                 "RTX 3090 24 GB",
                 1,
                 859,
                 31,
                 530,
                 true,
                 {warning("psu-margin", "The power supply has 8 % left at full load"),
                  warning("case-airflow", "The card takes three slots of the case"),
                  unverified("cooler-height")}}),
        machine({"odd", "Arc Pro B60 24 GB", 1, 980, 12, 410, false, {}}),
        machine({"dark", "Prototype 24 GB", 1, 990, 0, 300, false, {}}),
        machine({"two",
                 "2 × RTX 3090 24 GB",
                 2,
                 859,
                 46,
                 930,
                 true,
                 {warning("slots-split", "Both cards run at eight lanes")}}),
    };
    result->considered = 2914;
    result->feasible = 31;
    result->excluded = {
        exclusion("memory-fit", "The model does not fit in the memory", 1800, std::nullopt),
        exclusion("budget", "The machine costs more than the budget", 1083, machine(overBudget())),
    };
    return result;
}

std::shared_ptr<const SearchResult> emptyResult()
{
    auto result = std::make_shared<SearchResult>();
    result->considered = 2914;
    result->excluded = {
        exclusion("memory-fit", "The model does not fit in the memory", 1831, std::nullopt),
        exclusion("budget", "The machine costs more than the budget", 1083, machine(overBudget())),
    };
    return result;
}

} // namespace rigwright::sample
