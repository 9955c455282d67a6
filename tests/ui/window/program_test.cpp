// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, as it is started.
#include "support/temporary_folder.h"
#include "ui/window/test_window.h"

#include <QFile>
#include <QImage>
#include <QProcess>

using namespace rigwright;

namespace {

struct Outcome {
    int status = -1;
    QString errors;
};

Outcome start(const QStringList& arguments, const QString& catalog = {})
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!catalog.isEmpty()) {
        environment.insert(QStringLiteral("RIGWRIGHT_CATALOG"), catalog);
    }
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(RIGWRIGHT_PROGRAM), arguments);
    constexpr int kPatienceMs = 60'000;
    BOOST_REQUIRE(program.waitForFinished(kPatienceMs));
    BOOST_REQUIRE((program.exitStatus() == QProcess::NormalExit));
    return {program.exitCode(), QString::fromUtf8(program.readAllStandardError())};
}

QString pathIn(const TemporaryFolder& folder, const char* name)
{
    return QString::fromStdString((folder.path() / name).string());
}

} // namespace

BOOST_AUTO_TEST_SUITE(program)

BOOST_AUTO_TEST_CASE(a_picture_of_the_window_is_written)
{
    const TemporaryFolder folder;
    const QString picture = pathIn(folder, "window.png");
    const Outcome outcome = start({QStringLiteral("--screenshot"), picture, QStringLiteral("--language"),
                                   QStringLiteral("zh_CN"), QStringLiteral("--theme"), QStringLiteral("dark"),
                                   QStringLiteral("--tab"), QStringLiteral("builds")});
    BOOST_TEST(outcome.status == 0, outcome.errors.toStdString());
    BOOST_TEST((QImage(picture).size() == QSize(1280, 800)));
}

BOOST_AUTO_TEST_CASE(a_picture_that_can_t_be_written_is_an_error)
{
    const Outcome outcome = start({QStringLiteral("--screenshot"), QStringLiteral("/nowhere/window.png")});
    BOOST_TEST(outcome.status == 2);
    BOOST_TEST(outcome.errors.contains(QStringLiteral("/nowhere/window.png can't be written")));
}

BOOST_AUTO_TEST_CASE(unknown_arguments_are_refused_in_one_line)
{
    for (const QStringList& arguments :
         {QStringList{QStringLiteral("--language"), QStringLiteral("tlh")},
          QStringList{QStringLiteral("--theme"), QStringLiteral("pink")},
          QStringList{QStringLiteral("--tab"), QStringLiteral("x")}, QStringList{QStringLiteral("stray")}}) {
        const Outcome outcome = start(arguments);
        BOOST_TEST(outcome.status == 2);
        BOOST_TEST(outcome.errors.contains(QStringLiteral("rigwright: un")));
    }
}

BOOST_AUTO_TEST_CASE(a_missing_catalog_is_one_clear_message)
{
    const TemporaryFolder folder;
    const Outcome outcome =
        start({QStringLiteral("--screenshot"), pathIn(folder, "window.png")}, pathIn(folder, "no.sqlite"));
    BOOST_TEST(outcome.status == 1);
    BOOST_TEST(outcome.errors.contains(QStringLiteral("no.sqlite")));
}

BOOST_AUTO_TEST_CASE(a_damaged_catalog_is_one_clear_message)
{
    const TemporaryFolder folder;
    QFile damaged(pathIn(folder, "damaged.sqlite"));
    BOOST_REQUIRE(damaged.open(QIODevice::WriteOnly));
    damaged.write("this is no database");
    damaged.close();
    const Outcome outcome =
        start({QStringLiteral("--screenshot"), pathIn(folder, "window.png")}, damaged.fileName());
    BOOST_TEST(outcome.status == 1);
    BOOST_TEST(outcome.errors.contains(QStringLiteral("damaged.sqlite")));
}

BOOST_AUTO_TEST_SUITE_END()
