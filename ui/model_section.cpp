// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model_section.h"

#include "ui/model_field.h"
#include "ui/model_shelf.h"
#include "ui/text.h"

#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

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

ModelSection::ModelSection(std::shared_ptr<const Catalog> catalog, ModelShelf& shelf, QWidget* parent)
    : FormSection(parent)
    , shelf_(shelf)
    , modelField_(new ModelField(std::move(catalog)))
    , weights_(new Choice(QStringLiteral("weights")))
    , cache_(new Choice(QStringLiteral("kvCache")))
    , facts_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
{
    modelRow_ = addWide(modelField_);
    weightsRow_ = addRow(weights_);
    cacheRow_ = addRow(cache_);
    facts_->setObjectName(QStringLiteral("modelFacts"));
    facts_->setWordWrap(true);
    addWide(facts_);

    connect(modelField_, &ModelField::modelChosen, this, [this] {
        fillWeights(static_cast<WeightFormat>(weights_->currentData().toInt()));
        showFacts();
        Q_EMIT modelChanged();
        Q_EMIT changed();
    });
    connect(modelField_, &ModelField::complaint, this, [this](const QString& text) {
        valid_ = text.isEmpty();
        setError(modelRow_, text);
        Q_EMIT changed();
    });
    connect(weights_, &QComboBox::currentIndexChanged, this, &FormSection::changed);
    connect(cache_, &QComboBox::currentIndexChanged, this, &FormSection::changed);
}

void ModelSection::show(const Requirement& requirement)
{
    engine_ = requirement.workload.engine;
    modelField_->showModel(requirement.model);
    valid_ = true;
    setError(modelRow_, {});
    fillWeights(requirement.workload.weights);
    fillCacheTypes(requirement.workload.keyCache);
    showFacts();
}

void ModelSection::apply(Requirement& requirement) const
{
    requirement.model = modelField_->model();
    requirement.workload.weights = static_cast<WeightFormat>(weights_->currentData().toInt());
    requirement.workload.keyCache = static_cast<CacheType>(cache_->currentData().toInt());
    requirement.workload.valueCache = requirement.workload.keyCache;
}

void ModelSection::setEngine(Engine engine)
{
    engine_ = engine;
    fillWeights(static_cast<WeightFormat>(weights_->currentData().toInt()));
    fillCacheTypes(static_cast<CacheType>(cache_->currentData().toInt()));
}

void ModelSection::retranslate()
{
    setHead(tr("Model"));
    modelField_->setAccessibleName(tr("Model"));
    setLabel(weightsRow_, tr("&Weights"));
    setLabel(cacheRow_, tr("&KV cache"));
    fillWeights(static_cast<WeightFormat>(weights_->currentData().toInt()));
    showFacts();
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

void ModelSection::fillWeights(WeightFormat wanted)
{
    const QSignalBlocker quiet(weights_);
    const WeightFormat chosen = nearestFormat(wanted);
    weights_->clear();
    for (const WeightFormat format : allWeightFormats()) {
        const auto weighed = shelf_.weigh(modelField_->model(), format);
        if (!engineLoads(engine_, format) || weighed == nullptr) {
            continue;
        }
        weights_->addItem(QString::fromLatin1(weightFormatLabel(format)), static_cast<int>(format));
        const QString bits = QLocale().toString(bitsPerWeight(*weighed), 'f', 1);
        weights_->setItemData(weights_->count() - 1, tr("%1 bit").arg(bits), Choice::kDetailRole);
    }
    weights_->chooseData(static_cast<int>(chosen));
}

WeightFormat ModelSection::nearestFormat(WeightFormat wanted) const
{
    const auto target = shelf_.weigh(modelField_->model(), wanted);
    if (target == nullptr || engineLoads(engine_, wanted)) {
        return wanted;
    }
    WeightFormat nearest = wanted;
    double least = std::numeric_limits<double>::max();
    for (const WeightFormat format : allWeightFormats()) {
        const auto weighed = shelf_.weigh(modelField_->model(), format);
        if (!engineLoads(engine_, format) || weighed == nullptr) {
            continue;
        }
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
}

} // namespace rigwright
