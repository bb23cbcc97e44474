#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges content and settings by the JSON Schemas in data/, without any code of the program.

    tests/judge.py [--expect bad|good] FILE...

A folder stands for its files. Its name says what a file is: campaign…, channels… or kiosk…. Prints
"FILE: good", or for each mistake "FILE: bad: POINTER: MESSAGE". Exit status 1 when a file is bad; with
--expect, when one is not as expected. Then only those are printed, and how many were judged.
"""
import argparse
import datetime
import json
import re
import sys
import unicodedata
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators

DATA = Path(__file__).resolve().parent.parent / "data"
LARGEST, DEEPEST, MOST_MARKS, MOST_SPANS = 8 * 1024 * 1024, 32, 4, 4
DAY_MINUTES = 24 * 60
MESSAGE_LENGTH = 160
LARGEST_YEAR = 2100  # a whole number above it is a figure
LEAST_CONTRAST = 7
SHOWN_FORMATS = {"\u200b", "\u200c"}  # zero width space, zero width non-joiner
HIDDEN_CATEGORIES = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


class Bad(Exception):
    """What is no JSON, or not in the form in which these files are written."""


# Reading, stricter than json.loads.

def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise Bad(f"the key {ascii(key)} is there more than once")
    return dict(pairs)


def refuse_constant(name):
    raise Bad(f"{name} is no number of JSON")


def nesting(text):
    """How many arrays and objects lie within each other at the most."""
    depth = deepest = 0
    for bracket in re.findall(r"[][{}]", re.sub(r'"(?:[^"\\]|\\.)*"', "", text, flags=re.S)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def strings(value):
    """All strings of a document, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from strings(item)


def check_strings(document):
    for string in strings(document):
        if "\0" in string:
            raise Bad("a string holds U+0000")
        if re.search("[\ud800-\udfff]", string):
            raise Bad("a string holds half a surrogate pair")


def parse(data):
    if len(data) > LARGEST:
        raise Bad(f"it is larger than {LARGEST} bytes")
    try:
        text = data.decode("utf-8")
        if nesting(text) > DEEPEST:
            raise Bad(f"arrays and objects lie more than {DEEPEST} deep")
        document = json.loads(text, object_pairs_hook=unique_keys, parse_constant=refuse_constant)
    except ValueError as error:
        raise Bad(str(error)) from error
    check_strings(document)
    return document


# Formats: each gives whether the string is right. What is no string is the business of "type".

def is_hidden(character):
    code = ord(character)
    if character in SHOWN_FORMATS:
        return False
    selector = 0xFE00 <= code <= 0xFE0F or code >= 0xE0100
    disputed = 0x3248 <= code <= 0x324F or 0x4DC0 <= code <= 0x4DFF
    return selector or disputed or unicodedata.category(character) in HIDDEN_CATEGORIES


def marks_fit(text):
    """Whether it begins with no combining mark, and none of its letters has too many."""
    is_mark = [unicodedata.category(character) in ("Mn", "Me") for character in text]
    run = longest = 0
    for mark in is_mark:
        run = run + 1 if mark else 0
        longest = max(longest, run)
    return not is_mark[0] and longest <= MOST_MARKS


def is_terminal_text(text):
    if not text or text.startswith(" ") or text.endswith(" ") or "  " in text:
        return False
    return not any(map(is_hidden, text)) and marks_fit(text)


def is_day(text):
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    try:
        return bool(match and datetime.date(*map(int, match.groups())))
    except ValueError:
        return False


def is_date(text):
    return is_day(text + "-01-01"[len(text) - 4:] if len(text) in (4, 7) else text)


def is_yearly_day(text):
    return is_day("2000-" + text if len(text) == 5 else text)


def minutes(span):
    """Beginning and end of "09:00-17:30"; None when it is no span of hours."""
    match = re.fullmatch(r"([0-9]{2}):([0-5][0-9])-([0-9]{2}):([0-5][0-9])", span)
    if not match:
        return None
    hour, minute, last_hour, last_minute = map(int, match.groups())
    start, end = hour * 60 + minute, last_hour * 60 + last_minute
    return (start, end) if start < DAY_MINUTES and end <= DAY_MINUTES else None


