// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

class QWidget;

namespace rigwright {

/// One way to write a document.
struct SaveFormat {
    QString filter;    ///< "Report (*.pdf)"
    QString extension; ///< "pdf"
};

struct SaveChoice {
    QString path; ///< empty: the user thought better of it
    std::size_t format = 0;
};

/// Asks where to write a document, and how. The name follows the format that is chosen, so that what is asked about before it is
/// overwritten is what is written.
[[nodiscard]] SaveChoice chooseToSave(QWidget* parent, const QString& title, const QString& suggestedPath,
                                      const std::vector<SaveFormat>& formats);

} // namespace rigwright
