// SPDX-License-Identifier: GPL-3.0-or-later
#define BOOST_TEST_NO_MAIN
#define BOOST_TEST_ALTERNATIVE_INIT_API
#include "resources/resources.h"
#include "support/temporary_folder.h"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdlib>
#include <iostream>

namespace {

/// A warning of Qt is a mistake of ours, but for what the offscreen platform says of itself.
void failOnWarnings(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message)
{
    constexpr std::array kHarmless{"This plugin does not support", "QStandardPaths: "};
    const std::string text = message.toStdString();
    std::cerr << text << '\n';
    for (const char* harmless : kHarmless) {
        if (text.rfind(harmless, 0) == 0) {
            return;
        }
    }
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        BOOST_CHECK_MESSAGE(false, "Qt warns: " << text);
    }
}

} // namespace

int main(int argc, char** argv)
{
    // Tests run side by side, each with folders of its own.
    const rigwright::TemporaryFolder own;
    for (const char* variable : {"XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"}) {
        qputenv(variable, QByteArray::fromStdString(own.path().string()));
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QStringLiteral("en_US")));
    rigwright::loadResources();
    int qtArguments = 1; // Boost owns the command line
    QApplication application(qtArguments, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    qInstallMessageHandler(failOnWarnings);
    return boost::unit_test::unit_test_main([] { return true; }, argc, argv);
}
