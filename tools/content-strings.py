#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the translatable strings of content as C that xgettext reads.

    tools/content-strings.py SOURCE_ROOT
    tools/content-strings.py --file SCHEMA FILE [--file SCHEMA FILE]...

The first form reads data/campaign.json and data/channels.json below the folder. What is translatable,
its context and its note for translators are the schema's: "x-context" and "x-note". For xgettext use
--language=C --from-code=UTF-8 --keyword=pgettext:1c,2 --add-comments=TRANSLATORS.
"""
import argparse
import json
import json.scanner
import re
import sys
from pathlib import Path

SHIPPED = ["data/campaign", "data/channels"]


class Located(str):
    """A string of a file, and the line where it begins."""
    line = 0


def read_located(text):
    """The JSON document, with every string value a Located."""
    decoder = json.JSONDecoder()
    line, seen = 1, 0

    def parse_string(source, index, strict):
        nonlocal line, seen
        line, seen = line + source.count("\n", seen, index), index
        value, end = json.decoder.scanstring(source, index, strict)
        located = Located(value)
        located.line = line
        return located, end

    decoder.parse_string = parse_string
    decoder.scan_once = json.scanner.py_make_scanner(decoder)
    return decoder.decode(text)


def matches(schema, value):
    """Whether a condition holds: the few keywords that our schemas use in "if"."""
    if "const" in schema and value != schema["const"]:
        return False
    if any(key not in value for key in schema.get("required", [])):
        return False
    conditions = schema.get("properties", {}).items()
    return all(matches(condition, value[key]) for key, condition in conditions if key in value)


def applicable(root, schema, value):
    """Yields the schema and all others that it lays on the same value."""
    if not isinstance(schema, dict):
        return
    yield schema
    others = list(schema.get("allOf", []))
    if "$ref" in schema:
        others.append(root["$defs"][schema["$ref"].removeprefix("#/$defs/")])
    if "if" in schema and matches(schema["if"], value):
        others.append(schema["then"])
    for other in others:
        yield from applicable(root, other, value)


def of_key(schema, key):
    """The schemas for the value of a key."""
    found = [item for pattern, item in schema.get("patternProperties", {}).items()
             if re.search(pattern, key)]
    if key in schema.get("properties", {}):
        found.append(schema["properties"][key])
    return found or [schema.get("additionalProperties")]


def of_item(schema, index):
    """The schemas for an item of an array."""
    return [schema.get("items"), *schema.get("prefixItems", [])[index:index + 1]]


def children(schemas, value):
    """Yields each child of the value, with the schemas for it."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield child, [found for schema in schemas for found in of_key(schema, key)]
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield child, [found for schema in schemas for found in of_item(schema, index)]


def translatable(root, schemas, value):
    """Yields (text, context, note) of all translatable strings, in the order of the document."""
    schemas = [found for schema in schemas for found in applicable(root, schema, value)]
    notes = [schema for schema in schemas if "x-context" in schema]
    if notes and isinstance(value, str):
        yield value, notes[0]["x-context"], notes[0]["x-note"]
    for child, found in children(schemas, value):
        yield from translatable(root, found, child)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def statement(text, context, note):
    """On one line, so that the #line before it is the line of all of it."""
    plain = "/* xgettext:no-c-format */ " if "%" in text else ""
    note = note.replace("*/", "* /")
    return f"/* TRANSLATORS: {note} */ {plain}pgettext({quoted(context)}, {quoted(text)});"


def write_strings(schema_path, path, name):
    root = json.loads(schema_path.read_text(encoding="utf-8"))
    document = read_located(path.read_text(encoding="utf-8"))
    for text, context, note in translatable(root, [root], document):
        print(f"#line {text.line} {quoted(name)}")
        print(statement(text, context, note))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source_root", nargs="?", type=Path)
    parser.add_argument("--file", nargs=2, action="append", default=[], metavar=("SCHEMA", "FILE"))
    options = parser.parse_args()
    if not options.source_root and not options.file:
        parser.error("name the source root, or a schema and a file")
    sys.stdout.reconfigure(encoding="utf-8")
    for name in SHIPPED if options.source_root else []:
        top = options.source_root / name
        write_strings(Path(f"{top}.schema.json"), Path(f"{top}.json"), f"{name}.json")
    for schema, file in options.file:
        write_strings(Path(schema), Path(file), file)


main()
