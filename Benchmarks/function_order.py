#!/usr/bin/env python3
"""Finds the functions that each start and the pages of the example need, and writes their names to Packaging/function-order.txt. The linker
puts these side by side; scattered over the program, they would keep three times as many pages of its file in memory.

    Benchmarks/function_order.py PROGRAM

PROGRAM is a build by bin/optimised. The names are sorted, so that two lists can be compared; those of functions that no longer exist do no
harm. Needs valgrind.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests/Python"))

import program  # noqa: E402
from program_pages import PAGES, Place  # noqa: E402

ORDER = pathlib.Path(__file__).resolve().parents[1] / "Packaging/function-order.txt"
SCRIPT = """#!/bin/sh
[ "$1" = serve ] || exec {program} "$@"
exec valgrind --tool=callgrind --demangle=no --callgrind-out-file={folder}/%p.out {program} "$@"
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        names = sorted(functions(profile(options.program.resolve(), folder)))
    ORDER.write_text("\n".join(names) + "\n")
    print(f"{len(names)} functions")


def profile(path, folder):
    """Starts the program under callgrind, opens the pages, and returns the profile's file."""
    copy = folder / "program/stehtisch"
    copy.parent.mkdir()
    # valgrind can't read all that Swift writes for debuggers.
    subprocess.run(["strip", "-g", "-o", copy, path], check=True)
    for resources in path.parent.glob("*.resources"):
        shutil.copytree(resources, copy.parent / resources.name)
    script = folder / "profiled"
    script.write_text(SCRIPT.format(program=copy, folder=folder))
    script.chmod(0o755)
    place = Place(script, folder / "place")
    place.site = program.Site(place.folder, STEHTISCH_LOG_LEVEL="error")
    place.start_once()
    for name in PAGES:
        place.visit(name)
    place.site.stop()
    return max(folder.glob("*.out"), key=lambda file: file.stat().st_size)


def functions(profile):
    """The mangled names of all functions of the program itself that ran."""
    names, objects, object_, found = {}, {}, None, set()
    for line in profile.read_text().splitlines():
        if match := re.match(r"(c?)(ob|fn)=\((\d+)\)(?: (.*))?", line):
            called, kind, number, name = match.groups()
            table = objects if kind == "ob" else names
            if name:
                table[number] = name
            if called:
                continue
            if kind == "ob":
                object_ = table[number]
            elif object_.endswith("/program/stehtisch"):
                found.add(table[number].split("'")[0])
    return {name for name in found if not name.startswith(("0x", "("))}


if __name__ == "__main__":
    main()
