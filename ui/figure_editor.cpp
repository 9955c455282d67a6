// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure_editor.h"

#include "ui/catalog_words.h"
#include "ui/figure_text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QStyleOptionComboBox>
#include <QStylePainter>

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
    : CellEditor(QStringLiteral("figureEditor"), QStringLiteral("figureError"), parent)
    , column_(column)
    , known_(known)
{
    constexpr int kLeastWidth = 200;
    const bool ofWords = column.type == CellType::Choice || column.type == CellType::YesNo ||
        (column.type == CellType::List && !column.words.empty());
    setField(ofWords ? makeWords() : makeLine(known), columnWords(column.name).label, kLeastWidth);
}

QWidget* FigureEditor::makeLine(const QStringList& known)
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
    return line_;
}

QWidget* FigureEditor::makeWords()
{
    if (column_.type == CellType::List) {
        words_ = new WordsField(column_);
        connect(words_, &WordsField::wordsChanged, this, &FigureEditor::touch);
        return words_;
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
    return word_;
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

} // namespace rigwright
