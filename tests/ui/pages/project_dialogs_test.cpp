// SPDX-License-Identifier: GPL-3.0-or-later
// What every dialog of projects and quotes must have; and what is said of files.
#include "ui/known_texts.h"
#include "ui/pages/page_window.h"
#include "ui/pages/sample.h"
#include "ui/project_errors.h"
#include "ui/project_notes_dialog.h"
#include "ui/quote_import_dialog.h"
#include "ui/recovery_dialog.h"
#include "ui/repricing_dialog.h"
#include "ui/revision_dialogs.h"
#include "ui/save_chooser.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>

using namespace rigwright;

namespace {

const Date kDay{2026, 9, 29};

/// Return does what the dialog is for, everything is named for those who hear it, nothing is cut, and the keys reach all.
void checkDialog(QDialog& dialog, const char* defaultButton)
{
    dialog.show();
    BOOST_REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    (void)QTest::qWaitFor([&] { return cutTexts(dialog).isEmpty(); }, 500);
    BOOST_TEST(cutTexts(dialog).join(QLatin1Char('|')).toStdString() == "");
    QString byReturn;
    for (const auto* button : dialog.findChildren<QPushButton*>()) {
        if (button->isDefault() && button->isVisible() && button->isEnabled()) {
            byReturn = button->objectName();
        }
        if (button->isVisible()) {
            BOOST_TEST((button->focusPolicy() == Qt::StrongFocus), button->text().toStdString());
        }
    }
    BOOST_TEST(byReturn == QLatin1String(defaultButton));
    for (QWidget* field : dialog.findChildren<QWidget*>()) {
        const bool isField = qobject_cast<QTableView*>(field) != nullptr ||
            qobject_cast<QComboBox*>(field) != nullptr || qobject_cast<QPlainTextEdit*>(field) != nullptr ||
            (qobject_cast<QLineEdit*>(field) != nullptr &&
             qobject_cast<QComboBox*>(field->parentWidget()) == nullptr);
        if (isField && field->isVisible()) {
            const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(field);
            BOOST_TEST(!spoken->text(QAccessible::Name).isEmpty(), field->objectName().toStdString());
        }
    }
    QTest::keyClick(&dialog, Qt::Key_Escape);
    BOOST_TEST(!dialog.isVisible());
}

Quote shopA()
{
    Quote quote;
    quote.supplier = "Shop A";
    quote.date = {2026, 9, 20};
    return quote;
}

Revision revision(int number, int systems)
{
    Revision kept;
    kept.number = number;
    kept.date = kDay;
    kept.note = "For approval by the group, and for the department that buys";
    kept.author = "M. Example";
    kept.requirement = sample::requirement();
    kept.bom =
        *makeBom(*sample::catalog(), sample::machine({"one", "RTX 3090 24 GB", 1, 859, 31, 530, true, {}}),
                 sample::requirement(), kDay, systems);
    return kept;
}

} // namespace

BOOST_AUTO_TEST_SUITE(project_dialogs)

BOOST_AUTO_TEST_CASE(new_prices_are_taken_by_return_and_none_only_closes)
{
    const Money before(10'000, Currency::usd());
    RepricingDialog changed(
        {{SavedDifference::Kind::PriceUp, "Ryzen 5 7600", before, Money(12'000, Currency::usd())}}, {},
        {{2026, 1, 1}, kDay});
    checkDialog(changed, "repriceTake");
    RepricingDialog same({}, {}, {kDay, kDay});
    checkDialog(same, "repriceCancel");
}

BOOST_AUTO_TEST_CASE(a_new_revision_and_the_notes_are_taken_by_return)
{
    NewRevisionDialog fresh(1, QStringLiteral("M. Example"));
    checkDialog(fresh, "revisionTake");
    ProjectNotesDialog notes(QStringLiteral("Lab"), QStringLiteral("For the new room"));
    checkDialog(notes, "projectNotesTake");
}

BOOST_AUTO_TEST_CASE(revisions_are_compared_and_return_closes_them)
{
    RevisionsDialog dialog({revision(1, 1)}, revision(0, 3));
    checkDialog(dialog, "revisionsClose");
    RevisionsDialog none({}, std::nullopt);
    checkDialog(none, "revisionsClose");
}

BOOST_AUTO_TEST_CASE(a_quote_is_taken_by_return_unless_it_says_nothing)
{
    QuoteImport import;
    import.quote = shopA();
    import.unanswered = {"ryzen-5-7600"};
    QuoteImportDialog empty(import, *sample::catalog());
    checkDialog(empty, "cancelQuote");
    QuoteLine line;
    line.part = PartId("rtx-3090");
    line.unitPrice = Money(79'900, Currency::usd());
    import.quote.lines = {line};
    QuoteImportDialog filled(import, *sample::catalog());
    checkDialog(filled, "takeQuote");
    // Parts stand by name, not by the id of their line.
    const auto* notes = filled.findChild<QTableView*>(QStringLiteral("quoteNotes"));
    BOOST_TEST(cellOf(*notes, 0, 1) == QStringLiteral("Ryzen 5 7600"));
}

BOOST_AUTO_TEST_CASE(what_a_crash_left_is_recovered_by_return)
{
    RecoverableProject found;
    found.original = "/home/somebody/documents/projects of the year 2026/machines for the lab.rigwright";
    found.project.requirement = sample::requirement();
    RecoveryDialog dialog({found});
    checkDialog(dialog, "recoverProject");
    const auto* table = dialog.findChild<QTableView*>(QStringLiteral("recoverable"));
    int width = 0;
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        width += table->columnWidth(column);
    }
    BOOST_TEST(width <= table->viewport()->width());
}

BOOST_AUTO_TEST_CASE(the_name_of_a_document_follows_its_format)
{
    QString name;
    QTimer::singleShot(0, [&name] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        BOOST_REQUIRE(dialog != nullptr);
        auto* types = dialog->findChild<QComboBox*>(QStringLiteral("fileTypeCombo"));
        types->setFocus();
        QTest::keyClick(types, Qt::Key_Down);
        name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->text();
        dialog->reject();
    });
    const SaveChoice choice =
        chooseToSave(nullptr, QStringLiteral("Export"), QStringLiteral("/tmp/RTX 3090 v1.2.xlsx"),
                     {{QStringLiteral("Workbook (*.xlsx)"), QStringLiteral("xlsx")},
                      {QStringLiteral("Report (*.pdf)"), QStringLiteral("pdf")}});
    BOOST_TEST(choice.path == QString());
    BOOST_TEST(QFileInfo(name).fileName() == QStringLiteral("RTX 3090 v1.2.pdf"));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_file_is_said_in_the_language_of_the_window)
{
    const HashLanguage language;
    BOOST_TEST(
        projectErrorText(
            {"/a/b.rigwright: open in another window (process 7 on pc since 2026-09-29 08:00)"}) ==
        QStringLiteral("#/a/b.rigwright: open in another window (process 7 on pc since 2026-09-29 08:00)"));
    BOOST_TEST(projectErrorText({"/a/%2.rigwright: can't be written: Permission denied"}) ==
               QStringLiteral("#/a/%2.rigwright: can't be written: #Permission denied"));
    BOOST_TEST(projectErrorText({"something new"}) == QStringLiteral("something new"));
}

BOOST_AUTO_TEST_SUITE_END()
