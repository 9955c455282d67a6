// SPDX-License-Identifier: GPL-3.0-or-later
//
// The search against a constraint solver: for every machine of our front Gecode looks for the cheapest one that is at least as
// fast, in a model of its own made from the rule table: rules on one or two parts as tables, on more as checks. Prints both
// prices of every point, both times and their ratio.
//
// What both leave out: makers' cards, complete systems and models that lie partly in RAM. Completing parts are those with the
// fewest doubts, then the cheapest: Gecode gets that as a constraint, with the least doubts of a platform and its cards found by
// looking at every part. Speeds are a table of cards and hosts for Gecode, reckoned beforehand: where they are reckoned as they
// are asked for, it goes through every host of the cheapest cards, which are too slow on all. The search reckons its own.

#include "benchmarks/gecode_problem.h"
#include "builds/search.h"
#include "catalog/catalog_database.h"

#include <cstdio>
#include <ctime>
#include <functional>
#include <gecode/int.hh>
#include <gecode/minimodel.hh>
#include <gecode/search.hh>
#include <map>

using namespace rigwright;
using namespace rigwright::benchmarks;

namespace {

constexpr double kSecondsForAPoint = 60;

using Test = std::function<bool(const std::vector<int>&)>;

/// Holds when a test on the values of all its variables does.
class Check : public Gecode::NaryPropagator<Gecode::Int::IntView, Gecode::Int::PC_INT_VAL> {
public:
    Check(Gecode::Home home, Gecode::ViewArray<Gecode::Int::IntView>& views, const Test& test)
        : NaryPropagator(home, views)
        , test_(&test)
    { }
    Check(Gecode::Space& home, Check& other)
        : NaryPropagator(home, other)
        , test_(other.test_)
    { }
    Gecode::Propagator* copy(Gecode::Space& home) override { return new (home) Check(home, *this); }
    Gecode::PropCost cost(const Gecode::Space& /*home*/,
                          const Gecode::ModEventDelta& /*delta*/) const override
    {
        return Gecode::PropCost::crazy(Gecode::PropCost::HI, x.size());
    }
    Gecode::ExecStatus propagate(Gecode::Space& home, const Gecode::ModEventDelta& /*delta*/) override
    {
        if (!x.assigned()) {
            return Gecode::ES_FIX;
        }
        std::vector<int> values;
        for (int i = 0; i < x.size(); ++i) {
            values.push_back(x[i].val());
        }
        return (*test_)(values) ? home.ES_SUBSUMED(*this) : Gecode::ES_FAILED;
    }

private:
    const Test* test_;
};

/// Constraints that are the same for every point of the front.
struct Constraints {
    struct Table {
        unsigned places = 0;
        Gecode::TupleSet tuples;
    };
    struct Tested {
        unsigned places = 0;
        Test test;
    };
    std::vector<Table> tables;
    std::vector<Tested> tests;
};

std::vector<std::size_t> listOf(unsigned places)
{
    std::vector<std::size_t> list;
    for (std::size_t place = 0; place < kPlaces; ++place) {
        if ((places >> place & 1U) != 0) {
            list.push_back(place);
        }
    }
    return list;
}

Constraints constraintsOf(Problem& problem)
{
    Constraints constraints;
    std::map<unsigned, bool> groups{{1U << kPlatform | 1U << kMemory, true}};
    for (const auto& [places, rules] : problem.blockers()) {
        groups[places] = true;
    }
    for (const auto& [places, unused] : groups) {
        const std::vector<std::size_t> list = listOf(places);
        Values values{kOpen, kOpen, kOpen, kOpen, kOpen, kOpen, kOpen};
        if (list.size() == 2) {
            Gecode::TupleSet tuples(2);
            for (int a = 0; a < problem.size(list[0]); ++a) {
                for (int b = 0; b < problem.size(list[1]); ++b) {
                    values.at(list[0]) = a;
                    values.at(list[1]) = b;
                    if (problem.allows(places, values)) {
                        tuples.add({a, b});
                    }
                }
            }
            tuples.finalize();
            constraints.tables.push_back({places, tuples});
        } else if (list.size() > 2) {
            const auto test = [&problem, places = places, list,
                               values](const std::vector<int>& chosen) mutable {
                for (std::size_t i = 0; i < list.size(); ++i) {
                    values.at(list[i]) = chosen[i];
                }
                return problem.allows(places, values);
            };
            constraints.tests.push_back({places, test});
        }
    }
    const auto leastDoubtful = [&problem](const std::vector<int>& v) {
        return problem.doubts({v[0], v[1], kOpen, v[2], v[3], v[4], v[5]}) == problem.leastDoubts(v[0], v[1]);
    };
    constraints.tests.push_back({1U << kCards | 1U << kPlatform | kCompleting, leastDoubtful});
    return constraints;
}

class MachineSpace : public Gecode::IntMinimizeSpace {
public:
    MachineSpace(const Problem& problem, const Constraints& constraints, double speed, const Test& fastEnough,
                 int budget)
        : places_(*this, kPlaces)
        , price_(*this, 0, budget)
    {
        Gecode::IntVarArgs prices;
        for (std::size_t place = 0; place < kPlaces; ++place) {
            const int at = static_cast<int>(place);
            places_[at] = Gecode::IntVar(*this, 0, problem.size(place) - 1);
            Gecode::IntArgs list(problem.size(place));
            for (int value = 0; value < problem.size(place); ++value) {
                list[value] = problem.price(place, value);
            }
            prices << Gecode::IntVar(*this, 0, budget);
            Gecode::element(*this, list, places_[at], prices[at]);
        }
        Gecode::IntArgs sockets(problem.size(kPlatform));
        for (int value = 0; value < problem.size(kPlatform); ++value) {
            sockets[value] = problem.sockets(value);
        }
        const Gecode::IntVar coolers(*this, 1, 2);
        Gecode::element(*this, sockets, places_[kPlatform], coolers);
        const Gecode::IntVar cooling(*this, 0, budget);
        Gecode::mult(*this, coolers, prices[kCooler], cooling);
        prices[kCooler] = cooling;
        Gecode::linear(*this, prices, Gecode::IRT_EQ, price_);
        for (const auto& [places, tuples] : constraints.tables) {
            Gecode::extensional(*this, varsOf(places), tuples);
        }
        for (const auto& [places, test] : constraints.tests) {
            post(places, test);
        }
        for (int cards = 0; cards < problem.size(kCards); ++cards) {
            if (problem.mostSpeed(cards) < speed) {
                Gecode::rel(*this, places_[kCards], Gecode::IRT_NQ, cards);
            }
        }
        post(1U << kCards | 1U << kPlatform | 1U << kMemory, fastEnough);
        Gecode::branch(*this, places_, Gecode::INT_VAR_NONE(), Gecode::INT_VAL_MIN());
    }
    MachineSpace(MachineSpace& other)
        : IntMinimizeSpace(other)
    {
        places_.update(*this, other.places_);
        price_.update(*this, other.price_);
    }
    Gecode::Space* copy() override { return new MachineSpace(*this); }
    Gecode::IntVar cost() const override { return price_; }

private:
    Gecode::IntVarArgs varsOf(unsigned places)
    {
        Gecode::IntVarArgs vars;
        for (const std::size_t place : listOf(places)) {
            vars << places_[static_cast<int>(place)];
        }
        return vars;
    }
    void post(unsigned places, const Test& test)
    {
        Gecode::ViewArray<Gecode::Int::IntView> views(*this, varsOf(places));
        (void)new (*this) Check(*this, views, test);
    }

