// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window makes people wait: from the start to its first paint, to the first answer, from a move of the context
// slider to the repainted memory page and to the machines of the new answer, the longest that one event held it up, and from
// a move of the use to the repainted charts of costs; and the same with a project of several machines, and its file.
#include "cost_benchmark.h"
#include "project_timing.h"
#include "timing.h"

#include "catalog/catalog_database.h"
#include "project/today.h"
#include "resources/resources.h"
#include "ui/analysis.h"
#include "ui/catalog_library.h"
#include "ui/cost_chart.h"
#include "ui/main_window.h"
#include "ui/memory_page.h"
#include "ui/session.h"
#include "ui/text.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using namespace rigwright;

/// Each move as a drag makes it: the answers of the search come in between, as they do for users.
void dragSlider(MainWindow& window)
{
    auto* slider = window.findChild<QSlider*>(QStringLiteral("contextSlider"));
    auto* context = window.findChild<QSpinBox*>(QStringLiteral("context"));
    auto* chart = window.findChild<QWidget*>(QStringLiteral("contextChart"));
    PaintWatch watch(chart);
    std::vector<double> times;
    constexpr int kMoves = 60;
    for (int move = 0; move < kMoves; ++move) {
        watch.reset();
        const int before = context->value();
        QElapsedTimer timer;
        timer.start();
        slider->setValue(slider->minimum() + move % (slider->maximum() - slider->minimum()));
        if (context->value() == before) {
            continue;
        }
        while (!watch.isPainted()) {
            QCoreApplication::processEvents();
        }
        times.push_back(milliseconds(timer));
    }
    report("slider move to repainted memory page", times);
}

/// From each move to the front of its answer on the screen.
void searchAnew(MainWindow& window)
{
    constexpr int kBuilds = 2;
    window.findChild<QTabBar*>(QStringLiteral("tabs"))->setCurrentIndex(kBuilds);
    auto* slider = window.findChild<QSlider*>(QStringLiteral("contextSlider"));
    PaintWatch watch(window.findChild<QWidget*>(QStringLiteral("priceSpeedChart")));
    bool answered = false;
    QObject::connect(window.findChild<Analysis*>(), &Analysis::answered, &window, [&] {
        answered = true;
        watch.reset();
    });
    std::vector<double> times;
    std::vector<double> held;
    constexpr int kMoves = 30;
    for (int move = 0; move < kMoves; ++move) {
        answered = false;
        QElapsedTimer timer;
        timer.start();
        slider->setValue(slider->minimum() + 2 + move % (slider->maximum() - slider->minimum() - 2));
        double longest = milliseconds(timer);
        while (!answered || !watch.isPainted()) {
            QElapsedTimer event;
            event.start();
            QCoreApplication::processEvents();
            longest = std::max(longest, milliseconds(event));
        }
        times.push_back(milliseconds(timer));
        held.push_back(longest);
    }
    report("slider move to new machines on the screen", times);
    report("longest that the window stood still meanwhile", held);
}

void waitUntilSettled(const MainWindow& window)
{
    while (!window.isSettled()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

/// From each move to the repainted chart of costs, in the window.
void dragUse(MainWindow& window)
{
    constexpr int kCosts = 4;
    window.findChild<QTabBar*>(QStringLiteral("tabs"))->setCurrentIndex(kCosts);
    waitUntilSettled(window);
    auto* slider = window.findChild<QSlider*>(QStringLiteral("hoursSlider"));
    auto* chart = window.findChild<CostChart*>(QStringLiteral("costChart"));
    if (slider == nullptr || chart == nullptr || !chart->isVisible()) {
        std::printf("the page of costs shows no chart\n");
        return;
    }
    PaintWatch watch(chart->viewport());
    constexpr int kMoves = 200;
    std::vector<double> times;
    for (int move = 0; move < kMoves; ++move) {
        // As a hand moves it: the next move comes when the last frame stands.
        QCoreApplication::processEvents();
        watch.reset();
        QElapsedTimer timer;
        timer.start();
        slider->setValue(slider->minimum() + 1 + move % (slider->maximum() - slider->minimum() - 1));
        while (!watch.isPainted()) {
            QCoreApplication::processEvents();
        }
        times.push_back(milliseconds(timer));
    }
    report("slider move to repainted page of costs", times);
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    loadResources();
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Session session(application, settings);
    const auto catalog =
        findCatalog().and_then([](const std::filesystem::path& path) { return readCatalog(path); });
    if (!catalog) {
        std::fprintf(stderr, "%s\n", catalog.error().message.c_str());
        return 1;
    }
    std::printf("%-44s %14.1f ms\n", "start to catalog read", milliseconds(sinceStart));
    MainWindow window(CatalogLibrary::fixed(std::make_shared<const Catalog>(*catalog)), session, today(),
                      folder.filePath(QStringLiteral("machines.json")).toStdString());
    std::printf("%-44s %14.1f ms\n", "start to window built", milliseconds(sinceStart));
    PaintWatch watch(&window);
    window.show();
    while (!watch.isPainted()) {
        QCoreApplication::processEvents();
    }
    std::printf("%-44s %14.1f ms\n", "start to first paint", milliseconds(sinceStart));
    waitUntilSettled(window);
    std::printf("%-44s %14.1f ms\n", "start to first answer", milliseconds(sinceStart));
    dragSlider(window);
    waitUntilSettled(window);
    searchAnew(window);
    waitUntilSettled(window);
    dragUse(window);
    timeCostCharts(*catalog);
    timeProject(window, folder.path());
    return 0;
}
