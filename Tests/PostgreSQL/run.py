#!/usr/bin/env python3
"""Runs the tests of stores, acts, pages and properties on PostgreSQL, and plays the program there: servers of their own, which end with it.

    run.py [--artefacts FOLDER] [--only PART…] [--filter REGEX]

Ends with lines `N passed, N failed`.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys

TESTS = pathlib.Path(__file__).parents[1]
sys.path[:0] = [str(TESTS / name) for name in ("PostgreSQL", "Python", "Crash")]

import life  # noqa: E402
import moving  # noqa: E402
from postgres import Server  # noqa: E402
from program import ROOT  # noqa: E402
from tally import Stop, Tally  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--only", nargs="*", help="swift, life, moving")
    parser.add_argument("--filter", help="of the Swift tests")
    options = parser.parse_args()
    folder = pathlib.Path(options.artefacts).resolve()
    wanted = options.only or ["swift", "life", "moving"]
    bad = 0
    if "swift" in wanted:
        bad += swift(folder, options.filter)
    shutil.rmtree(folder / "postgresql", ignore_errors=True)
    for part in (life, moving):
        if part.__name__ in wanted:
            bad += play(part, folder / "postgresql" / part.__name__)
    return 1 if bad else 0


# Swift Testing begins all tests at once, and each has a database with connections of its own: more at a time than a server has.
PARTS = ["DatabaseTests\\.", *(f"WebTests\\.[{letters}]" for letters in ("A-B", "C", "D-F", "G-H", "I-L", "M-O", "P-R", "S", "T-Z"))]


def swift(folder, chosen):
    """The tests that run on SQLite run here, too: each gets a database of its own. A filter given runs in one piece."""
    folder.mkdir(parents=True, exist_ok=True)
    status = 0
    for number, part in enumerate([chosen] if chosen else [f"^{part}" for part in PARTS]):
        report = folder / f"postgresql{number}.xml"
        with Server() as server:
            environment = os.environ | {"STEHTISCH_TEST_DATABASE": server.url}
            command = ["swift", "test", "--skip-build", "--filter", part, "--xunit-output", str(report)]
            status = subprocess.run(command, cwd=ROOT, env=environment).returncode or status
    # Swift Testing's own report is written beside it.
    reports = [str(path) for path in folder.glob("postgresql*.xml")]
    counted = subprocess.run([sys.executable, ROOT / "Tests/Python/count_tests.py", *reports], capture_output=True, text=True)
    passed, failed = map(int, counted.stdout.split())
    failed = max(failed, 1 if status or not passed else 0)
    print(f"{passed} passed, {failed} failed", flush=True)
    return failed


def play(part, folder):
    tally = Tally()
    try:
        part.run(folder, tally)
    except Stop as stop:
        print(f"The rest is left out, because this failed: {stop}")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
