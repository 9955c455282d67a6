// SPDX-License-Identifier: GPL-3.0-or-later
// What the user assumes: every section, profiles from files, countries, and what the next start finds.
#include "ui/assumptions_card.h"
#include "ui/pages/costs_window.h"
#include "ui/use_section.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

using namespace rigwright;

namespace {

struct AssumptionsFixture : CostsWindow {
    /// Unfolds every section, as a user does.
    void unfoldAll() const
    {
        for (const char* section : {"purchaseFold", "financingFold", "cloudFold", "apiFold", "rangesFold"}) {
            press(section, Qt::Key_Space);
        }
    }
    [[nodiscard]] QString written(const char* name, const QByteArray& text) const
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        BOOST_REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }
    [[nodiscard]] UseSection& use() const { return *page->findChild<UseSection*>(); }

    QTemporaryDir folder;
};

/// Tariffs, tax and carbon of two countries.
std::shared_ptr<const Catalog> catalogOfCountries()
{
    Catalog catalog = *sample::catalog();
    Country germany = catalog.countries.front();
    germany.code = "DE";
    germany.name = "Germany";
    germany.householdElectricity = MoneyRate(400'000, Currency::usd());
    germany.taxRate = 0.19;
    germany.carbon = CarbonIntensity(0.35);
    catalog.countries.push_back(germany);
    return std::make_shared<const Catalog>(std::move(catalog));
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(cost_assumptions, AssumptionsFixture)

BOOST_AUTO_TEST_CASE(each_section_changes_the_comparison)
{
    unfoldAll();
    enter("taxRate", QStringLiteral("10"));
    BOOST_TEST(assumed().purchase.taxRate.value() == 0.10);
    press("taxRecoverable", Qt::Key_Space);
    settle();
    BOOST_TEST(!assumed().purchase.taxRecoverable);
    // A tenth of $1,934 is paid as tax.
    BOOST_TEST(page->comparison()->scenarios.front().cumulative.front().decimal() == "2127.40");
    enter("residualShare", QStringLiteral("30"));
    BOOST_TEST(assumed().value.residualShare == 0.3);
    enter("powerUsageEffectiveness", QStringLiteral("1.5"));
    BOOST_TEST(assumed().running.powerUsageEffectiveness == 1.5);
    enter("spotInterruption", QStringLiteral("20"));
    BOOST_TEST(assumed().cloud.spotInterruption == 0.2);
    enter("batchDiscount", QStringLiteral("50"));
    BOOST_TEST(assumed().api.batchDiscount == 0.5);
}

BOOST_AUTO_TEST_CASE(financing_shows_what_counts_for_it)
{
    unfoldAll();
    BOOST_TEST(!isVisible("yearlyInterest"));
    press("financingKind", Qt::Key_Down);
    settle();
    BOOST_TEST((assumed().financing.kind == Financing::Loan));
    BOOST_TEST(isVisible("yearlyInterest"));
    BOOST_TEST(isVisible("downPayment"));
    press("financingKind", Qt::Key_Down);
    settle();
    BOOST_TEST((assumed().financing.kind == Financing::Lease));
    BOOST_TEST(!isVisible("downPayment"));
}

BOOST_AUTO_TEST_CASE(what_nobody_gives_says_so_and_can_be_given)
{
    unfoldAll();
    BOOST_TEST(!assumed().purchase.taxRate.has_value());
    BOOST_TEST(find<DecimalField>("taxRate")->text() == QStringLiteral("unknown"));
    BOOST_TEST(find<DecimalField>("nightElectricity")->text() == QStringLiteral("as by day"));
    enter("nightElectricity", QStringLiteral("0.10"));
    BOOST_REQUIRE(assumed().running.nightElectricity.has_value());
    BOOST_TEST(assumed().running.nightElectricity->toDouble() == 0.1);
    click("runningReset");
    settle();
    BOOST_TEST(!assumed().running.nightElectricity.has_value());
    BOOST_TEST(find<DecimalField>("nightElectricity")->text() == QStringLiteral("as by day"));
}

BOOST_AUTO_TEST_CASE(a_section_comes_back_to_its_defaults_alone)
{
    BOOST_TEST(!isVisible("useReset"));
    setHours(3);
    set("electricityPrice", 0.5);
    BOOST_TEST(isVisible("useReset"));
    click("useReset");
    settle();
    BOOST_TEST(assumed().use.utilization == 0.4);
    BOOST_TEST(!isVisible("useReset"));
    BOOST_TEST(assumed().running.electricity.toDouble() == 0.5);
    BOOST_TEST(isVisible("runningReset"));
}

BOOST_AUTO_TEST_CASE(a_figure_out_of_range_is_not_taken)
{
    enter("powerUsageEffectiveness", QStringLiteral("0.5"));
    BOOST_TEST(assumed().running.powerUsageEffectiveness >= 1);
    enter("years", QStringLiteral("99"));
    BOOST_TEST(assumed().years <= 10);
}

BOOST_AUTO_TEST_CASE(a_country_fills_in_tariff_tax_and_carbon)
{
    show(catalogOfCountries(), machine());
    unfoldAll();
    BOOST_TEST(valueOf("electricityPrice") == 0.18);
    // None, CN, Germany, US: two up from the first choice, US.
    auto* country = find<Choice>("country");
    BOOST_TEST(country->currentText() == QStringLiteral("US"));
    press("country", Qt::Key_Up);
    settle();
    BOOST_TEST(country->currentText() == QStringLiteral("Germany"));
    BOOST_TEST(valueOf("electricityPrice") == 0.4);
    BOOST_TEST(valueOf("taxRate") == 19);
    BOOST_TEST(valueOf("carbon") == 0.35);
    BOOST_TEST(assumed().country == "DE");
    press("country", Qt::Key_Down);
    settle();
    BOOST_TEST(valueOf("electricityPrice") == 0.18);
    BOOST_TEST(find<DecimalField>("carbon")->text() == QStringLiteral("unknown"));
}

BOOST_AUTO_TEST_CASE(users_ask_so_much_a_day)
{
    click("useUsers");
    settle();
    BOOST_TEST((assumed().use.kind == UseKind::Users));
    BOOST_TEST(!isVisible("hoursSlider"));
    enter("users", QStringLiteral("30"));
    enter("requestsPerUser", QStringLiteral("14"));
    // 30 × 14 × 5 days a week = 2,100 a week, over 730 / 168 weeks: 9,125 a month.
    BOOST_TEST(page->comparison()->traffic.requests.value() == 9125, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_profile_is_read_from_a_table)
{
    click("useProfile");
    // Nothing is compared with an empty table; what was compared stays.
    BOOST_TEST(textOf("profileError").contains(QStringLiteral("Choose a table")));
    BOOST_TEST(page->comparison() != nullptr);
    click("importProfile");
    auto* dialog = page->findChild<QFileDialog*>();
    BOOST_REQUIRE(dialog != nullptr);
    dialog->close();
    use().importProfile(written("day.csv", "hour,requests\n9,120\n10,60\n"));
    settle();
    BOOST_TEST(!isVisible("profileError"));
    BOOST_TEST(textOf("profileSummary") ==
               QStringLiteral("180 requests a day, at most 120 an hour (09:00)."));
    BOOST_TEST(isVisible("profileBars"));
    // 180 a day over 730 / 24 days.
    BOOST_TEST(page->comparison()->traffic.requests.value() == 5475, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_table_that_cannot_be_read_leaves_the_last_one)
{
    use().importProfile(written("day.csv", "9,120\n"));
    settle();
    use().importProfile(written("bad.csv", "9,120\n9,130\n"));
    BOOST_TEST(textOf("profileError").contains(QStringLiteral("2")));
    BOOST_TEST(textOf("profileSummary").startsWith(QStringLiteral("120 requests a day")));
    use().importProfile(folder.filePath(QStringLiteral("missing.csv")));
    BOOST_TEST(textOf("profileError").contains(QStringLiteral("missing.csv")));
    use().importProfile(written("large.csv", QByteArray(2'000'000, '1')));
    BOOST_TEST(textOf("profileError").contains(QStringLiteral("1 MiB")));
    use().importProfile(written("good.csv", "8,60\n"));
    settle();
    BOOST_TEST(!isVisible("profileError"));
}

BOOST_AUTO_TEST_CASE(a_range_of_the_users_own_takes_the_place_of_the_suggested_one)
{
    unfoldAll();
    BOOST_REQUIRE(isVisible("rangeHigh-hardware-price"));
    enter("rangeHigh-hardware-price", QStringLiteral("70"));
    const auto& ranges = assumed().ranges;
    BOOST_REQUIRE(ranges.size() == 1);
    BOOST_TEST((ranges.front().factor == CostFactor::HardwarePrice));
    BOOST_TEST(ranges.front().high == 1.7);
    BOOST_TEST(textOf("rangeReason-hardware-price") == QStringLiteral("Your own range"));
    click("rangesReset");
    settle();
    BOOST_TEST(assumed().ranges.empty());
    BOOST_TEST(textOf("rangeReason-hardware-price") != QStringLiteral("Your own range"));
}

BOOST_AUTO_TEST_CASE(the_next_start_finds_the_assumptions_of_each_currency)
{
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Requirement chinese = sample::requirement();
    chinese.budget = Money(2'100'000, *Currency::parse("CNY"));
    {
        CostsPage first;
        first.setSettings(settings);
        first.showBuild(sample::catalog(), machine(), sample::requirement());
        first.findChild<DecimalField*>(QStringLiteral("electricityPrice"))->setValue(0.33);
        first.showBuild(sample::catalog(), machine(), chinese);
        // Nothing was changed in yuan: $0.08 at 7 yuan a dollar.
        BOOST_TEST(first.findChild<DecimalField*>(QStringLiteral("electricityPrice"))->value() == 0.56,
                   boost::test_tools::tolerance(1e-9));
    }
    BOOST_TEST(settings.contains(QStringLiteral("costs/assumptions-USD")));
    BOOST_TEST(!settings.contains(QStringLiteral("costs/assumptions-CNY")));
    CostsPage second;
    second.setSettings(settings);
    second.showBuild(sample::catalog(), machine(), sample::requirement());
    BOOST_TEST(second.findChild<DecimalField*>(QStringLiteral("electricityPrice"))->value() == 0.33);
}

BOOST_AUTO_TEST_CASE(assumptions_that_cannot_be_read_are_the_defaults)
{
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("costs/assumptions-USD"), QStringLiteral("{\"schema\": 7}"));
    CostsPage opened;
    opened.setSettings(settings);
    opened.showBuild(sample::catalog(), machine(), sample::requirement());
    BOOST_TEST(opened.findChild<DecimalField*>(QStringLiteral("electricityPrice"))->value() == 0.18);
}

BOOST_AUTO_TEST_CASE(no_text_of_any_section_is_cut)
{
    unfoldAll();
    press("financingKind", Qt::Key_Down);
    for (const char* kind : {"useUsers", "useProfile", "useHours"}) {
        click(kind);
        settle();
        (void)QTest::qWaitFor([this] { return cutTexts(*page).isEmpty(); });
        BOOST_TEST(cutTexts(*page).join(QLatin1Char('|')).toStdString() == "");
    }
}

BOOST_AUTO_TEST_CASE(every_field_has_a_name_for_screen_readers_and_is_reached_by_the_keyboard)
{
    unfoldAll();
    const auto* card = page->findChild<AssumptionsCard*>();
    for (const auto* field : card->findChildren<QWidget*>()) {
        const bool isField = qobject_cast<const QAbstractSpinBox*>(field) != nullptr ||
            qobject_cast<const QComboBox*>(field) != nullptr ||
            qobject_cast<const QCheckBox*>(field) != nullptr;
        if (isField) {
            const std::string name = field->objectName().toStdString();
            BOOST_TEST(!field->accessibleName().isEmpty(), name << " has no name");
            BOOST_TEST(((field->focusPolicy() & Qt::TabFocus) != 0), name << " is not reached");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
