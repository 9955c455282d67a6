// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/advice_page.h"

#include "ui/claim_details.h"
#include "ui/claim_filter.h"
#include "ui/claim_table_model.h"
#include "ui/finding_table_model.h"
#include "ui/label.h"
#include "ui/pages/page_window.h"
#include "ui/pages/sample.h"
#include "ui/table_view.h"
#include "ui/tag.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>

#include <atomic>

using namespace rigwright;

namespace {

Claim claim(const std::string& id, double figure)
{
    Claim made;
    made.id = id;
    made.scenario = id;
    made.text = "A claim of " + id;
    made.textChinese = "说法 " + id;
    made.quantity = ClaimQuantity::Decode;
    made.low = figure;
    made.unit = ClaimUnit::TokensPerSecond;
    return made;
}

/// Four claims, one of each kind of verdict.
std::shared_ptr<const Catalog> catalogWithClaims()
{
    Catalog catalog = *sample::catalog();
    catalog.claims = {claim("G1.slow", 5), claim("G1.right", 30), claim("G2.sum", 128455),
                      claim("G2.open", 7)};
    catalog.claims[0].measurement = ClaimMeasurement{50, 60, true, "a bench of our own"};
    catalog.claims[0].remark = "A remark.";
    catalog.claims[0].remarkChinese = "备注。";
    catalog.claims[3].quantity = ClaimQuantity::Open;
    catalog.claims[3].remark = "Nothing follows from it.";
    catalog.claims[3].remarkChinese = "无法判断。";
    return std::make_shared<const Catalog>(std::move(catalog));
}

std::vector<ClaimCheck> checksOf(const Catalog& catalog, const std::function<bool()>& /*stopped*/)
{
    std::vector<ClaimCheck> checks;
    for (const Claim& made : catalog.claims) {
        ClaimCheck check;
        check.claim = &made;
        check.reason = {"Because of {why}", {{"why", made.id}}};
        checks.push_back(check);
    }
    checks[0].ours = ClaimRange{40, 50, 60};
    checks[0].verdict = ClaimVerdict::TooLow;
    checks[0].factor = 10;
    checks[0].measured = true;
    checks[0].assumptions = {{"Engine: {engine}", {{"engine", "vLLM"}}}, {"Context: 1", {}}};
    checks[1].ours = ClaimRange{20, 30, 40};
    checks[1].verdict = ClaimVerdict::Agrees;
    checks[2].verdict = ClaimVerdict::Impossible;
    checks[2].factor = 1.00008;
    checks[3].verdict = ClaimVerdict::Open;
    checks[3].reason = {};
    return checks;
}

/// The page as it comes, with checks made by hand.
class Page : public AdvicePage {
public:
    Page()
        : AdvicePage(checksOf)
    { }
};

struct Fixture : PageWindow<Page> {
    Fixture()
    {
        page->setCatalog(catalogWithClaims());
        BOOST_REQUIRE(QTest::qWaitFor([this] { return table().model()->rowCount() == 4; }));
    }

    [[nodiscard]] TableView& table() const { return *find<TableView>("claimTable"); }
    [[nodiscard]] TableView& findings() const { return *find<TableView>("findingTable"); }
    [[nodiscard]] QStringList ids() const
    {
        QStringList shown;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            shown.append(table().model()->index(row, 0).data(kIdRole).toString());
        }
        return shown;
    }
    [[nodiscard]] QString label(const char* name) const { return find<QLabel>(name)->text(); }
};

