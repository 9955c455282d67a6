// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <QWidget>

#include <array>

class QLineEdit;
class QPushButton;
class QGridLayout;

namespace rigwright {

class Choice;
class ThemedLabel;

/// A price that the user knows: found, asked for or quoted. What is wrong is said below its field.
class PriceForm : public QWidget {
    Q_OBJECT
public:
    explicit PriceForm(const Date& today, QWidget* parent = nullptr);

    /// Empties the form; the currency and region stay as they were used last.
    void begin(const CatalogView& view);

Q_SIGNALS:
    void priceGiven(const rigwright::Offer& offer);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Field { Amount, CurrencyOf, Kind, Region, Day, Until, Source, Url, FieldCount };
    void addField(Field field, QWidget* widget, QGridLayout* grid, int row, int column, int span);
    void retranslate();
    void accept();
    /// The date of a field; an empty one is none. Complains where it is neither.
    bool readDate(Field field, std::optional<Date>& date);
    bool complain(Field field, const QString& words);

    Date today_;
    QLineEdit* amount_;
    Choice* currency_;
    Choice* kind_;
    Choice* region_;
    QLineEdit* day_;
    QLineEdit* until_;
    QLineEdit* source_;
    QLineEdit* url_;
    std::array<QWidget*, FieldCount> fields_{};
    std::array<ThemedLabel*, FieldCount> labels_{};
    std::array<ThemedLabel*, FieldCount> errors_{};
    QPushButton* accept_;
    QPushButton* cancel_;
};

} // namespace rigwright
