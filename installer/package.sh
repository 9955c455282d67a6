#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package in dist/ and checks it with lintian.
set -euo pipefail

# shellcheck source=installer/setup.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/setup.sh"
cd "$root"

install_packages "${build_packages[@]}" "${deb_packages[@]}"
desktop-file-validate installer/rigwright.desktop || die "the desktop entry is not valid"
appstreamcli validate --no-net installer/org.rigwright.Rigwright.metainfo.xml || die "the AppStream data are not valid"
configure_and_build release
rm -f dist/rigwright_*.deb
cpack --config build/release/CPackConfig.cmake || die "cpack failed: the lines above say why"
package=$(find dist -name 'rigwright_*.deb')
lintian --fail-on error "$package" || die "lintian found errors in $package"
echo "$package"
