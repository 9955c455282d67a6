// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace rigwright;
using namespace rigwright::literals;

namespace {

const Catalog& shipped()
{
    static const Catalog catalog = readCatalog(findCatalog().value()).value();
    return catalog;
}

template <class Part>
const Part& part(const std::vector<Part>& parts, const char* id)
{
    const Part* found = findPart(parts, PartId(id));
    BOOST_REQUIRE_MESSAGE(found != nullptr, id);
    return *found;
}

const ModelFacts& model(const char* id)
{
    return *findModel(shipped(), id).value();
}

std::vector<const PartInfo*> allParts()
{
    std::vector<const PartInfo*> infos;
    const auto add = [&](const auto& parts) {
        for (const auto& one : parts) {
            infos.push_back(&one.info);
        }
    };
    const Catalog& catalog = shipped();
    add(catalog.accelerators);
    add(catalog.cards);
    add(catalog.cpus);
    add(catalog.boards);
    add(catalog.memory);
    add(catalog.drives);
    add(catalog.powerSupplies);
    add(catalog.cases);
    add(catalog.coolers);
    add(catalog.networkCards);
    add(catalog.systems);
    return infos;
}

template <class Part, class Condition>
bool anyPriced(const std::vector<Part>& parts, Condition condition)
{
    return std::ranges::any_of(parts,
                               [&](const Part& one) { return !one.info.offers.empty() && condition(one); });
}

bool contains(const std::vector<std::string>& words, const std::string& word)
{
    return std::ranges::find(words, word) != words.end();
}

} // namespace

BOOST_AUTO_TEST_SUITE(shipped_catalog)

BOOST_AUTO_TEST_CASE(every_table_is_large_enough_for_complete_machines)
{
    const Catalog& catalog = shipped();
    BOOST_TEST(catalog.accelerators.size() >= 110U);
    BOOST_TEST(catalog.cpus.size() >= 100U);
    BOOST_TEST(catalog.boards.size() >= 70U);
    BOOST_TEST(catalog.memory.size() >= 60U);
    BOOST_TEST(catalog.drives.size() >= 40U);
    BOOST_TEST(catalog.powerSupplies.size() >= 45U);
    BOOST_TEST(catalog.cases.size() >= 35U);
    BOOST_TEST(catalog.coolers.size() >= 35U);
    BOOST_TEST(catalog.networkCards.size() >= 15U);
    BOOST_TEST(catalog.systems.size() >= 20U);
    BOOST_TEST(catalog.models.size() >= 232U);
    BOOST_TEST(catalog.cloudOffers.size() >= 600U);
    BOOST_TEST(catalog.apiOffers.size() >= 300U);
    BOOST_TEST(catalog.cards.size() >= 300U);
    BOOST_TEST(catalog.countries.size() >= 25U);
    BOOST_TEST(catalog.rates.all().size() >= 18U);
    std::set<std::string> providers;
    for (const CloudOffer& offer : catalog.cloudOffers) {
        providers.insert(offer.provider);
    }
    BOOST_TEST(providers.size() >= 12U);
    BOOST_TEST(catalog.partCount() == allParts().size());
}

// Prices of memory tripled within nine months of 2026: an older one alone says nothing.
BOOST_AUTO_TEST_CASE(sixty_kinds_of_memory_have_a_price_of_2026)
{
    const auto priced = std::ranges::count_if(shipped().memory, [](const MemoryKit& kit) {
        return std::ranges::any_of(kit.info.offers, [](const Offer& offer) {
            return offer.date >= Date{2026, 1, 1};
        });
    });
    BOOST_TEST(priced >= 60);
}

BOOST_AUTO_TEST_CASE(every_part_and_price_names_its_source)
{
    for (const PartInfo* info : allParts()) {
        BOOST_TEST(!info->specs.source.empty(), info->id.text());
        BOOST_TEST(!info->manufacturer.empty(), info->id.text());
        for (const Offer& offer : info->offers) {
            BOOST_TEST(!offer.source.empty(), info->id.text());
            BOOST_TEST(!offer.region.empty(), info->id.text());
            BOOST_TEST(offer.price.minorUnits() > 0, info->id.text());
            BOOST_TEST((offer.date >= Date{2018, 1, 1} && offer.date <= shipped().date), info->id.text());
        }
    }
}

