#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, then runs every test there is. The last line says how many passed and failed.
#
#   ./test.sh [--yes]      --yes: install missing Debian packages without asking
#
# shellcheck disable=SC2317,SC2329  # the functions are called through step
set -uo pipefail

top=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
cd "$top" || exit 1
# shellcheck source=tools/packages.sh
. tools/packages.sh
prepare_surroundings

yes=
case "${1-}" in
--yes) yes=1 ;;
'') ;;
*)
	say "usage: ./test.sh [--yes]"
	exit 2
	;;
esac

passed=0
failed=0
skipped=0

add_counts()
{
	passed=$((passed + $1))
	failed=$((failed + $2))
	skipped=$((skipped + $3))
}

totals()
{
	printf '%d passed, %d failed' "$1" "$2"
	[ "$3" -eq 0 ] || printf ', %d skipped' "$3"
	printf '\n'
}

finish()
{
	echo
	totals "$passed" "$failed" "$skipped"
	[ "$failed" -eq 0 ]
	exit
}

# step HEADING COMMAND...: one thing that passes or fails. Its output is shown only when it fails.
step()
{
	local heading=$1 log
	shift
	echo "== $heading"
	if log=$("$@" 2>&1); then
		add_counts 1 0 0
		return 0
	fi
	add_counts 0 1 0
	tail -n 60 <<<"$log"
	echo "-- failed: $heading"
	return 1
}

# build DIRECTORY COMPILER OPTION...
build()
{
	local directory=$1 compiler=$2 log
	shift 2
	if [ ! -f "$directory/build.ninja" ] && ! log=$(CC=$compiler meson setup --werror "$@" "$directory"); then
		echo "$log"
		return 1
	fi
	meson compile -C "$directory"
}

# run_tests DIRECTORY OPTION...: meson's tests, counted case by case. Meson that gave up is a failure, whatever the
# tests say that it came to.
run_tests()
{
	local directory=$1 counts log status=0
	shift
	echo "== Tests in $directory"
	rm -f "$directory/meson-logs/testlog.json"
	log=$(meson test -C "$directory" --no-rebuild --quiet "$@" 2>&1) || status=$?
	if ! counts=$(tests/count.py "$directory"); then
		tail -n 40 <<<"$log"
		counts='0 1 0'
	fi
	# shellcheck disable=SC2086
	set -- $counts
	if [ "$status" -ne 0 ] && [ "$2" -eq 0 ]; then
		tail -n 40 <<<"$log"
		set -- "$1" 1 "$3"
	fi
	add_counts "$@"
	totals "$@"
}

tidy()
{
	find src -name '*.c' -print0 |
		xargs -0 -n 2 -P "$(nproc)" clang-tidy --quiet -p build-clang 2> >(grep -v ' warnings\? generated' >&2)
}

# One visit under valgrind: the attract screen, its buttons one after the other, the languages, a resize.
session_under_valgrind()
{
	tests/in-terminal see=Cœur press=2 settle press=Escape settle press=l settle press=2 settle \
		size=45x40 settle size=200x60 settle press=Escape settle size=30x8 settle -- \
		valgrind --quiet --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
		--suppressions=tests/valgrind.supp --error-exitcode=99 build-gcc/blueheart-kiosk
}

# Installed in a place of its own, it finds its catalogues: check says so of every language.
installed()
{
	local place status=0
	place=$(mktemp -d)
	DESTDIR=$place meson install -C build-gcc --no-rebuild --quiet &&
		"$place/usr/local/bin/blueheart-kiosk" check || status=1
	rm -rf "$place"
	return "$status"
}

echo "== Packages"
if ! packages_install "$yes" "${build_packages[@]}" "${test_packages[@]}"; then
	add_counts 0 1 0
	finish
fi
exec </dev/null

if step "Build with gcc, warnings are errors" build build-gcc gcc; then
	run_tests build-gcc
	step "Installed, it speaks all its languages" installed
	step "One visit under valgrind" session_under_valgrind
fi
if step "Build with clang, warnings are errors" build build-clang clang; then
	run_tests build-clang --no-suite lint --no-suite large
	step "clang-tidy" tidy
fi
# gcc 12 takes dgettext for a function that gives NULL when the sanitizer looks at its result.
if step "Build with the address and undefined-behaviour sanitizers" \
	build build-sanitize gcc -Db_sanitize=address,undefined -Dc_args=-Wno-format-overflow; then
	export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:abort_on_error=1
	export LSAN_OPTIONS=suppressions=$top/tests/leaks.supp:print_suppressions=0
	export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
	run_tests build-sanitize --no-suite lint --no-suite large --timeout-multiplier 4
fi
finish
