#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""embed.py INPUT OUTPUT SYMBOL: writes a C file that defines `const struct document SYMBOL` (see load.h)
with the bytes of INPUT."""

import os
import sys


def main(source, output, symbol):
  with open(source, "rb") as file:
    data = file.read() + b"\0"
  lines = [", ".join(str(byte) for byte in data[i:i + 20]) for i in range(0, len(data), 20)]
  with open(output, "w", encoding="ascii") as file:
    file.write('#include "load/load.h"\n\nstatic const unsigned char bytes[] = {\n\t')
    file.write(",\n\t".join(lines))
    file.write("\n};\n\nconst struct document %s = {\n" % symbol)
    file.write('\t.name = "built-in %s",\n' % os.path.basename(source))
    file.write("\t.text = (const char *)bytes,\n\t.length = sizeof bytes - 1,\n};\n")


if __name__ == "__main__":
  main(*sys.argv[1:])
