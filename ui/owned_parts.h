// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build_line.h"
#include "facts/catalog.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace rigwright {

class PartField;

/// The parts that the user has at hand: a field that finds parts, and below it one row a part with its quantity and a button
/// that takes it out.
class OwnedParts : public QWidget {
    Q_OBJECT
public:
    explicit OwnedParts(QWidget* parent = nullptr);

    void setCatalog(std::shared_ptr<const Catalog> catalog);
    void setLines(const std::vector<BuildLine>& lines);
    [[nodiscard]] const std::vector<BuildLine>& lines() const { return lines_; }
    void retranslate();

Q_SIGNALS:
    void linesChanged();

private:
    void add(const BuildLine& line);
    void rebuild();
    void addRow(std::size_t at);
    [[nodiscard]] QString nameOf(const BuildLine& line) const;

    std::shared_ptr<const Catalog> catalog_;
    std::vector<BuildLine> lines_;
    PartField* field_;
    QVBoxLayout* rows_;
    QWidget* list_ = nullptr;
};

} // namespace rigwright
