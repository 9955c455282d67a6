// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cell_editor.h"

#include "ui/fields.h"

#include <QAbstractItemView>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright {

namespace {
constexpr int kGap = 2;
constexpr int kErrorWidth = 240;
} // namespace

CellEditor::CellEditor(const QString& objectName, const QString& errorName, QWidget* parent)
    : QFrame(parent)
    , error_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Danger))
{
    setObjectName(objectName);
    setAutoFillBackground(true);
    error_->setObjectName(errorName);
    error_->setWordWrap(true);
    error_->setContentsMargins(6, 0, 6, 4);
    error_->hide();
}

void CellEditor::setField(QWidget* field, const QString& accessibleName, int leastWidth)
{
    field_ = field;
    leastWidth_ = leastWidth;
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(kGap);
    all->addWidget(field_);
    all->addWidget(error_);
    all->addStretch(1);
    field_->setAccessibleName(accessibleName);
    field_->installEventFilter(this);
    setFocusProxy(field_);
}

void CellEditor::touch()
{
    touched_ = true;
    if (error_->isVisible()) {
        error_->hide();
        setInvalid(field_, false);
        placeOver(over_);
    }
}

bool CellEditor::complain()
{
    const QString words = problem();
    error_->setText(words);
    error_->setVisible(!words.isEmpty());
    field_->setAccessibleDescription(words);
    setInvalid(field_, !words.isEmpty());
    placeOver(over_);
    return !words.isEmpty();
}

int CellEditor::heightIn(int width) const
{
    return field_->sizeHint().height() + (error_->isHidden() ? 0 : kGap + error_->heightForWidth(width));
}

void CellEditor::placeOver(const QRect& cell)
{
    over_ = cell;
    const int width = std::max({cell.width(), leastWidth_, error_->isHidden() ? 0 : kErrorWidth});
    QRect place(cell.left(), cell.top(), width, heightIn(width));
    place.moveTop(cell.top() + (cell.height() - field_->sizeHint().height()) / 2);
    const QRect inside = parentWidget()->rect();
    place.moveLeft(std::max(0, std::min(place.left(), inside.width() - place.width())));
    place.moveTop(std::max(0, std::min(place.top(), inside.height() - place.height())));
    setGeometry(place);
}

bool CellEditor::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT accepted(); return true;
    case Qt::Key_Tab: Q_EMIT acceptedForNext(false); return true;
    case Qt::Key_Backtab: Q_EMIT acceptedForNext(true); return true;
    case Qt::Key_Escape: Q_EMIT rejected(); return true;
    default: return false;
    }
}

bool CellEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == field_ && event->type() == QEvent::KeyPress &&
        takeKey(static_cast<QKeyEvent*>(event)->key())) {
        return true;
    }
    if (watched == field_ && event->type() == QEvent::FocusOut && !finished_) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        const auto* list = qobject_cast<QComboBox*>(field_);
        const bool isOpen = list != nullptr && list->view()->isVisible();
        if (!isOpen && reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            Q_EMIT left();
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CellEditor::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(error_->isVisible() ? QPen(theme.danger, 1) : QPen(Qt::NoPen));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace rigwright
