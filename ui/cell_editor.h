// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/label.h"

#include <QFrame>

namespace rigwright {

/// Edits one cell of a table in its place: a field, and below it what is wrong with what one typed. Return takes it, Tab takes it
/// and goes on, Escape leaves the cell as it was.
class CellEditor : public QFrame {
    Q_OBJECT
public:
    virtual void setCell(const QString& cell) = 0;
    [[nodiscard]] virtual QString cell() const = 0;
    /// What is wrong with the cell, in the language of the window; empty: nothing.
    [[nodiscard]] virtual QString problem() const = 0;

    /// Shows what is wrong; false when nothing is.
    bool complain();
    /// The user has changed something in it.
    [[nodiscard]] bool isTouched() const { return touched_; }
    /// It is about to go; leaving its field means nothing any more.
    void finish() { finished_ = true; }
    [[nodiscard]] bool isFinished() const { return finished_; }
    /// Its row is gone, and it goes by itself.
    void release() { released_ = finished_ = true; }
    [[nodiscard]] bool isReleased() const { return released_; }
    /// Over a cell of its parent, wider and higher where it must be, and whole inside the parent.
    void placeOver(const QRect& cell);

Q_SIGNALS:
    void accepted();
    /// Accepted, and the next cell is to be edited, or the one before.
    void acceptedForNext(bool back);
    void rejected();
    /// The focus went elsewhere.
    void left();

protected:
    CellEditor(const QString& objectName, const QString& errorName, QWidget* parent);
    /// Once, when it is made.
    void setField(QWidget* field, const QString& accessibleName, int leastWidth);
    void touch();
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool takeKey(int key);
    [[nodiscard]] int heightIn(int width) const;

    QWidget* field_ = nullptr;
    ThemedLabel* error_;
    QRect over_;
    int leastWidth_ = 0;
    bool touched_ = false;
    bool finished_ = false;
    bool released_ = false;
};

} // namespace rigwright
