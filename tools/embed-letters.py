#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""embed-letters.py OUTPUT FONT...: writes a C file that defines letter_faces[] (see letters.h), one face for
each font: its Latin, Greek and Cyrillic letters, digits and signs without their side bearings.

A font is a PCF file of the X Window System, gzipped. Its tables are those that libXfont reads."""
import gzip
import struct
import sys
import unicodedata

METRICS, BITMAPS, ENCODINGS, ACCELERATORS = 4, 8, 32, 2
BIG_ENDIAN, HIGH_BIT_FIRST, COMPRESSED = 4, 8, 0x100
LATIN, GREEK, CYRILLIC, SIGNS = (0x21, 0x250), (0x370, 0x400), (0x400, 0x530), (0x2010, 0x2670)
RANGES = [LATIN, GREEK, CYRILLIC, (0x1E00, 0x2000), SIGNS]


class Font:
    def __init__(self, path):
        with gzip.open(path) as file:
            self.data = file.read()
        count, = struct.unpack_from("<I", self.data, 4)
        self.tables = {kind: offset for kind, _, _, offset
                       in struct.iter_unpack("<4I", self.data[8:8 + 16 * count])}
        self.metrics = self.read_metrics()
        self.bitmaps = self.read_bitmaps()
        start, _, order = self.table(ACCELERATORS)
        self.ascent, self.descent = struct.unpack_from(order + "2i", self.data, start + 12)

    def table(self, kind):
        """Where a table begins, its format, and the order of its bytes."""
        start = self.tables[kind]
        form, = struct.unpack_from("<I", self.data, start)
        return start, form, ">" if form & BIG_ENDIAN else "<"

    def read_metrics(self):
        """For each glyph: left and right bearing, width, ascent, descent."""
        start, form, order = self.table(METRICS)
        if form & COMPRESSED:
            count, = struct.unpack_from(order + "H", self.data, start + 4)
            return [[byte - 0x80 for byte in self.data[start + 6 + 5 * i:start + 11 + 5 * i]] for i in range(count)]
        count, = struct.unpack_from(order + "I", self.data, start + 4)
        return [struct.unpack_from(order + "5h", self.data, start + 8 + 12 * i) for i in range(count)]

    def read_bitmaps(self):
        """For each glyph: its rows from the top, each a list of pixels from its left bearing on."""
        start, form, order = self.table(BITMAPS)
        count, = struct.unpack_from(order + "I", self.data, start + 4)
        offsets = struct.unpack_from(f"{order}{count}I", self.data, start + 8)
        bits, padding = start + 8 + 4 * count + 16, 1 << (form & 3)
        glyphs = []
        for offset, (left, right, _, ascent, descent) in zip(offsets, self.metrics):
            stride = ((right - left + 7) // 8 + padding - 1) // padding * padding
            rows = [self.data[bits + offset + y * stride:][:stride] for y in range(ascent + descent)]
            glyphs.append([[row[x // 8] >> (7 - x % 8 if form & HIGH_BIT_FIRST else x % 8) & 1
                            for x in range(right - left)] for row in rows])
        return glyphs

    def characters(self):
        """Yields (code point, glyph)."""
        start, _, order = self.table(ENCODINGS)
        first, last, first_high, last_high = struct.unpack_from(order + "4h", self.data, start + 4)
        at = start + 14
        for high in range(first_high, last_high + 1):
            for low in range(first, last + 1):
                glyph, = struct.unpack_from(order + "H", self.data, at)
                at += 2
                if glyph != 0xFFFF:
                    yield high * 256 + low, glyph

    def letter(self, glyph):
        """Its width without bearings, and its rows over the whole line as numbers, the left pixel highest."""
        ascent = self.metrics[glyph][3]
        inked = [(self.ascent - ascent + y, x) for y, row in enumerate(self.bitmaps[glyph])
                 for x, pixel in enumerate(row) if pixel]
        if not inked:
            return 0, []
        left, right = min(x for _, x in inked), max(x for _, x in inked)
        rows = [0] * (self.ascent + self.descent)
        for y, x in inked:
            if 0 <= y < len(rows):
                rows[y] |= 1 << (15 - (x - left))
        return right - left + 1, rows


def wanted(code):
    return any(first <= code < end for first, end in RANGES) and unicodedata.category(chr(code))[0] in "LNPS"


def main(output, *paths):
    with open(output, "w", encoding="ascii") as file:
        print('#include "letters.h"\n', file=file)
        fonts = [Font(path) for path in paths]
        for number, font in enumerate(fonts):
            print(f"static const struct letter face_{number}[] = {{", file=file)
            for code, glyph in sorted(font.characters()):
                width, rows = font.letter(glyph) if wanted(code) else (0, [])
                if width:
                    print(f"\t{{ 0x{code:04X}, {width}, {{ {', '.join(map(hex, rows))} }} }},", file=file)
            print("};", file=file)
        print("const struct letter_face letter_faces[] = {", file=file)
        for number, font in enumerate(fonts):
            print(f"\t{{ face_{number}, sizeof face_{number} / sizeof *face_{number}, "
                  f"{font.ascent + font.descent} }},", file=file)
        print("};", file=file)


main(*sys.argv[1:])