    Gecode::IntVarArray places_;
    Gecode::IntVar price_;
};

struct Found {
    int price = 0; ///< 0: none
    bool proven = false;
};

Found cheapest(const MachineSpace& root)
{
    Gecode::Search::Options options;
    Gecode::Search::TimeStop limit(static_cast<unsigned long>(kSecondsForAPoint * 1000));
    options.stop = &limit;
    Gecode::BAB<MachineSpace> search(const_cast<MachineSpace*>(&root), options);
    Found found;
    while (MachineSpace* machine = search.next()) {
        found.price = machine->cost().val();
        delete machine;
    }
    found.proven = !search.stopped();
    return found;
}

/// Of one core, whatever else the computer does meanwhile.
double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Whether Gecode agrees at every point of the front.
bool compare(const char* name, const Catalog& catalog, const Requirement& requirement)
{
    std::printf("%s\n", name);
    constexpr int kRuns = 10;
    (void)searchBuilds(catalog, requirement); // what is worked out once
    double start = cpuSeconds();
    for (int run = 1; run < kRuns; ++run) {
        (void)searchBuilds(catalog, requirement);
    }
    const SearchResult result = searchBuilds(catalog, requirement).value();
    const double ours = (cpuSeconds() - start) / kRuns;

    start = cpuSeconds();
    const Question question = ask(catalog, requirement).value();
    Problem problem(question, pricedParts(question).value());
    const Constraints constraints = constraintsOf(problem);
    const double rules = cpuSeconds() - start;
    start = cpuSeconds();
    problem.tabulateSpeeds();
    const double speeds = cpuSeconds() - start;

    start = cpuSeconds();
    bool same = true;
    for (const EvaluatedBuild& build : result.builds) {
        if (!build.onFront) {
            continue;
        }
        const double speed = rankedSpeed(requirement, *build.speed).value() * (1 - 1e-12);
        const Test fastEnough = [&](const std::vector<int>& v) {
            return problem.speed(v[0], v[1], v[2]) >= speed;
        };
        const MachineSpace root(problem, constraints, speed, fastEnough,
                                static_cast<int>(requirement.budget.minorUnits()));
        const Found found = cheapest(root);
        same = same && found.proven && found.price == build.price.minorUnits();
        std::printf("%6.1f tokens/s: ours %9.2f, Gecode %9.2f%s\n", speed, build.price.toDouble(),
                    found.price / 100.0, found.proven ? "" : " (time is up)");
        (void)std::fflush(stdout);
    }
    const double searching = cpuSeconds() - start;
    std::printf("ours: the whole front in %.1f ms; Gecode: tables of the rules %.2f s, of speeds %.2f s, "
                "search %.2f s\n",
                ours * 1e3, rules, speeds, searching);
    std::printf("Gecode takes %.0f times as long, its search alone %.0f times\n",
                (rules + speeds + searching) / ours, searching / ours);
    std::puts(same ? "the same optimum at every point" : "NOT the same optimum at every point");
    return same;
}

} // namespace

int main()
{
    Catalog catalog = findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    catalog.cards.clear();
    catalog.systems.clear();
    Requirement personal;
    personal.model = ModelId("deepseek-r1-distill-qwen-32b");
    personal.budget = Money::parse("3000", Currency::usd()).value();
    personal.allowHostOffload = false;
    return compare("a 32B model for one user, 3,000 dollars", catalog, personal) ? 0 : 1;
}
