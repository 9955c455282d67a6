// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace rigwright {

/// What can be done with the lines of the bill of materials as a whole: another part, a service more or less.
class LineTools : public QWidget {
    Q_OBJECT
public:
    explicit LineTools(QWidget* parent = nullptr);

    /// The selected line; empty: none is.
    void showLine(const std::optional<BomLine>& line);

Q_SIGNALS:
    /// Other parts for the line are to be looked at.
    void alternativesWanted();
    void serviceWanted();
    void removalWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QPushButton* alternatives_;
    QPushButton* addService_;
    QPushButton* removeService_;
};

} // namespace rigwright
