// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tag.h"

#include <QScrollArea>

#include <vector>

class QVBoxLayout;

namespace rigwright {

/// Proposals below one another: a tag, a sentence with a muted second line, and a button each for looking and for taking over.
class ActionList : public QScrollArea {
    Q_OBJECT
public:
    struct Row {
        TagKind kind = TagKind::Neutral;
        QString tag; ///< empty: none
        QString text;
        QString note;
        QString show;  ///< empty: nothing can be shown
        QString apply; ///< empty: nothing can be taken over
    };
    /// Buttons are named by `objectName` with "Show" or "Apply" and the number of the row.
    explicit ActionList(const QString& objectName, QWidget* parent = nullptr);

    void setRows(const std::vector<Row>& rows);
    /// What stands in place of rows where there are none.
    void setEmptyText(const QString& text);

Q_SIGNALS:
    void showChosen(int row);
    void applyChosen(int row);

private:
    void rebuild();
    QWidget* makeRow(const Row& row, int number);

    std::vector<Row> rows_;
    QString emptyText_;
};

} // namespace rigwright
