// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import_dialog.h"
#include "ui/import_notes.h"
#include "ui/import_reasons.h"
#include "ui/window/speaking.h"
#include "ui/window/test_window.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include <latch>

using namespace rigwright;

namespace {

constexpr int kLongestReadMs = 10'000;

/// The shape of Llama 3.2 1B (its config.json on Hugging Face), but for max_position_embeddings.
constexpr auto kConfig = R"({"model_type": "llama", "hidden_size": 2048, "intermediate_size": 8192,
    "num_hidden_layers": 16, "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 128256,
    "max_position_embeddings": 16384, "tie_word_embeddings": true, "torch_dtype": "bfloat16"})";

/// A folder as people download it: named after the model, with its config.json.
class DownloadedModel {
public:
    explicit DownloadedModel(const char* text = kConfig)
    {
        BOOST_REQUIRE(QDir(folder_.path()).mkdir(QStringLiteral("Tiny-Llama")));
        QFile file(path());
        BOOST_REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QString path() const { return folder_.filePath(QStringLiteral("Tiny-Llama/config.json")); }

private:
    QTemporaryDir folder_;
};

template <class Widget = QWidget>
Widget* in(const QWidget* dialog, const char* objectName)
{
    auto* found = dialog->findChild<Widget*>(QString::fromLatin1(objectName));
    BOOST_REQUIRE_MESSAGE(found != nullptr, "no widget " << objectName);
    return found;
}

void waitForReading(const ImportDialog* dialog)
{
    BOOST_REQUIRE(QTest::qWaitFor([dialog] { return !dialog->isBusy(); }, kLongestReadMs));
}

/// Opens the dialog by its menu entry and types what it should read.
ImportDialog* typeIn(const TestWindow& window, const QString& origin)
{
    window.trigger("importAction");
    auto* dialog = window.find<ImportDialog>("importDialog");
    auto* source = in<QLineEdit>(dialog, "importSource");
    QTest::mouseClick(source, Qt::LeftButton);
    QTest::keyClicks(source, origin);
    QTest::keyClick(source, Qt::Key_Return);
    waitForReading(dialog);
    return dialog;
}

void use(const TestWindow& window, const ImportDialog* dialog)
{
    auto* button = in<QPushButton>(dialog, "importUse");
    BOOST_REQUIRE(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    window.settle();
}

QStringList column(const QAbstractItemModel* model, int which)
{
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row) {
        texts << model->index(row, which).data().toString();
    }
    return texts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(import)

BOOST_AUTO_TEST_CASE(a_config_shows_what_was_read_and_is_used_by_every_page)
{
    const DownloadedModel model;
    const TestWindow window;
    const ImportDialog* dialog = typeIn(window, model.path());
    const auto* notes = in<QTableView>(dialog, "importNotes")->model();
    BOOST_TEST(column(notes, 0).contains(QStringLiteral("num_hidden_layers")));
    BOOST_TEST(column(notes, 0).contains(QStringLiteral("Read from the file")));
    BOOST_TEST(in<QLabel>(dialog, "importFacts")->text().contains(QStringLiteral("16 layers")));
    use(window, dialog);
    BOOST_TEST(window.requirement().model.text().starts_with("file-"));
    BOOST_TEST(window.text("modelFacts").contains(QStringLiteral("16 layers")));
    BOOST_TEST(window.find<QLineEdit>("modelEdit")->text() == QStringLiteral("Tiny-Llama"));
    BOOST_TEST(window.shows("modelSource"));
    BOOST_TEST(window.find<QComboBox>("model")->findText(QStringLiteral("Imported")) > 0);
    BOOST_TEST(window.sentence().contains(QStringLiteral("within budget")));
}

BOOST_AUTO_TEST_CASE(a_context_beyond_an_imported_model_shrinks_to_it)
{
    const DownloadedModel model;
    const TestWindow window;
    window.enter("context", QStringLiteral("65536"));
    window.settle();
    use(window, typeIn(window, model.path()));
    BOOST_TEST(window.requirement().workload.context == 16'384);
}

BOOST_AUTO_TEST_CASE(a_file_dropped_on_the_window_is_read)
{
    const DownloadedModel model;
    const TestWindow window;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(model.path())});
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window.window(), &enter);
    BOOST_TEST(enter.isAccepted());
    QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window.window(), &drop);
    const auto* dialog = window.find<ImportDialog>("importDialog");
    waitForReading(dialog);
    BOOST_TEST(in<QPushButton>(dialog, "importUse")->isEnabled());
}

