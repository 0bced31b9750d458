#!/usr/bin/env python3
"""Kills the program without warning, over and over, and looks what is left: during answers, sending, mail that comes in, imports, evenings with
their ballots, and updates of the schema. Before that, what people and servers do wrong; after it power cuts, a disk that is full or fails, and a
clock that jumps.

    run.py [--artefacts FOLDER] [--rounds N] [--seed N] [--only LOOP…]

Ends with `N passed, N failed`.
"""

import argparse
import pathlib
import random
import shutil
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

import answers  # noqa: E402
import deliveries  # noqa: E402
import evenings  # noqa: E402
import faults  # noqa: E402
import imports  # noqa: E402
import mishaps  # noqa: E402
import powercuts  # noqa: E402
import sending  # noqa: E402
import updates  # noqa: E402
from tally import Stop, Tally  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--only", nargs="*", help="mishaps, answers, sending, deliveries, imports, evenings, updates, powercuts, faults")
    options = parser.parse_args()
    folder = pathlib.Path(options.artefacts).resolve() / "crash"
    shutil.rmtree(folder, ignore_errors=True)
    tally = Tally()
    loops = {loop.__name__: loop.run for loop in (mishaps, answers, sending, deliveries, imports, evenings, updates, powercuts, faults)}
    for name, loop in loops.items():
        if options.only and name not in options.only:
            continue
        try:
            loop(folder / name, options.rounds, random.Random(options.seed), tally)
        except Stop as stop:
            print(f"The loop is left out, because this failed: {stop}")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
