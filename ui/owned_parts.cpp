// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/owned_parts.h"

#include "ui/fields.h"
#include "ui/part_field.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kMostOfOne = 64;
constexpr int kQuantityWidth = 44;

/// A name that gives way, with all of it in the tip.
class ElidedName : public ThemedLabel {
public:
    explicit ElidedName(const QString& text)
        : ThemedLabel(TextSize::Text, Ink::Text)
        , all_(text)
    {
        setToolTip(text);
        setAccessibleName(text);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        ThemedLabel::resizeEvent(event);
        setText(fontMetrics().elidedText(all_, Qt::ElideRight, width()));
    }

private:
    QString all_;
};

} // namespace

OwnedParts::OwnedParts(QWidget* parent)
    : QWidget(parent)
    , field_(new PartField(QStringLiteral("ownedPart")))
    , rows_(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("ownedParts"));
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(4);
    rows_->addWidget(field_);
    connect(field_, &PartField::partChosen, this, &OwnedParts::add);
    rebuild();
}

void OwnedParts::setCatalog(std::shared_ptr<const Catalog> catalog)
{
    catalog_ = std::move(catalog);
    field_->setCatalog(catalog_);
    setLines(lines_);
}

void OwnedParts::setLines(const std::vector<BuildLine>& lines)
{
    lines_ = lines;
    // Without the part, nobody knows what it is good for.
    std::erase_if(lines_, [this](const BuildLine& line) {
        return catalog_ != nullptr && findAnyPart(*catalog_, line.part).info == nullptr;
    });
    rebuild();
}

void OwnedParts::add(const BuildLine& line)
{
    const auto known = std::ranges::find(lines_, line.part, &BuildLine::part);
    if (known == lines_.end()) {
        lines_.push_back(line);
    } else {
        known->quantity = std::min(known->quantity + 1, kMostOfOne);
    }
    rebuild();
    Q_EMIT linesChanged();
}

void OwnedParts::rebuild()
{
    delete list_;
    list_ = new QWidget(this);
    auto* column = new QVBoxLayout(list_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    rows_->addWidget(list_);
    for (std::size_t at = 0; at < lines_.size(); ++at) {
        addRow(at);
    }
    list_->setVisible(!lines_.empty());
}

void OwnedParts::addRow(std::size_t at)
{
    const QString name = nameOf(lines_[at]);
    const QString id = QString::fromStdString(lines_[at].part.text());
    auto* quantity = new NumberField(QStringLiteral("owned_") + id);
    quantity->setRange(1, kMostOfOne);
    quantity->setValue(lines_[at].quantity);
    quantity->setMinimumWidth(0);
    quantity->setFixedWidth(kQuantityWidth);
    quantity->setAccessibleName(tr("Number of %1").arg(name));
    connect(quantity, &QSpinBox::valueChanged, this, [this, at](int value) {
        lines_[at].quantity = value;
        Q_EMIT linesChanged();
    });
    auto* remove = new QPushButton(QStringLiteral("✕"));
    remove->setObjectName(QStringLiteral("removeOwned_") + id);
    remove->setProperty("link", true);
    remove->setFlat(true);
    remove->setCursor(Qt::PointingHandCursor);
    remove->setToolTip(tr("Remove"));
    remove->setAccessibleName(tr("Remove %1").arg(name));
    // The row goes with the button, which is still in use while it tells.
    connect(
        remove, &QPushButton::clicked, this,
        [this, part = lines_[at].part] {
            std::erase_if(lines_, [&part](const BuildLine& line) { return line.part == part; });
            rebuild();
            field_->setFocus();
            Q_EMIT linesChanged();
        },
        Qt::QueuedConnection);
    auto* row = new QWidget(list_);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(6);
    across->addWidget(quantity);
    across->addWidget(new ElidedName(name), 1);
    across->addWidget(remove);
    list_->layout()->addWidget(row);
}

QString OwnedParts::nameOf(const BuildLine& line) const
{
    const PartInfo* info = catalog_ == nullptr ? nullptr : findAnyPart(*catalog_, line.part).info;
    return QString::fromStdString(info == nullptr ? line.part.text() : info->name);
}

void OwnedParts::retranslate()
{
    field_->setPlaceholderText(tr("Find a part to add"));
    field_->setAccessibleName(tr("Parts at hand"));
    rebuild();
}

} // namespace rigwright
