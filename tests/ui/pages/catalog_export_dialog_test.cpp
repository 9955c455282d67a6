// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_export_dialog.h"

#include "ui/fields.h"
#include "ui/pages/page_window.h"

#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace rigwright;

namespace {

std::shared_ptr<const CatalogView> viewOfTwoDrives()
{
    auto view = std::make_shared<CatalogView>();
    for (const char* id : {"first-drive", "second-drive"}) {
        PartEntry entry;
        entry.sheet = emptySheet(*findPartTable("drives"), PartId(id));
        entry.sheet.cell("manufacturer") = "Maker";
        entry.sheet.cell("name") = id;
        entry.origin = view->parts.empty() ? PartOrigin::Shipped : PartOrigin::Own;
        view->parts.push_back(entry);
    }
    view->catalog = std::make_shared<const Catalog>();
    return view;
}

struct Fixture {
    Fixture()
    {
        dialog.setPathChooser([this](QWidget*, bool folder, const QString& proposal) {
            return folder ? directory.path() : directory.filePath(proposal);
        });
        dialog.show();
        BOOST_REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    }
    void click(const char* name) const
    {
        auto* button = dialog.findChild<QPushButton*>(QString::fromLatin1(name));
        BOOST_REQUIRE_MESSAGE(button != nullptr && button->isEnabled(), name << " can't be clicked");
        QTest::mouseClick(button, Qt::LeftButton);
        BOOST_REQUIRE(QTest::qWaitFor([this] { return !dialog.isBusy(); }));
    }
    [[nodiscard]] QString content(const QString& file) const
    {
        QFile read(directory.filePath(file));
        return read.open(QIODevice::ReadOnly) ? QString::fromUtf8(read.readAll()) : QString();
    }
    [[nodiscard]] const QLabel& outcome() const
    {
        return *dialog.findChild<QLabel*>(QStringLiteral("exportOutcome"));
    }

    QTemporaryDir directory;
    CatalogExportDialog dialog{viewOfTwoDrives(), QStringLiteral("drives")};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(catalog_export_dialog, Fixture)

BOOST_AUTO_TEST_CASE(the_chosen_table_is_written_where_the_user_says)
{
    BOOST_TEST(!dialog.findChild<QPushButton*>(QStringLiteral("exportConfirm"))->isEnabled());
    click("exportBrowse");
    click("exportConfirm");
    BOOST_TEST(outcome().text().startsWith(QStringLiteral("1 file")));
    BOOST_TEST(content(QStringLiteral("drives.csv")).contains(QStringLiteral("first-drive")));
    BOOST_TEST(content(QStringLiteral("drives.csv")).contains(QStringLiteral("second-drive")));
}

BOOST_AUTO_TEST_CASE(only_the_users_own_parts_can_be_written)
{
    click("exportBrowse");
    QTest::mouseClick(dialog.findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(8, 8));
    click("exportConfirm");
    BOOST_TEST(!content(QStringLiteral("drives.csv")).contains(QStringLiteral("first-drive")));
    BOOST_TEST(content(QStringLiteral("drives.csv")).contains(QStringLiteral("second-drive")));
}

BOOST_AUTO_TEST_CASE(another_table_asks_for_its_place_again)
{
    click("exportBrowse");
    BOOST_TEST(dialog.findChild<Choice*>()->chooseData(QString()));
    BOOST_TEST(dialog.findChild<QLineEdit*>(QStringLiteral("exportTarget"))->text().isEmpty());
}

BOOST_AUTO_TEST_CASE(a_place_that_can_not_be_written_is_told)
{
    auto* target = dialog.findChild<QLineEdit*>(QStringLiteral("exportTarget"));
    target->setFocus();
    QTest::keyClicks(target, directory.filePath(QStringLiteral("none/drives.csv")));
    click("exportConfirm");
    BOOST_TEST(outcome().isVisible());
    BOOST_TEST(outcome().text().contains(QStringLiteral("none")));
    BOOST_TEST(dialog.isVisible());
}

BOOST_AUTO_TEST_SUITE_END()