EvaluatedBuild machineWithFindings()
{
    const Finding note{"a-note", Severity::Note, "Something to know.", {}};
    return sample::machine(
        {"one", "RTX 3090 24 GB", 1, 859, 31, 530, true, {note, sample::warning("tight", "It is tight.")}});
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(advice_page, Fixture)

BOOST_AUTO_TEST_CASE(claims_stand_with_their_verdicts)
{
    BOOST_TEST(ids() ==
               (QStringList{QStringLiteral("G1.slow"), QStringLiteral("G1.right"), QStringLiteral("G2.sum"),
                            QStringLiteral("G2.open")}));
    BOOST_TEST(cellOf(table(), 0, ClaimTableModel::Claimed) == QStringLiteral("5 tokens/s"));
    BOOST_TEST(cellOf(table(), 0, ClaimTableModel::Ours) == QStringLiteral("40–60"));
    BOOST_TEST(cellOf(table(), 0, ClaimTableModel::Measured) == QStringLiteral("50–60"));
    BOOST_TEST(cellOf(table(), 0, ClaimTableModel::VerdictColumn) == QStringLiteral("too low, 10×"));
    BOOST_TEST(cellOf(table(), 0, ClaimTableModel::Reason) == QStringLiteral("Because of G1.slow"));
    BOOST_TEST(cellOf(table(), 2, ClaimTableModel::VerdictColumn) == QStringLiteral("can't be"));
    BOOST_TEST(cellOf(table(), 3, ClaimTableModel::Reason) == QStringLiteral("Nothing follows from it."));
    const auto tags =
        table().model()->index(0, ClaimTableModel::VerdictColumn).data(kTagsRole).value<CellTags>();
    BOOST_TEST((tags.front().kind == TagKind::Warning));
}

BOOST_AUTO_TEST_CASE(the_selected_claim_is_told_in_full)
{
    BOOST_TEST(label("claimTitle") == QStringLiteral("A claim of G1.slow"));
    BOOST_TEST(find<Tag>("claimVerdict")->text() == QStringLiteral("too low, 10×, by the measurement"));
    BOOST_TEST(label("claimId") == QStringLiteral("G1.slow"));
    BOOST_TEST(label("claimRemark") == QStringLiteral("A remark."));
    BOOST_TEST(label("claimSource").contains(QStringLiteral("a bench of our own")));
    BOOST_TEST(label("claimAssumptions").contains(QStringLiteral("Engine: vLLM · Context: 1")));
    clickCell(table(), 3, ClaimTableModel::ClaimColumn);
    BOOST_TEST(label("claimTitle") == QStringLiteral("A claim of G2.open"));
    BOOST_TEST(label("claimReason") == QStringLiteral("Nothing follows from it."));
}

BOOST_AUTO_TEST_CASE(the_arrow_keys_go_from_claim_to_claim)
{
    press("claimTable", Qt::Key_Down);
    BOOST_TEST(label("claimTitle") == QStringLiteral("A claim of G1.right"));
}

BOOST_AUTO_TEST_CASE(claims_are_filtered_by_verdict_and_words)
{
    click("wrongClaims");
    BOOST_TEST(table().model()->rowCount() == 2);
    click("openClaims");
    BOOST_TEST(ids() == QStringList{QStringLiteral("G2.open")});
    BOOST_TEST(label("claimTitle") == QStringLiteral("A claim of G2.open"));
    click("rightClaims");
    BOOST_TEST(ids() == QStringList{QStringLiteral("G1.right")});
    click("allClaims");
    QTest::keyClicks(find<QLineEdit>("claimFilter"), QStringLiteral("g2 can't"));
    BOOST_TEST(ids() == QStringList{QStringLiteral("G2.sum")});
    QTest::keyClicks(find<QLineEdit>("claimFilter"), QStringLiteral(" nothing-like-it"));
    BOOST_TEST(table().model()->rowCount() == 0);
    BOOST_TEST(label("claimReason").startsWith(QStringLiteral("Select a claim")));
}

BOOST_AUTO_TEST_CASE(the_worst_claims_come_first_by_verdict)
{
    table().sortByColumn(ClaimTableModel::VerdictColumn, Qt::AscendingOrder);
    BOOST_TEST(ids() ==
               (QStringList{QStringLiteral("G2.sum"), QStringLiteral("G1.slow"), QStringLiteral("G1.right"),
                            QStringLiteral("G2.open")}));
}

BOOST_AUTO_TEST_CASE(findings_stand_by_gravity)
{
    page->showAnswer(std::make_shared<const EvaluatedBuild>(machineWithFindings()), sample::searchResult());
    BOOST_TEST(columnOf(findings(), FindingTableModel::Sentence) ==
               (QStringList{QStringLiteral("It is tight."), QStringLiteral("Something to know.")}));
    BOOST_TEST(findings().isColumnHidden(FindingTableModel::Mend));
}

BOOST_AUTO_TEST_CASE(without_a_machine_the_reasons_stand_with_the_nearest)
{
    page->showAnswer(nullptr, sample::emptyResult());
    BOOST_TEST(findings().model()->rowCount() == 2);
    BOOST_TEST(!findings().isColumnHidden(FindingTableModel::Mend));
    BOOST_TEST(!cellOf(findings(), 0, FindingTableModel::Mend).isEmpty());
}

BOOST_AUTO_TEST_CASE(nothing_is_cut_and_everything_has_a_name)
{
    BOOST_TEST(QTest::qWaitFor([this] { return cutTexts(*page).isEmpty(); }),
               cutTexts(*page).join(QLatin1Char('|')).toStdString());
    BOOST_TEST(!table().accessibleName().isEmpty());
    BOOST_TEST(!findings().accessibleName().isEmpty());
    BOOST_TEST(!find<QLineEdit>("claimFilter")->accessibleName().isEmpty());
}

BOOST_AUTO_TEST_CASE(every_text_follows_the_language)
{
    const HashLanguage language;
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(page, &change);
    for (int column = 0; column < ClaimTableModel::ColumnCount; ++column) {
        BOOST_TEST(
            table().model()->headerData(column, Qt::Horizontal).toString().startsWith(QLatin1Char('#')));
    }
    BOOST_TEST(cellOf(table(), 0, ClaimTableModel::Reason).startsWith(QLatin1Char('#')));
    BOOST_TEST(find<QPushButton>("wrongClaims")->text().startsWith(QLatin1Char('#')));
    BOOST_TEST(label("claimAssumptions").startsWith(QLatin1Char('#')));
}

BOOST_AUTO_TEST_CASE(the_model_keeps_its_promises)
{
    ClaimTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto catalog = catalogWithClaims();
    model.setChecks(std::make_shared<const ClaimChecks>(checksOf(*catalog, {})));
    model.retranslate();
    BOOST_TEST(model.countOf(ClaimVerdict::Impossible) == 1);
    model.setChecks(nullptr);
    BOOST_TEST(model.rowCount() == 0);
}

BOOST_AUTO_TEST_CASE(a_hidden_page_checks_nothing)
{
    std::atomic<int> calls = 0;
    AdvicePage hidden([&calls](const Catalog& /*catalog*/, const std::function<bool()>& /*stopped*/) {
        ++calls;
        return std::vector<ClaimCheck>();
    });
    hidden.setCatalog(catalogWithClaims());
    QApplication::processEvents();
    BOOST_TEST(calls == 0);
    hidden.show();
    BOOST_TEST(QTest::qWaitFor([&calls] { return calls == 1; }));
}

BOOST_AUTO_TEST_SUITE_END()
