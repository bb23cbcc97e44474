# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Debian packages that building and testing need, and how missing ones are installed. Sourced by run.sh
# and test.sh. "a|b" means that either will do; the first is what gets installed.
# shellcheck shell=bash disable=SC2034

build_packages=(
	gcc libc6-dev meson ninja-build 'pkgconf|pkg-config' gettext python3
	libncurses-dev libunistring-dev libjson-c-dev libfribidi-dev libqrencode-dev xfonts-base
)
test_packages=(
	binutils clang clang-format clang-tidy git libcmocka-dev libvterm-dev man-db procps python3-jsonschema
	shellcheck valgrind
	fonts-dejavu-core fonts-noto-cjk imagemagick xdotool xterm xvfb zbar-tools
)

say()
{
	printf '%s\n' "$*" >&2
}

# Debian's own tools come first, even when the user's PATH holds another meson or python. Whoever closed
# stdin gets an empty one, so that no file of ours ends up in its place.
prepare_surroundings()
{
	export PATH="/usr/bin:/bin:$PATH"
	{ : <&0; } 2>/dev/null || exec </dev/null
}

# Prints those of the given packages that are not installed, one a line.
packages_missing()
{
	local installed wanted
	installed=" $(dpkg-query --show --showformat '${Package}=${db:Status-Status} ' "${@%%|*}" "${@##*|}" \
		2>/dev/null || true)"
	for wanted in "$@"; do
		[[ $installed == *" ${wanted%%|*}=installed "* ||
			$installed == *" ${wanted##*|}=installed "* ]] || printf '%s\n' "${wanted%%|*}"
	done
}

as_root()
{
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

# apt-get, whose messages are shown only when it fails.
apt()
{
	local log
	log=$(as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 \
		-o DPkg::Lock::Timeout=300 "$@" </dev/null 2>&1) || {
		say "$log"
		return 1
	}
}

# packages_install YES PACKAGE...: installs what is missing; asks first when somebody is there to answer
# and YES is empty. Fails when packages stay missing.
packages_install()
{
	local yes=$1 answer missing
	shift
	if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
		say "This is not Debian, so nothing is installed. Needed, by Debian's names: ${*//|*/}"
		return 0
	fi
	mapfile -t missing < <(packages_missing "$@")
	[ ${#missing[@]} -gt 0 ] || return 0
	say "These Debian packages are missing and will be installed: ${missing[*]}"
	if [ -z "$yes" ] && [ -t 0 ]; then
		read -r -p 'Go on? [Y/n] ' answer >&2
		case $answer in
		'' | [YyOo]*) ;;
		*) return 1 ;;
		esac
	fi
	if ! as_root true; then
		say "Installing needs root, and sudo is missing or refuses. As root: apt-get install ${missing[*]}"
		return 1
	fi
	say "Installing; on a small machine this takes some minutes."
	apt update || say "The lists of packages could not all be renewed; trying with what is there."
	if ! apt install --no-install-recommends --yes "${missing[@]}"; then
		say "The packages could not be installed; apt's messages above say why."
		return 1
	fi
}
