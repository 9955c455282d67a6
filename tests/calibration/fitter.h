// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration/class_fit.h"

#include <algorithm>
#include <cmath>

namespace rigwright::calibration {

/// What llama.cpp reaches of one kind of matrix units.
struct PathConstants {
    double computeShare = 0.25;
    double expertCompute = 0.5;
    double perExpertToken = 0;
    double flashAttention = 0.4;

    void putInto(Constants& constants) const
    {
        constants.computeShare = computeShare;
        constants.expertCompute = expertCompute;
        constants.perExpertToken = perExpertToken;
        constants.flashAttention = flashAttention;
    }
};

/// A fixed grid around a centre, step by step finer: the loss has one valley.
struct Grid {
    double least;
    double most;
    double step;
};

/// The value of a grid with the least loss; the first of equals.
template <class Loss>
double best(const Grid& grid, Loss lossOf)
{
    double found = grid.least;
    double least = INFINITY;
    const long steps = std::lround((grid.most - grid.least) / grid.step);
    for (long i = 0; i <= steps; ++i) {
        const double tried = grid.least + grid.step * static_cast<double>(i);
        if (const double error = lossOf(tried); error < least - 1e-12) {
            least = error;
            found = tried;
        }
    }
    return found;
}

/// The factor on the compute share and the time of a pass with the least loss.
template <class Loss>
void fitExperts(PathConstants& path, int mostSteps, Loss lossOf)
{
    PathConstants found = path;
    double least = INFINITY;
    for (int step = 0; step <= mostSteps; ++step) {
        path.perExpertToken = step * 0.5e-6;
        const auto with = [&](double value) {
            PathConstants tried = path;
            tried.expertCompute = value;
            return lossOf(tried);
        };
        path.expertCompute = best({0.10, 1.00, 0.05}, with);
        if (const double error = with(path.expertCompute); error < least - 1e-12) {
            least = error;
            found = path;
        }
    }
    path = found;
}

/// Fits all constants to samples, and those of a class or of matrix units without one device.
class Fitter {
public:
    explicit Fitter(Selection samples)
        : samples_(std::move(samples))
    {
        shared_.cacheBandwidth = 0.8;
        shared_.plainAttention = 0.2;
        shared_.flashAttention = 0.4;
        shared_.expertBandwidth = 0.8;
        shared_.perExpertLayer = Seconds(30e-6);
        shared_.expertCompute = 0.5;
        for (const Sample* sample : samples_) {
            (isDecode(*sample) ? decodeOf_[classOf(*sample)] : prefillOf_[sample->measurement->path])
                .push_back(sample);
        }
        for (auto& [key, selection] : decodeOf_) {
            selection = select(selection, isDense);
        }
        std::erase_if(decodeOf_, [](const auto& entry) { return entry.second.empty(); });
    }

    void run()
    {
        constexpr int kRounds = 3;
        for (int round = 0; round < kRounds; ++round) {
            fitClasses();
            fitSharedDecode();
        }
        for (int round = 0; round < kRounds; ++round) {
            fitPaths();
            fitSharedPrefill();
        }
    }

    [[nodiscard]] const SharedConstants& shared() const { return shared_; }
    [[nodiscard]] const std::map<ClassKey, Selection>& classes() const { return decodeOf_; }
    [[nodiscard]] const std::map<MatrixPath, Selection>& paths() const { return prefillOf_; }
    [[nodiscard]] const Constants& of(ClassKey key) const { return classes_.at(key); }
    [[nodiscard]] const PathConstants& path(MatrixPath path) const { return pathFits_.at(path); }
    [[nodiscard]] const Selection& samples() const { return samples_; }

    /// The constants of a sample's class and path, fitted without its device.
    [[nodiscard]] Constants without(const Sample& sample)
    {
        const std::string& device = sample.measurement->device;
        const auto others = [&](const Sample& other) { return other.measurement->device != device; };
        const auto key = std::pair(device, classOf(sample));
        if (!withoutDevice_.contains(key)) {
            const auto own = decodeOf_.find(classOf(sample));
            const Selection rest = own == decodeOf_.end() ? Selection() : select(own->second, others);
            withoutDevice_[key] =
                rest.empty() ? constantsOf(sample) : fitDecode(rest, shared_, fixedFor(rest));
        }
        Constants constants = withoutDevice_[key];
        const auto pathKey = std::pair(device, sample.measurement->path);
        if (!pathWithout_.contains(pathKey)) {
            const auto own = prefillOf_.find(sample.measurement->path);
            const Selection rest = own == prefillOf_.end() ? Selection() : select(own->second, others);
            pathWithout_[pathKey] = fitPath(rest, sample);
        }
        pathWithout_[pathKey].putInto(constants);
        return constants;
    }