BOOST_AUTO_TEST_CASE(what_nobody_checked_does_not_pass_for_a_price)
{
    for (const PartInfo* info : allParts()) {
        for (const Offer& offer : info->offers) {
            const bool unchecked = offer.source.find("unverified") != std::string::npos ||
                offer.source.find("derived") != std::string::npos;
            BOOST_TEST((!unchecked || offer.kind == PriceKind::Estimate || offer.kind == PriceKind::Msrp),
                       info->id.text());
        }
    }
}

// NVIDIA GeForce RTX 4090: 24 GB GDDR6X, 450 W, compute capability 8.9 (nvidia.com, product page and CUDA GPU list);
// 384 bit × 21 Gbit/s = 1008 GB/s.
BOOST_AUTO_TEST_CASE(rtx_4090_is_as_its_data_sheet_says)
{
    const Accelerator& card = part(shipped().accelerators, "rtx-4090");
    BOOST_TEST((card.memory == 24_GiB));
    BOOST_TEST(card.bandwidth.value().inGb() == 1008.0);
    BOOST_TEST((card.boardPower == 450_W));
    BOOST_TEST(card.computeCapability.value() == 8.9);
    BOOST_TEST(card.power.value().pin16 == 1);
    BOOST_TEST((card.mounting == Mounting::Card));
    BOOST_TEST(card.linkMaxDevices == 1);
}

// NVIDIA H100 SXM5 data sheet: 80 GB, 3.35 TB/s, 700 W, 989.4 dense BF16 TFLOPS, NVLink 900 GB/s.
BOOST_AUTO_TEST_CASE(h100_sxm_is_as_its_data_sheet_says)
{
    const Accelerator& module = part(shipped().accelerators, "h100-sxm");
    BOOST_TEST((module.memory == 80_GiB));
    BOOST_TEST(module.bandwidth.value().inGb() == 3350.0);
    BOOST_TEST((module.boardPower == 700_W));
    BOOST_TEST(module.bf16.value().inTera() == 989.4);
    BOOST_TEST(module.linkBandwidth.value().inGb() == 900.0);
    BOOST_TEST(module.linkMaxDevices == 8);
    BOOST_TEST((module.mounting == Mounting::Module));
    BOOST_TEST(!module.power.has_value());
}

// AMD EPYC 9655 (amd.com): 96 cores, 400 W, 12 channels of DDR5-6000, PCIe 5.0 ×128, socket SP5, two sockets.
BOOST_AUTO_TEST_CASE(epyc_9655_is_as_its_data_sheet_says)
{
    const Cpu& cpu = part(shipped().cpus, "epyc-9655");
    BOOST_TEST(cpu.cores == 96);
    BOOST_TEST(cpu.threads == 192);
    BOOST_TEST(cpu.memoryChannels == 12);
    BOOST_TEST(cpu.memorySpeed == 6000);
    BOOST_TEST((cpu.power == 400_W));
    BOOST_TEST(cpu.pcieLanes == 128);
    BOOST_TEST(cpu.maxSockets == 2);
    BOOST_TEST(cpu.socket == "SP5");
    BOOST_TEST(cpu.avx512);
    BOOST_TEST((cpu.moduleTypes == std::vector<std::string>{"RDIMM"}));
}

// Gigabyte MZ73-LM0 (gigabyte.com): two SP5 sockets, 24 DIMM slots, 12 channels a socket, four PCIe 5.0 x16 slots,
// 305 × 330 mm.
BOOST_AUTO_TEST_CASE(mz73_lm0_is_as_its_data_sheet_says)
{
    const Board& board = part(shipped().boards, "mz73-lm0");
    BOOST_TEST(board.socketCount == 2);
    BOOST_TEST(board.dimmSlots == 24);
    BOOST_TEST(board.channelsPerSocket == 12);
    BOOST_TEST(board.formFactor == "SSI-EEB");
    BOOST_REQUIRE(board.slots.size() == 4U);
    BOOST_TEST(board.slots.front().generation == 5);
    BOOST_TEST(board.slots.front().lanes == 16);
    BOOST_TEST(!board.slotsSplit);
}

// Gemma 3 27B (config.json): 62 layers, every sixth full, window 1024, 32 heads, 16 KV heads of 128.
BOOST_AUTO_TEST_CASE(gemma_3_mixes_sliding_and_full_layers)
{
    const ModelFacts& gemma = model("gemma-3-27b-it");
    BOOST_TEST((gemma.attention == AttentionKind::SlidingWindow));
    BOOST_TEST((gemma.fullLayers == LayerPattern{6, 0}));
    BOOST_TEST(gemma.window == 1024);
    BOOST_TEST(gemma.layers == 62);
    BOOST_TEST(gemma.kvHeads == 16);
}

