// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "models/import/imported_model.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace rigwright {

/// A model that the user brought along.
struct ModelImport {
    QString origin;      ///< path of the file, or a count of parameters, "7B"
    bool isFile = false; ///< false: a typical model of this size
    ImportedModel model;
};

/// Reads a model's description from a file; a seam for tests.
using ModelReader = std::function<Expected<ImportedModel>(const std::filesystem::path&)>;

/// Reads what an origin names: a count of parameters, else a file, or a folder with one. On any thread.
[[nodiscard]] Expected<ModelImport> readModel(const QString& origin, const ModelReader& reader);

/// The shipped catalog and the models that the user brought along, in one.
class ModelLibrary {
public:
    explicit ModelLibrary(std::shared_ptr<const Catalog> shipped);

    /// With the imported models; another object after each `add`.
    [[nodiscard]] const std::shared_ptr<const Catalog>& catalog() const { return catalog_; }
    /// The catalog without imported models, which stay.
    void setShipped(std::shared_ptr<const Catalog> shipped);
    /// Replaces what came from the same origin.
    void add(ModelImport import);
    void remove(const ModelId& model);
    [[nodiscard]] const std::vector<ModelImport>& imports() const { return imports_; }
    /// Null: a model of the shipped catalog, or none.
    [[nodiscard]] const ModelImport* findImport(const ModelId& model) const;

private:
    void rebuild();
    [[nodiscard]] bool isShippedName(const std::string& name) const;

    std::shared_ptr<const Catalog> shipped_;
    std::shared_ptr<const Catalog> catalog_;
    std::vector<ModelImport> imports_;
};

} // namespace rigwright
