// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own measurements: the dialog, and what follows them.
#include "ui/costs_page.h"
#include "ui/main_window.h"
#include "ui/measurements.h"
#include "ui/measurements_dialog.h"
#include "ui/session.h"

#include <QFileInfo>
#include <QSettings>

namespace rigwright {

void MainWindow::openMeasurements()
{
    const QFileInfo settings(session_.settings().fileName());
    measurements_ = new Measurements(
        MeasurementStore(settings.absolutePath().toStdString() + "/measurements.json"), this);
    connect(measurements_, &Measurements::changed, this, &MainWindow::followMeasurements);
    useMeasurements();
}

void MainWindow::useMeasurements()
{
    analysis_->setConstants(measurements_->constants());
    costsPage_->setConstants(measurements_->constants());
}

void MainWindow::followMeasurements()
{
    useMeasurements();
    if (restored_ && !refused_) {
        ask();
    }
}

MeasurementsDialog* MainWindow::showMeasurements()
{
    auto* dialog = new MeasurementsDialog(*measurements_, library_.catalog(), today_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace rigwright
