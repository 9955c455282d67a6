// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranges_section.h"

#include "ui/cost_words.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kPercent = 100;
constexpr double kMostPercent = 900;
constexpr double kRounding = 0.5;

/// Rounded to what the fields show, so that a range that was only looked at stays what it was.
void showPercent(DecimalField* field, double percent)
{
    const QSignalBlocker quiet(field);
    if (std::abs(field->value() - percent) > kRounding) {
        field->setValue(percent);
    }
}

} // namespace

RangesSection::RangesSection(QWidget* parent)
    : AssumptionSection(QStringLiteral("ranges"), parent)
    , none_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
{
    none_->setWordWrap(true);
    none_->setObjectName(QStringLiteral("noRanges"));
    noneRow_ = addWidget(none_, false);
    for (const CostFactor factor : allCostFactors()) {
        addLine(factor);
    }
    showMore();
}

void RangesSection::addLine(CostFactor factor)
{
    const QString name = QString::fromLatin1(costFactorName(factor));
    Line line;
    line.low = new DecimalField(QStringLiteral("rangeLow-") + name);
    line.low->setDecimals(0);
    line.low->setRange(factor == CostFactor::ResidualValue ? -kPercent : 1 - kPercent, 0);
    line.low->setSingleStep(5);
    line.high = new DecimalField(QStringLiteral("rangeHigh-") + name);
    line.high->setDecimals(0);
    line.high->setRange(0, kMostPercent);
    line.high->setSingleStep(5);
    line.high->setPrefix(QStringLiteral("+"));
    auto* pair = new QWidget;
    auto* both = new QHBoxLayout(pair);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(4);
    both->addWidget(line.low);
    both->addWidget(line.high);
    line.reason = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    line.reason->setObjectName(QStringLiteral("rangeReason-") + name);
    line.reason->setWordWrap(true);
    line.row = addWidget(pair, true);
    line.reasonRow = addWidget(line.reason, false);
    for (DecimalField* field : {line.low, line.high}) {
        connect(field, &QDoubleSpinBox::valueChanged, this, [this, factor] { takeRange(factor); });
    }
    lines_[factor] = line;
}

void RangesSection::takeRange(CostFactor factor)
{
    const Line& line = lines_.at(factor);
    const FactorRange range{factor, 1 + line.low->value() / kPercent, 1 + line.high->value() / kPercent, {}};
    edit([&range](CostAssumptions& changed) {
        std::erase_if(changed.ranges,
                      [&range](const FactorRange& other) { return other.factor == range.factor; });
        changed.ranges.push_back(range);
    });
}

void RangesSection::showRanges(const std::vector<FactorRange>& ranges)
{
    if (ranges == shown_) {
        return;
    }
    shown_ = ranges;
    showMore();
}

void RangesSection::showLine(const FactorRange& range, Line& line)
{
    showPercent(line.low, (range.low - 1) * kPercent);
    showPercent(line.high, (range.high - 1) * kPercent);
    line.reason->setText(range.reason.empty() ? tr("Your own range") : costsText(range.reason, {}));
}

const FactorRange* RangesSection::rangeOf(CostFactor factor) const
{
    // What was just entered counts before the next comparison says so.
    const auto own = std::ranges::find(assumed().ranges, factor, &FactorRange::factor);
    if (own != assumed().ranges.end()) {
        return &*own;
    }
    const auto found = std::ranges::find(shown_, factor, &FactorRange::factor);
    return found == shown_.end() ? nullptr : &*found;
}

void RangesSection::showMore()
{
    for (auto& [factor, line] : lines_) {
        const FactorRange* range = rangeOf(factor);
        if (range != nullptr) {
            showLine(*range, line);
        }
        want(line.row, range != nullptr);
        want(line.reasonRow, range != nullptr);
    }
    want(noneRow_, shown_.empty());
}

bool RangesSection::isMoreDefault() const
{
    return assumed().ranges == defaults().ranges;
}

void RangesSection::resetMore(CostAssumptions& changed) const
{
    changed.ranges = defaults().ranges;
}

void RangesSection::retranslate()
{
    setTitle(tr("Ranges"));
    none_->setText(tr("How far each figure may come out other than assumed stands here once a machine is "
                      "compared."));
    for (auto& [factor, line] : lines_) {
        const QString name = costFactorText(factor);
        setTexts(line.row, name, {}, tr("How far it may lie below and above what is assumed, in percent"));
        line.low->setUnit(tr("%"));
        line.high->setUnit(tr("%"));
        line.low->setAccessibleName(tr("%1, at the lowest").arg(name));
        line.high->setAccessibleName(tr("%1, at the highest").arg(name));
    }
    showMore();
}

} // namespace rigwright
