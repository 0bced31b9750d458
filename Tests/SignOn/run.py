#!/usr/bin/env python3
"""Hosts sign in by a provider: the right way, by every wrong token, after new keys, by rules and invitations, and out again.

    run.py [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import argparse
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Python"))

import browser  # noqa: E402
import guarding  # noqa: E402
import logouts  # noqa: E402
import people  # noqa: E402
import tokens  # noqa: E402
import way  # noqa: E402
from rollover import Rollover  # noqa: E402
from tally import Stop, Tally  # noqa: E402

PARTS = [way.play, tokens.play, people.play, logouts.play, guarding.play, browser.play]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    folder = pathlib.Path(parser.parse_args().artefacts).resolve() / "signon"
    shutil.rmtree(folder, ignore_errors=True)
    tally = Tally()
    rollover = Rollover(folder, tally)
    rollover.begin()
    for play in PARTS:
        try:
            play(folder, tally)
        except Stop:
            continue
    rollover.end()
    rollover.story.stop()
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
