#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds into build/, starts the kiosk.
#
#   ./run.sh [--build] [--yes] [OPTIONS OF THE PROGRAM]
#
#   --build   stop after the build and print the program's path
#   --yes     install missing Debian packages without asking
set -euo pipefail

top=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
# shellcheck source=tools/packages.sh
. "$top/tools/packages.sh"
prepare_surroundings

build_only=
yes=
options=()
for option; do
	case $option in
	--build) build_only=1 ;;
	--yes) yes=1 ;;
	*) options+=("$option") ;;
	esac
done

build=$top/build
program=$build/blueheart-kiosk

build_program()
{
	if [ ! -f "$build/build.ninja" ]; then
		meson setup "$build" "$top" || return
	fi
	meson compile -C "$build"
}

packages_install "$yes" "${build_packages[@]}"
[ -x "$program" ] || say "Building; this is done once and takes up to a few minutes."
if ! log=$(build_program 2>&1); then
	say "$log"
	say "The build failed. If a line above names a file and a line of it, mend that. Otherwise, such as after an"
	say "upgrade of Debian or a move of this folder, remove $build and run this again."
	exit 1
fi
if [ -n "$build_only" ]; then
	printf '%s\n' "$program"
	exit 0
fi
exec "$program" "${options[@]}"
