#!/usr/bin/env python3
"""Mixed load for as long as one likes: pages, pasted lists that nobody confirms, lists that are saved, changed answers, votes, links asked for,
nonsense, and people who come to a floor and leave it. Looks whether the program's memory, descriptors and threads stay level, and that nothing
answers 5xx.

    run.py [--artefacts FOLDER] [--minutes N] [--program FILE]

Prints a line for each half minute; ends with `N passed, N failed`.
"""

import argparse
import os
import pathlib
import statistics
import sys
import threading
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

import load  # noqa: E402
import program  # noqa: E402
from floor_site import open_floor  # noqa: E402
from tally import Tally  # noqa: E402

SAMPLE = 30
"""Seconds."""
GROWTH = 1.1
"""The last third of the time may have so much of the middle third's memory. The first one warms up."""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--program", type=pathlib.Path)
    parser.add_argument("--only", nargs="*", help=", ".join(load.KINDS))
    options = parser.parse_args()
    if options.program:
        program.PROGRAM = options.program.resolve()
    tally = Tally()
    with open_floor(pathlib.Path(options.artefacts).resolve() / "soak", list("bcdefghi")) as site:
        samples, counts = soak(site, options.minutes * 60, options.only or load.KINDS)
        judge(tally, samples, counts)
        tally.note(site.site.stop() == 0, "the program ends in peace when it is asked")
    return tally.close()


def soak(site, seconds, kinds):
    stop, counts = threading.Event(), load.Counts()
    workers = [threading.Thread(target=load.KINDS[kind], args=(site, counts, stop), name=kind) for kind in kinds]
    for worker in workers:
        worker.start()
    samples = []
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        time.sleep(min(SAMPLE, seconds / 12))
        samples.append(state_of(site.site.process.pid))
        print(f"{time.monotonic() - start:6.0f} s {samples[-1]} {counts}", flush=True)
    stop.set()
    for worker in workers:
        worker.join()
    return samples, counts


def state_of(process):
    """Memory in KiB, of which `file` can be given back at any time."""
    lines = dict(line.split(":", 1) for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines())
    number = lambda name: int(lines[name].split()[0])  # noqa: E731
    return {
        "own": number("RssAnon"),
        "file": number("RssFile") + number("RssShmem"),
        "threads": number("Threads"),
        "descriptors": len(os.listdir(f"/proc/{process}/fd")),
    }


def judge(tally, samples, counts):
    third = len(samples) // 3
    for name, slack in (("own", 4096), ("threads", 4), ("descriptors", 10)):
        middle, last = (statistics.mean(sample[name] for sample in part) for part in (samples[third : 2 * third], samples[2 * third :]))
        tally.note(last <= GROWTH * middle + slack, f"{name} stay level", f"{middle:.0f} in the middle third, {last:.0f} in the last")
        print(f"         {name}: {middle:.0f} in the middle third, {last:.0f} in the last")
    refused = [kind for kind in counts.kinds if not counts.taken[kind] and kind not in load.REFUSED]
    tally.note(not refused, "requests of every kind are taken", refused)
    tally.note(not counts.wrong, f"none of {counts.all} requests fails", counts.wrong[:5])


if __name__ == "__main__":
    sys.exit(main())
