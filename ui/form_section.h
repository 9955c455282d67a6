// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "ui/fields.h"

#include <QWidget>

class QGridLayout;

namespace rigwright {

/// A part of the requirement panel: a head and rows of label and field, each with room for what is wrong below it.
class FormSection : public QWidget {
    Q_OBJECT
public:
    explicit FormSection(QWidget* parent = nullptr);

Q_SIGNALS:
    /// The user changed something.
    void changed();

protected:
    struct Row {
        QLabel* label = nullptr;
        QWidget* field = nullptr;
        ThemedLabel* error = nullptr;
    };

    /// A section without a head continues the one above.
    void setHead(const QString& text);
    /// A label before a field; the label is the field's buddy.
    Row addRow(QWidget* field);
    /// Over the whole width, without a label, but with room for an error.
    Row addWide(QWidget* field);
    static void setLabel(const Row& row, const QString& text);
    /// Words below the field; empty: nothing is wrong.
    static void setError(const Row& row, const QString& text);
    static void setRowVisible(const Row& row, bool visible);

private:
    ThemedLabel* addError(const QWidget* field, int gridRow);

    ThemedLabel* head_;
    QGridLayout* grid_;
};

} // namespace rigwright
