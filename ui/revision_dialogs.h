// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/revision.h"

#include <QDialog>

#include <optional>
#include <vector>

class QLineEdit;
class QPushButton;

namespace rigwright {

class Choice;
class FigureTableModel;
class TableView;
class ThemedLabel;

/// Asks who keeps a revision, and why.
class NewRevisionDialog : public QDialog {
    Q_OBJECT
public:
    NewRevisionDialog(int number, const QString& author, QWidget* parent = nullptr);

Q_SIGNALS:
    void taken(const QString& note, const QString& author);

private:
    QLineEdit* note_;
    QLineEdit* author_;
};

/// The revisions of a project; two of them, or one and the present state, side by side.
class RevisionsDialog : public QDialog {
    Q_OBJECT
public:
    /// `present` has the number 0; empty: no machine is chosen.
    RevisionsDialog(std::vector<Revision> revisions, std::optional<Revision> present,
                    QWidget* parent = nullptr);
    /// What became of an export; an error is shown as one.
    void tell(const QString& text, bool isError);

Q_SIGNALS:
    /// What is compared is to be written to a file.
    void exportWanted(const rigwright::Revision& before, const rigwright::Revision& after);

private:
    void build();
    QWidget* makeChoices();
    void fill();
    void compare();
    [[nodiscard]] const Revision* chosen(const Choice* choice) const;

    std::vector<Revision> revisions_; ///< the present state last, if there is one
    FigureTableModel* list_ = nullptr;
    TableView* listView_ = nullptr;
    Choice* before_ = nullptr;
    Choice* after_ = nullptr;
    ThemedLabel* sum_ = nullptr;
    FigureTableModel* changes_ = nullptr;
    TableView* changesView_ = nullptr;
    ThemedLabel* message_ = nullptr;
    QPushButton* export_ = nullptr;
};

} // namespace rigwright
