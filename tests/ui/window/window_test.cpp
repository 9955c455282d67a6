// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/memory_bars.h"
#include "ui/verdict_bar.h"
#include "ui/window/test_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>

using namespace rigwright;

namespace {

MachineVerdict::State verdictState(const TestWindow& window)
{
    return window.find<VerdictBar>("verdict")->state();
}

/// What stays as it is in every language: names of products, of units, of formats.
bool isName(const QString& word)
{
    static const QStringList known =
        QStringLiteral(
            "Ctrl GiB CPU GPU ECC PUE EPS USD CNY GQA MHA MLA MQA MoE PCIe API bit kWh llama cpp Rigwright")
            .split(QLatin1Char(' '));
    return known.contains(word);
}

QStringList englishWords(const QString& text, const QString& names)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    QStringList found;
    auto matches = word.globalMatch(text);
    while (matches.hasNext()) {
        const QString candidate = matches.next().captured();
        if (!isName(candidate) && !names.contains(candidate, Qt::CaseInsensitive)) {
            found << candidate;
        }
    }
    return found;
}

/// Every name of the catalog, in which a word of a label may be found.
QString catalogNames(const Catalog& catalog)
{
    QStringList names;
    const auto add = [&names](const auto& parts) {
        for (const auto& part : parts) {
            names << QString::fromStdString(part.info.manufacturer + ' ' + part.info.name);
        }
    };
    add(catalog.accelerators);
    add(catalog.cards);
    add(catalog.cpus);
    add(catalog.boards);
    add(catalog.memory);
    add(catalog.systems);
    add(catalog.coolers);
    add(catalog.cases);
    add(catalog.powerSupplies);
    add(catalog.drives);
    for (const ModelFacts& model : catalog.models) {
        names << QString::fromStdString(model.name);
    }
    for (const CloudOffer& offer : catalog.cloudOffers) {
        names << QString::fromStdString(offer.provider + ' ' + offer.instance);
    }
    return names.join(QLatin1Char('\n'));
}

} // namespace

BOOST_AUTO_TEST_SUITE(window)

BOOST_AUTO_TEST_CASE(the_first_answer_names_a_machine_and_its_figures)
{
    const TestWindow window;
    BOOST_TEST((verdictState(window) == MachineVerdict::State::Good ||
                verdictState(window) == MachineVerdict::State::Caution));
    BOOST_TEST(window.sentence().contains(QStringLiteral("within budget")));
    BOOST_TEST(window.text("catalogStatus").contains(QStringLiteral("Catalog 20")));
    BOOST_TEST(window.text("rateStatus").contains(QStringLiteral("1 USD =")));
    BOOST_TEST(window.text("timeStatus").contains(QStringLiteral("ms")));
}

BOOST_AUTO_TEST_CASE(typing_a_name_chooses_the_model)
{
    const TestWindow window;
    QTest::keyClick(&window.window(), Qt::Key_K, Qt::ControlModifier);
    auto* edit = window.find<QLineEdit>("modelEdit");
    BOOST_TEST(edit->hasFocus());
    QTest::keyClicks(edit, QStringLiteral("qwen-14b"));
    QTest::keyClick(edit, Qt::Key_Return);
    window.settle();
    BOOST_TEST(window.requirement().model.text() == "deepseek-r1-distill-qwen-14b");
    BOOST_TEST(window.text("modelFacts").contains(QStringLiteral("14.8 B parameters")));
}

BOOST_AUTO_TEST_CASE(an_unknown_model_is_refused_beside_its_field_with_near_names)
{
    const TestWindow window;
    QTest::keyClick(&window.window(), Qt::Key_K, Qt::ControlModifier);
    auto* edit = window.find<QLineEdit>("modelEdit");
    QTest::keyClicks(edit, QStringLiteral("Qwwen2.5-72X"));
    QTest::keyClick(edit, Qt::Key_Return);
    window.settle();
    BOOST_TEST(window.text("modelError").contains(QStringLiteral("Qwen2.5")));
    BOOST_TEST((verdictState(window) == MachineVerdict::State::Caution));
    BOOST_TEST(window.requirement().model.text() == "deepseek-r1-distill-qwen-32b");
}

