#!/usr/bin/env python3
"""Opens the personal pages of all guests at the same moment, as after a letter to everybody, with builds of the program in turn.

    Benchmarks/rush.py [--guests N] [--rounds N] PROGRAM…

Prints for each how long the median and the last guest wait.
"""

import argparse
import asyncio
import pathlib
import statistics
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "Tests/Sockets"), str(ROOT / "Tests/Python")]

import program  # noqa: E402
from houses import Houses  # noqa: E402

GUESTS_OF_A_PARTY = 20


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--guests", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("programs", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    for path in options.programs:
        program.PROGRAM = path.resolve()
        with tempfile.TemporaryDirectory() as folder:
            houses = Houses(pathlib.Path(folder), options.guests // GUESTS_OF_A_PARTY, GUESTS_OF_A_PARTY + 1)
            try:
                doors = [door for house in houses.open() for door in house.doors[1:]]
                pages = [door.path.removesuffix("/floor/socket") for door in doors]
                rounds = [asyncio.run(rush(houses.site.port, pages)) for _ in range(options.rounds)]
            finally:
                houses.close()
        middle, last = ([1000 * pick(waits) for waits in rounds] for pick in (statistics.median, max))
        print(f"{path}: {len(pages)} at once; median {statistics.median(middle):.0f} ms, last {statistics.median(last):.0f} ms (at worst {max(last):.0f})")


async def rush(port, pages):
    return await asyncio.gather(*(seconds(port, page) for page in pages))


async def seconds(port, page):
    """Seconds until one page has come, with a connection of its own."""
    start = time.monotonic()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {page} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    if b" 200 " not in answer[:20]:
        raise RuntimeError(f"{page}: {answer[:200]}")
    return time.monotonic() - start


if __name__ == "__main__":
    main()
