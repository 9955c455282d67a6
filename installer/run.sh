#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the program and opens its window. Without a display it does the main job on the
# command line. Options and project files go to the program, commands such as `size`, `builds` and `bom` to rigwright-cli.
# What the installation and the build say goes to standard error, so that the program's answer stands alone on standard
# output.
set -euo pipefail

# shellcheck source=installer/setup.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/setup.sh"

# Where the headless run puts its file: here, or at home if here can't be written.
output_folder() {
  local folder
  for folder in "$PWD" "${HOME:-$PWD}"; do
    if [ -w "$folder" ]; then
      echo "$folder"
      return
    fi
  done
  die "the file can be written neither here nor at home"
}

main_job() {
  local cli=$programs/rigwright-cli output
  local request=(--model deepseek-r1-distill-qwen-32b --weights q4_k_m --workload chat --context 8192)
  output=$(output_folder)/rigwright-bom.xlsx
  echo
  echo "There is no display, so the main job runs here: DeepSeek-R1-Distill-Qwen-32B at q4_k_m, chat with a context"
  echo "of 8,192 tokens, for at most USD 3,000."
  printf '\nOn one RTX 3090:\n\n'
  "$cli" size "${request[@]}" --accelerator rtx-3090
  printf '\nMachines for at most USD 3,000:\n\n'
  "$cli" builds "${request[@]}" --budget 3000 --currency USD --limit 5
  printf '\n'
  "$cli" bom "${request[@]}" --budget 3000 --currency USD --output "$output"
}

install_packages "${build_packages[@]}"
configure_and_build release
programs=$root/build/release/bin

case "${1:-}" in
  "" | -* | *.rigwright) ;;
  *) exec "$programs/rigwright-cli" "$@" ;;
esac
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
  exec "$programs/rigwright" "$@"
elif [ $# -gt 0 ]; then
  exec "$programs/rigwright-cli" "$@"
fi
main_job