BOOST_AUTO_TEST_CASE(the_context_slider_moves_the_field_and_the_chart)
{
    const TestWindow window;
    const QString before = window.find<MemoryBars>("memoryBars")->accessibleDescription();
    window.press("contextSlider", Qt::Key_PageUp);
    window.settle();
    // One page is one octave.
    BOOST_TEST(window.requirement().workload.context == 16384);
    BOOST_TEST(window.find<QSpinBox>("context")->text() == QStringLiteral("16,384"));
    BOOST_TEST(window.find<MemoryBars>("memoryBars")->accessibleDescription() != before);
}

BOOST_AUTO_TEST_CASE(a_context_beyond_the_model_is_refused_in_words)
{
    const TestWindow window;
    window.enter("context", QStringLiteral("300000"));
    window.settle();
    BOOST_TEST(window.text("contextError").contains(QStringLiteral("at most 131,072 tokens")));
    window.enter("context", QStringLiteral("8192"));
    window.settle();
    BOOST_TEST(window.sentence().contains(QStringLiteral("within budget")));
}

BOOST_AUTO_TEST_CASE(serving_asks_for_users_and_chat_does_not)
{
    const TestWindow window;
    BOOST_TEST(!window.shows("concurrency"));
    window.click("workloadServe");
    window.settle();
    BOOST_TEST(window.shows("concurrency"));
    window.enter("concurrency", QStringLiteral("16"));
    window.settle();
    BOOST_TEST(window.requirement().workload.concurrency == 16);
    window.click("workloadChat");
    window.settle();
    BOOST_TEST(window.requirement().workload.concurrency == 1);
}

BOOST_AUTO_TEST_CASE(an_engine_brings_the_formats_that_it_loads)
{
    const TestWindow window;
    window.choose("engine", QStringLiteral("vLLM"));
    window.settle();
    BOOST_TEST((window.requirement().workload.engine == Engine::Vllm));
    BOOST_TEST(!isGguf(window.requirement().workload.weights));
    const auto* weights = window.find<QComboBox>("weights");
    BOOST_TEST(weights->findText(QStringLiteral("Q4_K_M")) == -1);
}

BOOST_AUTO_TEST_CASE(engine_settings_unfold_and_reach_the_requirement)
{
    const TestWindow window;
    BOOST_TEST(!window.shows("ubatch"));
    window.click("engineSettings");
    window.enter("ubatch", QStringLiteral("2048"));
    window.press("flashAttention", Qt::Key_Space);
    window.settle();
    BOOST_TEST(window.requirement().workload.microBatch == 2048);
    BOOST_TEST(!window.requirement().workload.flashAttention);
    window.press("memoryMap", Qt::Key_Space);
    window.settle();
    BOOST_TEST(!window.requirement().workload.memoryMap);
    window.choose("engine", QStringLiteral("vLLM"));
    window.settle();
    BOOST_TEST(!window.shows("ubatch"));
    window.enter("memoryShare", QStringLiteral("80"));
    window.settle();
    BOOST_TEST((window.requirement().workload.serving.memoryShare == 0.8));
}

BOOST_AUTO_TEST_CASE(a_budget_too_small_offers_to_raise_it)
{
    const TestWindow window;
    window.enter("budget", QStringLiteral("200"));
    window.settle();
    BOOST_TEST((verdictState(window) == MachineVerdict::State::No));
    BOOST_TEST(window.sentence().contains(QStringLiteral("$200")));
    BOOST_TEST(
        window.find<QAbstractButton>("mend0")->text().startsWith(QStringLiteral("Raise the budget to $")));
    window.click("mend0");
    window.settle();
    BOOST_TEST(window.sentence().contains(QStringLiteral("within budget")));
    BOOST_TEST(window.requirement().budget.toDouble() > 200.0);
}

BOOST_AUTO_TEST_CASE(a_row_of_the_precisions_is_chosen_by_a_click)
{
    const TestWindow window;
    auto* table = window.find<QTableView>("precisionsTable");
    int row = 0;
    while (table->model()->index(row, 0).data().toString() != QLatin1String("Q3_K_M")) {
        BOOST_REQUIRE(++row < table->model()->rowCount());
    }
    table->scrollTo(table->model()->index(row, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(row, 0)).center());
    window.settle();
    BOOST_TEST((window.requirement().workload.weights == WeightFormat::Q3_K_M));
    BOOST_TEST(table->currentIndex().data().toString() == QStringLiteral("Q3_K_M"));
}

