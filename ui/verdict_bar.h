// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/label.h"
#include "ui/verdict.h"

#include <QWidget>

class QPushButton;

namespace rigwright {

class Tag;

/// The verdict at the top, always in sight: a sign, a sentence, the key figures, or what to change.
class VerdictBar : public QWidget {
    Q_OBJECT
public:
    explicit VerdictBar(QWidget* parent = nullptr);

    void showVerdict(const MachineVerdict& verdict);
    [[nodiscard]] MachineVerdict::State state() const { return verdict_.state; }
    [[nodiscard]] QString sentence() const { return verdict_.sentence; }
    /// The last verdict stays, but is no longer sure.
    void setBusy(bool busy);

Q_SIGNALS:
    void mendChosen(const rigwright::Requirement& changed);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class FigureView;

    MachineVerdict verdict_;
    bool busy_ = false;
    ThemedLabel* sentence_;
    ThemedLabel* detail_;
    Tag* tag_;
    std::vector<FigureView*> figures_;
    std::vector<QPushButton*> mends_;
};

} // namespace rigwright
