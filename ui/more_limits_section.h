// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "ui/form_section.h"

class QCheckBox;
class QPushButton;

namespace rigwright {

class MultiChoice;
class OwnedParts;

/// What few people set, behind a link: the circuit, the board's size, what else machines are ranked by, parts at hand and
/// unequal cards. The link says how many of them count.
class MoreLimitsSection : public FormSection {
    Q_OBJECT
public:
    explicit MoreLimitsSection(QWidget* parent = nullptr);

    /// Board sizes and parts to choose from.
    void setCatalog(const std::shared_ptr<const Catalog>& catalog);
    void show(const Requirement& requirement);
    void apply(Requirement& requirement) const;
    void retranslate();

Q_SIGNALS:
    /// The user wants to see them all.
    void unfolded();

private:
    void build();
    void connectFields();
    void takeChange();
    void showRows();
    void fillCircuits();
    void fillFormFactors();
    [[nodiscard]] std::optional<WallCircuit> circuit() const;
    [[nodiscard]] int setCount() const;

    QPushButton* unfold_;
    Choice* circuit_;
    NumberField* volts_;
    NumberField* amperes_;
    MultiChoice* boards_;
    MultiChoice* objectives_;
    QCheckBox* mixed_;
    OwnedParts* owned_;
    QStringList formFactors_; ///< of the catalog's boards
    Row unfoldRow_, circuitRow_, voltsRow_, amperesRow_, boardsRow_, objectivesRow_, mixedRow_, ownedRow_;
};

} // namespace rigwright
