// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "catalog/part_sheet.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;
using namespace rigwright::literals;

namespace {

const Catalog& shipped()
{
    static const Catalog catalog = readCatalog(findCatalog().value()).value();
    return catalog;
}

const Accelerator& accelerator(const char* id)
{
    return *findAccelerator(shipped(), id).value();
}

const ApiOffer& apiOffer(const char* id)
{
    const auto found = std::ranges::find(shipped().apiOffers, id, &ApiOffer::id);
    BOOST_REQUIRE_MESSAGE((found != shipped().apiOffers.end()), id);
    return *found;
}

/// Where a part's figures of this group come from.
const Provenance& groupOf(const PartInfo& info, const char* name)
{
    const auto found = std::ranges::find(info.groups, name, &SpecGroup::name);
    return found == info.groups.end() ? info.specs : found->provenance;
}

bool says(const std::string& text, const char* words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(shipped_cards)

// sapphiretech.com, NITRO+ AMD Radeon RX 9070 XT: 330 mm long, 3.5 slots, one 16-pin socket, 330 W.
BOOST_AUTO_TEST_CASE(sapphire_nitro_rx_9070_xt_is_as_its_maker_says)
{
    const Accelerator& card = accelerator("sapphire-nitro+-rx-9070-xt");
    BOOST_TEST(card.variantOf.text() == "rx-9070-xt");
    BOOST_TEST(card.info.partNumber == "11348-01-20G");
    BOOST_TEST(card.length.value().value() == 331.0);
    BOOST_TEST(card.slotWidth.value() == 4);
    BOOST_TEST(card.power.value().pin16 == 1);
    BOOST_TEST(card.power.value().pin8 == 0);
    BOOST_TEST((card.boardPower == 330_W));
}

// nvidia.com, GeForce RTX 4080 Founders Edition: 304 mm, three slots, 320 W, one 16-pin socket.
BOOST_AUTO_TEST_CASE(rtx_4080_founders_edition_is_as_its_maker_says)
{
    const Accelerator& card = accelerator("nvidia-rtx-4080-founders");
    BOOST_TEST(card.variantOf.text() == "rtx-4080");
    BOOST_TEST(card.length.value().value() == 304.0);
    BOOST_TEST(card.slotWidth.value() == 3);
    BOOST_TEST((card.boardPower == 320_W));
    BOOST_TEST(card.power.value().pin16 == 1);
}

// asus.com, ROG Astral GeForce RTX 5090 OC: 357.6 mm, 3.8 slots. docyx/pc-part-dataset of 2025-07-23: 3359.99 USD.
BOOST_AUTO_TEST_CASE(a_card_has_its_own_price)
{
    const Accelerator& card = accelerator("asus-rog-astral-rtx-5090-oc");
    BOOST_TEST(card.slotWidth.value() == 4);
    BOOST_REQUIRE(card.info.offers.size() == 1U);
    const Offer& offer = card.info.offers.front();
    BOOST_TEST(offer.price.decimal() == "3359.99");
    BOOST_TEST((offer.kind == PriceKind::Street));
    BOOST_TEST(offer.date.iso() == "2025-07-23");
}

BOOST_AUTO_TEST_CASE(a_card_has_the_rates_memory_and_links_of_its_accelerator)
{
    for (const Accelerator& card : shipped().cards) {
        const Accelerator* chip = findPart(shipped().accelerators, card.variantOf);
        BOOST_REQUIRE_MESSAGE(chip != nullptr, card.info.id.text());
        BOOST_TEST((card.memory == chip->memory && card.bandwidth == chip->bandwidth &&
                    card.bf16 == chip->bf16 && card.pcieLanes == chip->pcieLanes &&
                    card.mounting == chip->mounting && card.linkMaxDevices == chip->linkMaxDevices),
                   card.info.id.text());
        BOOST_TEST(chip->variantOf.empty());
    }
}

// 150 W a PCIe 8-pin, 75 W a 6-pin, 600 W a 16-pin and 75 W from the slot; the RTX A5000 draws 230 W from 225 W of these.
BOOST_AUTO_TEST_CASE(the_sockets_of_a_card_carry_its_power)
{
    for (const Accelerator& card : shipped().cards) {
        if (card.power && card.boardPower) {
            const double sockets =
                75 + 600 * card.power->pin16 + 150 * card.power->pin8 + 75 * card.power->pin6;
            BOOST_TEST(card.boardPower->value() <= 1.05 * sockets, card.info.id.text());
        }
    }
}

BOOST_AUTO_TEST_CASE(cards_are_found_among_all_parts)
{
    const PartReference found = findAnyPart(shipped(), PartId("nvidia-rtx-4080-founders"));
    BOOST_REQUIRE(found.info != nullptr);
    BOOST_TEST((found.category == PartCategory::Accelerator));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(shipped_hosted_prices)

// models.dev of 2026-07-02, providers/groq/models/openai/gpt-oss-120b.toml: input 0.15, output 0.60, cached input 0.075 USD.
BOOST_AUTO_TEST_CASE(gpt_oss_120b_at_groq_costs_what_models_dev_says)
{
    const ApiOffer& offer = apiOffer("groq-openai-gpt-oss-120b");
    BOOST_TEST(offer.provider == "groq");
    BOOST_TEST(offer.providerModel == "openai/gpt-oss-120b");
    BOOST_TEST(offer.model.text() == "gpt-oss-120b");
    BOOST_TEST(!offer.aggregator);
    BOOST_TEST(offer.input.micros() == 150'000);
    BOOST_TEST(offer.output.micros() == 600'000);
    BOOST_TEST(offer.cachedInput.value().micros() == 75'000);
    BOOST_TEST(!offer.context.has_value());
    BOOST_TEST(offer.maxOutput.value() == 65'536);
    BOOST_TEST(offer.date.iso() == "2026-07-02");
}

// models.dev, providers/deepseek/models/deepseek-chat.toml: a name that moves from model to model, so that it is of none here.
BOOST_AUTO_TEST_CASE(a_name_that_moves_is_of_no_model)
{
    const ApiOffer& offer = apiOffer("deepseek-deepseek-chat");
    BOOST_TEST(offer.model.empty());
    BOOST_TEST(offer.cachedInput.value().micros() == 2'800);
    BOOST_TEST(offer.context.value() == 1'000'000);
}

BOOST_AUTO_TEST_CASE(hosted_prices_name_their_source_and_known_models)
{
    for (const ApiOffer& offer : shipped().apiOffers) {
        BOOST_TEST(!offer.source.empty(), offer.id);
        BOOST_TEST(offer.input.micros() > 0, offer.id);
        BOOST_TEST(offer.output.micros() > 0, offer.id);
        BOOST_TEST((offer.model.empty() || findModel(shipped(), offer.model.text()).has_value()), offer.id);
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(shipped_provenance)

// The comparison by machine: bandwidth with Wikipedia and RightNow-GPU-Database, links with nobody.
BOOST_AUTO_TEST_CASE(each_group_says_what_it_was_compared_with)
{
    const PartInfo& info = accelerator("rtx-4090").info;
    const Provenance& memory = groupOf(info, "memory");
    BOOST_TEST((memory.state == Verification::Compared));
    BOOST_TEST(says(memory.source, "bandwidth agrees with Wikipedia and RightNow-GPU-Database"));
    BOOST_TEST(memory.date.has_value());
    BOOST_TEST((groupOf(info, "links").state == Verification::Unverified));
}

// 1792 or 1597 GB/s, and 960 or 864 GB/s, depending on whom one asks.
BOOST_AUTO_TEST_CASE(a_disputed_bandwidth_says_so)
{
    const Provenance& server = groupOf(accelerator("rtx-pro-6000-blackwell-server").info, "memory");
    BOOST_TEST((server.state == Verification::Unverified));
    BOOST_TEST(says(server.source, "1597 GB/s"));
    const Provenance& ada = groupOf(accelerator("rtx-5880-ada").info, "memory");
    BOOST_TEST((ada.state == Verification::Unverified));
    BOOST_TEST(says(ada.source, "864 GB/s"));
}

// Cores and clocks were compared; what a CPU takes from its platform was not.
BOOST_AUTO_TEST_CASE(what_was_not_compared_is_not_said_to_be)
{
    for (const Cpu& cpu : shipped().cpus) {
        for (const char* group : {"memory", "pcie", "isa"}) {
            BOOST_TEST((groupOf(cpu.info, group).state == Verification::Unverified), cpu.info.id.text());
        }
    }
    BOOST_TEST(
        (groupOf(findCpu(shipped(), "ryzen-7-7700").value()->info, "cores").state == Verification::Compared));
}

BOOST_AUTO_TEST_CASE(every_shipped_row_has_the_day_its_source_was_read)
{
    const auto dated = [](const auto& parts) {
        for (const auto& part : parts) {
            BOOST_TEST(part.info.specs.date.has_value(), part.info.id.text());
        }
    };
    dated(shipped().accelerators);
    dated(shipped().cards);
    dated(shipped().cpus);
    dated(shipped().boards);
    dated(shipped().memory);
    dated(shipped().drives);
    dated(shipped().powerSupplies);
    dated(shipped().cases);
    dated(shipped().coolers);
    dated(shipped().networkCards);
    dated(shipped().systems);
}

BOOST_AUTO_TEST_CASE(figures_are_in_groups)
{
    const TableSpec& accelerators = *findPartTable("accelerators");
    BOOST_TEST(
        (accelerators.groups() == std::vector<std::string>{"memory", "compute", "power", "links", "size"}));
}

BOOST_AUTO_TEST_SUITE_END()