// DeepSeek-R1 (config.json): 61 layers, MLA with rank 512 and 64 rope dimensions, 256 experts of which 8 and one shared, the
// first 3 layers dense.
BOOST_AUTO_TEST_CASE(deepseek_r1_compresses_its_cache)
{
    const ModelFacts& deepseek = model("deepseek-r1");
    BOOST_TEST((deepseek.attention == AttentionKind::Mla));
    BOOST_TEST(deepseek.layers == 61);
    BOOST_TEST(deepseek.kvLoraRank == 512);
    BOOST_TEST(deepseek.qkRopeHeadDim == 64);
    BOOST_TEST(deepseek.experts == 256);
    BOOST_TEST(deepseek.expertsPerToken == 8);
    BOOST_TEST(deepseek.sharedExperts == 1);
    BOOST_TEST(deepseek.firstDenseLayers == 3);
    BOOST_TEST(deepseek.nativePrecision == "fp8");
    BOOST_TEST(deepseek.verified);
}

// Nemotron-H 56B (config.json): its hybrid override pattern of 118 letters has 10 attention layers and 54 of Mamba-2.
BOOST_AUTO_TEST_CASE(a_pattern_without_period_has_a_letter_a_layer)
{
    const ModelFacts& nemotron = model("nemotron-h-56b-base-8k");
    BOOST_TEST(std::ssize(nemotron.layerPattern) == nemotron.layers);
    BOOST_TEST(std::ranges::count(nemotron.layerPattern, '*') == 10);
    BOOST_TEST(std::ranges::count(nemotron.layerPattern, 'M') == 54);
}

BOOST_AUTO_TEST_CASE(every_model_has_an_id_of_its_own)
{
    std::set<std::string> ids;
    for (const ModelFacts& one : shipped().models) {
        BOOST_TEST(ids.insert(one.id.text()).second, one.id.text());
        BOOST_TEST(one.parameters > 0, one.id.text());
    }
}

BOOST_AUTO_TEST_CASE(every_part_has_an_id_of_its_own)
{
    std::set<std::string> ids;
    for (const PartInfo* info : allParts()) {
        BOOST_TEST(ids.insert(info->id.text()).second, info->id.text());
    }
}

// Retail 2025-07-23 at 77.98 USD, wholesale of 2026-08-18 at 175 USD a module of 16 GB: 2 × 175 = 350 USD.
BOOST_AUTO_TEST_CASE(memory_keeps_its_old_price_and_counts_the_new_one)
{
    const MemoryKit& kit = part(shipped().memory, "crucial-ct2k16g56c46u5-2x16gb-ddr5-5600-cl46");
    BOOST_REQUIRE(kit.info.offers.size() == 2U);
    BOOST_TEST(kit.info.offers.front().price.decimal() == "77.98");
    BOOST_TEST((kit.info.offers.front().kind == PriceKind::Street));
    const Offer* current = currentOffer(kit.info.offers);
    BOOST_REQUIRE(current != nullptr);
    BOOST_TEST(current->price.decimal() == "350.00");
    BOOST_TEST((current->kind == PriceKind::Estimate));
    BOOST_TEST(current->date.iso() == "2026-08-18");
}

BOOST_AUTO_TEST_CASE(every_socket_with_a_priced_cpu_has_a_priced_board_and_cooler)
{
    const Catalog& catalog = shipped();
    for (const char* socket : {"AM5", "LGA1700", "LGA1851", "sTR5", "SP3", "SP5", "LGA4677"}) {
        BOOST_TEST(anyPriced(catalog.cpus, [&](const Cpu& cpu) { return cpu.socket == socket; }), socket);
        BOOST_TEST(anyPriced(catalog.boards, [&](const Board& board) { return board.socket == socket; }),
                   socket);
        BOOST_TEST(
            anyPriced(catalog.coolers, [&](const Cooler& one) { return contains(one.sockets, socket); }),
            socket);
    }
}

