// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr int kUnitInset = 9;
constexpr int kStepsPerOctave = 8;
constexpr int kLeastWidth = 64;

void setUpBox(QAbstractSpinBox* box, const QString& objectName)
{
    box->setObjectName(objectName);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setGroupSeparatorShown(true);
    box->setFocusPolicy(Qt::StrongFocus);
    // The largest number of the range is no measure of what people enter.
    box->setMinimumWidth(kLeastWidth);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

/// An entry of a drop-down list with its muted detail at the right; entries that can't be chosen are heads of groups.
class ChoiceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString detail = index.data(Choice::kDetailRole).toString();
        if (!detail.isEmpty()) {
            painter->setPen(themeFor(option.palette).muted);
            painter->drawText(option.rect.adjusted(0, 0, -kUnitInset, 0), Qt::AlignRight | Qt::AlignVCenter,
                              detail);
        }
    }
};

} // namespace

UnitLabel::UnitLabel(QAbstractSpinBox* box)
    : ThemedLabel(TextSize::Text, Ink::Muted, box)
    , box_(box)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    box->installEventFilter(this);
}

void UnitLabel::setUnit(const QString& unit)
{
    setText(unit);
    place();
}

bool UnitLabel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == box_ && (event->type() == QEvent::Resize || event->type() == QEvent::StyleChange)) {
        place();
    }
    return ThemedLabel::eventFilter(watched, event);
}

void UnitLabel::place()
{
    const QSize size = sizeHint();
    setGeometry(box_->width() - size.width() - kUnitInset, 0, size.width(), box_->height());
    if (auto* line = box_->findChild<QLineEdit*>()) {
        line->setTextMargins(0, 0, text().isEmpty() ? 0 : size.width() + 4, 0);
    }
}

NumberField::NumberField(const QString& objectName, QWidget* parent)
    : QSpinBox(parent)
    , unit_(new UnitLabel(this))
{
    setUpBox(this, objectName);
}

void NumberField::wheelEvent(QWheelEvent* event)
{
    hasFocus() ? QSpinBox::wheelEvent(event) : event->ignore();
}

DecimalField::DecimalField(const QString& objectName, QWidget* parent)
    : QDoubleSpinBox(parent)
    , unit_(new UnitLabel(this))
{
    setUpBox(this, objectName);
}

void DecimalField::wheelEvent(QWheelEvent* event)
{
    hasFocus() ? QDoubleSpinBox::wheelEvent(event) : event->ignore();
}

Choice::Choice(const QString& objectName, QWidget* parent)
    : QComboBox(parent)
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMaxVisibleItems(16);
    setItemDelegate(new ChoiceDelegate(this));
}

bool Choice::chooseData(const QVariant& wanted)
{
    const int index = findData(wanted);
    if (index < 0) {
        return false;
    }
    setCurrentIndex(index);
    return true;
}

void Choice::showPopup()
{
    constexpr int kBetween = 16;
    constexpr int kAround = 48; ///< insets of the list and its scroll bar
    const QFontMetrics metrics(view()->font());
    int widest = 0;
    for (int entry = 0; entry < count(); ++entry) {
        const QString detail = itemData(entry, kDetailRole).toString();
        widest = std::max(widest,
                          metrics.horizontalAdvance(itemText(entry)) +
                              (detail.isEmpty() ? 0 : kBetween + metrics.horizontalAdvance(detail)));
    }
    view()->setMinimumWidth(widest + kAround);
    QComboBox::showPopup();
}

void Choice::paintEvent(QPaintEvent* event)
{
    if (isEditable()) {
        QComboBox::paintEvent(event);
        return;
    }
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect field =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, field.width() - 4);
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    const QString detail = currentData(kDetailRole).toString();
    if (detail.isEmpty()) {
        return;
    }
    constexpr int kBetween = 14;
    const int room = field.width() - kBetween - fontMetrics().horizontalAdvance(currentText());
    if (room < fontMetrics().horizontalAdvance(detail)) {
        return;
    }
    painter.setPen(themeFor(palette()).muted);
    painter.drawText(field.adjusted(0, 0, -2, 0), Qt::AlignRight | Qt::AlignVCenter, detail);
}

