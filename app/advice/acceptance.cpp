// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/acceptance.h"

#include "advice/acceptance/acceptance_checks.h"

namespace rigwright {

Expected<std::vector<AcceptanceCheck>> acceptanceChecks(const Catalog& catalog, const EvaluatedBuild& build,
                                                        const Requirement& requirement)
{
    const Expected<LaunchQuestion> question = launchQuestion(catalog, build, requirement);
    if (!question) {
        return tl::unexpected(question.error());
    }
    AcceptanceChecks checks;
    addDeviceChecks(checks, *question);
    addHostChecks(checks, *question);
    addWorkChecks(checks, *question);
    return checks;
}

} // namespace rigwright
