// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/acceptance.h"
#include "advice/launch.h"
#include "advice/launch/shell_command.h"
#include "advice/launch_fixture.h"
#include "sizing/workload.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

std::string outputOf(const std::string& command)
{
    std::FILE* pipe = popen(command.c_str(), "r");
    BOOST_REQUIRE(pipe != nullptr);
    std::string text;
    std::array<char, 4096> buffer{};
    for (std::size_t read = 0; (read = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
        text.append(buffer.data(), read);
    }
    BOOST_TEST(pclose(pipe) == 0, command);
    return text;
}

/// The one service of each compose file of a stream, as PyYAML reads it.
nlohmann::json servicesOf(const std::string& composeFiles)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "compose.yaml";
    std::ofstream(file, std::ios::binary) << composeFiles;
    return nlohmann::json::parse(outputOf(std::string(RIGWRIGHT_PYTHON) +
                                          " '" RIGWRIGHT_ADVICE_TESTS "/read_compose.py' < '" +
                                          file.string() + "'"));
}

nlohmann::json serviceOf(const std::string& compose)
{
    return servicesOf(compose).at(0);
}

bool runs(const std::string& script)
{
    std::FILE* shell = popen("bash", "w");
    BOOST_REQUIRE(shell != nullptr);
    std::fwrite(script.data(), 1, script.size(), shell);
    return pclose(shell) == 0;
}

/// Whether shellcheck warns of nothing.
bool isLintFree(const std::string& script)
{
    std::FILE* lint = popen("shellcheck --shell=bash --severity=warning - > /dev/null", "w");
    BOOST_REQUIRE(lint != nullptr);
    std::fwrite(script.data(), 1, script.size(), lint);
    return pclose(lint) == 0;
}

/// Collects what a shell and a reader of YAML must take, and asks each once.
class GeneratedTexts {
public:
    void add(const std::string& text, const std::string& where)
    {
        if (!text.empty()) {
            // A function's body is parsed for itself: what a text leaves open can't be closed by the next.
            all_ += "f() {\n" + text + "\n}\n";
            pieces_.emplace_back(text, where);
            if (const std::string shape = shapeOf(text); shapes_.insert(shape).second) {
                lint_ += "f() {\n" + shape + "\n}\n";
            }
        }
    }
    void addCompose(const std::string& text)
    {
        compose_ += "---\n" + text;
        ++composeFiles_;
    }
    void check() const
    {
        checkCompose();
        BOOST_TEST(isLintFree(lint_), lint_);
        if (isShell(all_)) {
            return;
        }
        for (const auto& [text, where] : pieces_) {
            BOOST_TEST(isShell(text), where << ":\n" << text);
        }
        BOOST_ERROR("the texts together are no shell script");
    }

private:
    /// With one digit for each number: the linter is slow, and numbers are nothing to it.
    static std::string shapeOf(const std::string& text)
    {
        std::string shape;
        for (const char c : text) {
            const bool digit = c >= '0' && c <= '9';
            if (!digit || shape.empty() || shape.back() != '1') {
                shape += digit ? '1' : c;
            }
        }
        return shape;
    }
    void checkCompose() const
    {
        if (composeFiles_ == 0) {
            return;
        }
        const nlohmann::json services = servicesOf(compose_);
        BOOST_TEST(services.size() == composeFiles_);
        for (const nlohmann::json& service : services) {
            BOOST_TEST(service.at("image").is_string(), service);
            BOOST_TEST(!service.at("command").empty(), service);
            for (const nlohmann::json& word : service.at("command")) {
                BOOST_TEST(word.is_string(), service);
            }
        }
    }

    std::string all_;
    std::string lint_;
    std::set<std::string> shapes_;
    std::string compose_;
    std::size_t composeFiles_ = 0;
    std::vector<std::pair<std::string, std::string>> pieces_;
};