BOOST_AUTO_TEST_CASE(a_folder_stands_for_the_description_in_it)
{
    const DownloadedModel model;
    const TestWindow window;
    const ImportDialog* dialog = typeIn(window, QFileInfo(model.path()).path());
    BOOST_TEST(in<QLineEdit>(dialog, "importSource")->text() == model.path());
    BOOST_TEST(in<QPushButton>(dialog, "importUse")->isEnabled());
}

BOOST_AUTO_TEST_CASE(a_file_that_says_nothing_of_a_model_is_refused_in_one_line)
{
    const DownloadedModel broken("{\"model_type\": ");
    const TestWindow window;
    const ImportDialog* dialog = typeIn(window, broken.path());
    const auto* error = in<QLabel>(dialog, "importError");
    BOOST_TEST(error->isVisible());
    BOOST_TEST(!error->text().isEmpty());
    BOOST_TEST(!error->text().contains(QLatin1Char('\n')));
    BOOST_TEST(!in<QPushButton>(dialog, "importUse")->isEnabled());
}

BOOST_AUTO_TEST_CASE(a_bare_count_gives_a_typical_model)
{
    const TestWindow window;
    const ImportDialog* dialog = typeIn(window, QStringLiteral("7B"));
    use(window, dialog);
    BOOST_TEST(window.text("modelFacts").contains(QStringLiteral("B parameters")));
    BOOST_TEST(window.text("modelSourceText") == QStringLiteral("A typical model of this size"));
}

BOOST_AUTO_TEST_CASE(what_is_neither_a_file_nor_a_count_is_said)
{
    const TestWindow window;
    const ImportDialog* dialog = typeIn(window, QStringLiteral("seven"));
    BOOST_TEST(in<QLabel>(dialog, "importError")->text().contains(QStringLiteral("neither a file nor")));
}

BOOST_AUTO_TEST_CASE(a_file_is_chosen_in_the_dialog_of_the_system)
{
    const DownloadedModel model;
    const TestWindow window;
    auto* dialog = window.window().importModel();
    dialog->setFileChooser([&model](QWidget*) { return model.path(); });
    QTest::mouseClick(in(dialog, "importBrowse"), Qt::LeftButton);
    waitForReading(dialog);
    BOOST_TEST(in<QLineEdit>(dialog, "importSource")->text() == model.path());
    BOOST_TEST(in<QPushButton>(dialog, "importUse")->isEnabled());
}

BOOST_AUTO_TEST_CASE(the_list_of_models_leads_to_the_dialog)
{
    const TestWindow window;
    auto* list = window.find<QComboBox>("model");
    list->showPopup();
    QTest::keyClick(list->view(), Qt::Key_Home);
    QTest::keyClick(list->view(), Qt::Key_Return);
    BOOST_TEST(window.shows("importDialog"));
    BOOST_TEST(window.requirement().model.text() == "deepseek-r1-distill-qwen-32b");
}

BOOST_AUTO_TEST_CASE(what_was_read_shows_again_and_is_copied)
{
    const DownloadedModel model;
    const TestWindow window;
    use(window, typeIn(window, model.path()));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    window.click("modelNotes");
    const auto* dialog = window.find<ImportDialog>("importDialog");
    QTest::mouseClick(in(dialog, "copyNotes"), Qt::LeftButton);
    BOOST_TEST(QGuiApplication::clipboard()->text().contains(
        QStringLiteral("Read from the file\tnum_hidden_layers\t16")));
}

