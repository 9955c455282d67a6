// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "ui/fields.h"

#include <memory>
#include <optional>

class QCompleter;
class QStandardItemModel;

namespace rigwright {

/// Chooses a model of the catalog: the list is grouped by family, typing finds any part of a name.
class ModelField : public Choice {
    Q_OBJECT
public:
    ModelField(std::shared_ptr<const Catalog> catalog, QWidget* parent = nullptr);

    [[nodiscard]] const ModelId& model() const { return model_; }
    void showModel(const ModelId& model);

Q_SIGNALS:
    void modelChosen();
    /// What was typed names no model; the text says which names are near. Empty: it does again.
    void complaint(const QString& text);

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fill();
    void choose(const ModelId& model);
    void takeTyped();
    [[nodiscard]] std::optional<ModelId> match(const QString& typed) const;

    std::shared_ptr<const Catalog> catalog_;
    QStandardItemModel* items_;
    QCompleter* completer_;
    ModelId model_;
};

} // namespace rigwright
