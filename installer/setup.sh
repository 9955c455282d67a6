# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# What run.sh, package.sh and tests/run.sh share: the Debian packages that the program needs, how they are installed, and
# how a preset is built. What it says goes to standard error.

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)

# To build and to run: the fonts are what the window needs for Latin and Chinese text.
build_packages=(
  g++ cmake ninja-build pkg-config
  qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools
  libsqlite3-dev libxlsxwriter-dev libzip-dev zlib1g-dev nlohmann-json3-dev libcpptoml-dev libexpected-dev libcli11-dev
  libqt6svg6 qt6-wayland fonts-dejavu-core fonts-wqy-microhei
)
# To build and run the tests.
test_packages=(
  libboost-test-dev librapidcheck-dev python3 python3-openpyxl python3-yaml clang-format libreoffice-calc-nogui
  clang libclang-rt-dev shellcheck
)
tidy_packages=(clang clang-tidy)
# To make and check the Debian package.
deb_packages=(dpkg-dev file lintian desktop-file-utils appstream)

# Room in MiB that all of the packages above take, and a build of what users run or of all tests.
packages_mib=2400
declare -A build_mib=([release]=700 [dev]=3400 [asan]=4300 [tidy]=1500)

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# Prints the arguments that are no installed packages.
missing_packages() {
  local installed
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | sed -n 's/ installed$//p' || true)
  printf '%s\n' "$@" | grep -vxF -f <(printf '%s\n' "$installed" | sed '/^$/d') || true
}

# Asks for the password, if need be, before anything else is done.
require_root_or_sudo() {
  [ "$(id -u)" -eq 0 ] && return
  command -v sudo >/dev/null || die "these packages are missing and can't be installed without root or sudo: $*"
  sudo -n true 2>/dev/null && return
  [ -t 0 ] || die "these packages are missing and sudo can't ask for a password here: $*"
  sudo -v || die "these packages are missing and sudo refused: $*"
}

free_mib() {
  df -Pm "$1" | awk 'NR == 2 { print $4 }'
}

# A full disk stops a compiler late and at times without a word, so it is asked before.
require_room() {
  local needed=$1 folder=$2 what=$3 free
  free=$(free_mib "$folder")
  [ "$free" -ge "$needed" ] || die "$what need $needed MiB free on the disk of $folder, there are $free"
}

# Installs what is missing of the named packages; a clear line and exit status 1 where that can't be done.
install_packages() {
  local missing log reason
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    die "apt is needed (Debian 12 or a relative of it); elsewhere install by hand what installer/setup.sh lists"
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -eq 0 ] && return
  require_root_or_sudo "${missing[@]}"
  require_room "$packages_mib" /usr "the packages"

  echo "Installing what is missing: ${missing[*]}" >&2
  log=$(mktemp)
  # An unreachable third source must not stop us; what matters is whether the packages arrive.
  as_root apt-get -q update -o Acquire::Retries=1 >"$log" 2>&1 </dev/null || true
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends \
      -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 "${missing[@]}" >>"$log" 2>&1 </dev/null; then
    reason=$(grep -m 1 -oE '(Temporary failure|Could not|Unable to|Failed to|You don.t have|dpkg was) .*' "$log" || true)
    die "the packages could not be installed: ${reason:-see the end of $log} (log: $log)"
  fi
  rm -f "$log"
}

# Configures build/PRESET where that is due, and builds it.
configure_and_build() {
  local preset=$1 build=$root/build/$1
  if ! mkdir -p "$build" 2>/dev/null || [ ! -w "$build" ]; then
    die "can't write to $build: run as the user who owns the checkout"
  fi
  [ -e "$build/build.ninja" ] || require_room "${build_mib[$preset]}" "$build" "what build/$preset will hold"
  # Ninja configures anew by itself, but doesn't see that the checkout was moved or a preset was changed.
  if ! grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt" ||
    [ ! "$build/build.ninja" -nt "$root/CMakePresets.json" ]; then
    echo "Configuring build/$preset" >&2
    (cd "$root" && cmake --fresh --preset "$preset") >"$build/configure.log" 2>&1 </dev/null ||
      die "cmake failed: $(grep -m 1 -A 2 'CMake Error' "$build/configure.log" | tr -s '\n ' ' ')(log: $build/configure.log)"
  fi
  cmake --build "$build" --parallel "$(nproc)" >&2 </dev/null && return
  [ "$(free_mib "$build")" -ge 100 ] || die "the build failed: the disk of $build is full"
  die "the build failed: the lines above say why"
}