BOOST_AUTO_TEST_CASE(an_imported_model_is_removed_from_the_list_again)
{
    const DownloadedModel model;
    TestWindow window;
    use(window, typeIn(window, model.path()));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    window.click("modelNotes");
    const auto* dialog = window.find<ImportDialog>("importDialog");
    QTest::mouseClick(in(dialog, "importForget"), Qt::LeftButton);
    window.settle();
    BOOST_TEST(window.requirement().model.text() == "deepseek-r1-distill-qwen-32b");
    BOOST_TEST(window.find<QComboBox>("model")->findText(QStringLiteral("Imported")) == -1);
    window.reopen();
    BOOST_TEST(window.find<QComboBox>("model")->findText(QStringLiteral("Tiny-Llama")) == -1);
}

BOOST_AUTO_TEST_CASE(imported_models_are_there_again_after_a_restart)
{
    const DownloadedModel model;
    TestWindow window;
    use(window, typeIn(window, model.path()));
    window.reopen();
    BOOST_TEST(window.requirement().model.text().starts_with("file-"));
    BOOST_TEST(window.find<QLineEdit>("modelEdit")->text() == QStringLiteral("Tiny-Llama"));
    BOOST_TEST(window.text("modelFacts").contains(QStringLiteral("16 layers")));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_gone_is_said_below_the_model)
{
    const DownloadedModel model;
    TestWindow window;
    use(window, typeIn(window, model.path()));
    BOOST_REQUIRE(QFile::remove(model.path()));
    window.reopen();
    BOOST_TEST(window.requirement().model.text() == "deepseek-r1-distill-qwen-32b");
    BOOST_TEST(window.text("modelError").contains(QStringLiteral("can't be read any more")));
    BOOST_TEST(window.text("modelError").contains(QStringLiteral("config.json: no such file")));
}

BOOST_AUTO_TEST_CASE(a_slow_disk_does_not_hold_up_the_window)
{
    std::latch disk(1);
    ImportDialog dialog([&disk](const std::filesystem::path&) -> Expected<ImportedModel> {
        disk.wait();
        return fail("x.gguf: at last");
    });
    dialog.show();
    const DownloadedModel model;
    dialog.read(model.path());
    BOOST_TEST(QTest::qWaitFor([&dialog] { return in(&dialog, "importBusy")->isVisible(); }, 5000));
    BOOST_TEST(dialog.isBusy());
    disk.count_down();
    waitForReading(&dialog);
    BOOST_TEST(in<QLabel>(&dialog, "importError")->text() == QStringLiteral("x.gguf: at last"));
    BOOST_TEST(!in(&dialog, "importBusy")->isVisible());
}

BOOST_AUTO_TEST_CASE(notes_stand_in_groups_with_the_doubtful_first)
{
    ImportNotes notes;
    const QAbstractItemModelTester tester(&notes, QAbstractItemModelTester::FailureReportingMode::Fatal);
    notes.showNotes({{ImportNote::Kind::Read, "hidden_size", "64", ""},
                     {ImportNote::Kind::Assumed, "head_dim", "8", "hidden size by heads"},
                     {ImportNote::Kind::Unknown, "dtype", "", "how the weights are stored"}});
    BOOST_TEST(column(&notes, 0).join(QLatin1Char(' ')) ==
               QStringLiteral("Unknown dtype Assumed head_dim Read from the file hidden_size"));
    BOOST_TEST(notes.asText() ==
               QStringLiteral("Unknown\tdtype\t\thow the weights are stored\n"
                              "Assumed\thead_dim\t8\thidden size by heads\n"
                              "Read from the file\thidden_size\t64\t"));
}

BOOST_AUTO_TEST_CASE(reasons_speak_chinese_with_what_the_file_says)
{
    const Speaking chinese(QStringLiteral("zh_CN"));
    const QString text = importReasonText("the default of the class of gemma3");
    BOOST_TEST(text.contains(QStringLiteral("gemma3")));
    BOOST_TEST(!text.contains(QStringLiteral("default")));
    BOOST_TEST(importReasonText("something new") == QStringLiteral("something new"));
}

BOOST_AUTO_TEST_SUITE_END()
