// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/tables/column.h"
#include "ui/fields.h"

#include <QFrame>

class QLineEdit;

namespace rigwright {

/// A drop-down list of words of which several can be checked; it stays open while one checks them.
class WordsField : public Choice {
    Q_OBJECT
public:
    explicit WordsField(const Column& column, QWidget* parent = nullptr);
    /// Words joined by ';'.
    [[nodiscard]] QString cell() const;
    void setCell(const QString& cell);

Q_SIGNALS:
    void wordsChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void toggle(int entry);
};

/// A drop-down list that tells a choice in its open list from stepping through it with the keys.
class WordField : public Choice {
    Q_OBJECT
public:
    explicit WordField(const QString& objectName, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The user took an entry of the open list.
    void taken();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool stepping_ = false;
};

/// Edits one cell of the catalog in its place: a field by the column's type, and below it what is wrong with what one typed.
/// Return takes it, Escape leaves it as it was.
class FigureEditor : public QFrame {
    Q_OBJECT
public:
    /// `known` are ids that a reference may name.
    FigureEditor(const Column& column, const QStringList& known, QWidget* parent);

    void setCell(const QString& cell);
    [[nodiscard]] QString cell() const;
    /// What is wrong with the cell, in the language of the window; empty: nothing.
    [[nodiscard]] QString problem() const;
    /// Shows what is wrong; false when nothing is.
    bool complain();
    /// The user has changed something in it.
    [[nodiscard]] bool isTouched() const { return touched_; }
    /// It is about to go; leaving its field means nothing any more.
    void finish() { finished_ = true; }
    [[nodiscard]] int fieldHeight() const;
    /// With what is wrong below the field.
    [[nodiscard]] int heightIn(int width) const;

Q_SIGNALS:
    void accepted();
    /// Accepted, and the next figure is to be edited.
    void acceptedForNext();
    void rejected();
    /// The focus went elsewhere.
    void left();
    /// It needs another height.
    void grown();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void addLine(const QStringList& known);
    void addWords();
    void touch();

    Column column_;
    QStringList known_;
    QLineEdit* line_ = nullptr;
    WordField* word_ = nullptr;
    WordsField* words_ = nullptr;
    QWidget* field_ = nullptr;
    ThemedLabel* error_;
    bool touched_ = false;
    bool finished_ = false;
};

} // namespace rigwright
