// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assumption_section.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace rigwright {

namespace {

QPushButton* linkButton(const QString& name)
{
    auto* link = new QPushButton;
    link->setObjectName(name);
    link->setProperty("link", true);
    link->setFlat(true);
    link->setCursor(Qt::PointingHandCursor);
    link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return link;
}

} // namespace

AssumptionSection::AssumptionSection(const QString& name, QWidget* parent)
    : FormSection(parent)
{
    addWide(makeHead(name));
    connect(fold_, &QPushButton::toggled, this, &AssumptionSection::refreshRows);
    connect(fold_, &QPushButton::clicked, this, [this](bool open) {
        if (open) {
            Q_EMIT unfolded();
        }
    });
    connect(reset_, &QPushButton::clicked, this, &AssumptionSection::reset);
}

QWidget* AssumptionSection::makeHead(const QString& name)
{
    fold_ = linkButton(name + QStringLiteral("Fold"));
    fold_->setProperty("fold", true);
    fold_->setCheckable(true);
    reset_ = linkButton(name + QStringLiteral("Reset"));
    reset_->setText(tr("Reset"));
    reset_->hide();
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(fold_);
    row->addStretch(1);
    row->addWidget(reset_);
    return head;
}

bool AssumptionSection::isOpen() const
{
    return fold_->isChecked();
}

void AssumptionSection::setOpen(bool open)
{
    fold_->setChecked(open);
    refreshRows();
}

void AssumptionSection::setTitle(const QString& title)
{
    fold_->setText((isOpen() ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + title);
    fold_->setAccessibleName(title);
    fold_->setAccessibleDescription(isOpen() ? tr("unfolded") : tr("folded"));
    reset_->setText(tr("Reset"));
    reset_->setAccessibleName(tr("Reset: %1").arg(title));
    reset_->setToolTip(tr("Back to the defaults"));
}

AssumptionSection::Field AssumptionSection::add(const Row& row, FigureAccess access)
{
    fields_.push_back({row, std::move(access)});
    setRowVisible(row, isOpen());
    return fields_.size() - 1;
}

AssumptionSection::Field AssumptionSection::addFigure(const char* name, const Limits& limits,
                                                      FigureAccess access)
{
    auto* box = new DecimalField(QString::fromLatin1(name));
    box->setDecimals(limits.decimals);
    box->setRange(limits.least, limits.most);
    box->setSingleStep(limits.step);
    const Field field = add(addRow(box), std::move(access));
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, field, least = limits.least](double shown) {
        takeEdit(field, shown < least ? std::nullopt : std::optional(shown));
    });
    return field;
}

AssumptionSection::Field AssumptionSection::addOptionalFigure(const char* name, const Limits& limits,
                                                              FigureAccess access)
{
    const Field field = addFigure(name, limits, std::move(access));
    auto* box = static_cast<DecimalField*>(widgetOf(field));
    const QSignalBlocker quiet(box);
    box->setMinimum(limits.least - limits.step);
    fields_[field].mayBeEmpty = true;
    return field;
}

AssumptionSection::Field AssumptionSection::addChoice(const char* name, int entries, FigureAccess access)
{
    auto* choice = new Choice(QString::fromLatin1(name));
    for (int entry = 0; entry < entries; ++entry) {
        choice->addItem(QString());
    }
    const Field field = add(addRow(choice), std::move(access));
    connect(choice, &QComboBox::currentIndexChanged, this,
            [this, field](int index) { takeEdit(field, index); });
    return field;
}

AssumptionSection::Field AssumptionSection::addCheck(const char* name, FigureAccess access)
{
    auto* check = new QCheckBox;
    check->setObjectName(QString::fromLatin1(name));
    const Field field = add(addWide(check), std::move(access));
    connect(check, &QCheckBox::toggled, this, [this, field](bool on) { takeEdit(field, on ? 1 : 0); });
    return field;
}

AssumptionSection::Field AssumptionSection::addWidget(QWidget* widget, bool labelled)
{
    return add(labelled ? addRow(widget) : addWide(widget), {});
}

