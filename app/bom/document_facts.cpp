// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document_facts.h"

namespace rigwright {

Expected<DocumentFacts> documentFacts(const Catalog& catalog, const std::vector<OrderedMachine>& machines,
                                      const Requirement& requirement, const DocumentRequest& request,
                                      const Date& preparedOn, const CalibrationTable&, const std::stop_token&)
{
    Expected<Bom> bom = makeBom(catalog, machines, requirement, request.order, request.quotes, preparedOn);
    if (!bom) {
        return tl::unexpected(bom.error());
    }
    DocumentFacts facts;
    facts.bom = std::move(*bom);
    facts.requirement = requirement;
    facts.modelName = (*findModel(catalog, requirement.model.text()))->name;
    facts.machines = machines;
    facts.revision = request.revision;
    facts.paper = request.order.paper;
    return facts;
}

} // namespace rigwright
