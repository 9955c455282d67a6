// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure_editor.h"

#include "ui/catalog_words.h"
#include "ui/figure_text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QVBoxLayout>

namespace rigwright {

WordsField::WordsField(const Column& column, QWidget* parent)
    : Choice(QStringLiteral("figureField"), parent)
{
    for (const std::string& word : column.words) {
        addItem(wordText(column, word), QString::fromStdString(word));
        setItemData(count() - 1, Qt::Unchecked, Qt::CheckStateRole);
    }
    view()->viewport()->installEventFilter(this);
    view()->installEventFilter(this);
}

QString WordsField::cell() const
{
    QStringList words;
    for (int entry = 0; entry < count(); ++entry) {
        if (itemData(entry, Qt::CheckStateRole).toInt() == Qt::Checked) {
            words.append(itemData(entry).toString());
        }
    }
    return words.join(QLatin1Char(';'));
}

void WordsField::setCell(const QString& cell)
{
    const QStringList words = cell.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (int entry = 0; entry < count(); ++entry) {
        const bool on = words.contains(itemData(entry).toString());
        setItemData(entry, on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    }
    update();
}

void WordsField::toggle(int entry)
{
    if (entry < 0 || entry >= count()) {
        return;
    }
    const bool on = itemData(entry, Qt::CheckStateRole).toInt() == Qt::Checked;
    setItemData(entry, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    update();
    Q_EMIT wordsChanged();
}

bool WordsField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == view()->viewport() && event->type() == QEvent::MouseButtonRelease) {
        toggle(view()->indexAt(static_cast<QMouseEvent*>(event)->position().toPoint()).row());
        return true;
    }
    if (watched == view() && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        toggle(view()->currentIndex().row());
        return true;
    }
    return Choice::eventFilter(watched, event);
}

void WordsField::keyPressEvent(QKeyEvent* event)
{
    // Stepping through words that are checked or not would change nothing.
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        showPopup();
        return;
    }
    event->ignore();
}

void WordsField::paintEvent(QPaintEvent* /*event*/)
{
    QStringList texts;
    for (int entry = 0; entry < count(); ++entry) {
        if (itemData(entry, Qt::CheckStateRole).toInt() == Qt::Checked) {
            texts.append(itemText(entry));
        }
    }
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect field =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText = fontMetrics().elidedText(texts.isEmpty() ? FigureEditor::tr("unknown")
                                                                  : texts.join(QStringLiteral(", ")),
                                                  Qt::ElideRight, field.width() - 4);
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void WordField::keyPressEvent(QKeyEvent* event)
{
    stepping_ = true;
    Choice::keyPressEvent(event);
    stepping_ = false;
}

WordField::WordField(const QString& objectName, QWidget* parent)
    : Choice(objectName, parent)
{
    connect(this, &QComboBox::activated, this, [this] {
        if (!stepping_) {
            Q_EMIT taken();
        }
    });
}

FigureEditor::FigureEditor(const Column& column, const QStringList& known, QWidget* parent)
    : QFrame(parent)
    , column_(column)
    , known_(known)
    , error_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Danger))
{
    setObjectName(QStringLiteral("figureEditor"));
    setAutoFillBackground(true);
    const bool ofWords = column.type == CellType::Choice || column.type == CellType::YesNo ||
        (column.type == CellType::List && !column.words.empty());
    if (ofWords) {
        addWords();
    } else {
        addLine(known);
    }
    error_->setObjectName(QStringLiteral("figureError"));
    error_->setWordWrap(true);
    error_->setContentsMargins(6, 0, 6, 4);
    error_->hide();
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(2);
    all->addWidget(field_);
    all->addWidget(error_);
    all->addStretch(1);
    field_->setAccessibleName(columnWords(column.name).label);
    field_->installEventFilter(this);
    setFocusProxy(field_);
}

void FigureEditor::addLine(const QStringList& known)
{
    line_ = new QLineEdit;
    line_->setObjectName(QStringLiteral("figureField"));
    line_->setPlaceholderText(tr("unknown"));
    if (!known.isEmpty()) {
        auto* completer = new QCompleter(known, line_);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        line_->setCompleter(completer);
    }
    connect(line_, &QLineEdit::textEdited, this, &FigureEditor::touch);
    field_ = line_;
}

void FigureEditor::addWords()
{
    if (column_.type == CellType::List) {
        words_ = new WordsField(column_);
        connect(words_, &WordsField::wordsChanged, this, &FigureEditor::touch);
        field_ = words_;
        return;
    }
    word_ = new WordField(QStringLiteral("figureField"));
    word_->addItem(tr("unknown"), QString());
    const std::vector<std::string> words =
        column_.type == CellType::YesNo ? std::vector<std::string>{"yes", "no"} : column_.words;
    for (const std::string& word : words) {
        word_->addItem(wordText(column_, word), QString::fromStdString(word));
    }
    connect(word_, &QComboBox::currentIndexChanged, this, &FigureEditor::touch);
    connect(word_, &WordField::taken, this, &FigureEditor::accepted);
    field_ = word_;
}

void FigureEditor::touch()
{
    touched_ = true;
    if (error_->isVisible()) {
        error_->hide();
        setInvalid(field_, false);
        Q_EMIT grown();
    }
}

void FigureEditor::setCell(const QString& cell)
{
    if (line_ != nullptr) {
        line_->setText(cell);
    } else if (words_ != nullptr) {
        words_->setCell(cell);
    } else {
        const QSignalBlocker quiet(word_);
        word_->chooseData(cell);
    }
}

QString FigureEditor::cell() const
{
    if (line_ != nullptr) {
        return line_->text().trimmed();
    }
    return words_ != nullptr ? words_->cell() : word_->currentData().toString();
}

QString FigureEditor::problem() const
{
    const QString typed = cell();
    if (typed.isEmpty()) {
        return {};
    }
    const bool named = known_.isEmpty() || known_.contains(typed);
    if (named && column_.parse(typed.toStdString(), {})) {
        return {};
    }
    return tr("Expected %1, or nothing where it is unknown").arg(expectationText(column_));
}

bool FigureEditor::complain()
{
    const QString words = problem();
    error_->setText(words);
    error_->setVisible(!words.isEmpty());
    setInvalid(field_, !words.isEmpty());
    Q_EMIT grown();
    return !words.isEmpty();
}

int FigureEditor::fieldHeight() const
{
    return field_->sizeHint().height();
}

int FigureEditor::heightIn(int width) const
{
    constexpr int kGap = 2;
    return fieldHeight() + (error_->isHidden() ? 0 : kGap + error_->heightForWidth(width));
}

bool FigureEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter: Q_EMIT accepted(); return true;
        case Qt::Key_Tab: Q_EMIT acceptedForNext(); return true;
        case Qt::Key_Escape: Q_EMIT rejected(); return true;
        default: break;
        }
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

void FigureEditor::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(error_->isVisible() ? QPen(theme.danger, 1) : QPen(Qt::NoPen));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace rigwright
