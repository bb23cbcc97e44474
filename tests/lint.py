#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules that a program can check, each as one case of TAP.

    tests/lint.py [BUILD]

Rules that look at compiled files or at a fresh catalogue need the build directory. A rule is a function
that yields what offends, as "file:line: why"; its docstring is the rule. A rule whose tool is not installed
is skipped.
"""
import glob
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import catalogue

TOP = Path(__file__).resolve().parent.parent
BUILD = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
POT = "po/blueheart-kiosk.pot"
COMPILE = ["-std=c17", "-fsyntax-only", "-Wall", "-D_POSIX_C_SOURCE=200809L", "-D_DEFAULT_SOURCE", "-Isrc"]

CLANG_FORMAT = 14  # Debian 12's; later ones lay tables out in other ways

# A pattern in src/, and the only files where it may be.
OWNERS = [
    ("curses", r"#include <(n?curses|ncursesw?/.*|term)\.h>", {"src/terminal.c"}),
    ("json-c", r"#include <json", {"src/load/json.c"}),
    ("libunistring and FriBidi", r"#include <(uni(?!std)\w+|fribidi.*)\.h>", {"src/text.c"}),
    ("libqrencode", r"#include <qrencode", {"src/qr.c"}),
    ("locales", r"\b(setlocale|newlocale|uselocale|bindtextdomain|textdomain)\(", {"src/language.c"}),
    ("libintl", r"#include <libintl\.h>", {"src/words.h", "src/language.c"}),
    ("inotify", r"#include <sys/inotify", {"src/watch.c"}),
    ("processes", r"\b(v?fork|exec[lv]p?e?|posix_spawnp?|waitp?id|popen|system)\(", {"src/speech.c"}),
]
MOST_LINES, USUAL_LINES, USUAL_SHARE, MOST_PARAMETERS = 80, 40, 0.9, 5
# What the core may not refer to: the clock, the environment, files, the terminal, stdout.
IMPURE = re.compile(r"^(time|clock_gettime|gettimeofday|localtime|localtime_r|(secure_)?getenv|setenv"
                    r"|(__)?v?printf(_chk)?|puts|putchar|stdout|stdin|f?open(64)?|(nano|u)?sleep|poll|select|signal"
                    r"|sigaction|json_\w+|initscr|newterm|w?refresh|w?addn?w?str|mvw?\w+|getch|wget_wch)$")


class Skip(Exception):
    pass


def run(command, **options):
    """Runs a command at the top of the tree. A missing tool skips the rule."""
    try:
        return subprocess.run(command, cwd=TOP, text=True, capture_output=True, check=False,
                              env={**os.environ, "LC_ALL": "C.UTF-8"}, **options)
    except FileNotFoundError as error:
        raise Skip(f"{error.filename} is not installed") from error


@cache
def listed():
    """The files of the repository: those git knows, and new ones it does not ignore."""
    try:
        names = run(["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others",
                     "--exclude-standard"]).stdout.split("\0")
    except Skip:
        names = []
    if names in ([], [""]):
        names = [str(path.relative_to(TOP)) for path in TOP.rglob("*")
                 if not re.match(r"\.git/|build", str(path.relative_to(TOP)))]
    return sorted(name for name in set(names) if (TOP / name).is_file())


@cache
def text_of(name):
    """The text of a file; None for a binary one."""
    data = (TOP / name).read_bytes()
    return None if b"\0" in data else data.decode("utf-8", "replace")


def sources(*endings):
    return [name for name in listed() if name.startswith("src/") and name.endswith(endings)]


def matches(pattern, names):
    """Yields "name:line: text" wherever the pattern is in the files."""
    for name in names:
        for number, line in enumerate((text_of(name) or "").splitlines(), start=1):
            if re.search(pattern, line):
                yield f"{name}:{number}: {line.strip()[:120]}"


def need_build():
    if BUILD is None:
        raise Skip("no build directory was named")
    return BUILD


# The source.

def blank_comments(text):
    """The C text with comments and strings emptied, lines kept."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
    return re.sub(pattern, lambda found: "\n" * found[0].count("\n"), text, flags=re.S)


def functions(name):
    """Yields (line, name, parameters, length) of each function; the length counts signature and braces."""
    start = opening = None
    lines = blank_comments(text_of(name)).splitlines()
    for number, line in enumerate(lines):
        if line == "{":
            opening = number
        elif line == "}" and opening is not None:
            signature = " ".join(part.strip() for part in lines[start:opening])
            if match := re.match(r"[\w\s*]*?(\w+)\((.*)\)$", signature):
                yield start + 1, match[1], count_parameters(match[2]), number - start + 1
            opening = None
        elif opening is None and re.match(r"\w", line) and re.search(r"^$|[;}]$|^#", lines[number - 1]):
            start = number