BOOST_AUTO_TEST_CASE(two_epyc_9655_with_24_modules_can_be_bought_complete)
{
    const Catalog& catalog = shipped();
    BOOST_TEST(currentOffer(part(catalog.cpus, "epyc-9655").info.offers) != nullptr);
    BOOST_TEST(currentOffer(part(catalog.boards, "mz73-lm0").info.offers) != nullptr);
    for (const Bytes size : {32_GiB, 64_GiB}) {
        BOOST_TEST(anyPriced(catalog.memory, [&](const MemoryKit& kit) {
            return kit.memoryType == "DDR5" && kit.moduleType == "RDIMM" && kit.moduleCapacity == size;
        }));
    }
    BOOST_TEST(anyPriced(catalog.cases, [](const Case& one) {
        return one.rackUnits && contains(one.boardFormFactors, "SSI-EEB");
    }));
    BOOST_TEST(anyPriced(catalog.powerSupplies, [](const PowerSupply& supply) {
        return supply.rating >= 1600_W && supply.epsConnectors.value_or(0) >= 2;
    }));
}

BOOST_AUTO_TEST_CASE(unified_memory_machines_and_gpu_servers_can_be_bought_complete)
{
    const Catalog& catalog = shipped();
    for (const char* id : {"mac-studio-m3-ultra-512gb", "dgx-spark", "framework-desktop-128gb", "dgx-h100",
                           "dgx-h200", "dgx-b200", "sys-821ge-tnhr-h100"}) {
        const CompleteSystem& system = part(catalog.systems, id);
        BOOST_TEST(currentOffer(system.info.offers) != nullptr, id);
        BOOST_TEST(findPart(catalog.accelerators, system.accelerator) != nullptr, id);
    }
}

BOOST_AUTO_TEST_CASE(a_supply_of_unknown_leads_says_so)
{
    BOOST_TEST(part(shipped().powerSupplies, "msi-mag-a850gl-pcie5").connectorsKnown);
    BOOST_TEST(!part(shipped().powerSupplies, "corsair-rm1000x").connectorsKnown);
}

// AWS price list of 2026-07-20: p5.48xlarge with 8 H100 in us-east-1, 55.04 USD an hour.
BOOST_AUTO_TEST_CASE(a_cloud_offer_names_the_accelerator_of_the_catalog)
{
    const auto& offers = shipped().cloudOffers;
    const auto found = std::ranges::find(offers, "aws-p5.48xlarge-us-east-1-on-demand", &CloudOffer::id);
    BOOST_REQUIRE((found != offers.end()));
    BOOST_TEST(found->accelerator.text() == "h100-sxm");
    BOOST_TEST(found->gpuCount == 8);
    BOOST_TEST(found->pricePerHour.decimal() == "55.04");
    BOOST_TEST((found->pricing == PricingModel::OnDemand));
}

BOOST_AUTO_TEST_CASE(every_currency_in_use_has_a_rate)
{
    for (const CloudOffer& offer : shipped().cloudOffers) {
        BOOST_TEST(shipped().rates.find(offer.pricePerHour.currency()) != nullptr, offer.id);
    }
    for (const ApiOffer& offer : shipped().apiOffers) {
        BOOST_TEST(shipped().rates.find(offer.input.currency()) != nullptr, offer.id);
    }
    for (const PartInfo* info : allParts()) {
        for (const Offer& offer : info->offers) {
            BOOST_TEST(shipped().rates.find(offer.price.currency()) != nullptr, info->id.text());
        }
    }
    for (const Country& country : shipped().countries) {
        BOOST_TEST(shipped().rates.find(country.currency) != nullptr, country.code);
    }
}

// Ember's yearly electricity data: 344.14 g of CO2e a kWh in Germany in 2024, 44.18 in France.
BOOST_AUTO_TEST_CASE(every_country_says_what_its_electricity_emits_and_whence_its_tax_is)
{
    const auto countryOf = [](const char* code) {
        return *std::ranges::find(shipped().countries, code, &Country::code);
    };
    BOOST_TEST(countryOf("DE").carbon.value().value() == 0.34414);
    BOOST_TEST(countryOf("FR").carbon.value().value() == 0.04418);
    for (const Country& country : shipped().countries) {
        BOOST_TEST(country.carbon.has_value(), country.code);
        BOOST_TEST(country.carbonSource.source.find("Ember") != std::string::npos, country.code);
        BOOST_TEST((country.carbonSource.state == Verification::Sourced), country.code);
        BOOST_TEST(!country.taxSource.empty(), country.code);
    }
}

BOOST_AUTO_TEST_SUITE_END()
