// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch_view.h"
#include "ui/pages/page_window.h"
#include "ui/pages/sample.h"
#include "ui/table_view.h"

#include <QPlainTextEdit>
#include <QPushButton>

using namespace rigwright;

namespace {

struct LaunchFixture : PageWindow<LaunchView> {
    [[nodiscard]] QString command() const { return find<QPlainTextEdit>("launchText")->toPlainText(); }
    EvaluatedBuild machine = sample::machine({"one", "RTX 3090 24 GB", 1, 859, 31, 530, true, {}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(launch_view, LaunchFixture)

BOOST_AUTO_TEST_CASE(the_commands_of_several_machines_stand_below_one_another)
{
    auto cluster = std::make_shared<ClusterProposal>();
    cluster->nodes = 3;
    cluster->node = machine;
    page->showCluster(sample::catalog(), cluster, sample::requirement());
    for (int node = 0; node < cluster->nodes; ++node) {
        BOOST_TEST(command().contains(QStringLiteral("# llama-server, machine %1\n").arg(node)));
        BOOST_TEST(command().contains(QStringLiteral("<NODE-%1-ADDRESS>").arg(node)));
    }
    click("showChecklist");
    BOOST_TEST(find<TableView>("launchChecklist")->model()->rowCount() > 0);
    click("showAcceptance");
    BOOST_TEST(find<TableView>("acceptanceChecks")->model()->rowCount() > 0);
}

BOOST_AUTO_TEST_CASE(one_machine_takes_the_place_of_several)
{
    auto cluster = std::make_shared<ClusterProposal>();
    cluster->node = machine;
    page->showCluster(sample::catalog(), cluster, sample::requirement());
    page->showBuild(sample::catalog(), std::make_shared<const EvaluatedBuild>(machine),
                    sample::requirement());
    BOOST_TEST(command().contains(QStringLiteral("llama-server")));
    BOOST_TEST(!command().contains(QStringLiteral("NODE")));
}

BOOST_AUTO_TEST_SUITE_END()