BOOST_AUTO_TEST_CASE(the_largest_context_is_taken_by_its_link)
{
    const TestWindow window;
    const std::int64_t before = window.requirement().workload.context;
    window.click("largestContext");
    window.settle();
    BOOST_TEST(window.requirement().workload.context > before);
}

BOOST_AUTO_TEST_CASE(figures_stand_in_a_table_too)
{
    const TestWindow window;
    window.click("memoryAsTable");
    auto* table = window.find<QTableView>("memoryBarsTable");
    BOOST_TEST(table->model()->rowCount() >= 2);
    BOOST_TEST(table->model()->headerData(1, Qt::Horizontal).toString() == QStringLiteral("Weights"));
    window.click("memoryAsTable");
    BOOST_TEST(window.shows("memoryBars"));
}

BOOST_AUTO_TEST_CASE(keys_reach_every_page)
{
    const TestWindow window;
    const auto* tabs = window.find<QTabBar>("tabs");
    for (const auto& [key, index] :
         {std::pair{Qt::Key_2, 1}, {Qt::Key_3, 2}, {Qt::Key_4, 3}, {Qt::Key_1, 0}}) {
        QTest::keyClick(&window.window(), key, Qt::ControlModifier);
        BOOST_TEST(tabs->currentIndex() == index);
    }
}

BOOST_AUTO_TEST_CASE(tab_goes_through_the_panel_from_top_to_bottom)
{
    const TestWindow window;
    QStringList order;
    for (int i = 0; i < 13; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        order << QApplication::focusWidget()->objectName();
    }
    const QStringList expected{
        QStringLiteral("model"),        QStringLiteral("weights"),      QStringLiteral("kvCache"),
        QStringLiteral("workloadChat"), QStringLiteral("context"),      QStringLiteral("contextSlider"),
        QStringLiteral("promptTokens"), QStringLiteral("outputTokens"), QStringLiteral("firstToken"),
        QStringLiteral("speedTarget"),  QStringLiteral("engine"),       QStringLiteral("engineSettings"),
        QStringLiteral("budget")};
    BOOST_TEST(order.join(QLatin1Char(' ')) == expected.join(QLatin1Char(' ')));
}