def is_hours_of_day(text):
    span = minutes(text)
    return span is not None and span[0] != span[1]


def are_days(text):
    for part in text.split(","):
        names = part.split("-")
        if len(names) > 2 or any(name not in DAYS for name in names):
            return False
        if len(names) == 2 and DAYS.index(names[0]) >= DAYS.index(names[1]):
            return False
    return True


def is_opening_hours(text):
    if text == "24/7":
        return True
    count = 0
    for rule in text.split("; "):
        *days, times = rule.split(" ", 1)
        spans = [minutes(time) for time in times.split(",")]
        count += len(spans)
        if not all(span and span[0] < span[1] for span in spans) or not all(map(are_days, days)):
            return False
    return count <= MOST_SPANS


FORMATS = {
    "terminal-text": is_terminal_text,
    "calendar-day": is_day,
    "calendar-date": is_date,
    "yearly-day": is_yearly_day,
    "hours-of-day": is_hours_of_day,
    "opening-hours": is_opening_hours,
}


def format_checker():
    checker = FormatChecker(formats=())
    for name, check in FORMATS.items():
        checker.checks(name)(lambda value, check=check: not isinstance(value, str) or check(value))
    return checker


# Keywords of ours. A check gets the validator, the keyword's value, and what it is about.

def at(document, pattern):
    """Yields (path, value) of all places of the document that fit a pattern: /slides/*/id."""
    found = [((), document)]
    for step in pattern.split("/")[1:]:
        found = [(path + (key,), item) for path, value in found for key, item in children(value)
                 if step in ("*", key)]
    return found


def children(value):
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def check_references(document, _, pattern, name, __):
    if not isinstance(name, str):
        return
    for _, target in at(document, pattern):
        if name == target or isinstance(target, dict) and name in target:
            return
    yield ValidationError(f"nothing in {pattern} is called {ascii(name)}")


def check_unique(_, patterns, document, __):
    for pattern in patterns:
        seen = set()
        for path, value in at(document, pattern):
            if isinstance(value, str) and value in seen:
                yield ValidationError(f"{ascii(value)} is there more than once", path=path)
            seen.add(value if isinstance(value, str) else None)


def check_excludes(_, excluded, instance, __):
    for name, own in excluded.items():
        for index, value in at(instance, f"/{name}/*") if isinstance(instance, dict) else ():
            if value == instance.get(own):
                yield ValidationError(f"it must not hold its own {own}", path=index)


def check_last(_, value, instance, __):
    if isinstance(instance, list) and value in instance[:-1]:
        yield ValidationError(f"{ascii(value)} is not the last one")


def check_order(_, keys, instance, __):
    days = [instance.get(key) for key in keys] if isinstance(instance, dict) else []
    if all(isinstance(day, str) and is_day(day) for day in days):
        for earlier, later in pairwise(days):
            if earlier > later:
                yield ValidationError(f"{later} is before {earlier}", path=[keys[-1]])


def check_ascending(_, key, instance, __):
    values = [item.get(key) for item in instance if isinstance(item, dict)] if isinstance(instance, list) else []
    for index, (earlier, later) in enumerate(pairwise(values), 1):
        if isinstance(earlier, int) and isinstance(later, int) and earlier >= later:
            yield ValidationError(f"{later} does not come after {earlier}", path=[index, key])


def figures(text):
    """What a text states as (value, whether in percent): no years, days and the like."""
    pattern = r"([0-9]{1,3}(?:[,.\u00a0\u202f'][0-9]{3}(?![0-9]))+|[0-9]+)(\.[0-9]+)?([ \u00a0\u202f]?%)?"
    for whole, fraction, percent in re.findall(pattern, text):
        digits = re.sub("[^0-9]", "", whole)
        value = float(digits + fraction)
        if percent or digits != whole or value > LARGEST_YEAR:
            yield value, bool(percent)


