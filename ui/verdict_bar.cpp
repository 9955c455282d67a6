// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/verdict_bar.h"

#include "ui/tag.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kBadge = 24;
constexpr int kGlyph = 14;
constexpr int kInside = 16;
constexpr int kTextLeft = kInside + kBadge + 12;
constexpr std::size_t kMostFigures = 3;
constexpr std::size_t kMostMends = 2;

struct StateLook {
    QColor ink, ground;
    QString icon;
};

StateLook lookOf(MachineVerdict::State state, const Theme& theme)
{
    switch (state) {
    case MachineVerdict::State::Good: return {theme.good, theme.goodSoft, QStringLiteral("check")};
    case MachineVerdict::State::Caution: return {theme.warning, theme.warningSoft, QStringLiteral("alert")};
    case MachineVerdict::State::No: return {theme.danger, theme.dangerSoft, QStringLiteral("cross")};
    case MachineVerdict::State::Waiting: break;
    }
    return {theme.muted, theme.card, QStringLiteral("hourglass")};
}

} // namespace

/// A key figure above its caption, with a fine line at its left.
class VerdictBar::FigureView : public QWidget {
public:
    explicit FigureView(QWidget* parent)
        : QWidget(parent)
        , value_(new ThemedLabel(TextSize::Figure, ThemedLabel::Ink::Text))
        , ofValue_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
        , caption_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    {
        value_->setObjectName(QStringLiteral("keyFigure"));
        auto* top = new QHBoxLayout;
        top->setSpacing(4);
        top->addStretch(1);
        top->addWidget(value_, 0, Qt::AlignBottom);
        top->addWidget(ofValue_, 0, Qt::AlignBottom);
        auto* all = new QVBoxLayout(this);
        all->setContentsMargins(14, 0, 10, 0);
        all->setSpacing(1);
        all->addLayout(top);
        caption_->setAlignment(Qt::AlignRight);
        all->addWidget(caption_);
    }

    void show(const MachineVerdict::Figure& figure)
    {
        value_->setText(figure.value);
        ofValue_->setText(figure.ofValue);
        ofValue_->setVisible(!figure.ofValue.isEmpty());
        caption_->setText(figure.caption);
        setAccessibleName(
            QStringLiteral("%1: %2 %3").arg(figure.caption, figure.value, figure.ofValue).trimmed());
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        QColor line = themeFor(palette()).text;
        line.setAlpha(36);
        painter.setPen(line);
        painter.drawLine(0, 2, 0, height() - 3);
    }

private:
    ThemedLabel* value_;
    ThemedLabel* ofValue_;
    ThemedLabel* caption_;
};

VerdictBar::VerdictBar(QWidget* parent)
    : QWidget(parent)
    , sentence_(new ThemedLabel(TextSize::Lead, ThemedLabel::Ink::Text))
    , detail_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , tag_(new Tag)
{
    setObjectName(QStringLiteral("verdict"));
    sentence_->setObjectName(QStringLiteral("verdictSentence"));
    detail_->setObjectName(QStringLiteral("verdictDetail"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (ThemedLabel* label : {sentence_, detail_}) {
        label->setWordWrap(true);
        label->setMinimumWidth(120);
        label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    words->addWidget(sentence_);
    tag_->setObjectName(QStringLiteral("verdictTag"));
    tag_->hide();
    auto* below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(tag_, 0, Qt::AlignVCenter);
    below->addWidget(detail_, 1);
    words->addLayout(below);
    words->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kTextLeft, 12, 6, 12);
    row->setSpacing(8);
    row->addLayout(words, 1);
    for (std::size_t i = 0; i < kMostMends; ++i) {
        auto* button = new QPushButton;
        button->setObjectName(QStringLiteral("mend%1").arg(i));
        button->setProperty("primary", i == 0);
        button->hide();
        connect(button, &QPushButton::clicked, this, [this, i] {
            if (i < verdict_.mends.size()) {
                Q_EMIT mendChosen(Requirement(verdict_.mends[i].changed));
            }
        });
        mends_.push_back(button);
        row->addWidget(button);
    }
    row->addSpacing(2);
    for (std::size_t i = 0; i < kMostFigures; ++i) {
        auto* figure = new FigureView(this);
        figure->hide();
        figures_.push_back(figure);
        row->addWidget(figure);
    }
}

void VerdictBar::showVerdict(const MachineVerdict& verdict)
{
    verdict_ = verdict;
    sentence_->setText(verdict.sentence);
    detail_->setText(verdict.detail);
    detail_->setVisible(!verdict.detail.isEmpty());
    tag_->setTag(TagKind::Good, verdict.tag);
    tag_->setVisible(!verdict.tag.isEmpty());
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        const bool used = i < verdict.figures.size();
        figures_[i]->setVisible(used);
        if (used) {
            figures_[i]->show(verdict.figures[i]);
        }
    }
    for (std::size_t i = 0; i < mends_.size(); ++i) {
        const bool used = i < verdict.mends.size();
        mends_[i]->setVisible(used);
        if (used) {
            mends_[i]->setText(verdict.mends[i].label);
        }
    }
    setAccessibleName(verdict.sentence);
    setAccessibleDescription(verdict.tag.isEmpty() ? verdict.detail
                                                   : verdict.tag + QStringLiteral(". ") + verdict.detail);
    update();
}

void VerdictBar::setBusy(bool busy)
{
    busy_ = busy;
    detail_->setText(busy ? tr("Looking for machines …") : verdict_.detail);
    detail_->setVisible(!detail_->text().isEmpty());
    update();
}

void VerdictBar::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = themeFor(palette());
    const StateLook look = lookOf(busy_ ? MachineVerdict::State::Waiting : verdict_.state, theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(verdict_.state == MachineVerdict::State::Waiting || busy_ ? QPen(theme.line)
                                                                             : QPen(Qt::NoPen));
    painter.setBrush(look.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const QRectF badge(kInside, (height() - kBadge) / 2.0, kBadge, kBadge);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.ink);
    painter.drawEllipse(badge);
    const QPixmap glyph = tintedIcon(look.icon, inkOn(look.ink), kGlyph, *this);
    painter.drawPixmap(badge.center() - QPointF(kGlyph / 2.0, kGlyph / 2.0), glyph);
}

} // namespace rigwright
