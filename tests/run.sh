#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and runs every test; ends in ctest's own summary.
#
#   tests/run.sh          the tests, warnings are errors
#   tests/run.sh asan     the same under AddressSanitizer and UndefinedBehaviorSanitizer
#   tests/run.sh tidy     clang-tidy over our own sources
#   tests/run.sh format   formats the C++ sources
set -euo pipefail

# shellcheck source=installer/setup.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../installer/setup.sh"
cd "$root"

run_tests() {
  configure_and_build "$1"
  exec ctest --preset "$1" --parallel "$(nproc)" --output-on-failure </dev/null
}

case "${1:-}" in
  "")
    install_packages "${build_packages[@]}" "${test_packages[@]}"
    run_tests dev
    ;;
  asan)
    install_packages "${build_packages[@]}" "${test_packages[@]}"
    run_tests asan
    ;;
  tidy)
    install_packages "${build_packages[@]}" "${test_packages[@]}" "${tidy_packages[@]}"
    configure_and_build tidy
    exec run-clang-tidy -quiet -p build/tidy -j "$(nproc)" "^$root/(app|catalog|ui|resources)/.*\.cpp$"
    ;;
  format)
    install_packages "${test_packages[@]}"
    exec python3 tests/structure/format.py "$root" --fix
    ;;
  *)
    die "unknown argument '$1': expected asan, tidy, format or nothing"
    ;;
esac
