// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model_field.h"

#include "facts/nearest.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStringListModel>

#include <algorithm>

namespace rigwright {

namespace {

QString nameOf(const ModelFacts& facts)
{
    return QString::fromStdString(facts.name);
}

/// Those of the shipped catalog.
std::vector<const ModelFacts*> byFamily(const ModelLibrary& library)
{
    std::vector<const ModelFacts*> models;
    for (const ModelFacts& facts : library.catalog()->models) {
        if (library.findImport(facts.id) == nullptr) {
            models.push_back(&facts);
        }
    }
    std::stable_sort(models.begin(), models.end(), [](const ModelFacts* a, const ModelFacts* b) {
        return a->family != b->family ? a->family < b->family : a->parameters < b->parameters;
    });
    return models;
}

} // namespace

ModelField::ModelField(const ModelLibrary& library, QWidget* parent)
    : Choice(QStringLiteral("model"), parent)
    , library_(library)
    , items_(new QStandardItemModel(this))
    , completer_(new QCompleter(this))
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    fill();
    setModel(items_);
    auto* completions = new QListView;
    completions->setObjectName(QStringLiteral("completions"));
    completer_->setPopup(completions);
    completer_->setCaseSensitivity(Qt::CaseInsensitive);
    completer_->setFilterMode(Qt::MatchContains);
    completer_->setMaxVisibleItems(12);
    setCompleter(completer_);
    lineEdit()->setObjectName(QStringLiteral("modelEdit"));

    connect(this, &QComboBox::activated, this, [this](int index) {
        const QString id = itemData(index).toString();
        if (index == 0) {
            showModel(model_);
            Q_EMIT importWanted();
        } else if (!id.isEmpty()) {
            choose(ModelId(id.toStdString()));
        }
    });
    connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, [this] { takeTyped(); });
    connect(lineEdit(), &QLineEdit::returnPressed, this, &ModelField::takeTyped);
}

void ModelField::showModel(const ModelId& model)
{
    model_ = model;
    const int index = findData(QString::fromStdString(model.text()));
    setCurrentIndex(index);
    setEditText(index >= 0 ? itemText(index) : QString::fromStdString(model.text()));
    lineEdit()->setCursorPosition(0);
    setToolTip(currentText());
    setInvalid(this, false);
}

void ModelField::focusOutEvent(QFocusEvent* event)
{
    Choice::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && !completer_->popup()->isVisible()) {
        takeTyped();
    }
}

void ModelField::refill()
{
    const QSignalBlocker quiet(this);
    fill();
    showModel(model_);
}

void ModelField::fill()
{
    items_->clear();
    auto* import = new QStandardItem(tr("Import a model …"));
    import->setForeground(themeFor(palette()).accent);
    items_->appendRow(import);
    QStringList names;
    if (!library_.imports().empty()) {
        addHead(tr("Imported"));
        for (const ModelImport& known : library_.imports()) {
            addModel(known.model.facts);
            names << nameOf(known.model.facts);
        }
    }
    std::string family;
    for (const ModelFacts* facts : byFamily(library_)) {
        if (facts->family != family) {
            family = facts->family;
            addHead(QString::fromStdString(family));
        }
        addModel(*facts);
        names << nameOf(*facts);
    }
    names.sort(Qt::CaseInsensitive);
    completer_->setModel(new QStringListModel(names, completer_));
}

void ModelField::addHead(const QString& text)
{
    auto* head = new QStandardItem(text);
    head->setFlags(Qt::NoItemFlags);
    head->setFont(fontFor(TextSize::Hint));
    items_->appendRow(head);
}

void ModelField::addModel(const ModelFacts& facts)
{
    auto* item = new QStandardItem(nameOf(facts));
    item->setData(QString::fromStdString(facts.id.text()), Qt::UserRole);
    if (library_.findImport(facts.id) == nullptr && !facts.verified) {
        item->setData(tr("unverified"), kDetailRole);
    }
    items_->appendRow(item);
}

void ModelField::choose(const ModelId& model)
{
    completer_->popup()->hide();
    Q_EMIT complaint({});
    const bool isNew = model != model_;
    showModel(model);
    if (isNew) {
        Q_EMIT modelChosen();
    }
}

void ModelField::takeTyped()
{
    const QString typed = currentText().trimmed();
    if (const std::optional<ModelId> found = match(typed)) {
        choose(*found);
        return;
    }
    std::vector<std::string> names;
    for (const ModelFacts& facts : library_.catalog()->models) {
        names.push_back(facts.name);
    }
    QStringList near;
    for (const std::string& name : nearestNames(typed.toStdString(), names)) {
        near << QString::fromStdString(name);
    }
    setInvalid(this, true);
    Q_EMIT complaint(tr("No model of this name. Near: %1").arg(near.join(tr(", "))));
}

std::optional<ModelId> ModelField::match(const QString& typed) const
{
    if (typed.isEmpty()) {
        return model_;
    }
    for (const ModelImport& known : library_.imports()) {
        if (nameOf(known.model.facts).compare(typed, Qt::CaseInsensitive) == 0) {
            return known.model.facts.id;
        }
    }
    const ModelFacts* contains = nullptr;
    for (const ModelFacts* facts : byFamily(library_)) {
        if (nameOf(*facts).compare(typed, Qt::CaseInsensitive) == 0 ||
            QString::fromStdString(facts->id.text()).compare(typed, Qt::CaseInsensitive) == 0) {
            return facts->id;
        }
        if (contains == nullptr && nameOf(*facts).contains(typed, Qt::CaseInsensitive)) {
            contains = facts;
        }
    }
    return contains == nullptr ? std::nullopt : std::optional(contains->id);
}

} // namespace rigwright
