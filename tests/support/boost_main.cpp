// SPDX-License-Identifier: GPL-3.0-or-later
// The main function of every test binary that needs no QApplication.
#define BOOST_TEST_MODULE rigwright
#include <boost/test/unit_test.hpp>
