# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads gettext's .po and .pot files."""
import ast
import re
from dataclasses import dataclass, field

KEYWORD = re.compile(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$')


@dataclass
class Entry:
    line: int
    notes: list = field(default_factory=list)  # "#." lines
    flags: set = field(default_factory=set)
    parts: dict = field(default_factory=dict)  # "msgid", "msgstr[0]" and so on

    @property
    def key(self):
        return self.parts.get("msgctxt"), self.parts.get("msgid")

    @property
    def translations(self):
        return [text for name, text in self.parts.items() if name.startswith("msgstr")]


def unquote(quoted):
    return ast.literal_eval(quoted)


def add_line(entry, line, keyword):
    """Adds a line to the entry; gives the keyword that a following bare string belongs to."""
    if line.startswith("#."):
        entry.notes.append(line[2:].strip())
    elif line.startswith("#,"):
        entry.flags.update(flag.strip() for flag in line[2:].split(","))
    elif match := KEYWORD.match(line):
        keyword = match[1]
        entry.parts[keyword] = unquote(match[2])
    elif line.startswith('"'):
        entry.parts[keyword] += unquote(line)
    return keyword


def read(path):
    """All entries of a file but obsolete ones. The first is the header, with an empty msgid."""
    entries = []
    entry = keyword = None
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            line = line.rstrip("\n")
            if line == "" or line.startswith("#~"):
                entry = None
                continue
            if entry is None:
                entry = Entry(number)
                entries.append(entry)
            keyword = add_line(entry, line, keyword)
    return [entry for entry in entries if "msgid" in entry.parts]
