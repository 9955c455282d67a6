// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/region.h"
#include "ui/form_section.h"

class QCheckBox;

namespace rigwright {

/// Budget and constraints.
class LimitsSection : public FormSection {
    Q_OBJECT
public:
    explicit LimitsSection(const ExchangeRates& rates, QWidget* parent = nullptr);

    void show(const Requirement& requirement);
    void apply(Requirement& requirement) const;
    bool validate();
    void retranslate();

private:
    [[nodiscard]] Currency currency() const;

    NumberField* budget_;
    Choice* currency_;
    NumberField* power_;
    Choice* enclosure_;
    Choice* vendor_;
    QCheckBox* ecc_;
    QCheckBox* offload_;
    QWidget* money_;
    Row budgetRow_, powerRow_, enclosureRow_, vendorRow_;
};

} // namespace rigwright
