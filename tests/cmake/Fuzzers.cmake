# SPDX-License-Identifier: GPL-3.0-or-later
# Builds tests/fuzz with clang, whatever compiler builds the rest, and runs each fuzzer as a test. What it finds lands in
# the build folder: the inputs that reach new code in fuzz/found, those that break something beside it.
include(ExternalProject)
find_program(RIGWRIGHT_FUZZ_COMPILER NAMES clang++ clang++-14 REQUIRED)
set(RIGWRIGHT_FUZZ_SECONDS 60 CACHE STRING "How long each fuzzer runs")

set(fuzz_dir "${PROJECT_BINARY_DIR}/fuzz")
ExternalProject_Add(rigwright_fuzzers
  SOURCE_DIR "${CMAKE_CURRENT_SOURCE_DIR}/fuzz"
  BINARY_DIR "${fuzz_dir}"
  PREFIX "${fuzz_dir}/external"
  CMAKE_ARGS "-DCMAKE_CXX_COMPILER=${RIGWRIGHT_FUZZ_COMPILER}"
  INSTALL_COMMAND ""
  BUILD_ALWAYS ON)

math(EXPR fuzz_timeout "${RIGWRIGHT_FUZZ_SECONDS} + 120")
foreach(target config_json cost_case gguf imports profile project quotes safetensors safetensors_index)
  file(MAKE_DIRECTORY "${fuzz_dir}/found/${target}")
  # The limits of the product on one allocation and, under sanitizers, on the time of one input.
  add_test(NAME fuzz/${target}
    COMMAND "${fuzz_dir}/bin/fuzz_${target}"
      "${fuzz_dir}/found/${target}" "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${target}"
      -max_total_time=${RIGWRIGHT_FUZZ_SECONDS} -timeout=5 -malloc_limit_mb=64 -rss_limit_mb=1024
      "-artifact_prefix=${fuzz_dir}/${target}-")
  set_tests_properties(fuzz/${target} PROPERTIES LABELS fuzz TIMEOUT ${fuzz_timeout})
endforeach()