BOOST_AUTO_TEST_CASE(every_field_has_a_name_for_screen_readers)
{
    const TestWindow window;
    const auto* panel = window.window().findChild<QWidget*>(QStringLiteral("requirementPanel"));
    for (const QWidget* field : panel->findChildren<QWidget*>()) {
        const bool isField = qobject_cast<const QAbstractSpinBox*>(field) != nullptr ||
            qobject_cast<const QComboBox*>(field) != nullptr ||
            qobject_cast<const QSlider*>(field) != nullptr;
        if (isField) {
            BOOST_TEST(!field->objectName().isEmpty());
            BOOST_TEST(!field->accessibleName().isEmpty(), field->objectName().toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(chinese_leaves_no_english_behind)
{
    const TestWindow window;
    const QString names = catalogNames(*shippedCatalog());
    // A language names itself, and sizes of boards and kinds of files are names of standards.
    QString wordsOfMenus = QStringLiteral("English SVG PNG PDF");
    for (const Board& board : shippedCatalog()->boards) {
        wordsOfMenus += QLatin1Char(' ') + QString::fromStdString(board.formFactor);
    }
    window.trigger("languageAction_zh_CN");
    window.settle();
    for (int page = 0; page < MainWindow::TabCount; ++page) {
        QTest::keyClick(&window.window(), static_cast<Qt::Key>(Qt::Key_1 + page), Qt::ControlModifier);
        QCoreApplication::processEvents();
        for (const QWidget* widget : window.window().findChildren<QWidget*>()) {
            // A citation stays as its source prints it.
            if (!widget->isVisible() || widget->objectName() == QStringLiteral("claimSource")) {
                continue;
            }
            QString text;
            if (const auto* label = qobject_cast<const QLabel*>(widget)) {
                text = label->text();
            } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
                text = button->text();
            } else if (const auto* head = qobject_cast<const QHeaderView*>(widget);
                       head != nullptr && head->orientation() == Qt::Horizontal && head->model() != nullptr) {
                for (int column = 0; column < head->count(); ++column) {
                    text += head->model()->headerData(column, Qt::Horizontal).toString() + QLatin1Char(' ');
                }
            }
            const QStringList left = englishWords(text, names);
            BOOST_TEST(left.isEmpty(),
                       widget->objectName().toStdString()
                           << ": " << text.toStdString() << " (" << left.join(QLatin1Char(',')).toStdString()
                           << ")");
        }
    }
    for (const QAction* action : window.window().findChildren<QAction*>()) {
        const QStringList left = englishWords(action->text(), wordsOfMenus);
        BOOST_TEST(left.isEmpty(),
                   action->objectName().toStdString() << ": " << action->text().toStdString());
    }
    BOOST_TEST(window.sentence().contains(QStringLiteral("预算之内")));
}

BOOST_AUTO_TEST_CASE(english_comes_back_whole)
{
    const TestWindow window;
    const QString sentence = window.sentence();
    const QString status = window.text("catalogStatus");
    window.trigger("languageAction_zh_CN");
    window.settle();
    BOOST_TEST(window.sentence() != sentence);
    window.trigger("languageAction_en");
    window.settle();
    BOOST_TEST(window.sentence() == sentence);
    BOOST_TEST(window.text("catalogStatus") == status);
}

BOOST_AUTO_TEST_CASE(the_dark_theme_reaches_every_page)
{
    const TestWindow window;
    window.trigger("themeAction2");
    QCoreApplication::processEvents();
    for (int page = 0; page < MainWindow::TabCount; ++page) {
        window.window().showTab(static_cast<MainWindow::Tab>(page));
        QCoreApplication::processEvents();
        const QImage picture = window.window().grab().toImage();
        qint64 bright = 0;
        for (int y = 0; y < picture.height(); y += 4) {
            for (int x = 0; x < picture.width(); x += 4) {
                bright += picture.pixelColor(x, y).lightness() > 200 ? 1 : 0;
            }
        }
        const double share = static_cast<double>(bright) * 16 / (picture.width() * picture.height());
        BOOST_TEST(share < 0.06, "page " << page << " is bright in " << share);
    }
}

BOOST_AUTO_TEST_CASE(the_next_start_finds_everything_as_it_was)
{
    TestWindow window;
    window.enter("budget", QStringLiteral("4321"));
    window.choose("vendor", QStringLiteral("AMD"));
    window.click("workloadServe");
    window.enter("concurrency", QStringLiteral("7"));
    window.window().showTab(MainWindow::Costs);
    window.settle();
    window.reopen();
    const Requirement again = window.requirement();
    BOOST_TEST(again.budget.decimal() == "4321.00");
    BOOST_TEST((again.vendor == AcceleratorVendor::Amd));
    BOOST_TEST(again.workload.concurrency == 7);
    BOOST_TEST(window.find<QTabBar>("tabs")->currentIndex() == static_cast<int>(MainWindow::Costs));
}

BOOST_AUTO_TEST_CASE(nothing_is_cut_at_the_smallest_size_that_is_promised)
{
    const TestWindow window;
    for (const char* language : {"languageAction_en", "languageAction_zh_CN"}) {
        window.trigger(language);
        window.window().resize(1280, 800);
        window.settle();
        const auto* panel = window.window().findChild<QWidget*>(QStringLiteral("requirementPanel"));
        for (const QLabel* label : window.window().findChildren<QLabel*>()) {
            if (!label->isVisible() || label->wordWrap() || label->text().isEmpty()) {
                continue;
            }
            BOOST_TEST(label->width() >= label->sizeHint().width(),
                       language << " cuts '" << label->text().toStdString() << "'");
            if (panel->isAncestorOf(label)) {
                const int right = label->mapTo(panel, QPoint(label->width(), 0)).x();
                BOOST_TEST(right <= panel->width());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(about_names_the_licence)
{
    const TestWindow window;
    window.trigger("aboutAction");
    auto* box = window.window().findChild<QMessageBox*>(QStringLiteral("aboutBox"));
    BOOST_REQUIRE(box != nullptr);
    BOOST_TEST(box->informativeText().contains(QStringLiteral("GNU General Public License")));
    box->close();
}

BOOST_AUTO_TEST_SUITE_END()
