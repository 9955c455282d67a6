// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"

#include <QWidget>

#include <optional>

class QSortFilterProxyModel;

namespace rigwright {

class BomTableModel;
class LineTools;
struct LineCell;
class OpenProject;
class Segments;
class EditTable;
class ThemedLabel;

/// The lines of the bill of materials, with what the purchaser says of them in their cells, and the totals.
class BomLinesView : public QWidget {
    Q_OBJECT
public:
    explicit BomLinesView(QWidget* parent = nullptr);

    void setProject(OpenProject* project);
    /// `subject`: what the machine is for, in one line.
    void showBom(std::optional<Bom> bom, const QString& subject);
    [[nodiscard]] const std::optional<Bom>& bom() const;

Q_SIGNALS:
    /// Other parts for this line of a machine are to be looked at.
    void alternativesWanted(std::size_t place);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTools();
    QWidget* makeTable();
    QWidget* makeFoot();
    void connectParts();
    void showColumns();
    /// Of a cell of the table, for its editor.
    [[nodiscard]] LineCell aboutCell(const QModelIndex& index) const;
    void editFrom(const QModelIndex& index, bool back);
    [[nodiscard]] std::optional<BomLine> selectedLine() const;
    void showSelected();
    /// The service that was added is selected and named, once its line is there.
    void beginAdded();
    /// False: there is no such line.
    bool selectPart(const QString& id);
    void showTotals();
    [[nodiscard]] QString breakdown(const Bom& bom) const;
    [[nodiscard]] QString warnings(const Bom& bom) const;
    void retranslate();

    BomTableModel* model_;
    QSortFilterProxyModel* sorted_;
    ThemedLabel* subject_ = nullptr;
    EditTable* table_ = nullptr;
    LineTools* lineTools_ = nullptr;
    Segments* columns_ = nullptr;
    OpenProject* project_ = nullptr;
    QString added_; ///< id of a service whose line is still to come
    ThemedLabel* warnings_ = nullptr;
    ThemedLabel* breakdown_ = nullptr;
    ThemedLabel* totalLabel_ = nullptr;
    ThemedLabel* total_ = nullptr;
};

} // namespace rigwright
