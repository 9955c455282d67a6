// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/shipped_catalog.h"
#include "overlay_samples.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <sstream>

using namespace rigwright;

namespace {

constexpr int kIds = 4;

std::string someId()
{
    return "drive-" + std::to_string(*rc::gen::inRange(0, kIds));
}

/// A random edit; many are refused, as edits of a user may be.
CatalogChanges someChange()
{
    const std::string id = someId();
    switch (*rc::gen::inRange(0, 7)) {
    case 0: return only(ownDrive(id, std::to_string(*rc::gen::inRange(1, 9'000))));
    case 1: return only(edit(id, "drives", {"capacity_gb", "", std::to_string(*rc::gen::inRange(1, 9'000))}));
    case 2:
        return only(edit(id, "drives", {"read_gb_s", "", *rc::gen::element<std::string>("", "7", "7.0")}));
    case 3: {
        PriceChange price = priceOf(id, "drives", std::to_string(*rc::gen::inRange(1, 900)),
                                    *rc::gen::element("2026-08-01", "2026-08-02"));
        price.removed = *rc::gen::arbitrary<bool>();
        return only(price);
    }
    case 4: return removal(id);
    case 5: {
        CatalogChanges both = removal(id);
        both.parts.push_back(ownDrive(id, "1"));
        return both;
    }
    default:
        return only(edit("rtx-4090", "accelerators",
                         {"memory_gib", "", *rc::gen::element<std::string>("24", "48", "96", "")}));
    }
}

/// All that the user has, as text.
std::string stateOf(Overlay& overlay)
{
    const OverlayContents contents = overlay.read().value();
    std::ostringstream text;
    for (const OverlayPart& part : contents.parts) {
        text << part.id.text() << ' ' << part.own << jsonOf(part.cells) << jsonOf(part.replaced)
             << jsonOf(part.remembered) << part.marks.hidden << part.marks.note << '\n';
    }
    for (const OverlayPrice& price : contents.prices) {
        text << price.part.text() << ' ' << price.offer.price.decimal() << price.offer.date.iso() << '\n';
    }
    return text.str();
}

} // namespace

BOOST_AUTO_TEST_SUITE(steps_of_the_own_catalog)

BOOST_AUTO_TEST_CASE(undoing_goes_back_through_every_state_and_redoing_forth)
{
    const ShippedCatalog shipped = readShippedCatalog(findCatalog().value()).value();
    BOOST_TEST(rc::check("undo and redo walk the states", [&] {
        const OwnCatalog own;
        Overlay writer = own.overlay();
        Overlay reader = own.overlay();
        std::vector<std::string> states{stateOf(reader)};
        for (int i = *rc::gen::inRange(1, 25); i > 0; --i) {
            const bool applied =
                writer.apply(someChange(), "Change", {}, [&](const PartId& id) { return shipped.find(id); })
                    .has_value();
            const std::string state = stateOf(reader);
            RC_ASSERT(applied || state == states.back());
            if (state != states.back()) {
                states.push_back(state);
            }
        }
        for (std::size_t i = states.size() - 1; i > 0; --i) {
            RC_ASSERT(messageOf(writer.undo()) == "");
            RC_ASSERT(stateOf(reader) == states[i - 1]);
        }
        RC_ASSERT(messageOf(writer.undo()) == "there is nothing to undo");
        for (std::size_t i = 1; i < states.size(); ++i) {
            RC_ASSERT(messageOf(writer.redo()) == "");
            RC_ASSERT(stateOf(reader) == states[i]);
        }
        RC_ASSERT(messageOf(writer.redo()) == "there is nothing to redo");
        RC_ASSERT(messageOf(Overlay::open(own.path())) == "");
    }));
}

BOOST_AUTO_TEST_SUITE_END()
