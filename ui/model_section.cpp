// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model_section.h"

#include "ui/model_field.h"
#include "ui/model_shelf.h"
#include "ui/offered.h"
#include "ui/tag.h"
#include "ui/text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rigwright {

namespace {

QString attentionText(const ModelFacts& facts)
{
    if (facts.attention == AttentionKind::Mla) {
        return QStringLiteral("MLA");
    }
    if (facts.kvHeads == facts.heads) {
        return QStringLiteral("MHA %1").arg(facts.heads);
    }
    const QString kind = facts.kvHeads == 1 ? QStringLiteral("MQA") : QStringLiteral("GQA");
    return QStringLiteral("%1 %2/%3").arg(kind).arg(facts.heads).arg(facts.kvHeads);
}

QString joined(const QStringList& words)
{
    return words.join(QStringLiteral(" · "));
}

} // namespace

QString modelFactsText(const ModelFacts& facts)
{
    QStringList words{parametersText(facts.parameters), ModelSection::tr("%n layers", nullptr, facts.layers),
                      attentionText(facts)};
    if (facts.experts > 0) {
        words << QStringLiteral("MoE %1 × %2").arg(facts.experts).arg(facts.expertsPerToken);
    }
    if (facts.attention == AttentionKind::SlidingWindow) {
        words << ModelSection::tr("window %1").arg(countText(facts.window));
    }
    if (facts.attention == AttentionKind::Recurrent) {
        words << ModelSection::tr("linear attention");
    }
    return joined(words);
}

ModelSection::ModelSection(const ModelLibrary& library, ModelShelf& shelf, QWidget* parent)
    : FormSection(parent)
    , library_(library)
    , shelf_(shelf)
    , modelField_(new ModelField(library))
    , weights_(new Choice(QStringLiteral("weights")))
    , cache_(new Choice(QStringLiteral("kvCache")))
    , matrix_(new QCheckBox)
    , facts_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
{
    constexpr int kMostWeightsShown = 24;
    weights_->setMaxVisibleItems(kMostWeightsShown);
    matrix_->setObjectName(QStringLiteral("importanceMatrix"));
    modelRow_ = addWide(modelField_);
    weightsRow_ = addRow(weights_);
    matrixRow_ = addWide(matrix_);
    cacheRow_ = addRow(cache_);
    facts_->setObjectName(QStringLiteral("modelFacts"));
    facts_->setWordWrap(true);
    addWide(facts_);
    buildSource();
    connectFields();
}

