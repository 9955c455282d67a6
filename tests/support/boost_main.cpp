// SPDX-License-Identifier: GPL-3.0-or-later
// The main function of every test binary that needs no QApplication.
#define BOOST_TEST_MODULE rigwright
#include <boost/test/unit_test.hpp>

#include <cstdlib>

namespace {

/// No test reads the settings or the catalog of whoever runs it; one that needs some brings a folder of its own.
struct NoSettings {
    NoSettings()
    {
        setenv("XDG_CONFIG_HOME", "/nonexistent/rigwright-tests", 1);
        setenv("XDG_DATA_HOME", "/nonexistent/rigwright-tests", 1);
        unsetenv("RIGWRIGHT_OVERLAY");
    }
};

} // namespace

BOOST_TEST_GLOBAL_CONFIGURATION(NoSettings);
