// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign_fixture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace rigwright {

namespace {

Accelerator accelerator(const char* id, const char* name, double gib, Mounting mounting)
{
    Accelerator made;
    made.info.id = PartId(id);
    made.info.manufacturer = "NVIDIA";
    made.info.name = name;
    made.memory = Bytes::gib(gib);
    made.mounting = mounting;
    return made;
}

ModelFacts model(const char* id, const char* name, const char* family, const char* huggingFaceId)
{
    ModelFacts made;
    made.id = ModelId(id);
    made.name = name;
    made.family = family;
    made.huggingFaceId = huggingFaceId;
    return made;
}

Catalog smallCatalog()
{
    Catalog catalog;
    catalog.accelerators = {
        accelerator("a100-40gb-pcie", "A100 40GB PCIe", 40, Mounting::PassiveCard),
        accelerator("a100-40gb-sxm", "A100 40GB SXM4", 40, Mounting::Module),
        accelerator("a100-80gb-pcie", "A100 80GB PCIe", 80, Mounting::PassiveCard),
        accelerator("a100-80gb-sxm", "A100 80GB SXM4", 80, Mounting::Module),
        accelerator("h100-pcie", "H100 80GB PCIe", 80, Mounting::PassiveCard),
        accelerator("h100-sxm", "H100 80GB SXM5", 80, Mounting::Module),
        accelerator("l40s", "L40S", 48, Mounting::PassiveCard),
        accelerator("rtx-a6000", "RTX A6000", 48, Mounting::Card),
        accelerator("t4", "Tesla T4", 16, Mounting::PassiveCard),
        accelerator("v100-16gb-pcie", "Tesla V100 16GB PCIe", 16, Mounting::PassiveCard),
        accelerator("v100-16gb-sxm", "Tesla V100 16GB SXM2", 16, Mounting::Module),
    };
    CloudOffer known;
    known.id = "aws-p4d.24xlarge-us-east-1-on-demand";
    known.provider = "AWS";
    known.instance = "p4d.24xlarge";
    known.gpuName = "A100 40GB SXM4";
    known.accelerator = PartId("a100-40gb-sxm");
    known.date = {2026, 7, 20};
    catalog.cloudOffers = {known};
    catalog.models = {
        model("deepseek-v4-flash", "DeepSeek-V4-Flash", "DeepSeek", "deepseek-ai/DeepSeek-V4-Flash"),
        model("glm-5.1", "GLM-5.1 744B-A40B", "GLM", "zai-org/GLM-5.1"),
        model("gpt-oss-20b", "gpt-oss 20B", "gpt-oss", "openai/gpt-oss-20b"),
    };
    catalog.rates = ExchangeRates({{Currency::parse("EUR").value(), 0.85, {2026, 9, 29}, "test"},
                                   {Currency::parse("JPY").value(), 150, {2026, 9, 29}, "test"}});
    return catalog;
}

template <class Offer>
void lay(std::vector<Offer>& offers, const std::vector<Offer>& changed)
{
    for (const Offer& offer : changed) {
        std::erase_if(offers, [&](const Offer& known) { return known.id == offer.id; });
        offers.push_back(offer);
    }
}

} // namespace

CatalogView smallView()
{
    CatalogView view;
    view.catalog = std::make_shared<const Catalog>(smallCatalog());
    return view;
}

CatalogView withOffers(const CatalogView& view, const CatalogChanges& changes)
{
    Catalog catalog = *view.catalog;
    lay(catalog.cloudOffers, changes.cloudOffers);
    lay(catalog.apiOffers, changes.apiOffers);
    std::vector<ExchangeRate> rates = catalog.rates.all();
    for (const ExchangeRate& rate : changes.rates) {
        std::erase_if(rates, [&](const ExchangeRate& known) { return known.currency == rate.currency; });
        rates.push_back(rate);
    }
    catalog.rates = ExchangeRates(rates);
    CatalogView after;
    after.parts = view.parts;
    after.catalog = std::make_shared<const Catalog>(std::move(catalog));
    return after;
}

ImportPreview foreignPreview(const std::filesystem::path& path, const CatalogView& view,
                             const std::string& provider)
{
    ImportRequest request;
    request.path = path;
    request.today = {2026, 10, 1};
    request.provider = provider;
    Expected<ImportPreview> preview = previewImport(request, view);
    BOOST_REQUIRE_MESSAGE(preview.has_value(), (preview ? "" : preview.error().message));
    return std::move(*preview);
}

std::string cloudLines(const CatalogChanges& changes)
{
    std::string text;
    for (const CloudOffer& offer : changes.cloudOffers) {
        text += (text.empty() ? "" : "\n") + offer.id + ": " + std::to_string(offer.gpuCount) + " x " +
            std::to_string(static_cast<int>(offer.gpuMemoryEach.inGib())) + " GiB " +
            offer.accelerator.text() + " at " + offer.pricePerHour.decimal() + ", " +
            pricingModelName(offer.pricing);
    }
    return text;
}

std::string rateLines(const CatalogChanges& changes)
{
    std::string text;
    for (const ExchangeRate& rate : changes.rates) {
        const std::string number = std::to_string(rate.perUsd);
        text += (text.empty() ? "" : "\n") + rate.currency.code() + " " + number + " " + rate.date.iso();
    }
    return text;
}

} // namespace rigwright
