// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields.h"
#include "ui/model_library.h"

#include <optional>

class QCompleter;
class QStandardItemModel;

namespace rigwright {

/// Chooses a model: the list begins with a way to bring one along, then come those that the user brought, then those of the
/// catalog by family. Typing finds any part of a name.
class ModelField : public Choice {
    Q_OBJECT
public:
    ModelField(const ModelLibrary& library, QWidget* parent = nullptr);

    [[nodiscard]] const ModelId& model() const { return model_; }
    void showModel(const ModelId& model);
    /// The library has other models, or the language is another one.
    void refill();

Q_SIGNALS:
    void modelChosen();
    void importWanted();
    /// What was typed names no model; the text says which names are near. Empty: it does again.
    void complaint(const QString& text);

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fill();
    void addHead(const QString& text);
    void addModel(const ModelFacts& facts);
    void choose(const ModelId& model);
    void takeTyped();
    [[nodiscard]] std::optional<ModelId> match(const QString& typed) const;

    const ModelLibrary& library_;
    QStandardItemModel* items_;
    QCompleter* completer_;
    ModelId model_;
};

} // namespace rigwright
