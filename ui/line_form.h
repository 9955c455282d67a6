// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "ui/project_fields.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QPushButton;
class QStackedWidget;

namespace rigwright {

/// What the purchaser says of the line that is selected: of a part, or of a service.
class LineForm : public QWidget {
    Q_OBJECT
public:
    explicit LineForm(QWidget* parent = nullptr);

    void setProject(OpenProject* project);
    /// Empty: none is selected.
    void showLine(const std::optional<BomLine>& line, Currency currency);

Q_SIGNALS:
    /// Other parts for the line are to be looked at.
    void alternativesWanted();
    /// A service was added; it is to be selected.
    void serviceAdded(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    using Title = std::function<QString()>;

    QWidget* makePartForm();
    QWidget* makeServiceForm();
    QWidget* makeTools();
    void addPartText(const char* name, Title title, std::string PartOrder::*text);
    void addServiceText(const char* name, Title title, std::string ServiceLine::*text);
    void addDiscount();
    void addSpares();
    void addServiceQuantity();
    void addServicePrice();
    [[nodiscard]] ServiceLine* service(Project& project) const;
    [[nodiscard]] const ServiceLine* service(const Project& project) const;
    [[nodiscard]] const PartOrder* order(const Project& project) const;
    void addService();
    void removeService();
    void setApproved(bool approved);
    void showErrors();
    void refresh();
    void retranslate();

    OpenProject* project_ = nullptr;
    std::optional<BomLine> line_;
    Currency currency_ = Currency::usd();
    ProjectFields* part_ = nullptr;
    ProjectFields* service_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    QCheckBox* approved_ = nullptr;
    QPushButton* alternatives_ = nullptr;
    QPushButton* addService_ = nullptr;
    QPushButton* removeService_ = nullptr;
    ThemedLabel* error_ = nullptr;
};

} // namespace rigwright
