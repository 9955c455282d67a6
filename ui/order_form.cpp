// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order_form.h"

#include "bom/amount_limits.h"
#include "ui/fields.h"
#include "ui/open_project.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kColumns = 3;
constexpr int kWidestForm = 1000;
constexpr int kPaperWidth = 100;
constexpr Share kMostTax(10'000'000);

} // namespace

OrderForm::OrderForm(QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("orderForm"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget;
    content->setMaximumWidth(kWidestForm);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    fields_ = new ProjectFields(*grid, kColumns, this);
    addHeader();
    addTerms();
    error_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Danger);
    error_->setObjectName(QStringLiteral("orderError"));
    error_->setWordWrap(true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 4, 8, 4);
    column->setSpacing(8);
    column->addLayout(grid);
    column->addWidget(makePaper());
    column->addWidget(error_);
    column->addStretch(1);
    setWidget(content);
    // The card below shows through.
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    connect(fields_, &ProjectFields::errorsChanged, this, [this] { error_->setText(fields_->errors()); });
    retranslate();
}

void OrderForm::addHeader()
{
    addText(
        "orderNumber", [] { return tr("Document number"); }, &OrderHeader::documentNumber);
    addText(
        "orderProject", [] { return tr("Project"); }, &OrderHeader::project);
    addText(
        "orderCostCentre", [] { return tr("Cost centre"); }, &OrderHeader::costCentre);
    addText(
        "orderRequester", [] { return tr("Requester"); }, &OrderHeader::requester);
    addText(
        "orderApprover", [] { return tr("Approver"); }, &OrderHeader::approver);
    addText(
        "orderJustification", [] { return tr("Why it is needed"); }, &OrderHeader::justification);
    addText(
        "orderShipTo", [] { return tr("Ship to"); }, &OrderHeader::shipTo);
    addText(
        "orderBillTo", [] { return tr("Bill to"); }, &OrderHeader::billTo);
    addText(
        "orderIncoterm", [] { return tr("Incoterm"); }, &OrderHeader::incoterm);
    addText(
        "orderPayment", [] { return tr("Payment terms"); }, &OrderHeader::paymentTerms);
    addDate(
        "orderValidUntil", [] { return tr("Valid until"); }, &OrderHeader::validUntil);
    addDate(
        "orderNeededBy", [] { return tr("Needed by"); }, &OrderHeader::neededBy);
}

void OrderForm::addTerms()
{
    addTax();
    addShare(
        "orderDiscount", [] { return tr("Discount on all lines, %"); }, &OrderTerms::discount);
    addShare(
        "orderContingency", [] { return tr("Contingency, %"); }, &OrderTerms::contingency);
    addShipping();
}

void OrderForm::addText(const char* name, Title title, std::string OrderHeader::*text)
{
    fields_->add(
        {name, std::move(title),
         [text](const Project& project) { return QString::fromStdString(project.order.header.*text); },
         [text](Project& project, const QString& typed) -> Typed<void> {
             project.order.header.*text = typed.toStdString();
             return {};
         }});
}

void OrderForm::addDate(const char* name, Title title, std::optional<Date> OrderHeader::*date)
{
    QLineEdit* edit =
        fields_->add({name, std::move(title),
                      [date](const Project& project) {
                          const std::optional<Date>& day = project.order.header.*date;
                          return day ? QString::fromStdString(day->iso()) : QString();
                      },
                      [date](Project& project, const QString& typed) -> Typed<void> {
                          (project.order.header.*date).reset();
                          return typed.isEmpty() ? Typed<void>() : typedDay(typed).map([&](const Date& day) {
                              project.order.header.*date = day;
                          });
                      }});
    edit->setPlaceholderText(QStringLiteral("2026-12-31"));
}

void OrderForm::addShare(const char* name, Title title, Share OrderTerms::*share)
{
    fields_->add({name, std::move(title),
                  [share](const Project& project) {
                      const Share value = project.order.terms.*share;
                      return value == Share() ? QString() : QString::fromStdString(value.percent());
                  },
                  [share](Project& project, const QString& typed) -> Typed<void> {
                      project.order.terms.*share = Share();
                      return typed.isEmpty() ? Typed<void>()
                                             : typedPercent(typed, kWholeShare).map([&](const Share& value) {
                                                   project.order.terms.*share = value;
                                               });
                  }});
}

void OrderForm::addTax()
{
    fields_->add({"orderTax", [] { return tr("Tax, %"); },
                  [](const Project& project) {
                      const std::optional<Share>& rate = project.order.terms.taxRate;
                      return rate ? QString::fromStdString(rate->percent()) : QString();
                  },
                  [](Project& project, const QString& typed) -> Typed<void> {
                      project.order.terms.taxRate.reset();
                      return typed.isEmpty() ? Typed<void>()
                                             : typedPercent(typed, kMostTax).map([&](const Share& rate) {
                                                   project.order.terms.taxRate = rate;
                                               });
                  }});
}

/// What was typed in another currency stays in it until it is typed anew.
Currency OrderForm::shippingCurrency() const
{
    const bool isSet = project_ != nullptr && project_->project().order.terms.shipping;
    return isSet ? project_->project().order.terms.shipping->currency() : currency_;
}

void OrderForm::addShipping()
{
    fields_->add({"orderShipping",
                  [this] {
                      return tr("Shipping, handling and duty, %1")
                          .arg(QString::fromStdString(shippingCurrency().code()));
                  },
                  [](const Project& project) {
                      const std::optional<Money>& amount = project.order.terms.shipping;
                      return amount ? QString::fromStdString(amount->decimal()) : QString();
                  },
                  [this](Project& project, const QString& typed) -> Typed<void> {
                      const Currency currency = shippingCurrency();
                      project.order.terms.shipping.reset();
                      return typed.isEmpty() ? Typed<void>()
                                             : typedAmount(typed, currency).map([&](const Money& amount) {
                                                   project.order.terms.shipping = amount;
                                               });
                  }});
}

QWidget* OrderForm::makePaper()
{
    paperLabel_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    paper_ = new Choice(QStringLiteral("orderPaper"));
    paper_->addItem(QStringLiteral("A4"), static_cast<int>(Paper::A4));
    paper_->addItem(QStringLiteral("Letter"), static_cast<int>(Paper::Letter));
    paperLabel_->setBuddy(paper_);
    paper_->setMinimumWidth(kPaperWidth);
    connect(paper_, &QComboBox::activated, this, [this] {
        const auto chosen = static_cast<Paper>(paper_->currentData().toInt());
        project_->change(tr("Paper"), [chosen](Project& project) { project.order.paper = chosen; });
    });
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(paperLabel_);
    layout->addWidget(paper_);
    layout->addStretch(1);
    return row;
}

void OrderForm::setProject(OpenProject* project)
{
    project_ = project;
    fields_->setProject(project);
    const auto showPaper = [this] { paper_->chooseData(static_cast<int>(project_->project().order.paper)); };
    connect(project_, &OpenProject::changed, this, showPaper);
    showPaper();
}

void OrderForm::setCurrency(Currency currency)
{
    currency_ = currency;
    fields_->retranslate();
}

void OrderForm::retranslate()
{
    fields_->retranslate();
    error_->setText(fields_->errors());
    paperLabel_->setText(tr("Paper"));
    paper_->setAccessibleName(tr("Paper"));
}

void OrderForm::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
