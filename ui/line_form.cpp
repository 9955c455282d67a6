// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/line_form.h"

#include "bom/amount_limits.h"
#include "ui/dialog_parts.h"
#include "ui/open_project.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kColumns = 4;

Expected<int> wholeNumber(const QString& typed, int least, int most)
{
    bool ok = false;
    const int number = typed.toInt(&ok);
    return ok && number >= least && number <= most
        ? Expected<int>(number)
        : fail("expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
}

/// Null: no such service.
template <class Services>
auto findService(Services& services, const PartId& id)
{
    const auto found = std::ranges::find(services, id.text(), &ServiceLine::id);
    return found == services.end() ? nullptr : &*found;
}

QGridLayout* formGrid(QWidget* form)
{
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    return grid;
}

} // namespace

LineForm::LineForm(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("lineForm"));
    stack_ = new QStackedWidget;
    stack_->addWidget(makePartForm());
    stack_->addWidget(makeServiceForm());
    stack_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    error_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Danger);
    error_->setObjectName(QStringLiteral("lineError"));
    error_->setWordWrap(true);
    error_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 0);
    column->setSpacing(4);
    column->addWidget(stack_);
    column->addWidget(error_);
    column->addWidget(makeTools());
    connect(part_, &ProjectFields::errorsChanged, this, &LineForm::showErrors);
    connect(service_, &ProjectFields::errorsChanged, this, &LineForm::showErrors);
    retranslate();
}

QWidget* LineForm::makePartForm()
{
    auto* form = new QWidget;
    part_ = new ProjectFields(*formGrid(form), kColumns, this);
    addPartText(
        "lineSupplier", [] { return tr("Supplier"); }, &PartOrder::supplier);
    addPartText(
        "lineSupplierNumber", [] { return tr("Supplier's number"); }, &PartOrder::supplierPartNumber);
    addPartText(
        "linePartNumber", [] { return tr("Manufacturer's part number"); }, &PartOrder::partNumber);
    addPartText(
        "lineInternalNumber", [] { return tr("Internal number"); }, &PartOrder::internalNumber);
    addDiscount();
    addSpares();
    addPartText(
        "lineComment", [] { return tr("Comment"); }, &PartOrder::comment);
    return form;
}

QWidget* LineForm::makeServiceForm()
{
    auto* form = new QWidget;
    service_ = new ProjectFields(*formGrid(form), kColumns, this);
    addServiceText(
        "serviceDescription", [] { return tr("Service"); }, &ServiceLine::description);
    addServiceText(
        "serviceSupplier", [] { return tr("Supplier"); }, &ServiceLine::supplier);
    addServiceQuantity();
    addServicePrice();
    addServiceText(
        "serviceComment", [] { return tr("Comment"); }, &ServiceLine::comment);
    return form;
}

QWidget* LineForm::makeTools()
{
    approved_ = new QCheckBox;
    approved_->setObjectName(QStringLiteral("lineApproved"));
    alternatives_ = namedButton(QStringLiteral("lineAlternatives"));
    addService_ = namedButton(QStringLiteral("addService"));
    removeService_ = namedButton(QStringLiteral("removeService"));
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(approved_);
    row->addStretch(1);
    row->addWidget(alternatives_);
    row->addWidget(removeService_);
    row->addWidget(addService_);
    connect(approved_, &QCheckBox::clicked, this, &LineForm::setApproved);
    connect(alternatives_, &QPushButton::clicked, this, &LineForm::alternativesWanted);
    connect(addService_, &QPushButton::clicked, this, &LineForm::addService);
    connect(removeService_, &QPushButton::clicked, this, &LineForm::removeService);
    return tools;
}

const PartOrder* LineForm::order(const Project& project) const
{
    return line_ ? project.order.find(line_->part) : nullptr;
}

const ServiceLine* LineForm::service(const Project& project) const
{
    return line_ ? findService(project.order.services, line_->part) : nullptr;
}

ServiceLine* LineForm::service(Project& project) const
{
    return line_ ? findService(project.order.services, line_->part) : nullptr;
}

void LineForm::addPartText(const char* name, Title title, std::string PartOrder::*text)
{
    const auto step = [this, title] {
        return tr("%1 of %2", "field of a part").arg(title(), QString::fromStdString(line_->description));
    };
    part_->add({name, title,
                [this, text](const Project& project) {
                    const PartOrder* said = order(project);
                    return said == nullptr ? QString() : QString::fromStdString(said->*text);
                },
                [this, text](Project& project, const QString& typed) -> Expected<void> {
                    project.order.of(line_->part).*text = typed.toStdString();
                    return {};
                },
                step});
}

void LineForm::addDiscount()
{
    part_->add({"lineDiscount", [] { return tr("Discount, %"); },
                [this](const Project& project) {
                    const PartOrder* said = order(project);
                    return said == nullptr || said->discount == Share()
                        ? QString()
                        : QString::fromStdString(said->discount.percent());
                },
                [this](Project& project, const QString& typed) -> Expected<void> {
                    const Expected<Share> share =
                        Share::parsePercent(typed.isEmpty() ? "0" : typed.toStdString());
                    if (!share || *share > kWholeShare) {
                        return fail("expected per cent from 0 to 100 with up to four decimals");
                    }
                    project.order.of(line_->part).discount = *share;
                    return {};
                },
                [this] { return tr("Discount on %1").arg(QString::fromStdString(line_->description)); }});
}

