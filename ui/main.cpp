// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "catalog/catalog_store.h"
#include "project/machine_set.h"
#include "project/project_file.h"
#include "project/today.h"
#include "resources/resources.h"
#include "ui/catalog_library.h"
#include "ui/main_window.h"
#include "ui/saved_state.h"
#include "ui/session.h"
#include "ui/text.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QMessageBox>
#include <QPixmap>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <exception>
#include <memory>

namespace {

using namespace rigwright;

constexpr int kBadRequest = 2;
constexpr int kFailed = 1;

struct StartOptions {
    QString language;
    QString theme;
    QString screenshot;
    QString project; ///< the file to open; empty: none
    MainWindow::Tab tab = MainWindow::Memory;
};

void complain(const QString& text)
{
    QTextStream(stderr) << QStringLiteral("rigwright: ") << text << Qt::endl;
}

std::optional<MainWindow::Tab> parseTab(const QString& name)
{
    const QStringList names{QStringLiteral("memory"),  QStringLiteral("speed"),  QStringLiteral("builds"),
                            QStringLiteral("compare"), QStringLiteral("costs"),  QStringLiteral("bom"),
                            QStringLiteral("advice"),  QStringLiteral("catalog")};
    const auto index = names.indexOf(name);
    return index < 0 ? std::nullopt : std::optional(static_cast<MainWindow::Tab>(index));
}

/// At most one file, which is there; else it is told.
bool takeProject(const QStringList& arguments, StartOptions& options)
{
    if (arguments.size() > 1) {
        complain(QStringLiteral("unexpected argument '%1'").arg(arguments.at(1)));
        return false;
    }
    options.project = arguments.value(0);
    if (!options.project.isEmpty() && !QFileInfo(options.project).isFile()) {
        complain(QStringLiteral("unknown project '%1': there is no such file").arg(options.project));
        return false;
    }
    return true;
}

/// Nothing after an error, which is told.
std::optional<StartOptions> parseArguments(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Sizes, prices and specifies hardware for large language models."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("en or zh_CN"),
                                      QStringLiteral("code"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or system"),
                                   QStringLiteral("name"));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        QStringLiteral("Write a picture of the window with its first answer, in its first state, and quit"),
        QStringLiteral("file.png"));
    const QCommandLineOption tab(
        QStringLiteral("tab"),
        QStringLiteral("memory, speed, builds, compare, costs, bom, advice or catalog"),
        QStringLiteral("name"), QStringLiteral("memory"));
    parser.addOptions({language, theme, screenshot, tab});
    parser.addPositionalArgument(QStringLiteral("project"), QStringLiteral("The project to open"),
                                 QStringLiteral("[project.rigwright]"));
    parser.process(application);

    StartOptions options;
    options.language = parser.value(language);
    options.theme = parser.value(theme);
    options.screenshot = parser.value(screenshot);
    if (!options.language.isEmpty() && options.language != QLatin1String("en") &&
        options.language != QLatin1String("zh_CN")) {
        complain(QStringLiteral("unknown language '%1': en or zh_CN").arg(options.language));
        return std::nullopt;
    }
    if (!options.theme.isEmpty() && !parseAppearance(options.theme)) {
        complain(QStringLiteral("unknown theme '%1': light, dark or system").arg(options.theme));
        return std::nullopt;
    }
    const std::optional<MainWindow::Tab> page = parseTab(parser.value(tab));
    if (!page) {
        complain(
            QStringLiteral("unknown tab '%1': memory, speed, builds, compare, costs, bom, advice or catalog")
                .arg(parser.value(tab)));
        return std::nullopt;
    }
    options.tab = *page;
    return takeProject(parser.positionalArguments(), options) ? std::optional(options) : std::nullopt;
}

