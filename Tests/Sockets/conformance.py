#!/usr/bin/env python3
"""Runs Autobahn's cases, as `kosoku` brings them to Python 3, against `websocket-echo`: all but those about compression, which is never
agreed upon.

    conformance.py [--program FILE] [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import argparse
import asyncio
import collections
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Python"))

import kosoku  # noqa: E402

from program import free_port  # noqa: E402
from tally import Tally  # noqa: E402

COMPRESSION = ["12.*", "13.*"]
CASES = 301
"""What a conforming peer may get: `NON-STRICT` is within the protocol, `INFORMATIONAL` has no right answer."""
GOOD = {"OK", "NON-STRICT", "INFORMATIONAL"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build/debug/websocket-echo")
    parser.add_argument("--artefacts", type=pathlib.Path, default=ROOT / "artefacts")
    options = parser.parse_args()
    port = free_port()
    echo = subprocess.Popen([options.program, "--port", str(port)])
    try:
        results = asyncio.run(run(f"127.0.0.1:{port}"))
    finally:
        echo.terminate()
    tally = Tally()
    for result in results:
        note(tally, result)
    tally.note(len(results) == CASES, f"{CASES} cases were run", len(results))
    tally.note(echo.wait(timeout=10) == 0, "the server ends in peace when it is asked", echo.returncode)
    write_report(results, options.artefacts / "conformance.txt")
    return tally.close()


async def run(address):
    for _ in range(100):
        try:
            _, writer = await asyncio.open_connection(*address.split(":"))
            writer.close()
            break
        except OSError:
            time.sleep(0.1)
    try:
        return await kosoku.run_fuzzingclient(address, exclude_cases=COMPRESSION, concurrency=4)
    except kosoku.FailureError as failure:
        return failure.results


def note(tally, result):
    """Prints only what failed: three hundred good lines hide a bad one."""
    verdicts = (result.behavior.value, result.behavior_close.value)
    if set(verdicts) <= GOOD:
        tally.passed += 1
    else:
        tally.note(False, f"{result.case_id} {result.description}", f"{verdicts}, expected: {result.expectation}")


def write_report(results, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{result.case_id:10} {result.behavior.value:14} {result.duration} ms" for result in results]
    counts = collections.Counter(result.behavior.value for result in results)
    path.write_text("\n".join([*lines, str(dict(counts))]) + "\n")
    print(", ".join(f"{count} {verdict}" for verdict, count in counts.items()))


if __name__ == "__main__":
    sys.exit(main())
