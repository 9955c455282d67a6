// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_field.h"

#include "ui/fields.h"
#include "ui/text.h"

#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::size_t kMostHits = 40;
constexpr int kPopupWidth = 460;

/// "NVIDIA GeForce RTX 3090": the maker once.
QString fullName(const PartInfo& info)
{
    const QString maker = QString::fromStdString(info.manufacturer);
    const QString name = QString::fromStdString(info.name);
    return maker.isEmpty() || name.startsWith(maker, Qt::CaseInsensitive) ? name
                                                                          : maker + QLatin1Char(' ') + name;
}

} // namespace

PartField::PartField(const QString& objectName, QWidget* parent)
    : QLineEdit(parent)
    , items_(new QStandardItemModel(this))
    , completer_(new QCompleter(this))
{
    setObjectName(objectName);
    setClearButtonEnabled(true);
    auto* completions = new QListView;
    completions->setObjectName(QStringLiteral("completions"));
    completions->setMinimumWidth(kPopupWidth);
    completer_->setPopup(completions);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setMaxVisibleItems(12);
    completer_->setModel(items_);
    completions->setItemDelegate(newChoiceDelegate(completions));
    setCompleter(completer_);
    connect(this, &QLineEdit::textEdited, this, &PartField::lookUp);
    connect(
        completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this,
        [this](const QModelIndex& index) { choose(index.row()); }, Qt::QueuedConnection);
}

void PartField::setCatalog(std::shared_ptr<const Catalog> catalog)
{
    catalog_ = std::move(catalog);
    entries_.clear();
    hits_.clear();
}

void PartField::setCategory(std::optional<PartCategory> category)
{
    category_ = category;
    hits_.clear();
}

void PartField::fill()
{
    if (catalog_ == nullptr) {
        return;
    }
    const auto add = [this](PartCategory category, const auto& parts) {
        const QString name = categoryText(category);
        for (const auto& part : parts) {
            if (part.info.hidden) {
                continue;
            }
            Entry entry{{category, part.info.id, 1}, fullName(part.info), name, {}};
            entry.words = (entry.name + QLatin1Char(' ') + QString::fromStdString(part.info.partNumber) +
                           QLatin1Char(' ') + name)
                              .toLower();
            entries_.push_back(std::move(entry));
        }
    };
    add(PartCategory::Accelerator, catalog_->accelerators);
    add(PartCategory::Accelerator, catalog_->cards);
    add(PartCategory::Cpu, catalog_->cpus);
    add(PartCategory::Board, catalog_->boards);
    add(PartCategory::Memory, catalog_->memory);
    add(PartCategory::Storage, catalog_->drives);
    add(PartCategory::PowerSupply, catalog_->powerSupplies);
    add(PartCategory::Case, catalog_->cases);
    add(PartCategory::Cooler, catalog_->coolers);
    add(PartCategory::NetworkCard, catalog_->networkCards);
    add(PartCategory::System, catalog_->systems);
}

void PartField::lookUp(const QString& typed)
{
    if (entries_.empty()) {
        fill();
    }
    hits_.clear();
    items_->clear();
    const QStringList words = typed.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < entries_.size() && hits_.size() < kMostHits && !words.isEmpty(); ++i) {
        const Entry& entry = entries_[i];
        const bool isHit = (!category_ || entry.line.category == *category_) &&
            std::ranges::all_of(words, [&](const QString& word) { return entry.words.contains(word); });
        if (!isHit) {
            continue;
        }
        hits_.push_back(i);
        auto* item = new QStandardItem(entry.name);
        item->setData(entry.category, Choice::kDetailRole);
        item->setToolTip(entry.name);
        items_->appendRow(item);
    }
    setInvalid(this, !words.isEmpty() && hits_.empty());
}

void PartField::choose(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= hits_.size()) {
        return;
    }
    const BuildLine line = entries_[hits_[static_cast<std::size_t>(row)]].line;
    completer_->popup()->hide();
    clear();
    setInvalid(this, false);
    Q_EMIT partChosen(line);
}

void PartField::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !text().trimmed().isEmpty()) {
        // Without a choice in the list, the best hit is meant.
        choose(0);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void PartField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        // The names of the categories are another language's.
        entries_.clear();
        hits_.clear();
    }
}

} // namespace rigwright
