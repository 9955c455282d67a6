// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claim_details.h"

#include "ui/claim_text.h"
#include "ui/tag.h"

#include <QHBoxLayout>
#include <QStringList>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kGap = 4;
constexpr int kBetween = 24;

ThemedLabel* wrapped(TextSize size, ThemedLabel::Ink ink, const char* name)
{
    auto* label = new ThemedLabel(size, ink);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ClaimDetails::ClaimDetails(QWidget* parent)
    : QWidget(parent)
    , verdict_(new Tag)
    , id_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , claim_(wrapped(TextSize::Title, ThemedLabel::Ink::Text, "claimTitle"))
    , reason_(wrapped(TextSize::Text, ThemedLabel::Ink::Text, "claimReason"))
    , remark_(wrapped(TextSize::Hint, ThemedLabel::Ink::Muted, "claimRemark"))
    , figures_(wrapped(TextSize::Text, ThemedLabel::Ink::Text, "claimFigures"))
    , source_(wrapped(TextSize::Hint, ThemedLabel::Ink::Muted, "claimSource"))
    , assumptions_(wrapped(TextSize::Hint, ThemedLabel::Ink::Muted, "claimAssumptions"))
{
    id_->setObjectName(QStringLiteral("claimId"));
    verdict_->setObjectName(QStringLiteral("claimVerdict"));
    auto* left = new QVBoxLayout;
    left->setSpacing(kGap);
    left->addWidget(claim_);
    auto* tags = new QHBoxLayout;
    tags->setSpacing(2 * kGap);
    tags->addWidget(verdict_);
    tags->addWidget(id_);
    tags->addStretch(1);
    left->addLayout(tags);
    left->addWidget(reason_);
    left->addWidget(remark_);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(kGap);
    right->addWidget(figures_);
    right->addWidget(source_);
    right->addWidget(assumptions_);
    right->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kBetween);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    retranslate();
}

void ClaimDetails::showCheck(const ClaimCheck* check)
{
    check_ = check;
    retranslate();
}

void ClaimDetails::retranslate()
{
    verdict_->setVisible(check_ != nullptr);
    id_->setVisible(check_ != nullptr);
    if (check_ == nullptr) {
        claim_->setText(QString());
        reason_->setText(tr("Select a claim to see why, and what was assumed."));
        for (ThemedLabel* label : {remark_, figures_, source_, assumptions_}) {
            label->setText(QString());
        }
        return;
    }
    const Claim& claim = *check_->claim;
    id_->setText(QString::fromStdString(claim.id));
    claim_->setText(claimText(claim));
    verdict_->setTag(verdictTag(check_->verdict),
                     check_->measured ? tr("%1, by the measurement").arg(verdictText(*check_))
                                      : verdictText(*check_));
    reason_->setText(claimReason(*check_));
    remark_->setText(check_->reason.text.empty() ? QString() : claimRemark(claim));
    figures_->setText(tr("Claimed %1 · our estimate %2 · measured %3")
                          .arg(claimedFigures(claim), oursFigures(*check_), measuredFigures(claim)));
    source_->setText(claim.measurement
                         ? tr("Measurement: %1").arg(QString::fromStdString(claim.measurement->source))
                         : QString());
    QStringList lines;
    for (const ClaimText& assumption : check_->assumptions) {
        lines.append(claimsText(assumption));
    }
    assumptions_->setText(
        lines.isEmpty()
            ? QString()
            : tr("Assumed, because the guide leaves it open: %1").arg(lines.join(QStringLiteral(" · "))));
}

} // namespace rigwright
