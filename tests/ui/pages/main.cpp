// SPDX-License-Identifier: GPL-3.0-or-later
#define BOOST_TEST_NO_MAIN
#define BOOST_TEST_ALTERNATIVE_INIT_API
#include "ui/theme.h"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>

#include <boost/test/unit_test.hpp>

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    int qtArguments = 1; // Boost owns the command line
    QApplication application(qtArguments, argv);
    rigwright::applyAppearance(application, rigwright::Appearance::Light, QApplication::palette());
    return boost::unit_test::unit_test_main([] { return true; }, argc, argv);
}
