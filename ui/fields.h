// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/label.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSlider>
#include <QSpinBox>

#include <cstdint>
#include <vector>

class QButtonGroup;
class QPushButton;
class QStyledItemDelegate;

// The input controls of every page. None of them takes the wheel from the page that scrolls, unless it has the focus.
namespace rigwright {

/// A muted unit at the right edge inside a spin box.
class UnitLabel : public ThemedLabel {
    Q_OBJECT
public:
    explicit UnitLabel(QAbstractSpinBox* box);
    void setUnit(const QString& unit);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QAbstractSpinBox* box_;
};

/// A whole number with its unit; arrow keys and the wheel step it, there are no buttons.
class NumberField : public QSpinBox {
    Q_OBJECT
public:
    explicit NumberField(const QString& objectName, QWidget* parent = nullptr);
    void setUnit(const QString& unit) { unit_->setUnit(unit); }

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    UnitLabel* unit_;
};

/// As NumberField, with decimals.
class DecimalField : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit DecimalField(const QString& objectName, QWidget* parent = nullptr);
    void setUnit(const QString& unit) { unit_->setUnit(unit); }

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    UnitLabel* unit_;
};

/// A combo box with a muted detail of the chosen entry at its right, from kDetailRole.
class Choice : public QComboBox {
    Q_OBJECT
public:
    static constexpr int kDetailRole = Qt::UserRole + 1;

    explicit Choice(const QString& objectName, QWidget* parent = nullptr);
    /// Chooses the entry with this data; false when there is none.
    bool chooseData(const QVariant& wanted);
    /// The list is as wide as its widest entry with its detail.
    void showPopup() override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

/// A slider whose positions are evenly spread over the powers of two from `least` to `most`.
class LogSlider : public QSlider {
    Q_OBJECT
public:
    explicit LogSlider(const QString& objectName, QWidget* parent = nullptr);
    void setBounds(std::int64_t least, std::int64_t most);
    /// Moves the handle without a signal.
    void showAmount(std::int64_t amount);

Q_SIGNALS:
    /// The user moved the handle. The amount is rounded to what people write: five binary digits.
    void amountChosen(std::int64_t amount);

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] std::int64_t amountAt(int position) const;

    std::int64_t least_ = 1;
    std::int64_t most_ = 2;
};

/// A row of buttons of which one is chosen.
class Segments : public QWidget {
    Q_OBJECT
public:
    explicit Segments(const QString& objectName, QWidget* parent = nullptr);
    /// The first call fixes the number of segments.
    void setTexts(const QStringList& texts);
    /// Names that tests and scripts find the buttons by; in the order of the texts.
    void setButtonNames(const QStringList& names);
    /// All as wide as the widest text needs when it is chosen, and so set in bold; after each setTexts.
    void fitToTexts();
    [[nodiscard]] int current() const;
    void setCurrent(int index);

Q_SIGNALS:
    /// The user chose a segment.
    void chosen(int index);

private:
    QButtonGroup* group_;
    std::vector<QPushButton*> buttons_;
};

/// Draws the entries of a list as those of a Choice: each with its muted detail, from Choice::kDetailRole.
[[nodiscard]] QStyledItemDelegate* newChoiceDelegate(QObject* parent);

/// Marks a field as wrong or right again; the style sheet does the rest.
void setInvalid(QWidget* field, bool invalid);

} // namespace rigwright
