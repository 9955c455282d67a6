// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure_delegate.h"

#include "ui/figure_editor.h"
#include "ui/figures_model.h"

#include <QAbstractItemView>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kLeastWidth = 200;

/// Ids that a reference of this column may name.
QStringList knownIds(const FiguresModel& model, const Column& column)
{
    QStringList ids;
    if (column.references.empty() || model.view() == nullptr) {
        return ids;
    }
    for (const PartEntry& part : model.view()->parts) {
        if (std::ranges::find(column.references, part.sheet.spec->name) != column.references.end()) {
            ids.append(QString::fromStdString(part.id().text()));
        }
    }
    return ids;
}

} // namespace

QWidget* FigureDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                      const QModelIndex& index) const
{
    const auto* model = qobject_cast<const FiguresModel*>(index.model());
    const Column* column = model == nullptr ? nullptr : model->columnAt(index.row());
    if (column == nullptr) {
        return nullptr;
    }
    auto* editor = new FigureEditor(*column, knownIds(*model, *column), parent);
    // Qt asks a const delegate for editors, but only one that isn't const can tell of them.
    auto* self = const_cast<FigureDelegate*>(this);
    const int row = index.row();
    connect(editor, &FigureEditor::accepted, self, [self, editor, row] { self->finish(editor, false, row); });
    connect(editor, &FigureEditor::left, self, [self, editor, row] { self->finish(editor, false, row); });
    connect(editor, &FigureEditor::acceptedForNext, self,
            [self, editor, row] { self->finish(editor, true, row); });
    connect(editor, &FigureEditor::rejected, self, [self, editor] {
        editor->finish();
        Q_EMIT self->closeEditor(editor, RevertModelCache);
    });
    connect(editor, &FigureEditor::grown, editor,
            [editor] { editor->resize(editor->width(), editor->heightIn(editor->width())); });
    return editor;
}

void FigureDelegate::finish(QWidget* editor, bool next, int row)
{
    auto* figure = static_cast<FigureEditor*>(editor);
    if (figure->complain()) {
        return;
    }
    figure->finish();
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor, NoHint);
    if (next) {
        Q_EMIT nextWanted(row);
    }
}

void FigureDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* figure = static_cast<FigureEditor*>(editor);
    // What another window changed must not overwrite what is being typed.
    if (!figure->isTouched()) {
        figure->setCell(index.data(Qt::EditRole).toString());
    }
}

void FigureDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    const auto* figure = static_cast<FigureEditor*>(editor);
    if (figure->problem().isEmpty()) {
        model->setData(index, figure->cell(), Qt::EditRole);
    }
}

void FigureDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                          const QModelIndex& /*index*/) const
{
    const auto* figure = static_cast<FigureEditor*>(editor);
    const int width = std::max(option.rect.width(), kLeastWidth);
    QRect place(option.rect.left(), option.rect.top(), width, figure->heightIn(width));
    place.moveTop(option.rect.top() + std::min(0, (option.rect.height() - figure->fieldHeight()) / 2));
    editor->setGeometry(place);
}

bool FigureDelegate::eventFilter(QObject* /*watched*/, QEvent* /*event*/)
{
    // The editor says itself when it is done.
    return false;
}

} // namespace rigwright
