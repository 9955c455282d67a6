// SPDX-License-Identifier: GPL-3.0-or-later
// The main function of every test binary that needs no QApplication.
#define BOOST_TEST_MODULE rigwright
#include <boost/test/unit_test.hpp>

#include <cstdlib>

namespace {

/// No test reads the settings of whoever runs it; one that needs some brings a folder of its own.
struct NoSettings {
    NoSettings() { setenv("XDG_CONFIG_HOME", "/nonexistent/rigwright-tests", 1); }
};

} // namespace

BOOST_TEST_GLOBAL_CONFIGURATION(NoSettings);
