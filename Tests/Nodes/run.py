#!/usr/bin/env python3
"""Several nodes at one PostgreSQL behind HAProxy: nodes are killed and frozen while parties are live and letters leave. Nothing that was
acknowledged is lost, no letter comes twice but through the window that SMTP leaves, and no party ever has two owners.

    run.py [--nodes N] [--parties N] [--people N] [--kills N] [--freezes N] [--seed N] [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import argparse
import asyncio
import pathlib
import resource
import shutil
import sys

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / name) for name in ("Nodes", "Sockets", "Python", "Crash")]

import starting  # noqa: E402
from cluster import Cluster  # noqa: E402
from postgres import Server  # noqa: E402
from program import new_database  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from trouble import Trouble  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--nodes", type=int, default=2)
    parser.add_argument("--parties", type=int, default=6)
    parser.add_argument("--people", type=int, default=4)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--freezes", type=int, default=3)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--artefacts", type=pathlib.Path, default=pathlib.Path("artefacts"))
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    folder = options.artefacts.resolve() / "nodes"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    tally = Tally()
    with Server() as server:
        names = [chr(ord("a") + number) for number in range(options.nodes)]
        cluster = Cluster(folder, names, new_database(server.url, "nodes"), options.parties, options.people)
        try:
            with tally.step(f"{options.nodes} nodes stand behind HAProxy, with {options.parties} parties of {options.people}"):
                opened = cluster.open()
            starting.run(cluster, tally)
            kinds = {"kill": options.kills, "freeze": options.freezes}
            asyncio.run(Trouble(cluster, opened, kinds, options.seed, tally).run())
            tally.note(set(cluster.close()) == {0}, "all nodes end in peace when they are asked")
        except Stop as stop:
            print(f"The rest is left out, because this failed: {stop}")
        finally:
            cluster.close()
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
