// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "ui/typed.h"

#include <QString>

// What a purchaser says of a line of the bill of materials, as it is typed.
namespace rigwright {

class OpenProject;

enum class LineField {
    Description, ///< of a service
    PartNumber,  ///< the manufacturer's
    Supplier,
    SupplierNumber,
    InternalNumber,
    Quantity,  ///< in all, of a spare or a service
    UnitPrice, ///< of a service
    Spares,
    Discount,
    Comment
};

/// "Supplier"
[[nodiscard]] QString lineFieldText(LineField field);
[[nodiscard]] bool canEdit(const BomLine& line, LineField field);
/// What is said; empty: nothing, so that the catalog or a quote may fill it in.
[[nodiscard]] QString saidOf(const OrderDetails& order, const BomLine& line, LineField field);
/// Puts what was typed into the order; `currency` is the document's.
[[nodiscard]] Typed<void> sayOf(OrderDetails& order, const BomLine& line, LineField field,
                                const QString& typed, Currency currency);
/// As one step, unless nothing is new.
[[nodiscard]] Typed<void> changeLine(OpenProject& project, const BomLine& line, LineField field,
                                     const QString& typed, Currency currency);

void approveLine(OpenProject& project, const BomLine& line, bool approved);
/// The id of a new service.
QString addService(OpenProject& project);
/// The line is of a service.
void removeService(OpenProject& project, const BomLine& line);

} // namespace rigwright