void Choice::wheelEvent(QWheelEvent* event)
{
    hasFocus() ? QComboBox::wheelEvent(event) : event->ignore();
}

LogSlider::LogSlider(const QString& objectName, QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setPageStep(kStepsPerOctave);
    setSingleStep(kStepsPerOctave / 4);
    connect(this, &QSlider::valueChanged, this,
            [this](int position) { Q_EMIT amountChosen(amountAt(position)); });
}

void LogSlider::setBounds(std::int64_t least, std::int64_t most)
{
    least_ = least;
    most_ = std::max(most, least + 1);
    const double octaves = std::log2(static_cast<double>(most_) / static_cast<double>(least_));
    const QSignalBlocker quiet(this);
    setRange(0, static_cast<int>(std::ceil(octaves * kStepsPerOctave)));
}

void LogSlider::showAmount(std::int64_t amount)
{
    const double octaves =
        std::log2(static_cast<double>(std::clamp(amount, least_, most_)) / static_cast<double>(least_));
    const QSignalBlocker quiet(this);
    setValue(static_cast<int>(std::lround(octaves * kStepsPerOctave)));
}

std::int64_t LogSlider::amountAt(int position) const
{
    if (position >= maximum()) {
        return most_;
    }
    const double exact =
        static_cast<double>(least_) * std::exp2(static_cast<double>(position) / kStepsPerOctave);
    const double unit = std::max(1.0, std::exp2(std::floor(std::log2(exact)) - 4));
    return std::clamp(static_cast<std::int64_t>(std::round(exact / unit) * unit), least_, most_);
}

void LogSlider::wheelEvent(QWheelEvent* event)
{
    hasFocus() ? QSlider::wheelEvent(event) : event->ignore();
}

Segments::Segments(const QString& objectName, QWidget* parent)
    : QWidget(parent)
    , group_(new QButtonGroup(this))
{
    setObjectName(objectName);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    connect(group_, &QButtonGroup::idClicked, this, &Segments::chosen);
}

void Segments::setTexts(const QStringList& texts)
{
    if (buttons_.empty()) {
        for (int i = 0; i < texts.size(); ++i) {
            auto* button = new QPushButton(this);
            button->setCheckable(true);
            button->setProperty("segment",
                                i == 0                      ? QStringLiteral("first")
                                    : i + 1 == texts.size() ? QStringLiteral("last")
                                                            : QStringLiteral("middle"));
            button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            button->setMinimumWidth(0);
            group_->addButton(button, i);
            layout()->addWidget(button);
            buttons_.push_back(button);
        }
        buttons_.front()->setChecked(true);
    }
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        buttons_[i]->setText(texts.value(static_cast<int>(i)));
    }
}

void Segments::setButtonNames(const QStringList& names)
{
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        buttons_[i]->setObjectName(names.value(static_cast<int>(i)));
    }
}

void Segments::fitToTexts()
{
    constexpr int kAround = 24;
    const QFontMetrics bold(fontFor(TextSize::Title));
    int widest = 0;
    for (const QPushButton* button : buttons_) {
        widest = std::max(widest, bold.horizontalAdvance(button->text()) + kAround);
    }
    setFixedWidth(static_cast<int>(buttons_.size()) * widest);
}

int Segments::current() const
{
    return group_->checkedId();
}

void Segments::setCurrent(int index)
{
    if (QAbstractButton* button = group_->button(index)) {
        button->setChecked(true);
    }
}

QStyledItemDelegate* newChoiceDelegate(QObject* parent)
{
    return new ChoiceDelegate(parent);
}

void setInvalid(QWidget* field, bool invalid)
{
    if (field->property("invalid").toBool() == invalid) {
        return;
    }
    field->setProperty("invalid", invalid);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

} // namespace rigwright
