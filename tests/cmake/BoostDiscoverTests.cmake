# SPDX-License-Identifier: GPL-3.0-or-later
# Registers every case of a Boost.Test binary as a test of its own, after the binary is built.
set(_BOOST_DISCOVER_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/list_boost_tests.cmake")

function(boost_discover_tests target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "LABELS;ENVIRONMENT")
  set(ctest_file "${CMAKE_CURRENT_BINARY_DIR}/${target}_tests.cmake")
  set(ctest_include "${CMAKE_CURRENT_BINARY_DIR}/${target}_include.cmake")
  add_custom_command(TARGET ${target} POST_BUILD BYPRODUCTS "${ctest_file}"
    COMMAND ${CMAKE_COMMAND} "-DTEST_EXECUTABLE=$<TARGET_FILE:${target}>" "-DTEST_PREFIX=${target}/"
      "-DTEST_LABELS=${arg_LABELS}" "-DTEST_TIMEOUT=${arg_TIMEOUT}" "-DTEST_ENVIRONMENT=${arg_ENVIRONMENT}"
      "-DCTEST_FILE=${ctest_file}" -P "${_BOOST_DISCOVER_SCRIPT}"
    VERBATIM)
  file(WRITE "${ctest_include}"
    "if(EXISTS \"${ctest_file}\")\n  include(\"${ctest_file}\")\nelse()\n  add_test(${target}_NOT_BUILT ${target}_NOT_BUILT)\nendif()\n")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${ctest_include}")
endfunction()

# rigwright_test(NAME SOURCES … USES libraries … [GUI])
# With GUI, one of the sources brings a main function that makes the QApplication.
function(rigwright_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "TIMEOUT" "SOURCES;USES;LABELS;ENVIRONMENT")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_USES} rigwright_options Boost::unit_test_framework)
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(${name} PRIVATE BOOST_TEST_DYN_LINK
    RIGWRIGHT_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  if(NOT arg_GUI)
    target_link_libraries(${name} PRIVATE rigwright_boost_main)
  endif()
  boost_discover_tests(${name} LABELS ${name} ${arg_LABELS} TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT QT_QPA_PLATFORM=offscreen RC_PARAMS=seed=1 ${arg_ENVIRONMENT})
endfunction()
