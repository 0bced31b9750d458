#!/usr/bin/env python3
"""Three nodes behind HAProxy at a primary and a synchronous standby, all on this machine: nodes are killed, frozen and cut off from the
database, primaries die, while parties are live, letters leave and guests answer. Nothing that was acknowledged is lost, no letter comes twice
but through the window that SMTP leaves, and no party ever has two owners.

    long.py [--nodes N] [--parties N] [--people N] [--kills N] [--freezes N] [--primaries N] [--cuts N] [--seed N] [--artefacts FOLDER]

The full size is --parties 50 --kills 100 --freezes 30 --primaries 10 --cuts 20; without arguments it is a fifth of that. Wants root and
nftables, for a network of its own. Ends with `N passed, N failed`.
"""

import argparse
import asyncio
import pathlib
import resource
import shutil
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / name) for name in ("Nodes", "Sockets", "Python", "Crash")]

import own_network  # noqa: E402
from asking import Asking  # noqa: E402
from cluster import Cluster  # noqa: E402
from pair import Pair  # noqa: E402
from program import new_database  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from trouble import Trouble, nothing  # noqa: E402
from wall import Wall  # noqa: E402

# A cut that heals before others may take a node for dead, and one that heals when its pages have long gone to the others.
SHORT, LONG = 3, 20
FIFTH = {"parties": 10, "kills": 20, "freezes": 6, "primaries": 2, "cuts": 4}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--nodes", type=int, default=3)
    parser.add_argument("--people", type=int, default=4)
    for name, count in FIFTH.items():
        parser.add_argument(f"--{name}", type=int, default=count)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--artefacts", type=pathlib.Path, default=pathlib.Path("artefacts"))
    options = parser.parse_args()
    own_network.enter(always=True)
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    folder = options.artefacts.resolve() / "nodes-long"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    tally, pair, wall = Tally(), Pair(), Wall()
    try:
        play(options, folder, tally, pair, wall)
    except Stop as stop:
        print(f"The rest is left out, because this failed: {stop}")
    finally:
        pair.stop()
    return tally.close()


def play(options, folder, tally, pair, wall):
    with tally.step("a primary and a synchronous standby run"):
        pair.start()
        new_database(pair.primary.url, "nodes")
    names = [chr(ord("a") + number) for number in range(options.nodes)]
    cluster = Cluster(folder, names, f"{pair.url()}/nodes?target_session_attrs=read-write", options.parties, options.people, place_of)
    asking = Asking(cluster)
    try:
        with tally.step(f"{options.nodes} nodes stand behind HAProxy, with {options.parties} parties of {options.people}"):
            opened = cluster.open()
            asking.begin()
        kinds = {"kill": options.kills, "freeze": options.freezes, "primary": options.primaries, "cut": options.cuts}
        asyncio.run(LongTrouble(cluster, opened, kinds, options.seed, tally, pair, wall).run())
        asking.finish(tally)
        tally.note(set(cluster.close()) == {0}, "all nodes end in peace when they are asked")
    finally:
        asking.end.set()
        cluster.close()


def place_of(name):
    """The address by which a node comes to the database: where it is cut off, the others are not."""
    return f"127.0.1.{ord(name) - ord('a') + 1}"


class LongTrouble(Trouble):
    HURTING_ALL = ("primary",)

    def __init__(self, cluster, opened, kinds, seed, tally, pair, wall):
        super().__init__(cluster, opened, kinds, seed, tally, pause=0.7)
        self.pair, self.wall = pair, wall
        self.counts = {"primary": 0, "cut": 0}

    async def primary(self, _):
        """Its processes are killed; every other time its machine falls silent, and is still at work, while the standby takes over."""
        pair, dead = self.pair, self.pair.primary
        is_silent = self.turn("primary")
        if is_silent:
            self.wall.bury(dead.port)
        else:
            await asyncio.to_thread(dead.crash)
        # So long somebody needs to notice.
        await asyncio.sleep(self.random.uniform(1, 4))
        await asyncio.to_thread(pair.fail_over)

        async def mend():
            if is_silent:
                await asyncio.to_thread(dead.crash)
                self.wall.dig_out(dead.port)
            await asyncio.to_thread(pair.follow)

        return mend

    async def cut(self, name):
        place, start, is_long = place_of(name), time.monotonic(), self.turn("cut")
        self.wall.cut(place)
        await asyncio.sleep(LONG if is_long else SHORT)
        if is_long:
            left = [page.who for page in self.hurt if page.silence(start) is None]
            self.tally.note(not left, f"the pages of {name}, which was cut off, went to the others", left)
        self.wall.heal(place)
        return nothing

    def turn(self, kind):
        self.counts[kind] += 1
        return self.counts[kind] % 2 == 0


if __name__ == "__main__":
    sys.exit(main())
