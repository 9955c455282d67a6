// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer_strip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {
constexpr int kAboveFigures = 8;
constexpr int kBetween = 24;
} // namespace

AnswerStrip::AnswerStrip(QWidget* parent)
    : QWidget(parent)
    , row_(new QHBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row_->setContentsMargins(0, kAboveFigures, 0, 0);
    row_->setSpacing(kBetween);
    row_->addStretch(1);
}

std::size_t AnswerStrip::addFigure(const QString& objectName)
{
    Answer answer;
    answer.figure = new ThemedLabel(TextSize::Title, ThemedLabel::Ink::Text);
    answer.figure->setObjectName(objectName);
    answer.figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return add(answer, answer.figure);
}

std::size_t AnswerStrip::addLink(const QString& objectName, const std::function<void()>& take)
{
    Answer answer;
    answer.link = new QPushButton;
    answer.link->setObjectName(objectName);
    answer.link->setProperty("link", true);
    answer.link->setProperty("answer", true);
    answer.link->setFlat(true);
    answer.link->setCursor(Qt::PointingHandCursor);
    connect(answer.link, &QPushButton::clicked, this, take);
    return add(answer, answer.link);
}

std::size_t AnswerStrip::add(const Answer& answer, QWidget* figure)
{
    answers_.push_back(answer);
    Answer& kept = answers_.back();
    kept.all = new QWidget;
    kept.question = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    kept.question->setBuddy(figure);
    auto* column = new QVBoxLayout(kept.all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addWidget(kept.question);
    column->addWidget(figure, 0, Qt::AlignLeft | Qt::AlignTop);
    column->addStretch(1);
    kept.all->hide();
    row_->insertWidget(row_->count() - 1, kept.all);
    return answers_.size() - 1;
}

void AnswerStrip::showAnswer(std::size_t answer, const QString& question, const QString& figure,
                             const QString& hint)
{
    const Answer& shown = answers_.at(answer);
    shown.question->setText(question);
    shown.all->setToolTip(hint);
    if (shown.link != nullptr) {
        shown.link->setText(figure);
        shown.link->setAccessibleName(question + QStringLiteral(": ") + figure);
    } else {
        shown.figure->setText(figure);
        shown.figure->setAccessibleName(question + QStringLiteral(": ") + figure);
    }
    shown.all->setVisible(!figure.isEmpty());
}

void AnswerStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setPen(QPen(themeFor(palette()).line, 1));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace rigwright