void addAll(GeneratedTexts& texts, const LaunchSheet& sheet, const std::vector<AcceptanceCheck>& checks,
            const std::string& where)
{
    for (const LaunchText& text : sheet.texts) {
        if (text.kind == LaunchText::Kind::Command) {
            texts.add(text.text, where);
        } else {
            texts.addCompose(text.text);
        }
    }
    for (const LaunchStep& step : sheet.checklist) {
        BOOST_TEST(fillIn(step.text, step.evidence).find('{') == std::string::npos, where << step.text);
        texts.add(step.command, where);
    }
    for (const AcceptanceCheck& check : checks) {
        BOOST_TEST(fillIn(check.expected, check.evidence).find('{') == std::string::npos,
                   where << check.expected);
        texts.add(check.command, where);
    }
}

/// Workloads of every engine, for a small model.
std::vector<Requirement> requirements()
{
    std::vector<Requirement> all;
    for (const Engine engine : allEngines()) {
        for (const WorkloadKind kind :
             {WorkloadKind::Chat, WorkloadKind::Serve, WorkloadKind::Batch, WorkloadKind::Lora,
              WorkloadKind::Qlora, WorkloadKind::Full, WorkloadKind::Pretrain}) {
            for (const WeightFormat weights : {WeightFormat::Q4_K_M, WeightFormat::Bf16, WeightFormat::Nf4}) {
                if (!engineRuns(engine, kind) || !engineLoads(engine, weights)) {
                    continue;
                }
                Requirement requirement = launchRequirement("qwen3-0.6b", weights, engine, kind);
                requirement.workload.concurrency = kind == WorkloadKind::Serve ? 8 : 1;
                if (check(requirement.workload)) {
                    all.push_back(requirement);
                }
            }
        }
    }
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(launch_properties)

BOOST_AUTO_TEST_CASE(every_accelerator_with_every_engine_gives_texts_that_a_shell_takes)
{
    const std::vector<Requirement> all = requirements();
    BOOST_REQUIRE(all.size() > 15U);
    GeneratedTexts texts;
    std::size_t next = 0; // each accelerator meets a few of the workloads, all of them meet all
    int commands = 0;
    for (const Accelerator& accelerator : launchCatalog().accelerators) {
        for (const int count : {1, 4}) {
            for (int i = 0; i < 4; ++i) {
                const Requirement& requirement = all[next++ % all.size()];
                const EvaluatedBuild build =
                    evaluated(machineWith(accelerator.info.id.text(), count), requirement);
                const auto sheet = launchSheet(launchCatalog(), build, requirement);
                const auto checks = acceptanceChecks(launchCatalog(), build, requirement);
                BOOST_REQUIRE(sheet);
                BOOST_REQUIRE(checks);
                const Workload& workload = requirement.workload;
                const bool library = workload.engine == Engine::Transformers && !isTraining(workload.kind);
                BOOST_TEST(sheet->texts.empty() == (!build.plan.fits || library));
                commands += static_cast<int>(sheet->texts.size());
                addAll(texts, *sheet, *checks,
                       accelerator.info.id.text() + " " + engineName(requirement.workload.engine));
            }
        }
    }
    BOOST_TEST(commands > 500);
    texts.check();
}

BOOST_AUTO_TEST_CASE(every_complete_system_gives_sheets)
{
    const Requirement requirement = launchRequirement("qwen3-0.6b", WeightFormat::Q4_K_M);
    GeneratedTexts texts;
    for (const CompleteSystem& system : launchCatalog().systems) {
        Build build;
        build.lines = {{PartCategory::System, system.info.id, 1}};
        const EvaluatedBuild machine = evaluated(build, requirement);
        const auto sheet = launchSheet(launchCatalog(), machine, requirement);
        const auto checks = acceptanceChecks(launchCatalog(), machine, requirement);
        BOOST_REQUIRE(sheet);
        BOOST_REQUIRE(checks);
        addAll(texts, *sheet, *checks, system.info.id.text());
    }
    texts.check();
}

BOOST_AUTO_TEST_CASE(names_that_a_shell_or_yaml_would_act_on_stay_names)
{
    // What a file from a stranger may call a model. The commands run with harmless programs in place of the engines'.
    const TemporaryFolder folder;
    const std::string witness = (folder.path() / "ran").string();
    const std::vector<std::string> names{"a'; touch " + witness + "; '",
                                         "$(touch " + witness + ")",
                                         "`touch " + witness + "`",
                                         "line\nbreak\" \\ : # - [x]\ntouch " + witness,
                                         "-rf",
                                         "x/../../etc/passwd",
                                         "\xe6\xa8\xa1\xe5\x9e\x8b {key}",
                                         "a/b\n    privileged: true"};
    Catalog catalog = launchCatalog();
    for (const std::string& name : names) {
        ModelFacts facts = *findModel(catalog, "qwen3-0.6b").value();
        facts.id = ModelId(name);
        facts.name = name;
        facts.huggingFaceId = name;
        catalog.models.push_back(facts);
        for (const auto& [engine, weights] : {std::pair{Engine::LlamaCpp, WeightFormat::Q4_K_M},
                                              std::pair{Engine::Vllm, WeightFormat::Bf16}}) {
            const Requirement requirement = launchRequirement(name, weights, engine);
            const EvaluatedBuild build = evaluated(machineWith("rtx-4090", 1), requirement, catalog);
            const auto sheet = launchSheet(catalog, build, requirement);
            BOOST_REQUIRE(sheet);
            BOOST_REQUIRE(sheet->texts.size() == 2U);
            BOOST_TEST(runs("llama-server() { :; }\nvllm() { :; }\n" + sheet->texts[0].text),
                       sheet->texts[0].text);
            BOOST_TEST(!std::filesystem::exists(witness), sheet->texts[0].text);
            BOOST_TEST(!serviceOf(sheet->texts[1].text).contains("privileged"));
        }
    }
}

BOOST_AUTO_TEST_CASE(words_come_out_of_a_shell_as_they_went_in)
{
    for (const char* word :
         {"plain-1.0_x", "", "two words", "it's", "$HOME `id` $(id) \\ \" ; & | < > * ? ! #", "--flag=value",
          "\xe6\xa8\xa1\xe5\x9e\x8b", "'''", "{\"a\": 1}"}) {
        BOOST_TEST(outputOf("printf %s " + shellWord(word)) == word);
    }
    BOOST_TEST(shellWord("a\nb\tc") == "'a b c'");
}

BOOST_AUTO_TEST_CASE(a_compose_file_says_what_the_command_says)
{
    Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Bf16, Engine::Vllm, WorkloadKind::Serve);
    requirement.workload.concurrency = 4;
    const EvaluatedBuild build = evaluated(machineWith("h100-sxm", 2), requirement);
    const auto sheet = launchSheet(launchCatalog(), build, requirement);
    BOOST_REQUIRE(sheet);
    BOOST_REQUIRE(sheet->texts.size() == 2U);
    const nlohmann::json service = serviceOf(sheet->texts[1].text);
    std::string words;
    for (const nlohmann::json& word : service["command"]) {
        words += " " + word.get<std::string>();
    }
    std::string command = sheet->texts[0].text;
    for (std::size_t at = 0; (at = command.find(" \\\n  ")) != std::string::npos;) {
        command.replace(at, 5, " ");
    }
    const std::string local = "127.0.0.1";
    command.replace(command.find(local), local.size(), "0.0.0.0");
    BOOST_TEST("vllm serve" + words == command);
    BOOST_TEST(service["ports"][0] == "127.0.0.1:8000:8000");
    const nlohmann::json device = service["deploy"]["resources"]["reservations"]["devices"][0];
    BOOST_TEST(device["count"] == 2);
    BOOST_TEST(device["driver"] == "nvidia");
    BOOST_TEST(service["ulimits"]["memlock"] == -1);
    BOOST_TEST(service["ipc"] == "host");
}

BOOST_AUTO_TEST_CASE(dollar_signs_reach_the_program_and_not_compose)
{
    BOOST_TEST(composeString("$HOME \"x\" \\") == R"("$$HOME \"x\" \\")");
}

BOOST_AUTO_TEST_SUITE_END()
