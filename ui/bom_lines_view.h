// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"

#include <QWidget>

#include <optional>

class QSortFilterProxyModel;

namespace rigwright {

class BomTableModel;
class LineForm;
class NumberField;
class OpenProject;
class TableView;
class ThemedLabel;

/// The lines of the bill of materials with what the purchaser says of the selected one, and the totals.
class BomLinesView : public QWidget {
    Q_OBJECT
public:
    explicit BomLinesView(QWidget* parent = nullptr);

    void setProject(OpenProject* project);
    /// `subject`: what the machine is for, in one line.
    void showBom(std::optional<Bom> bom, const QString& subject);
    [[nodiscard]] const std::optional<Bom>& bom() const;

Q_SIGNALS:
    /// How many of the first machine.
    void systemsChosen(int systems);
    /// Other parts for this line of the first machine are to be looked at.
    void alternativesWanted(std::size_t place);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTools();
    QWidget* makeTable();
    QWidget* makeFoot();
    void showSelected();
    void selectPart(const QString& id);
    void showTotals();
    [[nodiscard]] QString breakdown(const Bom& bom) const;
    [[nodiscard]] QString warnings(const Bom& bom) const;
    void retranslate();

    BomTableModel* model_;
    QSortFilterProxyModel* sorted_;
    ThemedLabel* subject_ = nullptr;
    ThemedLabel* systemsLabel_ = nullptr;
    NumberField* systems_ = nullptr;
    TableView* table_ = nullptr;
    LineForm* form_ = nullptr;
    ThemedLabel* warnings_ = nullptr;
    ThemedLabel* breakdown_ = nullptr;
    ThemedLabel* totalLabel_ = nullptr;
    ThemedLabel* total_ = nullptr;
};

} // namespace rigwright