/// Without a place for the user's catalog the shipped one counts alone, and the window says so.
Expected<std::unique_ptr<CatalogLibrary>> openLibrary(const Expected<std::filesystem::path>& overlay)
{
    const Expected<std::filesystem::path> shipped = findCatalog();
    if (!shipped) {
        return tl::unexpected(shipped.error());
    }
    Expected<CatalogStore> store = CatalogStore::open(*shipped, overlay.value_or(std::filesystem::path()));
    if (!store) {
        return tl::unexpected(store.error());
    }
    const std::optional<Error> noPlace = overlay ? std::nullopt : std::optional(overlay.error());
    return CatalogLibrary::open(std::make_unique<StoredCatalog>(std::move(*store), noPlace));
}

std::unique_ptr<CatalogLibrary> openCatalog(const Expected<std::filesystem::path>& overlay, bool withWindow)
{
    Expected<std::unique_ptr<CatalogLibrary>> library = openLibrary(overlay);
    if (library) {
        return std::move(*library);
    }
    const QString message = QString::fromStdString(library.error().message);
    complain(message);
    if (withWindow) {
        QMessageBox::critical(nullptr, QStringLiteral("Rigwright"),
                              QCoreApplication::translate("main", "The catalog can't be opened.") +
                                  QStringLiteral("\n\n") + message);
    }
    return nullptr;
}

/// Waits for the answer and a last layout, writes the picture and quits.
void takeScreenshot(MainWindow& window, const QString& path)
{
    constexpr int kLayoutMs = 250;
    auto* layout = new QTimer(&window);
    layout->setSingleShot(true);
    layout->setInterval(kLayoutMs);
    QObject::connect(&window, &MainWindow::settled, layout, qOverload<>(&QTimer::start));
    QObject::connect(layout, &QTimer::timeout, &window, [&window, path] {
        if (!window.isSettled()) {
            return;
        }
        if (!window.grab().save(path)) {
            complain(QStringLiteral("%1 can't be written").arg(path));
            QCoreApplication::exit(kBadRequest);
            return;
        }
        QCoreApplication::quit();
    });
}

int run(QApplication& application)
{
    const std::optional<StartOptions> options = parseArguments(application);
    if (!options) {
        return kBadRequest;
    }
    // A picture shows the program as it comes, whatever the user has set.
    const QTemporaryDir untouched;
    const bool picture = !options->screenshot.isEmpty();
    const auto settings = picture
        ? std::make_unique<QSettings>(untouched.filePath(QStringLiteral("rigwright.ini")),
                                      QSettings::IniFormat)
        : std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("rigwright"),
                                      QStringLiteral("rigwright"));
    Session session(application, *settings);
    if (!options->language.isEmpty()) {
        session.setLanguage(options->language);
    }
    if (const auto appearance = parseAppearance(options->theme)) {
        session.setAppearance(*appearance);
    }
    std::unique_ptr<CatalogLibrary> catalog = openCatalog(
        picture ? std::filesystem::path(untouched.filePath(QStringLiteral("catalog.sqlite")).toStdString())
                : findOverlay(),
        !picture);
    if (catalog == nullptr) {
        return kFailed;
    }
    const std::filesystem::path machines = picture
        ? std::filesystem::path(untouched.filePath(QStringLiteral("machines.json")).toStdString())
        : machineSetFile();
    MainWindow window(std::move(catalog), session, today(), machines);
    window.showTab(options->tab);
    if (!options->project.isEmpty()) {
        window.openProject(options->project);
    }
    if (picture) {
        takeScreenshot(window, options->screenshot);
    }
    window.show();
    if (!picture) {
        window.keepUnsavedIn(ProjectAutosave::folder());
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    loadResources();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rigwright"));
    QApplication::setApplicationDisplayName(QStringLiteral("Rigwright"));
    QApplication::setApplicationVersion(QStringLiteral(RIGWRIGHT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("rigwright"));
    try {
        return run(application);
    } catch (const std::exception& failure) {
        complain(QString::fromLocal8Bit(failure.what()));
        return kFailed;
    }
}
