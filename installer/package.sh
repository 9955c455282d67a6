#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package in dist/ and checks it with lintian.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$root"
# shellcheck source=installer/packages.sh
source installer/packages.sh

install_packages "${build_packages[@]}" "${deb_packages[@]}"
desktop-file-validate installer/rigwright.desktop || die "the desktop entry is not valid"
appstreamcli validate --no-net installer/org.rigwright.Rigwright.metainfo.xml || die "the AppStream data are not valid"
cmake --preset package || die "cmake failed: the lines above say why"
cmake --build --preset package --parallel "$(nproc)" || die "the build failed: the lines above say why"
cpack --config build/package/CPackConfig.cmake || die "cpack failed: the lines above say why"
package=$(find dist -maxdepth 1 -name 'rigwright_*.deb' -printf '%T@ %p\n' | sort -n | tail -n 1 | cut -d ' ' -f 2-)
[ -n "$package" ] || die "cpack left no package in dist/"
lintian --fail-on error "$package" || die "lintian found errors in $package"
echo "$package"