def count_parameters(text):
    if text.strip() in ("", "void"):
        return 0
    depth = commas = 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        commas += letter == "," and depth == 0
    return commas + 1


def one_library_one_file():
    """one library is used in one file only"""
    for library, pattern, owners in OWNERS:
        for match in matches(pattern, [name for name in sources(".c", ".h") if name not in owners]):
            yield f"{match} ({library} belongs to {', '.join(sorted(owners))})"


def no_typedef():
    """types are structs and enums, there is no typedef"""
    for name in sources(".c", ".h"):
        for number, line in enumerate(blank_comments(text_of(name)).splitlines(), start=1):
            if re.search(r"\btypedef\b", line):
                yield f"{name}:{number}: {line.strip()}"


def short_functions():
    """no function has more than 80 lines, nine in ten have under 40"""
    lengths = []
    for name in sources(".c"):
        for line, function, _, length in functions(name):
            lengths.append(length)
            if length > MOST_LINES:
                yield f"{name}:{line}: {function} has {length} lines"
    usual = sum(length < USUAL_LINES for length in lengths)
    if usual < USUAL_SHARE * len(lengths):
        yield f"src: only {usual} of {len(lengths)} functions have under {USUAL_LINES} lines"


def few_parameters():
    """a function has at most five parameters"""
    for name in sources(".c"):
        for line, function, count, _ in functions(name):
            if count > MOST_PARAMETERS:
                yield f"{name}:{line}: {function} has {count} parameters"


def own_header_first():
    """a source file includes its own header first"""
    for name in sources(".c"):
        header = name[:-2] + ".h"
        first = re.search(r"^#include (.*)$", text_of(name), re.M)
        if (TOP / header).exists() and first and Path(header).name not in first[1]:
            yield f"{name}: includes {first[1]} before its own header"


def headers_alone():
    """every header compiles alone"""
    for name in sources(".h"):
        result = run(["cc", *COMPILE, "-x", "c", name])
        if result.returncode != 0:
            yield f"{name}: {result.stderr.strip()[:400]}"


def core_sources():
    found = re.search(r"static_library\('core',(.*?)(?:include_directories|\))", text_of("meson.build"), re.S)
    names = re.findall(r"'(src/[^']+\.c)'", found[1]) if found else []
    return [name for name in names if name in listed()]


def arrows_point_down():
    """the core includes only headers of the core"""
    core = {Path(name).stem for name in core_sources()}
    if not core:
        yield "meson.build: the sources of the static library 'core' were not found"
    for name in core_sources():
        for match in re.finditer(r'#include "([^"]+)\.h"', text_of(name)):
            header = Path(match[1]).name
            if header not in core and (TOP / f"src/{header}.c").exists():
                yield f"{name}: includes {match[1]}.h, which is not the core's"


def core_is_pure():
    """the core asks for no time, no environment, no file, and prints nothing"""
    library = need_build() / "libcore.a"
    if not library.exists():
        yield f"{library.name} was not built"
        return
    member = ""
    for line in run(["nm", "--undefined-only", str(library)]).stdout.splitlines():
        if line.endswith(":"):
            member = line[:-1]
        elif line and IMPURE.match(symbol := line.split()[-1].split("@")[0]):
            yield f"{member}: refers to {symbol}"


def formatted():
    """all C is as clang-format writes it"""
    version = run(["clang-format", "--version"]).stdout
    if f"version {CLANG_FORMAT}." not in version:
        raise Skip(f"clang-format {CLANG_FORMAT} decides, this is {version.strip()}")
    names = [name for name in listed() if name.endswith((".c", ".h"))]
    result = run(["clang-format", "--dry-run", "--Werror", *names])
    errors = re.findall(r"^(.*?):(\d+):\d+: error", result.stderr, re.M)
    for name in sorted({name for name, _ in errors}):
        yield f"{name}: lines {' '.join(sorted({line for file, line in errors if file == name}, key=int))}"


# All files.

def no_trailing_space():
    """no line of text ends in a space"""
    yield from matches(r"[ \t]+$", [name for name in listed() if name != "LICENSE"])


def ends_in_newline():
    """every text file ends in one newline"""
    for name in listed():
        text = text_of(name)
        if text and (not text.endswith("\n") or text.endswith("\n\n")):
            yield f"{name}: ends in no newline, or in several"


