// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project_file.h"

#include <QDialog>

#include <vector>

class QPushButton;

namespace rigwright {

class TableView;
class FigureTableModel;
class ThemedLabel;

/// What a crash has left: each project may be recovered, thrown away, or left for later.
class RecoveryDialog : public QDialog {
    Q_OBJECT
public:
    explicit RecoveryDialog(std::vector<RecoverableProject> found, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The dialog has closed; the others are left for later.
    void recoverWanted(const rigwright::RecoverableProject& project);

private:
    void build();
    void fill();
    void recover();
    void discard();

    std::vector<RecoverableProject> found_;
    ThemedLabel* intro_ = nullptr;
    FigureTableModel* model_ = nullptr;
    TableView* table_ = nullptr;
    QPushButton* recover_ = nullptr;
    QPushButton* discard_ = nullptr;
    QPushButton* later_ = nullptr;
};

} // namespace rigwright
