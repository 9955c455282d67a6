// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/line_edits.h"

#include "bom/amount_limits.h"
#include "ui/open_project.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kMostSpares = 10'000;
constexpr int kMostServices = 100'000;

struct LineEditText {
    Q_DECLARE_TR_FUNCTIONS(rigwright::LineEdits)
};

/// Null: the field is no text of a part.
std::string PartOrder::*partText(LineField field)
{
    switch (field) {
    case LineField::PartNumber: return &PartOrder::partNumber;
    case LineField::Supplier: return &PartOrder::supplier;
    case LineField::SupplierNumber: return &PartOrder::supplierPartNumber;
    case LineField::InternalNumber: return &PartOrder::internalNumber;
    case LineField::Comment: return &PartOrder::comment;
    default: return nullptr;
    }
}

/// Null: the field is no text of a service.
std::string ServiceLine::*serviceText(LineField field)
{
    switch (field) {
    case LineField::Description: return &ServiceLine::description;
    case LineField::Supplier: return &ServiceLine::supplier;
    case LineField::Comment: return &ServiceLine::comment;
    default: return nullptr;
    }
}

/// Null: no such service.
template <class Services>
auto findService(Services& services, const BomLine& line)
{
    const auto found = std::ranges::find(services, line.part.text(), &ServiceLine::id);
    return found == services.end() ? nullptr : &*found;
}

QString saidOfService(const ServiceLine& service, const BomLine& line, LineField field)
{
    if (const auto text = serviceText(field)) {
        return QString::fromStdString(service.*text);
    }
    if (field == LineField::Quantity) {
        return QString::number(service.quantity);
    }
    // As the document has it, in its currency.
    return line.unitPrice ? QString::fromStdString(line.unitPrice->decimal()) : QString();
}

QString saidOfPart(const PartOrder& part, LineField field)
{
    if (const auto text = partText(field)) {
        return QString::fromStdString(part.*text);
    }
    if (field == LineField::Discount) {
        return part.discount == Share() ? QString() : QString::fromStdString(part.discount.percent());
    }
    return part.spares == 0 ? QString() : QString::number(part.spares);
}

Typed<void> sayOfService(ServiceLine& service, LineField field, const QString& typed, Currency currency)
{
    if (field == LineField::Description && typed.isEmpty()) {
        return tl::unexpected(LineEditText::tr("expected what is to be bought"));
    }
    if (const auto text = serviceText(field)) {
        service.*text = typed.toStdString();
        return {};
    }
    if (field == LineField::Quantity) {
        return typedWhole(typed, 1, kMostServices).map([&](int quantity) { service.quantity = quantity; });
    }
    service.unitPrice.reset();
    return typed.isEmpty()
        ? Typed<void>()
        : typedAmount(typed, currency).map([&](const Money& price) { service.unitPrice = price; });
}

Typed<void> sayOfPart(PartOrder& part, LineField field, const QString& typed)
{
    if (const auto text = partText(field)) {
        part.*text = typed.toStdString();
        return {};
    }
    const QString figure = typed.isEmpty() ? QStringLiteral("0") : typed;
    return field == LineField::Discount
        ? typedPercent(figure, kWholeShare).map([&](const Share& discount) { part.discount = discount; })
        : typedWhole(figure, 0, kMostSpares).map([&](int spares) { part.spares = spares; });
}

/// A part of which nothing is said any more is not in the order.
void forgetEmpty(OrderDetails& order, const PartId& part)
{
    PartOrder nothing;
    nothing.part = part;
    std::erase(order.parts, nothing);
}

QString nameOf(const BomLine& line)
{
    return QString::fromStdString(line.description);
}

} // namespace

QString lineFieldText(LineField field)
{
    switch (field) {
    case LineField::Description: return LineEditText::tr("Description");
    case LineField::PartNumber: return LineEditText::tr("Part number");
    case LineField::Supplier: return LineEditText::tr("Supplier");
    case LineField::SupplierNumber: return LineEditText::tr("Supplier's no.");
    case LineField::InternalNumber: return LineEditText::tr("Internal no.");
    case LineField::Quantity: return LineEditText::tr("Quantity");
    case LineField::UnitPrice: return LineEditText::tr("Unit price");
    case LineField::Spares: return LineEditText::tr("Spares");
    case LineField::Discount: return LineEditText::tr("Discount");
    case LineField::Comment: return LineEditText::tr("Comment");
    }
    return {};
}

bool canEdit(const BomLine& line, LineField field)
{
    if (line.kind == BomLine::Kind::Service) {
        return serviceText(field) != nullptr || field == LineField::Quantity || field == LineField::UnitPrice;
    }
    if (field == LineField::Quantity || field == LineField::Spares) {
        return (field == LineField::Quantity) == (line.kind == BomLine::Kind::Spare);
    }
    return partText(field) != nullptr || field == LineField::Discount;
}

QString saidOf(const OrderDetails& order, const BomLine& line, LineField field)
{
    if (line.kind == BomLine::Kind::Service) {
        const ServiceLine* service = findService(order.services, line);
        return service == nullptr ? QString() : saidOfService(*service, line, field);
    }
    const PartOrder* part = order.find(line.part);
    return part == nullptr ? QString() : saidOfPart(*part, field);
}

Typed<void> sayOf(OrderDetails& order, const BomLine& line, LineField field, const QString& typed,
                  Currency currency)
{
    if (line.kind != BomLine::Kind::Service) {
        const Typed<void> said = sayOfPart(order.of(line.part), field, typed);
        forgetEmpty(order, line.part);
        return said;
    }
    ServiceLine* service = findService(order.services, line);
    return service == nullptr ? Typed<void>() : sayOfService(*service, field, typed, currency);
}

Typed<void> changeLine(OpenProject& project, const BomLine& line, LineField field, const QString& typed,
                       Currency currency)
{
    const QString text = typed.trimmed();
    OrderDetails order = project.project().order;
    if (text == saidOf(order, line, field)) {
        return {};
    }
    // The line may be another one once the project has changed.
    const QString step =
        LineEditText::tr("%1 of %2", "field of a line").arg(lineFieldText(field), nameOf(line));
    return sayOf(order, line, field, text, currency).map([&] {
        project.change(step, [&order](Project& changed) { changed.order = std::move(order); });
    });
}

void approveLine(OpenProject& project, const BomLine& line, bool approved)
{
    project.change(LineEditText::tr("Approval of %1").arg(nameOf(line)), [&](Project& changed) {
        changed.order.of(line.part).approved = approved;
        forgetEmpty(changed.order, line.part);
    });
}

QString addService(OpenProject& project)
{
    ServiceLine service;
    service.id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    service.description = LineEditText::tr("New service").toStdString();
    project.change(LineEditText::tr("Add a service"),
                   [&service](Project& changed) { changed.order.services.push_back(service); });
    return QString::fromStdString(service.id);
}

void removeService(OpenProject& project, const BomLine& line)
{
    project.change(LineEditText::tr("Remove %1").arg(nameOf(line)),
                   [id = line.part.text()](Project& changed) {
                       std::erase_if(changed.order.services,
                                     [&id](const ServiceLine& service) { return service.id == id; });
                   });
}

} // namespace rigwright