void AssumptionSection::setTexts(Field field, const QString& label, const QString& unit, const QString& tip)
{
    const Row& row = fields_[field].row;
    row.field->setToolTip(tip);
    if (auto* box = qobject_cast<DecimalField*>(row.field)) {
        box->setUnit(unit);
    } else if (auto* check = qobject_cast<QCheckBox*>(row.field)) {
        check->setText(label);
    }
    if (row.label != nullptr) {
        row.label->setToolTip(tip);
        setLabel(row, label);
    } else {
        row.field->setAccessibleName(label);
    }
    row.field->setAccessibleDescription(tip);
}

void AssumptionSection::setNothing(Field field, const QString& text)
{
    static_cast<DecimalField*>(widgetOf(field))->setSpecialValueText(text);
}

void AssumptionSection::setChoices(Field field, const QStringList& texts)
{
    auto* choice = static_cast<Choice*>(widgetOf(field));
    for (int entry = 0; entry < choice->count(); ++entry) {
        choice->setItemText(entry, texts.value(entry));
    }
}

void AssumptionSection::setFieldError(Field field, const QString& text)
{
    setError(fields_[field].row, text);
}

void AssumptionSection::want(Field field, bool wanted)
{
    fields_[field].wanted = wanted;
    setRowVisible(fields_[field].row, wanted && isOpen());
}

void AssumptionSection::refreshRows()
{
    for (const Entry& entry : fields_) {
        setRowVisible(entry.row, entry.wanted && isOpen());
    }
    showMore();
    retranslate();
}

void AssumptionSection::showField(const Entry& entry) const
{
    const std::optional<double> shown = entry.access.read(assumed_);
    const QSignalBlocker quiet(entry.row.field);
    if (auto* box = qobject_cast<DecimalField*>(entry.row.field)) {
        // What reads the same is left alone: somebody may be typing it.
        const double wanted = shown ? *shown : box->minimum();
        if (std::abs(box->value() - wanted) > std::pow(0.1, box->decimals()) / 2) {
            box->setValue(wanted);
        }
    } else if (auto* choice = qobject_cast<Choice*>(entry.row.field)) {
        choice->setCurrentIndex(static_cast<int>(shown.value_or(0)));
    } else if (auto* check = qobject_cast<QCheckBox*>(entry.row.field)) {
        check->setChecked(shown.value_or(0) != 0);
    }
}

void AssumptionSection::show(const CostAssumptions& assumed, const CostAssumptions& defaults,
                             Currency currency)
{
    const bool otherUnits = currency_ != currency;
    assumed_ = assumed;
    defaults_ = defaults;
    currency_ = currency;
    for (const Entry& entry : fields_) {
        if (entry.access.read) {
            showField(entry);
        }
    }
    showMore();
    reset_->setVisible(!isDefault());
    if (otherUnits) {
        retranslate();
    }
}

bool AssumptionSection::isDefault() const
{
    for (const Entry& entry : fields_) {
        if (entry.access.isSame && !entry.access.isSame(assumed_, defaults_)) {
            return false;
        }
    }
    return isMoreDefault();
}

void AssumptionSection::takeEdit(Field field, const std::optional<double>& shown)
{
    edit([this, field, &shown](CostAssumptions& changed) {
        fields_[field].access.write(changed, shown, currency_);
    });
}

void AssumptionSection::edit(const std::function<void(CostAssumptions&)>& change)
{
    CostAssumptions changed = assumed_;
    change(changed);
    Q_EMIT edited(changed);
}

void AssumptionSection::reset()
{
    // The link goes with the last difference, and the focus would go astray with it.
    fold_->setFocus(Qt::OtherFocusReason);
    edit([this](CostAssumptions& changed) {
        for (const Entry& entry : fields_) {
            if (entry.access.copy) {
                entry.access.copy(defaults_, changed);
            }
        }
        resetMore(changed);
    });
}

} // namespace rigwright