    /// Whether other devices tell what its kind of units reaches with experts. The error of the only one measured says how far
    /// kinds differ, not devices of a kind.
    [[nodiscard]] bool hasKin(const Sample& sample) const
    {
        if (isDecode(sample) || !sample.measurement->hasExperts()) {
            return true;
        }
        return std::ranges::any_of(paths().at(sample.measurement->path), [&](const Sample* other) {
            return other->measurement->device != sample.measurement->device && isPlainExperts(*other);
        });
    }

private:
    [[nodiscard]] Constants constantsOf(const Sample& sample) const
    {
        const auto found = classes_.find(classOf(sample));
        Constants constants = found == classes_.end() ? Constants() : found->second;
        constants.shared = shared_;
        if (const auto fit = pathFits_.find(sample.measurement->path); fit != pathFits_.end()) {
            fit->second.putInto(constants);
        }
        return constants;
    }

    [[nodiscard]] Fixed fixedFor(const Selection& selection) const
    {
        if (deviceModelPairs(selection) >= kPairsForLayers) {
            return {};
        }
        return {true, mostMeasured_.perLayer, mostMeasured_.opsPerWeight};
    }

    void fitClasses()
    {
        const auto most = std::ranges::max_element(decodeOf_, {}, [](const auto& entry) {
            return entry.first.first == Engine::LlamaCpp ? deviceModelPairs(entry.second) : 0;
        });
        mostMeasured_ = fitDecode(most->second, shared_, {});
        for (const auto& [key, selection] : decodeOf_) {
            classes_[key] = fitDecode(selection, shared_, fixedFor(selection));
        }
    }

    /// The loss over a selection with one of the shared constants set to a value.
    template <class Set>
    [[nodiscard]] auto lossWith(const Selection& selection, Set set)
    {
        return [this, &selection, set](double value) {
            SharedConstants tried = shared_;
            set(tried, value);
            return loss(selection, [&](const Sample& sample) {
                Constants constants = constantsOf(sample);
                constants.shared = tried;
                return constants;
            });
        };
    }

    void fitSharedDecode()
    {
        constexpr std::int64_t kLongContext = 4096;
        const Selection decode = select(samples_, isDecode);
        const Selection deep = select(decode, [](const Sample& sample) {
            return isDense(sample) && sample.measurement->workload.promptTokens >= kLongContext;
        });
        shared_.cacheBandwidth = best(
            {0.20, 1.00, 0.05},
            lossWith(deep, [](SharedConstants& shared, double value) { shared.cacheBandwidth = value; }));
        const Selection experts = select(decode, [](const Sample& sample) {
            return sample.measurement->hasExperts() && !sample.recurrent;
        });
        double least = INFINITY;
        SharedConstants found = shared_;
        for (int micros = 0; micros <= 100; micros += 5) {
            shared_.perExpertLayer = Seconds(micros * 1e-6);
            const auto lossOf = lossWith(
                experts, [](SharedConstants& shared, double value) { shared.expertBandwidth = value; });
            shared_.expertBandwidth = best({0.30, 1.00, 0.02}, lossOf);
            if (const double error = lossOf(shared_.expertBandwidth); error < least - 1e-12) {
                least = error;
                found = shared_;
            }
        }
        shared_ = found;
        const Selection recurrent = select(decode, [](const Sample& sample) { return sample.recurrent; });
        shared_.perRecurrentLayer =
            Seconds(best({0, 150e-6, 5e-6}, lossWith(recurrent, [](SharedConstants& shared, double value) {
                             shared.perRecurrentLayer = Seconds(value);
                         })));
    }

