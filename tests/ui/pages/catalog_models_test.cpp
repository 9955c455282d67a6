// SPDX-License-Identifier: GPL-3.0-or-later
// What the catalog's page is made of: the search with its order, the changes that it asks for, its tables.
#include "ui/catalog_edits.h"
#include "ui/catalog_search.h"
#include "ui/catalog_table_model.h"
#include "ui/figure_text.h"
#include "ui/figures_model.h"
#include "ui/offers_model.h"
#include "ui/pages/page_window.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace rigwright;

namespace {

constexpr Date kToday{2026, 11, 21};

PartEntry cooler(const std::string& id, const std::string& name, const std::string& height)
{
    PartEntry part;
    part.sheet = emptySheet(*findPartTable("coolers"), PartId(id));
    part.sheet.cell("manufacturer") = "Acme";
    part.sheet.cell("name") = name;
    part.sheet.cell("kind") = "air";
    part.sheet.cell("sockets") = "AM5;LGA1700";
    part.sheet.cell("height_mm") = height;
    part.sheet.cell("source") = "data sheet";
    part.sheet.cell("verification") = "sourced";
    return part;
}

Offer offer(std::int64_t cents, PriceKind kind, const Date& date)
{
    Offer offer;
    offer.price = Money(cents, Currency::usd());
    offer.kind = kind;
    offer.region = "US";
    offer.source = "a shop";
    offer.date = date;
    return offer;
}

/// Three coolers of 158, 37 and of unknown height; the first has a price of the day before, the second one of a year before.
std::shared_ptr<const CatalogView> sampleView()
{
    auto view = std::make_shared<CatalogView>();
    view->catalog = std::make_shared<const Catalog>();
    view->parts = {cooler("breeze", "Breeze", "158"), cooler("low", "Low", "37"), cooler("wide", "Wide", "")};
    view->parts[0].offers = {offer(4'990, PriceKind::Street, {2026, 11, 20})};
    view->parts[1].offers = {offer(2'990, PriceKind::List, {2025, 11, 20})};
    view->parts[1].shipped = std::make_shared<const PartSheet>(cooler("low", "Low", "40").sheet);
    view->parts[1].underneath = {{"height_mm", "39", "40"}};
    view->parts[1].origin = PartOrigin::Edited;
    view->parts[2].origin = PartOrigin::Own;
    view->parts[2].missing = {"sockets"};
    view->index = PartIndex(view->parts);
    return view;
}

CatalogHits find(const CatalogFilter& filter, const CatalogOrder& order = {})
{
    return searchCatalog(*sampleView(), filter, order, kToday, {});
}

using Positions = std::vector<std::size_t>;

} // namespace

BOOST_AUTO_TEST_SUITE(catalog_models)

BOOST_AUTO_TEST_CASE(unknown_figures_come_last_in_either_order)
{
    BOOST_TEST((find({}, {"height_mm", false}).positions == Positions{1, 0, 2}));
    BOOST_TEST((find({}, {"height_mm", true}).positions == Positions{0, 1, 2}));
    BOOST_TEST((find({}, {CatalogOrder::kPrice, false}).positions == Positions{1, 0, 2}));
    BOOST_TEST((find({}, {"name", true}).positions == Positions{2, 1, 0}));
}

BOOST_AUTO_TEST_CASE(counts_are_of_all_tables_whatever_table_is_asked_for)
{
    CatalogFilter filter;
    filter.query.table = "cpus";
    const CatalogHits hits = find(filter);
    BOOST_TEST(hits.positions.empty());
    BOOST_TEST(hits.counts.at("coolers") == 3U);
    BOOST_TEST(hits.total == 3U);
}

BOOST_AUTO_TEST_CASE(old_prices_and_changed_figures_can_be_asked_for)
{
    CatalogFilter old;
    old.oldPriceOnly = true;
    BOOST_TEST((find(old).positions == Positions{1}));
    CatalogFilter changed;
    changed.underneathOnly = true;
    BOOST_TEST((find(changed).positions == Positions{1}));
}

BOOST_AUTO_TEST_CASE(an_edit_names_the_part_and_the_figure)
{
    const auto view = sampleView();
    const CatalogEdit edit = editCell(view->parts[0], "height_mm", "160");
    BOOST_TEST(edit.label == QStringLiteral("Height of Acme Breeze"));
    BOOST_REQUIRE(edit.changes.parts.size() == 1U);
    BOOST_TEST((edit.changes.parts[0].cells == std::vector<CellChange>{{"height_mm", "158", "160"}}));
    BOOST_TEST(resetCell(view->parts[1], "height_mm").changes.parts[0].cells[0].after == "40");
}

BOOST_AUTO_TEST_CASE(a_new_part_has_an_id_of_its_own_and_is_unverified)
{
    auto view = std::make_shared<CatalogView>(*sampleView());
    const CatalogEdit first = addPart(*view, *findPartTable("coolers"), "Acme", "Big & Blue (v2)");
    BOOST_TEST(first.changes.parts[0].id.text() == "own-acme-big-blue-v2");
    BOOST_TEST(first.changes.parts[0].isNew);
    view->parts.insert(view->parts.begin() + 2, cooler("own-acme-big-blue-v2", "Big & Blue (v2)", ""));
    const CatalogEdit second = addPart(*view, *findPartTable("coolers"), "Acme", "Big & Blue (v2)");
    BOOST_TEST(second.changes.parts[0].id.text() == "own-acme-big-blue-v2-2");
    const CatalogEdit nameless = addPart(*view, *findPartTable("coolers"), "极", "冷");
    BOOST_TEST(nameless.changes.parts[0].id.text() == "own-part");
    const CatalogEdit copy = duplicatePart(*view, view->parts[0]);
    const auto& cells = copy.changes.parts[0].cells;
    BOOST_TEST((std::ranges::find(cells, CellChange{"verification", "", "unverified"}) != cells.end()));
    BOOST_TEST((std::ranges::find(cells, CellChange{"height_mm", "", "158"}) != cells.end()));
}

BOOST_AUTO_TEST_CASE(marks_that_are_as_wanted_are_no_change)
{
    const auto view = sampleView();
    BOOST_TEST(markHidden({&view->parts[0]}, false).changes.empty());
    const CatalogEdit edit = markHidden({&view->parts[0], &view->parts[1]}, true);
    BOOST_TEST(edit.changes.marks.size() == 2U);
    BOOST_TEST(edit.label == QStringLiteral("Hide 2 parts"));
}

BOOST_AUTO_TEST_CASE(figures_are_shown_for_reading)
{
    const TableSpec& spec = *findPartTable("coolers");
    const auto column = [&spec](const char* name) {
        return *std::ranges::find(spec.columns, name, &Column::name);
    };
    BOOST_TEST(figureText(column("height_mm"), "158.5") == QStringLiteral("158.5 mm"));
    BOOST_TEST(figureText(column("sockets"), "AM5;LGA1700") == QStringLiteral("AM5, LGA1700"));
    BOOST_TEST(figureText(column("height_mm"), "").isEmpty());
    BOOST_TEST(expectationText(column("height_mm")) == QStringLiteral("a number from 10 to 300"));
}

BOOST_AUTO_TEST_CASE(the_figures_tell_what_was_changed_and_what_changed_underneath)
{
    FiguresModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.showPart(sampleView(), PartId("low"), true);
    const int row = model.rowOf("height_mm");
    BOOST_REQUIRE(row > 0);
    BOOST_TEST(model.index(row, FiguresModel::Value).data().toString() == QStringLiteral("37 mm"));
    BOOST_TEST(model.index(row, FiguresModel::Value).data(kNoteRole).toString() ==
               QStringLiteral("shipped: 40 mm, was 39 mm when you changed it"));
    BOOST_TEST(model.isEdited(row));
    BOOST_TEST(!model.isEdited(model.rowOf("name")));
    const QSignalSpy spy(&model, &FiguresModel::edited);
    BOOST_TEST(model.setData(model.index(row, FiguresModel::Value), QStringLiteral("38"), Qt::EditRole));
    BOOST_REQUIRE(spy.count() == 1);
    BOOST_TEST(spy.at(0).at(1).toString() == QStringLiteral("38"));
    // The same part again keeps its rows, so that an open editor stays.
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.showPart(sampleView(), PartId("low"), true);
    BOOST_TEST(resets.isEmpty());
    model.showPart(sampleView(), PartId("nobody"), true);
    BOOST_TEST(model.rowCount() == 0);
}

BOOST_AUTO_TEST_CASE(the_list_is_a_sound_model_of_every_table)
{
    CatalogTableModel model(kToday);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto view = sampleView();
    model.showHits(view, {0, 1, 2}, "coolers");
    const int price = model.columnOf(CatalogTableModel::Kind::Price);
    BOOST_TEST(model.index(0, price).data().toString() == QStringLiteral("$49.90"));
    BOOST_TEST(model.index(2, price).data().toString() == QStringLiteral("–"));
    // Only the price of a year before is old.
    const auto tagsOf = [&model, price](int row) {
        return model.index(row, price + 1).data(kTagsRole).value<CellTags>();
    };
    BOOST_TEST(tagsOf(0).isEmpty());
    BOOST_REQUIRE(tagsOf(1).size() == 1);
    BOOST_TEST((tagsOf(1)[0].kind == TagKind::Warning));
    BOOST_TEST(model.rowOf(PartId("wide")) == 2);
    model.showHits(view, {0, 1, 2}, {});
    BOOST_TEST(model.columnOf(CatalogTableModel::Kind::Table) == 1);
    for (const TableSpec& table : partTables()) {
        BOOST_TEST(keyColumns(table.name).size() == 3U, table.name);
        for (const std::string& key : keyColumns(table.name)) {
            BOOST_TEST((std::ranges::find(table.columns, key, &Column::name) != table.columns.end()),
                       table.name << " has no " << key);
        }
    }
}

BOOST_AUTO_TEST_CASE(prices_stand_newest_first_and_the_one_that_counts_is_marked)
{
    OffersModel model(kToday);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Offer quote = offer(4'500, PriceKind::Quote, {2026, 10, 1});
    quote.own = true;
    quote.validUntil = Date{2026, 11, 1};
    model.showOffers(
        {offer(5'990, PriceKind::List, {2026, 1, 2}), quote, offer(4'990, PriceKind::Street, {2026, 11, 20})},
        {});
    BOOST_TEST(model.index(0, OffersModel::Price).data().toString() == QStringLiteral("$49.90"));
    BOOST_TEST(model.rowThatCounts() == 1);
    const auto tags = model.index(1, OffersModel::When).data(kTagsRole).value<CellTags>();
    BOOST_REQUIRE(tags.size() == 1);
    BOOST_TEST(tags[0].text == QStringLiteral("expired"));
}

BOOST_AUTO_TEST_SUITE_END()
