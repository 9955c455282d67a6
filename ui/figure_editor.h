// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/tables/column.h"
#include "ui/cell_editor.h"
#include "ui/fields.h"

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

/// Edits one cell of the catalog in its place: a field by the column's type.
class FigureEditor : public CellEditor {
    Q_OBJECT
public:
    /// `known` are ids that a reference may name.
    FigureEditor(const Column& column, const QStringList& known, QWidget* parent);

    void setCell(const QString& cell) override;
    [[nodiscard]] QString cell() const override;
    [[nodiscard]] QString problem() const override;

private:
    QWidget* makeLine(const QStringList& known);
    QWidget* makeWords();

    Column column_;
    QStringList known_;
    QLineEdit* line_ = nullptr;
    WordField* word_ = nullptr;
    WordsField* words_ = nullptr;
};

} // namespace rigwright
