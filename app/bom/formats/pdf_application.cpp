// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/pdf_application.h"

#include <QGuiApplication>

#include <array>
#include <clocale>
#include <string>

namespace rigwright {

/// Qt keeps the arguments by reference.
struct PdfApplication::Own {
    std::string name = "rigwright";
    std::string option = "-platform";
    std::string platform = "offscreen";
    std::array<char*, 4> arguments{name.data(), option.data(), platform.data(), nullptr};
    int count = 3;
    QGuiApplication application{count, arguments.data()};
};

PdfApplication::PdfApplication()
{
    if (QCoreApplication::instance() == nullptr) {
        // What Qt says of a system without a session is nothing to whoever asked for a file.
        const QtMessageHandler usual = qInstallMessageHandler(
            [](QtMsgType /*type*/, const QMessageLogContext& /*where*/, const QString& /*text*/) {});
        own_ = std::make_unique<Own>();
        qInstallMessageHandler(usual);
        // Qt takes the user's locale; the command line's numbers have none.
        std::setlocale(LC_NUMERIC, "C");
    }
}

PdfApplication::~PdfApplication() = default;

} // namespace rigwright
