// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/engine_profile.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

std::vector<PlacementRequest> EngineProfile::candidates(const QuantizedModel& model,
                                                        const Hardware& hardware) const
{
    const int devices = hardware.deviceCount();
    if (devices == 0) {
        return {PlacementRequest{}};
    }
    std::vector<PlacementRequest> requests;
    for (int tensor = 1; tensor <= devices; ++tensor) {
        for (int pipeline = 1; devices % tensor == 0 && pipeline <= devices / tensor; ++pipeline) {
            if (devices / tensor % pipeline != 0) {
                continue;
            }
            PlacementRequest request;
            request.tensorParallel = tensor;
            request.pipelineParallel = pipeline;
            request.dataParallel = devices / tensor / pipeline;
            requests.push_back(request);
            const int ranks = devices / pipeline;
            if (ranks > 1 && model.architecture.facts.experts > 0) {
                request.expertParallel = ranks;
                requests.push_back(request);
            }
        }
    }
    return requests;
}

const std::vector<const EngineProfile*>& engineProfiles()
{
    static const std::vector<const EngineProfile*> profiles = {
        &llamaCppProfile(),     &vllmProfile(), &sgLangProfile(),    &tensorRtLlmProfile(),
        &transformersProfile(), &fsdpProfile(), &deepSpeedProfile(), &megatronProfile(),
    };
    return profiles;
}

const EngineProfile& engineProfile(Engine engine)
{
    return **std::ranges::find(engineProfiles(), engine, &EngineProfile::engine);
}

const std::vector<Engine>& allEngines()
{
    static const std::vector<Engine> engines = [] {
        std::vector<Engine> all;
        for (const EngineProfile* profile : engineProfiles()) {
            all.push_back(profile->engine());
        }
        return all;
    }();
    return engines;
}

Expected<Engine> parseEngine(std::string_view name)
{
    std::string known;
    for (const EngineProfile* profile : engineProfiles()) {
        if (toLower(name) == profile->name()) {
            return profile->engine();
        }
        known += (known.empty() ? "" : ", ") + std::string(profile->name());
    }
    return fail("unknown engine '" + std::string(name.substr(0, 100)) + "': expected one of " + known);
}

const char* engineName(Engine engine)
{
    return engineProfile(engine).name();
}

const char* engineLabel(Engine engine)
{
    return engineProfile(engine).label();
}

bool engineLoads(Engine engine, WeightFormat format)
{
    return engineProfile(engine).loads(format);
}

bool engineHasCacheType(Engine engine, CacheType type)
{
    return engineProfile(engine).hasCacheType(type);
}

bool engineRuns(Engine engine, WorkloadKind kind)
{
    return engineProfile(engine).runs(kind);
}

std::optional<Engine> engineFor(WorkloadKind kind, WeightFormat format)
{
    for (const EngineProfile* profile : engineProfiles()) {
        if (profile->runs(kind) && profile->loads(format)) {
            return profile->engine();
        }
    }
    return std::nullopt;
}

} // namespace rigwright
