#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of this folder on made-up trees: each bad line must be found, and nothing else."""
import pathlib
import tempfile
import unittest

import include_graph
import source_rules
import unique_names

LAYERS = """\
# a comment
units      app/units   -                 tl/expected.hpp pure
engine     app/engine  units             nlohmann/* pure
store      catalog     units             sqlite3.h
ui         ui          units engine      Q*
"""
LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class Tree(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        self.write("layers.txt", LAYERS)
        self.write("CMakeLists.txt", "# SPDX-License-Identifier: GPL-3.0-or-later\n")

    def tearDown(self):
        self.folder.cleanup()

    def write(self, place, text):
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def graph(self, place, line):
        self.write(place, LICENCE + line + "\n")
        return include_graph.check(self.root, self.root / "layers.txt")

    def rules(self, place, text):
        self.write(place, text)
        return source_rules.check(self.root)


class IncludeGraph(Tree):
    def test_allowed_includes_pass(self):
        self.assertEqual(self.graph("app/units/a.h", "#include <tl/expected.hpp>"), [])
        self.assertEqual(self.graph("app/engine/a.cpp", '#include "units/a.h"\n#include <nlohmann/json.hpp>'), [])
        self.assertEqual(self.graph("ui/a.cpp", '#include "ui/a.h"\n#include <QWidget>\n#include "a.moc"'), [])
        self.assertEqual(self.graph("catalog/src/a.cpp", "#include <sqlite3.h>\n#include <string_view>"), [])

    def test_an_upward_include_is_found(self):
        self.assertEqual(self.graph("app/units/a.h", '#include "engine/a.h"'),
                         ["app/units/a.h:2: units may not include engine"])

    def test_the_window_is_out_of_reach_of_the_libraries(self):
        self.assertEqual(self.graph("app/engine/a.h", '  #  include "ui/a.h"'),
                         ["app/engine/a.h:2: engine may not include ui"])

    def test_qt_stays_out_of_the_libraries(self):
        for header in ("QString", "QtCore/QString", "QtWidgets"):
            self.assertEqual(self.graph("app/engine/a.h", f"#include <{header}>"),
                             [f"app/engine/a.h:2: engine may not include <{header}>"])

    def test_sql_stays_in_the_catalog(self):
        self.assertEqual(self.graph("ui/a.cpp", "#include <sqlite3.h>"), ["ui/a.cpp:2: ui may not include <sqlite3.h>"])
        self.assertEqual(self.graph("ui/a.cpp", "#include <unistd.h>"), ["ui/a.cpp:2: ui may not include <unistd.h>"])

    def test_a_header_without_its_library_is_found(self):
        self.assertEqual(self.graph("app/engine/a.cpp", '#include "a.h"'),
                         ['app/engine/a.cpp:2: "a.h" is not written as "library/header.h"'])
        self.assertEqual(self.graph("app/engine/a.cpp", '#include "../units/a.h"'),
                         ['app/engine/a.cpp:2: "../units/a.h" is not written as "library/header.h"'])

    def test_a_clock_in_an_engine_is_found(self):
        self.assertEqual(self.graph("app/engine/a.cpp", "auto t = std::chrono::system_clock::now();"),
                         ["app/engine/a.cpp:2: engine may not read a clock"])
        (self.root / "app/engine/a.cpp").unlink()
        self.assertEqual(self.graph("ui/a.cpp", "auto t = std::chrono::steady_clock::now();"), [])

    def test_a_forbidden_link_is_found(self):
        self.assertEqual(self.graph("app/units/CMakeLists.txt", "rigwright_library(units\n  USES rigwright_engine)"),
                         ["app/units/CMakeLists.txt:3: units may not link engine"])
        self.write("app/units/CMakeLists.txt", "")
        self.assertEqual(self.graph("app/engine/CMakeLists.txt", "target_link_libraries(x PRIVATE Qt6::Core)"),
                         ["app/engine/CMakeLists.txt:2: engine may not link Qt"])

    def test_a_folder_outside_the_table_is_found(self):
        self.assertEqual(self.graph("app/extra/a.cpp", ""), ["app/extra/a.cpp: no library of layers.txt has this folder"])


class SourceRules(Tree):
    def test_a_clean_tree_passes(self):
        self.assertEqual(self.rules("app/units/a.h", LICENCE + "#pragma once\n"), [])
        self.assertEqual(self.rules("installer/run.sh", "#!/bin/bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n"), [])

    def test_a_missing_licence_is_found(self):
        self.assertEqual(len(self.rules("app/units/a.cpp", "int a;\n")), 1)
        self.assertEqual(len(self.rules("app/units/CMakeLists.txt", "")), 2)

    def test_a_silent_macro_is_found_in_tests_only(self):
        for macro in ("VERIFY(a)", "COMPARE(a, b)", "TRY_VERIFY(a)", "TRY_COMPARE_WITH_TIMEOUT(a, b, 1)", "VERIFY2(a, b)"):
            self.assertEqual(self.rules("tests/ui/a.cpp", LICENCE + "Q" + macro + ";\n"),
                             ["tests/ui/a.cpp:2: this macro passes silently in Boost.Test, use BOOST_TEST"])

    def test_unfinished_work_is_found(self):
        for mark in ("TO" + "DO", "FIX" + "ME", "XX" + "X"):
            self.assertEqual(self.rules("ui/a.cpp", LICENCE + f"// {mark}: later\n"),
                             ["ui/a.cpp:2: unfinished work is marked here"])
        self.assertEqual(self.rules("ui/a.cpp", LICENCE + '// the code "XXX" of no currency\n'), [])

    def test_a_header_without_its_guard_is_found(self):
        self.assertEqual(self.rules("ui/a.h", LICENCE), ["ui/a.h:1: a header without #pragma once"])

    def test_a_long_file_and_a_blank_at_the_end_are_found(self):
        self.assertEqual(self.rules("ui/a.cpp", LICENCE + "\n" * 500), ["ui/a.cpp: 501 lines, at most 500"])
        self.assertEqual(self.rules("ui/a.cpp", LICENCE + "int a; \n"), ["ui/a.cpp:2: blanks at the end of the line"])


class UniqueNames(Tree):
    def names(self, text):
        return list(unique_names.types(text))

    def test_types_of_a_namespace_are_found(self):
        self.assertEqual(self.names("namespace a {\nclass B final : public C {\n struct D { };\n};\nenum class E { x };\n}"),
                         ["a::B", "a::E"])

    def test_what_nobody_else_can_name_is_passed(self):
        self.assertEqual(self.names("namespace a {\nnamespace {\nstruct B { };\n}\nstruct C::Impl { };\nclass D;\n// struct E {\n"
                                    "void f() { struct G { }; const char* t = \"struct H {\"; }\n}"), [])

    def test_a_name_that_is_taken_is_found(self):
        self.write("app/units/a.h", "namespace a {\nstruct Step { };\n}")
        self.write("ui/b.cpp", "namespace a {\nclass Step { };\n}")
        self.assertEqual(unique_names.check_types(self.root),
                         ["a::Step is the name of two types: app/units/a.h, ui/b.cpp"])


if __name__ == "__main__":
    unittest.main()
