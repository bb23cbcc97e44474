# SPDX-License-Identifier: GPL-3.0-or-later
"""A real xterm on an X display of its own, and pictures of it. Needs xvfb, xterm, xdotool, imagemagick."""
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter

BORDER = 2
PATIENCE_SECONDS = 10
QUIET_SECONDS = 0.15
DRAWN_SHARE = 0.004  # of the pixels differ from the background: more than a cursor


@contextlib.contextmanager
def process(command, **options):
    """A process of ours that ends with the block."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, **options)
    try:
        yield child
    finally:
        child.terminate()
        child.wait()


@contextlib.contextmanager
def display(width, height):
    """An X server on a free display; gives the environment to use it."""
    reader, writer = os.pipe()
    screen = f"{width}x{height}x24"
    with process(["Xvfb", "-displayfd", str(writer), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"],
                 pass_fds=[writer], stderr=subprocess.DEVNULL):
        os.close(writer)
        with os.fdopen(reader) as numbers:
            number = numbers.readline().strip()
        if not number:
            sys.exit("Xvfb did not start")
        yield {**os.environ, "DISPLAY": f":{number}", "LC_ALL": "C.UTF-8"}


def poll(what, attempt):
    give_up = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < give_up:
        if result := attempt():
            return result
        time.sleep(0.03)
    sys.exit(f"{what} did not come within {PATIENCE_SECONDS} s")


def xterm(environment, size, font_size, command, term="xterm-256color"):
    """Starts an xterm of that size in cells; its window is called "kiosk"."""
    return process(["xterm", "-tn", term, "-T", "kiosk", "-u8", "-fa", "DejaVu Sans Mono", "-fs", str(font_size),
                    "-geometry", size, "-b", str(BORDER), "-bw", "0", "+sb", "-e", *command],
                   env=environment, stderr=subprocess.DEVNULL)


# Prints what the orders say, and tells so in the window's title.
PAINTER = """
while read -r number order; do
    printf '\\033[?25l\\033[8l\\033[H\\033[2J'
    eval "$order" | head -c -1
    printf '\\033]2;shown-%s\\a' "$number"
done < "$0"
"""


class Painter:
    """Takes pictures of what commands print, one after the other, in one xterm."""

    def __init__(self, stack, size, font_size):
        columns, rows = cells(size)
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        pipe = f"{folder}/orders"
        os.mkfifo(pipe)
        environment = stack.enter_context(display(columns * font_size + 100, rows * font_size * 2 + 100))
        terminal = stack.enter_context(xterm(environment, size, font_size, ["bash", "-c", PAINTER, pipe]))
        self.window = Window(environment, terminal, (columns, rows))
        self.orders = stack.enter_context(open(pipe, "w", encoding="utf-8"))
        self.count = 0

    def paint(self, command, path):
        self.count += 1
        print(self.count, command, file=self.orders, flush=True)
        title = f"^shown-{self.count}$"
        poll(command, lambda: self.window.run("xdotool", "search", "--name", title))
        self.window.save(path)


def cells(size):
    """(columns, rows) of "80x24"."""
    return tuple(int(number) for number in size.split("x"))


class Window:
    def __init__(self, environment, terminal, size):
        self.environment = environment
        self.terminal = terminal
        self.columns, self.rows = size
        self.id = poll("the terminal's window", self.find)

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, check=False).stdout

    def find(self):
        return self.run("xdotool", "search", "--onlyvisible", "--name", "^kiosk$").decode().strip()

    def pixels(self):
        if self.terminal.poll() is not None:
            sys.exit("the program ended by itself; its messages are above, if it wrote any")
        return self.run("import", "-silent", "-window", self.id, "-depth", "8", "rgb:-")

    def drawn(self):
        pixels = self.pixels()
        points = [pixels[place:place + 3] for place in range(0, len(pixels), 3 * 7)]
        return points and Counter(points).most_common(1)[0][1] < (1 - DRAWN_SHARE) * len(points)

    def save(self, path):
        self.run("import", "-silent", "-window", self.id, "-strip", path)

    def settle(self):
        """Waits until two captures are the same; a picture that always moves is taken as it is."""
        before = b""
        for _ in range(int(2 / QUIET_SECONDS)):
            now = self.pixels()
            if now == before:
                return now
            before = now
            time.sleep(QUIET_SECONDS)
        return before
