// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/action_list.h"

#include "ui/label.h"

#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kGap = 8;

QFrame* makeRule()
{
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    QPalette colors = line->palette();
    colors.setColor(QPalette::WindowText, themeFor(QGuiApplication::palette()).line);
    line->setPalette(colors);
    line->setFixedHeight(1);
    return line;
}

ThemedLabel* makeText(const QString& text, TextSize size, ThemedLabel::Ink ink)
{
    auto* label = new ThemedLabel(size, ink);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

} // namespace

ActionList::ActionList(const QString& objectName, QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(objectName);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    rebuild();
}

void ActionList::setRows(const std::vector<Row>& rows)
{
    rows_ = rows;
    rebuild();
}

void ActionList::setEmptyText(const QString& text)
{
    emptyText_ = text;
    if (rows_.empty()) {
        rebuild();
    }
}

void ActionList::rebuild()
{
    // The scroll area deletes the list that it had.
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, kGap, 0);
    column->setSpacing(kGap);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        column->addWidget(makeRow(rows_[i], static_cast<int>(i)));
        column->addWidget(makeRule());
    }
    if (rows_.empty()) {
        auto* empty = makeText(emptyText_, TextSize::Text, ThemedLabel::Ink::Muted);
        empty->setObjectName(objectName() + QStringLiteral("Empty"));
        empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        empty->setContentsMargins(0, 2 * kGap, 0, 0);
        column->addWidget(empty);
    }
    column->addStretch(1);
    setWidget(list);
    list->setAutoFillBackground(false);
}

QWidget* ActionList::makeRow(const Row& row, int number)
{
    auto* all = new QWidget;
    auto* across = new QHBoxLayout(all);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(2 * kGap);
    if (!row.tag.isEmpty()) {
        auto* tag = new Tag;
        tag->setTag(row.kind, row.tag);
        across->addWidget(tag, 0, Qt::AlignTop);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* text = makeText(row.text, TextSize::Text, ThemedLabel::Ink::Text);
    text->setObjectName(QStringLiteral("%1Text%2").arg(objectName()).arg(number));
    words->addWidget(text);
    if (!row.note.isEmpty()) {
        words->addWidget(makeText(row.note, TextSize::Hint, ThemedLabel::Ink::Muted));
    }
    across->addLayout(words, 1);
    const auto addButton = [&](const QString& label, const char* what, auto signal) {
        if (label.isEmpty()) {
            return;
        }
        auto* button = new QPushButton(label);
        button->setObjectName(QStringLiteral("%1%2%3").arg(objectName(), QLatin1String(what)).arg(number));
        button->setAccessibleName(label + QStringLiteral(": ") + row.text);
        connect(button, &QPushButton::clicked, this, [this, number, signal] {
            Q_EMIT(this->*signal)(number);
        });
        across->addWidget(button, 0, Qt::AlignTop);
    };
    addButton(row.show, "Show", &ActionList::showChosen);
    addButton(row.apply, "Apply", &ActionList::applyChosen);
    return all;
}

} // namespace rigwright
