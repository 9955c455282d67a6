// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/project_fields.h"

#include <QScrollArea>

namespace rigwright {

class Choice;

/// The head and the terms of the order.
class OrderForm : public QScrollArea {
    Q_OBJECT
public:
    explicit OrderForm(QWidget* parent = nullptr);

    /// The form edits its order, and follows it.
    void setProject(OpenProject* project);
    /// Of the amounts.
    void setCurrency(Currency currency);

protected:
    void changeEvent(QEvent* event) override;

private:
    using Title = std::function<QString()>;

    void addHeader();
    void addTerms();
    void addText(const char* name, Title title, std::string OrderHeader::*text);
    void addDate(const char* name, Title title, std::optional<Date> OrderHeader::*date);
    void addShare(const char* name, Title title, Share OrderTerms::*share);
    void addTax();
    void addShipping();
    QWidget* makePaper();
    [[nodiscard]] Currency shippingCurrency() const;
    void retranslate();

    OpenProject* project_ = nullptr;
    Currency currency_ = Currency::usd();
    ProjectFields* fields_ = nullptr;
    ThemedLabel* paperLabel_ = nullptr;
    Choice* paper_ = nullptr;
    ThemedLabel* error_ = nullptr;
};

} // namespace rigwright
