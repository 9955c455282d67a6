// SPDX-License-Identifier: GPL-3.0-or-later
#include "project_timing.h"

#include "project/project_file.h"
#include "timing.h"
#include "ui/bom_page.h"
#include "ui/main_window.h"
#include "ui/open_project.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QTabBar>

namespace rigwright {

namespace {

constexpr int kMachines = 4;
constexpr int kRevisions = 10;
constexpr int kQuotes = 3;

/// Until the window shows everything; gives the longest that one round of its events took.
double settle(const MainWindow& window)
{
    double longest = 0;
    while (!window.isSettled()) {
        QElapsedTimer events;
        events.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, milliseconds(events));
    }
    return longest;
}

void addMachines(const MainWindow& window)
{
    auto* menu = window.findChild<QPushButton*>(QStringLiteral("addOrdered"))->menu();
    for (int i = 1; i < kMachines; ++i) {
        QMetaObject::invokeMethod(menu, "aboutToShow");
        const QList<QAction*> found = menu->findChildren<QMenu*>().constFirst()->actions();
        if (!found.isEmpty()) {
            found.at(i % static_cast<int>(found.size()))->trigger();
        }
        settle(window);
    }
}

Quote quoteOf(const Bom& bom, int supplier)
{
    Quote quote;
    quote.supplier = "Supplier " + std::to_string(supplier);
    quote.date = bom.preparedOn;
    quote.currency = bom.currency;
    for (const BomLine& line : bom.lines) {
        QuoteLine offered;
        offered.part = line.part;
        offered.unitPrice = line.unitPrice;
        quote.lines.push_back(offered);
    }
    return quote;
}

void fill(const MainWindow& window)
{
    addMachines(window);
    const Expected<Bom> bom = window.findChild<BomPage*>()->bom();
    if (!bom) {
        std::printf("there is nothing to buy: %s\n", bom.error().message.c_str());
        return;
    }
    window.findChild<OpenProject*>()->change(QStringLiteral("Fill"), [&bom](Project& project) {
        for (int i = 1; i <= kRevisions; ++i) {
            project.revisions.push_back({i, bom->preparedOn, {}, {}, project.requirement, *bom});
        }
        for (int i = 1; i <= kQuotes; ++i) {
            project.quotes.push_back(quoteOf(*bom, i));
        }
    });
    settle(window);
}

/// From the move to the repainted page, with the edit of the project and all that follows it at once.
void dragSlider(const MainWindow& window)
{
    window.findChild<QTabBar*>(QStringLiteral("tabs"))->setCurrentIndex(MainWindow::Memory);
    settle(window);
    auto* slider = window.findChild<QSlider*>(QStringLiteral("contextSlider"));
    PaintWatch watch(window.findChild<QWidget*>(QStringLiteral("contextChart")));
    std::vector<double> moves;
    std::vector<double> edits;
    constexpr int kMoves = 60;
    for (int move = 0; move < kMoves; ++move) {
        watch.reset();
        QElapsedTimer timer;
        timer.start();
        const int before = slider->value();
        slider->setValue(slider->minimum() + move % (slider->maximum() - slider->minimum()));
        if (slider->value() == before) {
            continue;
        }
        edits.push_back(milliseconds(timer));
        while (!watch.isPainted()) {
            QCoreApplication::processEvents();
        }
        moves.push_back(milliseconds(timer));
    }
    report("project: slider move to repainted page", moves);
    report("project: of it the edit and what follows", edits);
    std::printf("%-44s %14.1f ms\n", "project: longest standstill until settled", settle(window));
}

/// From the choice of the file to its figures.
void openFile(MainWindow& window, const QString& file)
{
    std::vector<double> times;
    std::vector<double> held;
    constexpr int kTimes = 10;
    for (int i = 0; i < kTimes; ++i) {
        window.findChild<QAction*>(QStringLiteral("newAction"))->trigger();
        settle(window);
        QElapsedTimer timer;
        timer.start();
        window.openProject(file);
        const double first = milliseconds(timer);
        held.push_back(std::max(first, settle(window)));
        times.push_back(milliseconds(timer));
    }
    report("project: opened file to its figures", times);
    report("project: longest standstill meanwhile", held);
}

} // namespace

void timeProject(MainWindow& window, const QString& folder)
{
    settle(window);
    fill(window);
    dragSlider(window);
    const QString file = folder + QStringLiteral("/timed.rigwright");
    window.setProjectChoosers({[](QWidget*) { return QString(); },
                               [file](QWidget*, const QString&) { return file; },
                               [](QWidget*, const QString&) { return QString(); }});
    window.findChild<QAction*>(QStringLiteral("saveAsAction"))->trigger();
    while (window.isWindowModified()) {
        QCoreApplication::processEvents();
    }
    std::printf("%-44s %14.1f KiB\n", "project: its file",
                static_cast<double>(QFileInfo(file).size()) / 1024);
    openFile(window, file);
}

} // namespace rigwright