void ModelSection::buildSource()
{
    source_ = new QWidget;
    source_->setObjectName(QStringLiteral("modelSource"));
    sourceTag_ = new Tag;
    sourceText_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    sourceText_->setObjectName(QStringLiteral("modelSourceText"));
    notes_ = new QPushButton;
    notes_->setObjectName(QStringLiteral("modelNotes"));
    notes_->setProperty("link", true);
    notes_->setFlat(true);
    notes_->setCursor(Qt::PointingHandCursor);
    auto* row = new QHBoxLayout(source_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(sourceTag_);
    row->addWidget(sourceText_);
    row->addWidget(notes_);
    row->addStretch(1);
    addWide(source_);
}

void ModelSection::connectFields()
{
    connect(modelField_, &ModelField::modelChosen, this, [this] {
        fillWeights(weights());
        showFacts();
        Q_EMIT modelChanged();
        Q_EMIT changed();
    });
    connect(modelField_, &ModelField::importWanted, this, &ModelSection::importWanted);
    connect(modelField_, &ModelField::complaint, this, [this](const QString& text) {
        valid_ = text.isEmpty();
        setError(modelRow_, text);
        Q_EMIT changed();
    });
    connect(weights_, &QComboBox::currentIndexChanged, this, [this] {
        showMatrixChoice();
        Q_EMIT weightsChanged();
        Q_EMIT changed();
    });
    connect(matrix_, &QCheckBox::toggled, this, [this] {
        fillWeights(weights());
        Q_EMIT changed();
    });
    connect(cache_, &QComboBox::currentIndexChanged, this, &FormSection::changed);
    connect(notes_, &QPushButton::clicked, this, &ModelSection::notesWanted);
}

void ModelSection::show(const Requirement& requirement)
{
    const Workload& workload = requirement.workload;
    kind_ = workload.kind;
    engine_ = workload.engine;
    modelField_->showModel(requirement.model);
    valid_ = true;
    setError(modelRow_, {});
    {
        const QSignalBlocker quiet(matrix_);
        matrix_->setChecked(workload.importanceMatrix);
    }
    fillWeights(workload.weights);
    fillCacheTypes(workload.keyCache);
    setRowVisible(cacheRow_, !isTraining(kind_));
    showFacts();
}

void ModelSection::apply(Requirement& requirement) const
{
    requirement.model = modelField_->model();
    requirement.workload.weights = weights();
    requirement.workload.importanceMatrix =
        matrix_->isChecked() && dependsOnImportanceMatrix(requirement.workload.weights);
    requirement.workload.keyCache = static_cast<CacheType>(cache_->currentData().toInt());
    requirement.workload.valueCache = requirement.workload.keyCache;
}

void ModelSection::setWork(WorkloadKind kind, Engine engine)
{
    const bool trained = isTraining(kind_);
    WeightFormat wanted = weights();
    if (isTraining(kind) != trained) {
        before_.at(trained ? 1 : 0) = wanted;
        wanted = before_.at(trained ? 0 : 1).value_or(defaultWeights(kind));
    }
    kind_ = kind;
    engine_ = engine;
    fillWeights(wanted);
    fillCacheTypes(static_cast<CacheType>(cache_->currentData().toInt()));
    setRowVisible(cacheRow_, !isTraining(kind_));
}

void ModelSection::refillModels()
{
    modelField_->refill();
}

void ModelSection::tellOfModel(const QString& text)
{
    setError(modelRow_, text);
    setInvalid(modelField_, false);
}

void ModelSection::retranslate()
{
    setHead(tr("Model"));
    modelField_->refill();
    modelField_->setAccessibleName(tr("Model"));
    setLabel(weightsRow_, tr("&Weights"));
    setLabel(cacheRow_, tr("&KV cache"));
    matrix_->setText(tr("Quantized with an importance matrix"));
    matrix_->setToolTip(tr("The quantizer then mixes other types into these weights"));
    notes_->setText(tr("What was read"));
    fillWeights(weights());
    showFacts();
}

WeightFormat ModelSection::weights() const
{
    return static_cast<WeightFormat>(weights_->currentData().toInt());
}

const ModelId& ModelSection::model() const
{
    return modelField_->model();
}

void ModelSection::focusModel()
{
    modelField_->setFocus(Qt::ShortcutFocusReason);
    modelField_->lineEdit()->selectAll();
}

bool ModelSection::offers(WeightFormat format) const
{
    Workload workload;
    workload.kind = kind_;
    workload.engine = engine_;
    workload.weights = format;
    return isOffered(workload);
}

/// Those that the model can be weighed in, group by group.
std::vector<WeightFormat> ModelSection::offeredFormats()
{
    std::vector<WeightFormat> formats;
    for (const WeightFormat format : allWeightFormats()) {
        if (offers(format) && shelf_.weigh(modelField_->model(), format, matrix_->isChecked()) != nullptr) {
            formats.push_back(format);
        }
    }
    std::ranges::stable_sort(formats, {}, groupOf);
    return formats;
}

void ModelSection::fillWeights(WeightFormat wanted)
{
    const QSignalBlocker quiet(weights_);
    const WeightFormat chosen = nearestFormat(wanted);
    const std::vector<WeightFormat> formats = offeredFormats();
    const bool grouped = !formats.empty() && groupOf(formats.front()) != groupOf(formats.back());
    weights_->clear();
    std::optional<FormatGroup> group;
    for (const WeightFormat format : formats) {
        if (grouped && group != groupOf(format)) {
            group = groupOf(format);
            addGroup(formatGroupText(*group));
        }
        weights_->addItem(weightsText(format), static_cast<int>(format));
        const auto weighed = shelf_.weigh(modelField_->model(), format, matrix_->isChecked());
        const QString bits = QLocale().toString(bitsPerWeight(*weighed), 'f', 1);
        weights_->setItemData(weights_->count() - 1, tr("%1 bit").arg(bits), Choice::kDetailRole);
    }
    weights_->chooseData(static_cast<int>(chosen));
    showMatrixChoice();
    Q_EMIT weightsChanged();
}

void ModelSection::addGroup(const QString& text)
{
    weights_->addItem(text);
    auto* items = qobject_cast<QStandardItemModel*>(weights_->model());
    QStandardItem* head = items->item(weights_->count() - 1);
    head->setFlags(Qt::NoItemFlags);
    head->setFont(fontFor(TextSize::Hint));
}

void ModelSection::showMatrixChoice()
{
    setRowVisible(matrixRow_, dependsOnImportanceMatrix(weights()));
}

WeightFormat ModelSection::nearestFormat(WeightFormat wanted)
{
    if (offers(wanted)) {
        return wanted;
    }
    if (isTraining(kind_) && offers(defaultWeights(kind_))) {
        return defaultWeights(kind_);
    }
    const auto target = shelf_.weigh(modelField_->model(), wanted);
    if (target == nullptr) {
        return wanted;
    }
    WeightFormat nearest = wanted;
    double least = std::numeric_limits<double>::max();
    for (const WeightFormat format : offeredFormats()) {
        const auto weighed = shelf_.weigh(modelField_->model(), format, matrix_->isChecked());
        const double distance = std::abs(bitsPerWeight(*weighed) - bitsPerWeight(*target));
        if (distance < least) {
            least = distance;
            nearest = format;
        }
    }
    return nearest;
}

void ModelSection::fillCacheTypes(CacheType wanted)
{
    const QSignalBlocker quiet(cache_);
    cache_->clear();
    for (const CacheType type :
         {CacheType::F32, CacheType::F16, CacheType::Bf16, CacheType::Fp8, CacheType::Q8_0, CacheType::Q5_1,
          CacheType::Q5_0, CacheType::Q4_1, CacheType::Q4_0}) {
        if (engineHasCacheType(engine_, type)) {
            cache_->addItem(QString::fromLatin1(cacheTypeName(type)), static_cast<int>(type));
        }
    }
    if (!cache_->chooseData(static_cast<int>(wanted))) {
        cache_->chooseData(static_cast<int>(CacheType::F16));
    }
}

void ModelSection::showFacts()
{
    const ModelFacts* facts = shelf_.facts(modelField_->model());
    facts_->setText(facts == nullptr ? QString() : modelFactsText(*facts));
    const ModelImport* import = library_.findImport(modelField_->model());
    notes_->setVisible(import != nullptr && !import->model.notes.empty());
    source_->setVisible(import != nullptr || (facts != nullptr && !facts->verified));
    if (import != nullptr) {
        sourceTag_->setTag(import->isFile ? TagKind::Neutral : TagKind::Unknown,
                           import->isFile ? tr("imported") : tr("assumed"));
        sourceText_->setText(import->isFile ? QString() : tr("A typical model of this size"));
        source_->setToolTip(import->origin);
    } else if (facts != nullptr) {
        sourceTag_->setTag(TagKind::Unknown, tr("unverified"));
        sourceText_->setText(tr("Its figures are not confirmed"));
        source_->setToolTip(QString::fromStdString(facts->source.source));
    }
    sourceText_->setVisible(!sourceText_->text().isEmpty());
}

} // namespace rigwright