def no_private_paths():
    """nothing names a path of the machine where it was written"""
    yield from matches(r"(^|[^\w./-])/wor[k]/", listed())
    yield from matches(r"(^|[^\w-])share[d]/", [name for name in listed() if not name.startswith(("tests/", ".ci/"))])


def nothing_hidden():
    """no source or content holds an invisible control of direction"""
    names = [name for name in listed() if name.startswith(("src/", "data/", "tools/"))]
    yield from matches(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", names)


def licensed():
    """every source file starts with its licence"""
    endings = (".c", ".h", ".py", ".sh", "meson.build")
    for name in listed():
        text = text_of(name) or ""
        if (name.endswith(endings) or text.startswith("#!")) and "SPDX-License-Identifier:" not in text[:200]:
            yield f"{name}: has no SPDX line at its top"


def shell_is_sound():
    """shellcheck finds nothing in the shell scripts"""
    names = [name for name in listed() if name.endswith(".sh") or name == COMPLETION
             or re.match(r"#!.*\b(ba)?sh\b", text_of(name) or "")]
    result = run(["shellcheck", "--external-sources", "--format=gcc", *names])
    yield from result.stdout.splitlines()


def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    for key in set(keys):
        if keys.count(key) > 1:
            raise ValueError(f'the key "{key}" is there twice')
    return dict(pairs)


def json_is_json():
    """every JSON file but the bad examples is JSON, no key twice"""
    for name in listed():
        if not name.endswith(".json") or "/bad/" in name:
            continue
        try:
            json.loads(text_of(name), object_pairs_hook=unique_keys)
        except ValueError as error:
            yield f"{name}: {error}"


# The manual and the completion.

MANUAL, COMPLETION = "man/blueheart-kiosk.1", "completions/blueheart-kiosk"


def manual_is_sound():
    """the manual page is set without a warning"""
    result = run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", MANUAL])
    yield from result.stderr.splitlines()


def options_are_told():
    """manual and completion name every option and language that the program takes"""
    options = re.findall(r'\{ "([a-z]+)", (?:required|no)_argument', text_of("src/options.c"))
    tags = re.findall(r'\{ "(\w+)", "[^"]+", "[^"]+", (?:true|false) \}', text_of("src/languages.c"))
    if not options or not tags:
        yield "src: the tables of options and languages were not found"
    manual = text_of(MANUAL)
    for option in options:
        if f"-{option}" not in manual:
            yield f"{MANUAL}: does not tell --{option}"
        if f"--{option}" not in text_of(COMPLETION):
            yield f"{COMPLETION}: does not offer --{option}"
    for tag in tags:
        if not re.search(rf"\.Cm .*\b{tag}\b", manual):
            yield f"{MANUAL}: does not tell the language {tag}"
        if not re.search(rf"--language\).*\b{tag}\b", text_of(COMPLETION)):
            yield f"{COMPLETION}: does not offer the language {tag}"


# The catalogues.

def entries_of(name):
    return [entry for entry in catalogue.read(TOP / name) if entry.key[1]]


def catalogues():
    return sorted(glob.glob("po/*.po", root_dir=TOP))


def notes_for_translators():
    """every string in the catalogue has a note for translators"""
    for entry in entries_of(POT):
        if not entry.notes:
            yield f'{POT}:{entry.line}: "{entry.parts["msgid"][:60]}" has no TRANSLATORS note in its source'


def catalogues_complete():
    """every catalogue translates every string, none is fuzzy or superfluous"""
    wanted = {entry.key for entry in entries_of(POT)}
    for name in catalogues():
        entries = entries_of(name)
        found = {entry.key for entry in entries}
        yield from (f'{name}: lacks "{text[:60]}"' for _, text in sorted(wanted - found, key=str))
        yield from (f'{name}: has "{text[:60]}", which is nowhere' for _, text in sorted(found - wanted, key=str))
        for entry in entries:
            if "fuzzy" in entry.flags or not all(entry.translations):
                yield f'{name}:{entry.line}: "{entry.parts["msgid"][:60]}" is fuzzy or not translated'


def numbers_in(text):
    """The numbers of a text but those of printf formats; without separators of thousands and Chinese months.
    "24 h/24" is French for all day."""
    text = text.replace("h/24", "h")
    text = re.sub(r"%(\d+\$)?0?\d*[lz]*[a-zA-Z%]", "", text)
    text = re.sub(r"(?<=\d)[,.\u00a0\u202f\u066c'](?=\d{3}(?!\d))", "", text)
    return sorted(re.findall(r"\d+", re.sub(r"(?<!\d)(1[0-2]|[1-9])月", "", text)))


def numbers_agree():
    """no translation changes a number"""
    for name in catalogues():
        for entry in entries_of(name):
            if "msgid_plural" in entry.parts:
                continue
            for text in entry.translations:
                if numbers_in(text) != numbers_in(entry.parts["msgid"]):
                    yield f'{name}:{entry.line}: "{entry.parts["msgid"][:60]}" has other numbers: "{text[:60]}"'


def catalogues_sound():
    """msgfmt finds no mistake in a catalogue"""
    for name in catalogues():
        result = run(["msgfmt", "--check", "--output-file=/dev/null", name])
        if result.returncode != 0 or "warning" in result.stderr:
            yield f"{name}: {result.stderr.strip()}"


def catalogues_reviewed():
    """every catalogue says in X-Review how it was reviewed"""
    for name in catalogues():
        header = catalogue.read(TOP / name)[0].translations[0]
        if not re.search(r"^X-Review: *\S", header, re.M):
            yield f"{name}: has no X-Review header"


def fresh_pot(folder):
    """Makes the .pot anew in a folder of its own, with the command of the build; gives its path."""
    ninja = run(["ninja", "-C", str(need_build()), "-t", "commands", "blueheart-kiosk-pot"])
    commands = [line for line in ninja.stdout.splitlines() if "--internal gettext pot" in line]
    if not commands:
        return None
    command = [f"--subdir={folder}" if word.startswith("--subdir=") else word for word in shlex.split(commands[-1])]
    for name in ("POTFILES", "POTFILES.in"):
        if (TOP / "po" / name).exists():
            Path(folder, name).write_text(text_of(f"po/{name}"), encoding="utf-8")
    run(command)
    return Path(folder, "blueheart-kiosk.pot")


def pot_up_to_date():
    """the .pot holds exactly the strings of the source and the content"""
    old = {entry.key for entry in entries_of(POT)}
    with tempfile.TemporaryDirectory() as folder:
        path = fresh_pot(folder)
        if path is None or not path.exists():
            yield f"{POT}: it could not be made anew"
            return
        new = {entry.key for entry in catalogue.read(path) if entry.key[1]}
    yield from (f'{POT}: lacks "{text[:60]}"' for _, text in sorted(new - old, key=str))
    yield from (f'{POT}: still has "{text[:60]}"' for _, text in sorted(old - new, key=str))


FRENCH = [
    (r" [;:!?»]", "an ordinary space before ; : ! ? or »"),
    (r"« |«[^\u00a0\u202f]", "no no-break space after «"),
    (r"[^\u00a0\u202f ]»", "no space before »"),
    (r"[\w)][;!?]|[^\W\d_]:(?=\s|$)", "no no-break space before ; : ! or ?"),
    (r"\w'\w", "' instead of ’"),
    (r"\.\.\.", "... instead of …"),
    (r"[Cc]oeur|[Ss]oeur|[Oo]euvre|\bEtat", "a letter without its ligature or accent"),
]


def french_is_set_right():
    """French has its no-break spaces, apostrophes and ligatures"""
    for entry in entries_of("po/fr.po"):
        for text in entry.translations:
            plain = re.sub(r"https?://\S+|blueheart-kiosk:|Mo-Fr [\d:-]+; Sa", "", text)
            yield from (f'po/fr.po:{entry.line}: {why}: "{text[:60]}"'
                        for pattern, why in FRENCH if re.search(pattern, plain))


RULES = [
    one_library_one_file, arrows_point_down, core_is_pure, no_typedef, short_functions, few_parameters,
    own_header_first, headers_alone, formatted, shell_is_sound, json_is_json, licensed, no_private_paths,
    nothing_hidden, no_trailing_space, ends_in_newline, manual_is_sound, options_are_told, notes_for_translators,
    catalogues_complete, catalogues_sound, numbers_agree, catalogues_reviewed, pot_up_to_date, french_is_set_right,
]


def report(number, rule):
    """Prints the case; gives whether it passed or was skipped."""
    title = f"{number} - {rule.__doc__}"
    try:
        offences = list(rule())
    except Skip as reason:
        print(f"ok {title} # SKIP {reason}")
        return True
    except FileNotFoundError as error:
        offences = [f"{error.filename} is missing"]
    print("not ok" if offences else "ok", title)
    for offence in offences:
        print(*(f"# {line}" for line in offence.splitlines()), sep="\n")
    return not offences


def main():
    print(f"1..{len(RULES)}")
    results = [report(number, rule) for number, rule in enumerate(RULES, start=1)]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
