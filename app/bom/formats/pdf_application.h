// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace rigwright {

/// Fonts for writePdf() in a program without windows, as long as it lives: on the main thread, once a process. Does nothing where
/// an application is there already.
class PdfApplication {
public:
    PdfApplication();
    ~PdfApplication();
    PdfApplication(const PdfApplication&) = delete;
    PdfApplication& operator=(const PdfApplication&) = delete;

private:
    struct Own;
    std::unique_ptr<Own> own_;
};

} // namespace rigwright
