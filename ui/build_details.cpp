// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build_details.h"

#include "ui/build_table_model.h"
#include "ui/finding_counts.h"
#include "ui/label.h"
#include "ui/tag_flow.h"
#include "ui/text.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStringList>
#include <QVBoxLayout>

namespace rigwright {

namespace {

enum GridColumn { kCategory, kName, kPrice, kColumns };
constexpr int kRowGap = 4;

/// Cents would only be noise among these prices; the bill of materials has them.
QString wholeMoneyText(const Money& amount)
{
    return QString::fromStdString(amount.currency().sign()) + QLocale().toString(amount.toDouble(), 'f', 0);
}

QString partText(const PricedLine& line)
{
    const QString name = QString::fromStdString(line.name);
    return line.line.quantity == 1 ? name : QStringLiteral("%1 × %2").arg(line.line.quantity).arg(name);
}

QString priceTip(const PricedLine& line)
{
    if (!line.offer) {
        return BuildDetails::tr("No price known");
    }
    return QStringLiteral("%1 · %2 · %3")
        .arg(priceKindText(line.offer->kind), QString::fromStdString(line.offer->source),
             dateText(line.offer->date));
}

/// "street, 2025-07-23, 16 months old"
QString priceOriginText(const PricedLine& line)
{
    return QStringLiteral("%1, %2, %3")
        .arg(priceKindText(line.offer->kind), dateText(line.offer->date), ageText(line.standing.ageDays));
}

CellTags priceTags(const PriceStanding& standing)
{
    CellTags tags;
    if (standing.state == Verification::Unverified) {
        tags.append({TagKind::Unknown, BuildDetails::tr("unverified price")});
    }
    if (standing.old) {
        tags.append({TagKind::Warning, BuildDetails::tr("old price")});
    }
    if (standing.expired) {
        tags.append({TagKind::Warning, BuildDetails::tr("quote expired")});
    }
    return tags;
}

QString figuresText(const EvaluatedBuild& build, const Workload& workload)
{
    QStringList figures;
    if (const auto speed = headlineSpeed(build, workload)) {
        figures.append(speedText(*speed));
    }
    if (!build.plan.memory.devices.empty()) {
        Bytes capacity;
        for (const DeviceMemory& device : build.plan.memory.devices) {
            capacity += device.capacity;
        }
        figures.append(BuildDetails::tr("%1 of %2 VRAM")
                           .arg(gibText(build.plan.memory.onDevices()), capacityText(capacity)));
    }
    figures.append(wattsText(build.wallPower));
    return figures.join(QStringLiteral(" · "));
}

} // namespace

BuildDetails::BuildDetails(QWidget* parent)
    : Card(parent)
    , findingsLink_(addLink(QStringLiteral("showFindings")))
    , figures_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , scroll_(new QScrollArea)
    , totalLabel_(new ThemedLabel(TextSize::Title, ThemedLabel::Ink::Text))
    , total_(new ThemedLabel(TextSize::Title, ThemedLabel::Ink::Text))
    , tags_(new TagFlow)
{
    figures_->setWordWrap(true);
    scroll_->setObjectName(QStringLiteral("machineParts"));
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->viewport()->setAutoFillBackground(false);
    body()->addWidget(figures_);
    body()->addWidget(scroll_, 1);
    auto* sum = new QHBoxLayout;
    sum->addWidget(totalLabel_);
    sum->addStretch(1);
    sum->addWidget(total_);
    total_->setObjectName(QStringLiteral("machineTotal"));
    body()->addLayout(sum);
    body()->addWidget(tags_);
    connect(findingsLink_, &QPushButton::clicked, this, &BuildDetails::scrollToFindings);
    retranslate();
}

void BuildDetails::showBuild(std::shared_ptr<const EvaluatedBuild> build, const Workload& workload, Role role)
{
    build_ = std::move(build);
    workload_ = workload;
    role_ = role;
    retranslate();
    scroll_->verticalScrollBar()->setValue(0);
}

void BuildDetails::retranslate()
{
    setTitle(titleText());
    totalLabel_->setText(tr("Total"));
    rebuild();
}

QString BuildDetails::titleText() const
{
    switch (role_) {
    case Role::Selected: return tr("Selected machine");
    case Role::LeftOut: return tr("Nearest machine, left out");
    case Role::Combination: return tr("Cheapest combination, left out");
    case Role::Starting: return tr("The machine as it is");
    case Role::Changed: return tr("Machine after the changes");
    case Role::Proposed: return tr("Proposed machine");
    }
    return {};
}

QString BuildDetails::emptyText() const
{
    switch (role_) {
    case Role::Selected:
        return tr("The parts and prices of a machine appear here once one meets the requirement.");
    case Role::LeftOut:
    case Role::Combination: return tr("No machine is known that this reason alone leaves out.");
    case Role::Starting:
    case Role::Changed:
    case Role::Proposed: return tr("Choose a proposal to see its machine.");
    }
    return {};
}

void BuildDetails::rebuild()
{
    startList();
    fillTags();
    for (QWidget* shown : {static_cast<QWidget*>(figures_), static_cast<QWidget*>(totalLabel_),
                           static_cast<QWidget*>(total_)}) {
        shown->setVisible(build_ != nullptr);
    }
    findingsLink_->setVisible(build_ != nullptr && !build_->findings.empty());
    if (build_ == nullptr) {
        auto* none = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
        none->setWordWrap(true);
        none->setText(emptyText());
        grid_->addWidget(none, row_++, 0, 1, kColumns);
    } else {
        const bool isMachine = role_ != Role::Combination;
        figures_->setText(isMachine ? figuresText(*build_, workload_) : QString());
        figures_->setVisible(isMachine);
        total_->setText(wholeMoneyText(build_->price));
        findingsLink_->setText(tr("%n findings", nullptr, static_cast<int>(build_->findings.size())));
        for (const PricedLine& line : build_->lines) {
            addPart(line);
        }
        addFindings();
    }
    grid_->setRowStretch(row_, 1);
}

void BuildDetails::startList()
{
    // The scroll area deletes the list that it had.
    auto* list = new QWidget;
    list->setAutoFillBackground(false);
    grid_ = new QGridLayout(list);
    grid_->setContentsMargins(0, 0, kRowGap, 0);
    grid_->setHorizontalSpacing(8);
    grid_->setVerticalSpacing(kRowGap);
    grid_->setColumnStretch(kName, 1);
    row_ = 0;
    firstFinding_ = nullptr;
    scroll_->setWidget(list);
    list->setAutoFillBackground(false);
}

void BuildDetails::addRule()
{
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    QPalette colors = line->palette();
    colors.setColor(QPalette::WindowText, themeFor(QGuiApplication::palette()).line);
    line->setPalette(colors);
    line->setFixedHeight(1);
    grid_->addWidget(line, row_++, 0, 1, kColumns);
}

void BuildDetails::addPart(const PricedLine& line)
{
    auto* category = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    category->setText(categoryText(line.line.category));
    auto* name = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    name->setText(partText(line));
    name->setToolTip(QString::fromStdString(line.manufacturer + " " + line.name));
    name->setWordWrap(true);
    grid_->addWidget(category, row_, kCategory, Qt::AlignTop);
    grid_->addWidget(name, row_, kName);
    addPrice(line);
    if (line.offer && !line.owned) {
        addPriceOrigin(line);
    }
    addRule();
}

void BuildDetails::addPrice(const PricedLine& line)
{
    if (role_ == Role::Combination) {
        ++row_;
        return;
    }
    const bool isPaid = line.offer && !line.owned;
    auto* price = new ThemedLabel(TextSize::Text, isPaid ? ThemedLabel::Ink::Text : ThemedLabel::Ink::Muted);
    price->setText(line.owned       ? tr("at hand")
                       : line.offer ? wholeMoneyText(line.unitPrice * line.line.quantity)
                                    : tr("unknown"));
    price->setToolTip(line.owned ? tr("You have it: it costs nothing") : priceTip(line));
    grid_->addWidget(price, row_++, kPrice, Qt::AlignTop | Qt::AlignRight);
}

void BuildDetails::addPriceOrigin(const PricedLine& line)
{
    auto* origin = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    origin->setText(priceOriginText(line));
    origin->setToolTip(priceTip(line));
    origin->setWordWrap(true);
    grid_->addWidget(origin, row_++, kName, 1, 2);
    if (const CellTags tags = priceTags(line.standing); !tags.isEmpty()) {
        auto* flow = new TagFlow;
        flow->setTags(tags);
        grid_->addWidget(flow, row_++, kName, 1, 2);
    }
}

void BuildDetails::addFindings()
{
    for (const Severity severity : {Severity::Blocker, Severity::Warning, Severity::Note}) {
        for (const Finding& finding : build_->findings) {
            if (finding.severity == severity) {
                addFinding(finding);
            }
        }
    }
}

void BuildDetails::addFinding(const Finding& finding)
{
    const TagKind kind = tagKindOf(finding);
    auto* sign = new Tag;
    sign->setTag(kind, kind == TagKind::Neutral ? severityText(Severity::Note) : QString());
    auto* text = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text);
    text->setWordWrap(true);
    text->setText(findingText(finding));
    text->setAccessibleName(severityText(finding.severity) + QStringLiteral(": ") + text->text());
    if (firstFinding_ == nullptr) {
        firstFinding_ = sign;
    }
    grid_->addWidget(sign, row_, kCategory, Qt::AlignTop | Qt::AlignLeft);
    grid_->addWidget(text, row_++, kName, 1, 2);
}

void BuildDetails::fillTags()
{
    tags_->setTags(build_ == nullptr ? CellTags() : wordedTags(countFindings(build_->findings)));
}

void BuildDetails::scrollToFindings()
{
    if (firstFinding_ != nullptr) {
        scroll_->verticalScrollBar()->setValue(firstFinding_->y());
    }
}

void BuildDetails::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        // The palette is still on its way to the children that are made anew.
        QMetaObject::invokeMethod(this, &BuildDetails::rebuild, Qt::QueuedConnection);
    }
}

} // namespace rigwright