void LineForm::addSpares()
{
    constexpr int kMostSpares = 10'000;
    part_->add({"lineSpares", [] { return tr("Spares, in all"); },
                [this](const Project& project) {
                    const PartOrder* said = order(project);
                    return said == nullptr || said->spares == 0 ? QString() : QString::number(said->spares);
                },
                [this](Project& project, const QString& typed) -> Expected<void> {
                    return wholeNumber(typed.isEmpty() ? QStringLiteral("0") : typed, 0, kMostSpares)
                        .map([&](int spares) { project.order.of(line_->part).spares = spares; });
                },
                [this] { return tr("Spares of %1").arg(QString::fromStdString(line_->description)); }});
}

void LineForm::addServiceText(const char* name, Title title, std::string ServiceLine::*text)
{
    service_->add({name, std::move(title),
                   [this, text](const Project& project) {
                       const ServiceLine* said = service(project);
                       return said == nullptr ? QString() : QString::fromStdString(said->*text);
                   },
                   [this, text](Project& project, const QString& typed) -> Expected<void> {
                       if (typed.isEmpty() && text == &ServiceLine::description) {
                           return fail("expected what is to be bought");
                       }
                       service(project)->*text = typed.toStdString();
                       return {};
                   }});
}

void LineForm::addServiceQuantity()
{
    constexpr int kMostServices = 100'000;
    service_->add({"serviceQuantity", [] { return tr("Quantity, in all"); },
                   [this](const Project& project) {
                       const ServiceLine* said = service(project);
                       return said == nullptr ? QString() : QString::number(said->quantity);
                   },
                   [this](Project& project, const QString& typed) -> Expected<void> {
                       return wholeNumber(typed, 1, kMostServices).map([&](int quantity) {
                           service(project)->quantity = quantity;
                       });
                   }});
}

void LineForm::addServicePrice()
{
    service_->add({"servicePrice",
                   [this] { return tr("Unit price, %1").arg(QString::fromStdString(currency_.code())); },
                   [this](const Project& project) {
                       const ServiceLine* said = service(project);
                       return said == nullptr || !said->unitPrice
                           ? QString()
                           : QString::fromStdString(said->unitPrice->decimal());
                   },
                   [this](Project& project, const QString& typed) -> Expected<void> {
                       ServiceLine& said = *service(project);
                       said.unitPrice.reset();
                       if (typed.isEmpty()) {
                           return {};
                       }
                       const Expected<Money> price = Money::parse(typed.toStdString(), currency_);
                       if (!price || *price < Money(0, currency_) || isBeyondEveryPrice(*price)) {
                           return fail("expected an amount such as 1250.00");
                       }
                       said.unitPrice = *price;
                       return {};
                   }});
}

void LineForm::setProject(OpenProject* project)
{
    project_ = project;
    part_->setProject(project);
    service_->setProject(project);
    connect(project_, &OpenProject::changed, this, &LineForm::refresh);
    refresh();
}

void LineForm::showLine(const std::optional<BomLine>& line, Currency currency)
{
    const bool other = line.has_value() != line_.has_value() || (line && line->part != line_->part);
    line_ = line;
    currency_ = currency;
    if (other) {
        part_->reread();
        service_->reread();
    }
    refresh();
}

void LineForm::addService()
{
    ServiceLine service;
    service.id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    service.description = tr("New service").toStdString();
    project_->change(tr("Add a service"),
                     [&service](Project& project) { project.order.services.push_back(service); });
    Q_EMIT serviceAdded(QString::fromStdString(service.id));
}

void LineForm::removeService()
{
    const std::string id = line_->part.text();
    project_->change(tr("Remove %1").arg(QString::fromStdString(line_->description)),
                     [&id](Project& project) {
                         std::erase_if(project.order.services,
                                       [&id](const ServiceLine& service) { return service.id == id; });
                     });
}

void LineForm::setApproved(bool approved)
{
    project_->change(
        tr("Approval of %1").arg(QString::fromStdString(line_->description)),
        [this, approved](Project& project) { project.order.of(line_->part).approved = approved; });
}

void LineForm::showErrors()
{
    const QString errors = stack_->currentIndex() == 0 ? part_->errors() : service_->errors();
    error_->setText(errors);
    error_->setVisible(!errors.isEmpty());
}

void LineForm::refresh()
{
    const bool isService = line_ && line_->kind == BomLine::Kind::Service;
    stack_->setCurrentIndex(isService ? 1 : 0);
    part_->setEnabled(line_.has_value() && !isService);
    approved_->setVisible(!isService);
    approved_->setEnabled(line_.has_value());
    const PartOrder* said = project_ == nullptr ? nullptr : order(project_->project());
    approved_->setChecked(said != nullptr && said->approved);
    alternatives_->setVisible(!isService);
    alternatives_->setEnabled(line_ && line_->kind == BomLine::Kind::Part && line_->machine == 0);
    removeService_->setVisible(isService);
    addService_->setEnabled(project_ != nullptr);
    showErrors();
}

void LineForm::retranslate()
{
    part_->retranslate();
    service_->retranslate();
    approved_->setText(tr("Approved"));
    alternatives_->setText(tr("Other parts …"));
    addService_->setText(tr("Add a service"));
    removeService_->setText(tr("Remove the service"));
    showErrors();
}

void LineForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
