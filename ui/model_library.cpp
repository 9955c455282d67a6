// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model_library.h"

#include "models/typical_model.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <string_view>

namespace rigwright {

namespace {

/// Where a file does not name its model, its folder often does: a config.json is called like all others.
QString nameOf(const QFileInfo& file)
{
    const QString own = file.fileName();
    const bool generic = own == QLatin1String("config.json") || own.startsWith(QLatin1String("model"));
    const QString folder = file.absoluteDir().dirName();
    return generic && !folder.isEmpty() ? folder : file.completeBaseName();
}

/// Ids are of lower-case letters; paths aren't.
ModelId idOf(const QString& path)
{
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1);
    return ModelId("file-" + hash.toHex().toStdString());
}

/// Where a config.json names no model, its import is called after the model type, the class in Transformers, or the file.
bool isClassName(const ModelFacts& facts)
{
    const std::string& name = facts.name;
    const std::string_view all = name;
    return name.empty() || name == facts.family || name == "config.json" ||
        all.ends_with("ForConditionalGeneration") || all.ends_with("ForCausalLM") ||
        all.ends_with("LMHeadModel") || all.ends_with("Model");
}

/// Of a folder with a model, the file that says the most.
QString describingFile(const QString& path)
{
    const QDir folder(path);
    if (!QFileInfo(path).isDir()) {
        return path;
    }
    for (const char* name : {"model.safetensors.index.json", "model.safetensors", "config.json"}) {
        if (folder.exists(QLatin1String(name))) {
            return folder.filePath(QLatin1String(name));
        }
    }
    const QStringList gguf = folder.entryList({QStringLiteral("*.gguf")}, QDir::Files, QDir::Name);
    return gguf.isEmpty() ? folder.filePath(QStringLiteral("config.json")) : folder.filePath(gguf.front());
}

Expected<ModelImport> fromFile(const QString& path, const ModelReader& reader)
{
    const QFileInfo file(describingFile(path));
    if (!file.exists()) {
        return fail(file.fileName().toStdString() + ": no such file");
    }
    Expected<ImportedModel> read = reader(std::filesystem::path(file.absoluteFilePath().toStdString()));
    if (!read) {
        return tl::unexpected(read.error());
    }
    ModelImport import{file.absoluteFilePath(), true, std::move(*read)};
    import.model.facts.id = idOf(import.origin);
    if (isClassName(import.model.facts)) {
        import.model.facts.name = nameOf(file).toStdString();
    }
    return import;
}

} // namespace

Expected<ModelImport> readModel(const QString& origin, const ModelReader& reader)
{
    const QString trimmed = origin.trimmed();
    if (trimmed.isEmpty()) {
        return fail("no file and no number of parameters");
    }
    if (QFileInfo::exists(trimmed) || trimmed.contains(QLatin1Char('/'))) {
        return fromFile(trimmed, reader);
    }
    const Expected<std::int64_t> count = parseParameterCount(trimmed.toStdString());
    if (!count) {
        return fail("'" + trimmed.left(100).toStdString() +
                    "' is neither a file nor a number of parameters, such as 7B");
    }
    return typicalModel(*count).map([&trimmed](ModelFacts facts) {
        ModelImport import;
        import.origin = trimmed;
        import.model.facts = std::move(facts);
        return import;
    });
}

ModelLibrary::ModelLibrary(std::shared_ptr<const Catalog> shipped)
    : shipped_(std::move(shipped))
    , catalog_(shipped_)
{ }

void ModelLibrary::setShipped(std::shared_ptr<const Catalog> shipped)
{
    shipped_ = std::move(shipped);
    if (imports_.empty()) {
        catalog_ = shipped_;
    } else {
        rebuild();
    }
}

void ModelLibrary::add(ModelImport import)
{
    ModelFacts& facts = import.model.facts;
    if (isShippedName(facts.name)) {
        facts.name += " (" + QFileInfo(import.origin).fileName().toStdString() + ")";
    }
    std::erase_if(imports_, [&facts](const ModelImport& known) { return known.model.facts.id == facts.id; });
    imports_.push_back(std::move(import));
    rebuild();
}

void ModelLibrary::remove(const ModelId& model)
{
    std::erase_if(imports_, [&model](const ModelImport& known) { return known.model.facts.id == model; });
    rebuild();
}

void ModelLibrary::rebuild()
{
    auto all = std::make_shared<Catalog>(*shipped_);
    for (const ModelImport& known : imports_) {
        std::erase_if(all->models,
                      [&known](const ModelFacts& model) { return model.id == known.model.facts.id; });
        all->models.push_back(known.model.facts);
    }
    catalog_ = std::move(all);
}

const ModelImport* ModelLibrary::findImport(const ModelId& model) const
{
    const auto found = std::ranges::find_if(
        imports_, [&model](const ModelImport& import) { return import.model.facts.id == model; });
    return found == imports_.end() ? nullptr : &*found;
}

bool ModelLibrary::isShippedName(const std::string& name) const
{
    return std::ranges::any_of(shipped_->models,
                               [&name](const ModelFacts& model) { return model.name == name; });
}

} // namespace rigwright