    /// The value with the least loss over a selection; `set` puts it into the constants.
    template <class Set>
    [[nodiscard]] double bestFor(const Grid& grid, const Selection& selection, const PathConstants& path,
                                 Set set) const
    {
        return best(grid, [&](double value) {
            return loss(selection, [&](const Sample& sample) {
                Constants constants = constantsOf(sample);
                path.putInto(constants);
                set(constants, value);
                return constants;
            });
        });
    }

    /// The constants of one kind of units. What nobody has measured of them stays as all kinds together have it, and without
    /// any measurement as `like` has it.
    [[nodiscard]] PathConstants fitPath(const Selection& prefill, const Sample& like) const
    {
        constexpr int kRounds = 2;
        PathConstants path{constantsOf(like).computeShare, shared_.expertCompute,
                           shared_.perExpertToken.value(), shared_.flashAttention};
        const Selection dense = select(prefill, isDense);
        const Selection flash = select(dense, [](const Sample& sample) {
            return isLong(sample) && sample.measurement->workload.flashAttention;
        });
        const Selection experts = select(prefill, isPlainExperts);
        for (int round = 0; round < kRounds; ++round) {
            if (!dense.empty()) {
                path.computeShare = bestFor({0.02, 1.00, 0.005}, dense, path,
                                            [](Constants& to, double value) { to.computeShare = value; });
            }
            if (!flash.empty()) {
                path.flashAttention = bestFor({0.05, 1.50, 0.05}, flash, path,
                                              [](Constants& to, double value) { to.flashAttention = value; });
            }
        }
        if (!experts.empty()) {
            constexpr int kMostSteps = 60;
            fitExperts(path, kMostSteps, [&](const PathConstants& tried) {
                return loss(experts, [&](const Sample& sample) {
                    Constants constants = constantsOf(sample);
                    tried.putInto(constants);
                    return constants;
                });
            });
        }
        return path;
    }

    void fitPaths()
    {
        for (const auto& [path, selection] : prefillOf_) {
            if (!select(selection, isDense).empty()) {
                pathFits_[path] = fitPath(selection, *selection.front());
            }
        }
    }

    /// A constant for all kinds of units: the one with the least loss over a selection.
    template <class Set>
    [[nodiscard]] double bestForAll(const Grid& grid, const Selection& selection, Set set) const
    {
        return best(grid, [&](double value) {
            return loss(selection, [&](const Sample& sample) {
                Constants constants = constantsOf(sample);
                set(constants, value);
                return constants;
            });
        });
    }

    void fitSharedPrefill()
    {
        const Selection prefill = select(samples_, [](const Sample& sample) { return !isDecode(sample); });
        const auto longOnes = [&](bool flash) {
            return select(prefill, [&](const Sample& sample) {
                return isDense(sample) && isLong(sample) &&
                    sample.measurement->workload.flashAttention == flash;
            });
        };
        shared_.flashAttention = bestForAll({0.05, 1.00, 0.05}, longOnes(true),
                                            [](Constants& to, double value) { to.flashAttention = value; });
        shared_.plainAttention =
            bestForAll({0.02, 1.00, 0.02}, longOnes(false),
                       [](Constants& to, double value) { to.shared.plainAttention = value; });
        const Selection experts = select(prefill, isPlainExperts);
        // Kinds whose experts nobody measured are not taken to be as slow as the slowest that were.
        constexpr int kUsualSteps = 10;
        PathConstants all;
        fitExperts(all, kUsualSteps, [&](const PathConstants& tried) {
            return loss(experts, [&](const Sample& sample) {
                Constants constants = constantsOf(sample);
                constants.expertCompute = tried.expertCompute;
                constants.perExpertToken = tried.perExpertToken;
                return constants;
            });
        });
        shared_.expertCompute = all.expertCompute;
        shared_.perExpertToken = Seconds(all.perExpertToken);
    }

    Selection samples_;
    std::map<ClassKey, Selection> decodeOf_; ///< dense
    std::map<MatrixPath, Selection> prefillOf_;
    SharedConstants shared_;
    Constants mostMeasured_;
    std::map<ClassKey, Constants> classes_;
    std::map<MatrixPath, PathConstants> pathFits_;
    std::map<std::pair<std::string, ClassKey>, Constants> withoutDevice_;
    std::map<std::pair<std::string, MatrixPath>, PathConstants> pathWithout_;
};

} // namespace rigwright::calibration
