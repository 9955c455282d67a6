// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/assumption_section.h"

class QLineEdit;

namespace rigwright {

/// On what terms instances are rented.
class CloudSection : public AssumptionSection {
    Q_OBJECT
public:
    explicit CloudSection(QWidget* parent = nullptr);
    void retranslate() override;

protected:
    void showMore() override;
    [[nodiscard]] bool isMoreDefault() const override;
    void resetMore(CostAssumptions& changed) const override;

private:
    QLineEdit* region_;
    Field regionRow_, spot_, reserved_, term_, unit_, storage_, storagePrice_, egress_, egressPrice_, change_;
};

/// On what terms a hosted model answers.
class ApiSection : public AssumptionSection {
    Q_OBJECT
public:
    explicit ApiSection(QWidget* parent = nullptr);
    void retranslate() override;

private:
    Field batch_, change_, aggregators_;
};

} // namespace rigwright
