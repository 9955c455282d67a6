// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/line_delegate.h"

#include <QCompleter>
#include <QLineEdit>

#include <utility>

namespace rigwright {

LineEditor::LineEditor(LineCell cell, QWidget* parent)
    : CellEditor(QStringLiteral("lineEditor"), QStringLiteral("lineError"), parent)
    , cell_(std::move(cell))
    , edit_(new QLineEdit)
{
    constexpr int kLeastWidth = 88;
    constexpr int kLeastText = 180;
    edit_->setObjectName(QStringLiteral("lineField"));
    edit_->setPlaceholderText(cell_.placeholder);
    edit_->setAlignment(cell_.isNumber ? Qt::AlignRight : Qt::AlignLeft);
    if (!cell_.known.isEmpty()) {
        auto* completer = new QCompleter(cell_.known, edit_);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        edit_->setCompleter(completer);
    }
    connect(edit_, &QLineEdit::textEdited, this, &LineEditor::touch);
    setField(edit_, cell_.title, cell_.isNumber ? kLeastWidth : kLeastText);
}

void LineEditor::setCell(const QString& cell)
{
    edit_->setText(cell);
}

QString LineEditor::cell() const
{
    return edit_->text().trimmed();
}

QString LineEditor::problem() const
{
    return cell_.problem(cell());
}

LineDelegate::LineDelegate(About about, QObject* parent)
    : EditDelegate(parent)
    , about_(std::move(about))
{ }

CellEditor* LineDelegate::newEditor(QWidget* parent, const QModelIndex& index) const
{
    return new LineEditor(about_(index), parent);
}

} // namespace rigwright
