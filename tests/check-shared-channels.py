#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares data/channels.json with the research it was made from, digit by digit.

        tests/check-shared-channels.py DIR

DIR holds the research's channels.json. Exits 77 when it is not there, 1 when something differs. A value may be
left out of ours, but never changed; a number to call may not even be left out.
"""
import json
import re
import sys
from pathlib import Path

OURS = Path(__file__).resolve().parent.parent / "data" / "channels.json"
ADDRESSES = ["voice_local", "sms", "whatsapp", "email", "web", "report_url", "chat_url"]
# Ours and the research's name of what must be the same text.
SAME = [("international", "voice_e164"), ("sms", "sms"), ("email", "email"), ("url", "web"), ("report", "report_url"),
                ("chat", "chat_url")]


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def digits(text):
    return re.sub(r"\D", "", text or "")


def origin(research, ident):
    """The research's entry for a channel of ours. One with two numbers has become NAME and NAME-something."""
    while ident not in research and "-" in ident:
        ident = ident.rpartition("-")[0]
    return research.get(ident)


def numbers(entry):
    return {*entry["values"]["dial"], digits(entry["values"]["voice_local"])}


def check_numbers(channel, entry):
    values = entry["values"]
    if "phone" in channel and digits(channel["phone"]) not in numbers(entry) - {""}:
        yield f"phone {channel['phone']}, the research has {values['voice_local']}"
    if digits(channel.get("whatsapp")) not in ("", digits(values["whatsapp"])):
        yield f"whatsapp {channel['whatsapp']}, the research has {values['whatsapp']}"


def check_same(channel, entry):
    for ours, theirs in SAME:
        if ours in channel and channel[ours] != entry["values"][theirs]:
            yield f"{ours} {channel[ours]}, the research has {entry['values'][theirs]}"


def check_place(channel, entry, code):
    if code != entry["country"]:
        yield f"is in {code}, in the research in {entry['country']}"
    sure = entry["confidence"] == "high" and entry["show_on_kiosk"].startswith("yes")
    if channel["confidence"] == "high" and not sure:
        yield "confidence high, the research is less sure"


def check_sources(channel, entry, sources):
    cited = {source["url"] for source in entry["sources"]}
    for ident in channel["sources"]:
        url = sources[ident].get("url")
        if url and url not in cited:
            yield f"source {ident}, whose address the research does not cite for it"


def check_channel(channel, entry, code, sources):
    yield from check_numbers(channel, entry)
    yield from check_same(channel, entry)
    yield from check_place(channel, entry, code)
    yield from check_sources(channel, entry, sources)


def wanted(entry):
    """Whether it can be reached and has a source that can be cited."""
    return (entry["confidence"] in ("high", "medium") and any(entry["values"][key] for key in ADDRESSES)
          and any(source["url"] for source in entry["sources"]))


def check_missing(research, found):
    for ident, entry in research.items():
        if not wanted(entry):
            continue
        if ident not in found:
            yield f"{ident}: is missing"
        for number in entry["values"]["dial"]:
            if number not in found.get(ident, [number]):
                yield f"{ident}: nobody shows its number {number}"


def check_source_list(research, sources):
    cited = {source["url"] for entry in research.values() for source in entry["sources"]}
    for ident, source in sources.items():
        if source.get("url", next(iter(cited))) not in cited:
            yield f"source {ident}: {source['url']} is not in the research"


def check(ours, research):
    found = {}
    for code, country in ours["countries"].items():
        for channel in country["channels"]:
            entry = origin(research, channel["id"])
            if entry is None:
                yield f"{channel['id']}: is not in the research"
                continue
            found.setdefault(entry["id"], []).append(digits(channel.get("phone")))
            for problem in check_channel(channel, entry, code, ours["sources"]):
                yield f"{channel['id']}: {problem}"
    yield from check_missing(research, found)
    yield from check_source_list(research, ours["sources"])


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: tests/check-shared-channels.py DIR")
    path = Path(sys.argv[1]) / "channels.json"
    if not path.exists():
        print(f"skipped: there is no {path}")
        sys.exit(77)
    problems = list(check(load(OURS), {entry["id"]: entry for entry in load(path)}))
    print(*problems, sep="\n", end="\n" if problems else "")
    sys.exit(1 if problems else 0)


main()
