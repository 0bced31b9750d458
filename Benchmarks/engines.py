#!/usr/bin/env python3
"""Serves pages of the example by SQLite and by PostgreSQL over loopback in turn, with the example's data and with 100,000 people and 200 parties
more. Prints requests per second by wrk, and how many times as many PostgreSQL serves. Processor time is the program's, without the server's.

    Benchmarks/engines.py [PROGRAM]
"""

import argparse
import pathlib
import sys
import tempfile

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).resolve().parents[1] / "Tests/Python")]

import program  # noqa: E402
from postgres import Server  # noqa: E402
from program_pages import PARTIES, PEOPLE, Place, compare, fill  # noqa: E402


class Served(Place):
    """The example on its own server, to which it moves before each start."""

    server = None

    def start(self):
        self.settings = {}
        address = program.new_database(self.server.url, "pages")
        moved = program.Site(self.folder, STEHTISCH_DATA=str(self.data)).run("move", "--to", address)
        if moved.returncode != 0:
            raise RuntimeError(moved.stderr)
        self.settings = {"STEHTISCH_DATABASE": address}
        return super().start()


def main():
    path = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else program.PROGRAM).resolve()
    with tempfile.TemporaryDirectory() as folder, Server(lasting=True) as server:
        Served.server = server
        places = [kind(path, pathlib.Path(folder) / name) for kind, name in ((Place, "SQLite"), (Served, "PostgreSQL"))]
        options = argparse.Namespace(rounds=3, seconds=2)
        compare("With the example's data", places, pathlib.Path(folder), options)
        for place in places:
            fill(place.data)
        compare(f"With {PEOPLE} people and {PARTIES} parties more", places, pathlib.Path(folder), options)


if __name__ == "__main__":
    main()
