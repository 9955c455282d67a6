// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is edited comes back as it was, byte by byte, and is done again as it was.
#include "project/project.h"
#include "project/random_project.h"
#include "ui/open_project.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

/// Another value in one of the parts of a project.
void editAnything(Project& project)
{
    const Project other = anyProject();
    switch (anyCount(0, 9)) {
    case 0: project.name = other.name; break;
    case 1: project.notes = other.notes; break;
    case 2: project.requirement = other.requirement; break;
    case 3: project.machines = other.machines; break;
    case 4: project.order = other.order; break;
    case 5: project.assumptions = other.assumptions; break;
    case 6: project.cases = other.cases; break;
    case 7: project.alternatives = other.alternatives; break;
    case 8: project.quotes = other.quotes; break;
    default: project.revisions = other.revisions; break;
    }
}

struct History {
    OpenProject document;
    std::vector<std::string> texts; ///< of the file, after each step
    std::vector<QString> names;     ///< of the steps

    [[nodiscard]] std::string text() const { return projectText(document.project()); }

    void edit(int number)
    {
        const int before = document.undoStack().count();
        const QString name = QStringLiteral("Edit %1").arg(number);
        document.change(name, editAnything);
        if (document.undoStack().count() > before) {
            texts.push_back(text());
            names.push_back(name);
        }
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(open_project)

BOOST_AUTO_TEST_CASE(any_edits_are_undone_and_redone_to_the_byte)
{
    BOOST_TEST(rc::check("edits", [] {
        History history;
        history.document.reset(anyProject());
        history.texts.push_back(history.text());
        for (int i = anyCount(1, 12); i > 0; --i) {
            history.edit(i);
        }
        QUndoStack& stack = history.document.undoStack();
        for (std::size_t i = history.names.size(); i > 0; --i) {
            RC_ASSERT(stack.undoText() == history.names[i - 1]);
            stack.undo();
            RC_ASSERT(history.text() == history.texts[i - 1]);
            RC_ASSERT(stack.redoText() == history.names[i - 1]);
        }
        RC_ASSERT(!stack.canUndo());
        RC_ASSERT(!history.document.isModified());
        for (std::size_t i = 0; i < history.names.size(); ++i) {
            stack.redo();
            RC_ASSERT(history.text() == history.texts[i + 1]);
        }
        RC_ASSERT(!stack.canRedo());
    }));
}

BOOST_AUTO_TEST_CASE(a_slider_that_comes_back_leaves_no_step)
{
    OpenProject document;
    const auto setContext = [&](std::int64_t tokens) {
        document.change(
            QStringLiteral("Context"),
            [tokens](Project& project) { project.requirement.workload.context = tokens; },
            QStringLiteral("context"));
    };
    const std::int64_t first = document.project().requirement.workload.context;
    setContext(first * 2);
    BOOST_TEST(document.undoStack().canUndo());
    setContext(first);
    BOOST_TEST(!document.undoStack().canUndo());
    BOOST_TEST(document.project().requirement.workload.context == first);
}

BOOST_AUTO_TEST_SUITE_END()