def check_figures(_, patterns, instance, __):
    if not isinstance(instance, dict):
        return
    values = [value for pattern in patterns for _, value in at(instance, pattern) if is_number(value)]
    percents = instance.get("kind") == "share" or instance.get("unit") == "percent"
    for key in ("text", "hidden"):
        for figure, percent in figures(text if isinstance(text := instance.get(key), str) else ""):
            fits = (abs(figure - value * 100) <= 0.5 if percents else figure == value for value in values)
            if percent != percents or not any(fits):
                yield ValidationError(f"{figure:g} is not the figure that is drawn", path=[key])


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def luminance(colour):
    """The relative luminance of "#RRGGBB" by WCAG 2.2."""
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def check_contrast(_, pairs, instance, __):
    for ink, ground in pairs.items() if isinstance(instance, dict) else ():
        colours = [instance.get(ink), instance.get(ground)]
        if all(isinstance(colour, str) and re.fullmatch("#[0-9A-Fa-f]{6}", colour) for colour in colours):
            darker, lighter = sorted(map(luminance, colours))
            if (lighter + 0.05) / (darker + 0.05) < LEAST_CONTRAST:
                yield ValidationError(f"its contrast with {ascii(ground)} is below {LEAST_CONTRAST}:1", path=[ink])


def is_integer(_, value):
    return isinstance(value, int) and not isinstance(value, bool)


def validator_for(schema, document):
    keywords = {
        "x-references": partial(check_references, document),
        "x-unique": check_unique,
        "x-excludes": check_excludes,
        "x-last": check_last,
        "x-order": check_order,
        "x-ascending": check_ascending,
        "x-figures": check_figures,
        "x-contrast": check_contrast,
    }
    types = Draft202012Validator.TYPE_CHECKER.redefine("integer", is_integer)
    kind = validators.extend(Draft202012Validator, validators=keywords, type_checker=types)
    return kind(schema, format_checker=format_checker())


# Judging.

def pointer(path):
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in path)
    return "".join("/" + step.encode("ascii", "backslashreplace").decode() for step in steps)


def message(error):
    """Ours, where the schema has one; else what jsonschema says."""
    word = "patternErrorMessage" if error.validator == "pattern" else "errorMessage"
    schema = error.schema if isinstance(error.schema, dict) else {}
    return schema.get(word) or shortened(error.message.encode("ascii", "backslashreplace").decode())


def shortened(text):
    half = MESSAGE_LENGTH // 2
    return text if len(text) <= MESSAGE_LENGTH else f"{text[:half]} ... {text[-half:]}"


@cache
def schema_of(kind):
    schema = json.loads((DATA / f"{kind}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return schema


def kind_of(path):
    match = re.match("campaign|channels|kiosk", path.name)
    if not match:
        raise Bad("its name begins with neither campaign, channels nor kiosk")
    return match[0]


def without_echoes(errors):
    """The errors but those of a format where the pattern failed already."""
    errors = list(errors)
    patterns = {tuple(error.absolute_path) for error in errors if error.validator == "pattern"}
    return [error for error in errors
            if error.validator != "format" or tuple(error.absolute_path) not in patterns]


def mistakes(path):
    """All mistakes of a file, as "POINTER: MESSAGE"."""
    try:
        schema = schema_of(kind_of(path))
        document = parse(path.read_bytes())
    except (Bad, OSError, RecursionError) as error:
        return [f"(file): {error}"]
    errors = without_echoes(validator_for(schema, document).iter_errors(document))
    lines = [f"{pointer(error.absolute_path) or '(file)'}: {message(error)}" for error in errors]
    return list(dict.fromkeys(lines))


def judge(path, expected):
    """Prints what there is to say about a file; gives whether it is as expected."""
    found = mistakes(path)
    as_expected = bool(found) == (expected == "bad")
    if expected is None or not as_expected:
        lines = [f"bad: {mistake}" for mistake in found] or ["good"]
        print("\n".join(f"{path}: {line}" for line in lines))
    return as_expected if expected else not found


def files_in(path):
    """The file, or those of the folder but its schemas."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.glob("*.json") if not file.name.endswith(".schema.json"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--expect", choices=["bad", "good"])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    options = parser.parse_args()
    results = [judge(file, options.expect) for path in options.files for file in files_in(path)]
    if options.expect:
        print(f"{len(results)} files judged, {sum(results)} as expected")
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
