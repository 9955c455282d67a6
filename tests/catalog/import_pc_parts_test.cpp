// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "import_fixture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>

using namespace rigwright;

namespace {

const std::filesystem::path kSample = std::filesystem::path(RIGWRIGHT_TEST_DATA) / "imports/pc-part-dataset";

ImportPreview sample(const CatalogView& view, std::optional<Date> pricesOf = Date{2025, 7, 23})
{
    ImportRequest request;
    request.path = kSample;
    request.today = {2026, 10, 1};
    request.pricesOf = pricesOf;
    Expected<ImportPreview> preview = previewImport(request, view);
    BOOST_REQUIRE_MESSAGE(preview.has_value(), (preview ? "" : preview.error().message));
    return std::move(*preview);
}

std::string pricesOf(const ImportPreview& preview)
{
    std::vector<std::string> lines;
    for (const PriceChange& price : preview.changes.prices) {
        lines.push_back(price.part.text() + " " + price.offer.price.decimal());
    }
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

std::string newPart(const ImportPreview& preview, const char* id)
{
    const auto found = std::ranges::find(preview.changes.parts, PartId(id), &PartEdit::id);
    BOOST_REQUIRE_MESSAGE(found != preview.changes.parts.end(), id);
    std::string text = found->table;
    for (const CellChange& cell : found->cells) {
        text += "\n" + cell.column + "=" + cell.after;
    }
    return text;
}

const char* const kVideoCards = "name,price,chipset,memory,core_clock,boost_clock,color,length\n";
const char* const kCpus = "name,price,core_count,core_clock,boost_clock,microarchitecture,tdp,graphics\n";

} // namespace

BOOST_AUTO_TEST_SUITE(importing_pc_part_dataset)

// Each row was looked up by hand: the maker's product of that name, figures and, for cards, colour.
BOOST_AUTO_TEST_CASE(prices_go_to_the_parts_that_the_rows_surely_name)
{
    const ImportPreview preview = sample(shippedView());
    BOOST_TEST(preview.rows == 34);
    BOOST_TEST(preview.matched == 18);
    BOOST_TEST(preview.passedOver == 4);
    BOOST_TEST(problemsOf(preview) == "");
    BOOST_TEST(pricesOf(preview) ==
               "amd-ryzen-5-3600 79.75\n"
               "arctic-liquid-freezer-iii-pro-360 84.99\n"
               "asrock-rx-7900-xt-phantom-gaming-oc 1129.99\n"
               "asrock-rx-7900-xt-phantom-gaming-oc-white 811.84\n"
               "be-quiet-dark-power-13-1000w 267.36\n"
               "corsair-rm1000e-2023-1000w-gold 179.99\n"
               "corsair-vengeance-rgb-32-gb-2x16gb-ddr5-6000-cl36 94.99\n"
               "crucial-pro-2x48gb-ddr5-5600-cl46 209.99\n"
               "epyc-4564p 699.99\n"
               "intel-x550-t2 116.72\n"
               "kingston-nv3-1tb-m.2-2280-nvme-4 58.00\n"
               "lian-li-lancool-216 111.97\n"
               "mag-b650-tomahawk-wifi 189.42\n"
               "msi-mag-a750gl-pcie5 109.99\n"
               "msi-rtx-3060-ventus-2x-12gb 299.97\n"
               "msi-shadow-3x-oc-rtx-5070-ti 829.99\n"
               "noctua-nh-d15-g2 179.95\n"
               "ryzen-9-9950x 533.83\n"
               "samsung-990-pro-2tb 149.99\n"
               "thermalright-peerless-assassin-120-se 34.90\n"
               "wd-black-sn850x-2tb 154.54\n"
               "western-digital-blue-1tb-2.5-sata 141.47\n"
               "western-digital-blue-1tb-2.5-sata-5400rpm 35.99\n");
    const Offer& offer = preview.changes.prices.front().offer;
    BOOST_TEST((offer.kind == PriceKind::Street && offer.region == "US"));
    BOOST_TEST(!offer.own); // a published list is no quote to the user: newer prices outrank it
    BOOST_TEST(offer.source.starts_with("docyx/pc-part-dataset "));
    BOOST_TEST(offer.date.iso() == "2025-07-23");
}

BOOST_AUTO_TEST_CASE(other_rows_become_parts_with_what_they_say_and_no_part_number)
{
    const ImportPreview preview = sample(shippedView());
    BOOST_TEST(preview.changes.parts.size() == 9U);
    for (const PartEdit& part : preview.changes.parts) {
        BOOST_TEST(part.isNew);
        BOOST_TEST(std::ranges::none_of(part.cells, [](const CellChange& cell) {
            return cell.column == "part_number" || cell.after.empty();
        }));
    }
    BOOST_TEST(newPart(preview, "amd-ryzen-5-3600") ==
               "cpus\nmanufacturer=AMD\nname=Ryzen 5 3600\ncores=6\nbase_ghz=3.6\npower_w=65\n"
               "source=docyx/pc-part-dataset cpu.csv\nsource_date=2026-10-01\nverification=sourced");
    BOOST_TEST(newPart(preview, "corsair-vengeance-rgb-32-gb-2x16gb-ddr5-6000-cl36") ==
               "memory\nmanufacturer=Corsair\nname=Vengeance RGB 32 GB (2 x 16 GB) DDR5-6000 CL36\n"
               "memory_type=DDR5\nmodules=2\nmodule_gib=16\nmt_s=6000\ncas_latency=36\n"
               "source=docyx/pc-part-dataset memory.csv\nsource_date=2026-10-01\nverification=sourced");
    BOOST_TEST(newPart(preview, "gigabyte-b760m-aorus-elite-wifi6e-ddr4-gen5") ==
               "boards\nmanufacturer=Gigabyte\nname=B760M AORUS ELITE WIFI6E DDR4 GEN5\nsocket=LGA1700\n"
               "socket_count=1\nform_factor=mATX\ndimm_slots=4\nmemory_type=DDR4\nchannels_per_socket=2\n"
               "memory_max_gib=128\nsource=docyx/pc-part-dataset motherboard.csv\nsource_date=2026-10-01\n"
               "verification=sourced");
    const std::string disk = newPart(preview, "western-digital-blue-1tb-2.5-sata-5400rpm");
    BOOST_TEST(disk.find("note=hard disk with 5400 turns a minute") != std::string::npos);
    BOOST_TEST(
        newPart(preview, "corsair-4000d-airflow-with-750w").find("board_form_factors=Mini-ITX;mATX;ATX") !=
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_preview_says_what_it_leaves_out_and_which_day_prices_get)
{
    const std::vector<std::string> notes{
        "1 passed over: boards for sockets of which the catalog knows no CPU",
        "1 passed over: cards with a chip, or a size of its memory, that the catalog has no accelerator "
        "for",
        "1 passed over: drives of a size or an interface that the catalog has no word for",
        "1 passed over: network adapters that are no PCIe cards",
        "4 repeat a part in another colour or the like: the lowest price counts",
        "prices are in US dollars and dated 2026-10-01, the day of this import, as the files name none",
    };
    const ImportPreview preview = sample(shippedView(), std::nullopt);
    for (const std::string& note : notes) {
        BOOST_TEST((std::ranges::find(preview.notes, note) != preview.notes.end()), note);
    }
    BOOST_TEST(sample(shippedView()).notes.back() == "prices are in US dollars and dated 2025-07-23");
}

BOOST_AUTO_TEST_CASE(the_same_files_again_change_nothing)
{
    const CatalogView after = laidOver(shippedView(), sample(shippedView()).changes);
    const ImportPreview again = sample(after);
    BOOST_TEST(again.changes.empty(), pricesOf(again));
    BOOST_TEST(again.matched == 30);
    BOOST_TEST(again.unchanged == 30);
}

BOOST_AUTO_TEST_CASE(newer_prices_join_the_history_and_edits_stay)
{
    CatalogView after = laidOver(shippedView(), sample(shippedView()).changes);
    const auto edited = std::ranges::find(after.parts, PartId("amd-ryzen-5-3600"), &PartEntry::id);
    edited->sheet.cell("name") = "my old Ryzen";
    edited->sheet.cell("socket") = "AM4";
    const ImportPreview newer = sample(after, Date{2025, 12, 1});
    BOOST_TEST(newer.changes.parts.empty());
    BOOST_TEST(newer.changes.prices.size() == 23U);
    const CatalogView last = laidOver(after, newer.changes);
    const auto part = std::ranges::find(last.parts, PartId("amd-ryzen-5-3600"), &PartEntry::id);
    BOOST_TEST(part->offers.size() == 2U);
    BOOST_TEST(part->sheet.cell("name") == "my old Ryzen");
}

BOOST_AUTO_TEST_CASE(chips_need_a_name_and_a_memory_that_the_catalog_has)
{
    const ImportPreview preview = previewOf(
        "video-card.csv",
        std::string(kVideoCards) +
            "Maker One,1,GeForce RTX 4060 Ti,16,,,,300\nMaker Two,1,GeForce RTX 4060 Ti,8,,,,300\n"
            "Maker Three,1,GeForce RTX 4060 Ti,12,,,,300\nMaker Four,1,GeForce RTX 3080 10GB LHR,10,,,,300\n"
            "Maker Five,1,RTX 6000 Ada Generation,48,,,,267\nMaker Six,1,TITAN RTX,24,,,,267\n"
            "Maker Seven,1,GeForce GTX 1650 G6,4,,,,229\nMaker Eight,1,Radeon RX VEGA 64,8,,,,280\n"
            "Maker Nine,1,GeForce RTX 4090,24,,,,\n");
    std::string found;
    for (const PartEdit& part : preview.changes.parts) {
        const auto cell = std::ranges::find(part.cells, "accelerator", &CellChange::column);
        found += part.id.text() + " " + cell->after + "\n";
    }
    BOOST_TEST(found ==
               "maker-one-rtx-4060-ti-16gb-300mm rtx-4060-ti-16gb\n"
               "maker-two-rtx-4060-ti-8gb-300mm rtx-4060-ti-8gb\n"
               "maker-four-rtx-3080-10gb-300mm rtx-3080-10gb\n"
               "maker-five-rtx-6000-ada-267mm rtx-6000-ada\n"
               "maker-six-titan-rtx-267mm titan-rtx\n"
               "maker-eight-rx-vega-64-280mm rx-vega-64\n"
               "maker-nine-rtx-4090 rtx-4090\n");
    BOOST_TEST(preview.passedOver == 2);
}

BOOST_AUTO_TEST_CASE(bad_rows_are_told_by_line_and_column)
{
    const ImportPreview preview = previewOf("cpu.csv",
                                            std::string(kCpus) +
                                                "AMD One,\"$1,299.50\",8,4,5,Zen,65,\n"
                                                "AMD Two,call us,8,4,5,Zen,65,\n"
                                                "AMD Three,0,8,4,5,Zen,65,\n"
                                                "AMD Four,99,eight,4,5,Zen,65,\n"
                                                "AMD Five,99,8,4,5,Zen,65\n"
                                                ",99,8,4,5,Zen,65,\n"
                                                "AMD Six,99.999,8,4,5,Zen,65,\n");
    BOOST_TEST(pricesOf(preview) == "amd-one 1299.50\n");
    BOOST_TEST(preview.changes.parts.size() == 1U);
    BOOST_TEST(preview.problemCount == 6);
    BOOST_TEST(problemsOf(preview).starts_with(
        "cpu.csv:3:price: expected an amount in USD such as 1299.00, got 'call us'\n"
        "cpu.csv:4:price: expected an amount above zero, got '0'\n"
        "cpu.csv:5:core_count: expected a number such as 1299.00, got 'eight'\n"
        "cpu.csv:6: expected 8 cells as in the header, got 7\n"
        "cpu.csv:7:name: expected the name of a part, got an empty cell\n"
        "cpu.csv:8:price: "));
}

BOOST_AUTO_TEST_CASE(an_import_is_one_step_that_can_be_undone)
{
    const TemporaryFolder folder;
    Expected<CatalogStore> store =
        CatalogStore::open(findCatalog().value(), folder.path() / "overlay.sqlite");
    BOOST_REQUIRE(store.has_value());
    const auto before = store->read().value();
    const ImportPreview preview = sample(*before);
    BOOST_REQUIRE(store->apply(preview.changes, preview.label).has_value());
    const auto after = store->read().value();
    BOOST_TEST(after->parts.size() == before->parts.size() + 9);
    BOOST_TEST(after->undoLabel.value_or("") == "Import of pc-part-dataset");
    BOOST_TEST(sample(*after).changes.empty());
    BOOST_REQUIRE(store->undo().has_value());
    const auto undone = store->read().value();
    BOOST_TEST(undone->parts.size() == before->parts.size());
    BOOST_TEST(pricesOf(sample(*undone)) == pricesOf(preview));
}

BOOST_AUTO_TEST_SUITE_END()
