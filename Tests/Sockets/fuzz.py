#!/usr/bin/env python3
"""Two parties talk. Some guests of the second one, and strangers, send what no page would. Nobody else may notice: what the bystanders do works
and is answered in time, nothing happens in their names, and the server goes on.

    fuzz.py [--seconds N] [--seed N] [--artefacts FOLDER]

Ends with `N passed, N failed`. The server is the one of `STEHTISCH_PROGRAM`, else of the debug build.
"""

import argparse
import asyncio
import collections
import pathlib
import random
import shutil
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

import uvloop  # noqa: E402

from attack import Attack  # noqa: E402
from floor_client import FloorClient  # noqa: E402
from hostile import Hostile  # noqa: E402
from houses import Houses  # noqa: E402
from ledger import Ledger  # noqa: E402
from parties import acknowledged_texts, quantile, texts  # noqa: E402
from tally import Stop, Tally  # noqa: E402

BYSTANDERS = 4
"""At each party, the host among them."""
VILLAINS = 8
"""Guests of the second party, each with a door of their own: one lets in sixty times a minute."""
PAUSE = 0.7
HOSTING = {"removed", "hosting", "ended", "announced", "programme", "part", "glass", "rounds", "speaker", "speakers"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--artefacts", type=pathlib.Path, default=pathlib.Path("artefacts"))
    options = parser.parse_args()
    folder = options.artefacts.resolve() / "fuzz"
    shutil.rmtree(folder, ignore_errors=True)
    tally, houses = Tally(), Houses(folder, 2, BYSTANDERS + VILLAINS)
    try:
        with tally.step("two parties are ready"):
            opened = houses.open()
        uvloop.run(Siege(houses, opened, options, tally).run())
        tally.note(houses.site.process.poll() is None and houses.site.answers(), "the server is alive and answers")
        tally.note(houses.close() == 0, "the server ends in peace when it is asked")
    except Stop as stop:
        print(f"The rest is left out, because this failed: {stop}")
    finally:
        houses.close()
    return tally.close()


class Siege:
    def __init__(self, houses, opened, options, tally):
        self.houses = houses
        self.opened = opened
        self.options = options
        self.tally = tally
        self.random = random.Random(options.seed)
        url = houses.site.url
        self.parties = [[FloorClient(url, door) for door in house.doors[:BYSTANDERS]] for house in opened]
        self.villains = opened[1].doors[BYSTANDERS:]
        self.names = {villain.who for villain in self.villains}
        self.bystanders = [client for clients in self.parties for client in clients]
        self.requested = collections.defaultdict(list)
        self.counts = collections.Counter()
        self.recorded = []
        self.hostile = Hostile(self.random, [door.who for door in opened[0].doors])

    async def run(self):
        with self.tally.step(f"{len(self.bystanders)} bystanders stand at their tables"):
            for clients in self.parties:
                await self.come_in(clients)
        memory = self.houses.resident()
        with self.tally.step(f"they talk on for {self.options.seconds:.0f} s"):
            until = time.monotonic() + self.options.seconds
            attacks = [Attack(self, villain).run(until) for villain in self.villains]
            await asyncio.gather(*(self.talk(client, until) for client in self.bystanders), *attacks, self.keep_silent())
            await self.settle()
        print("         " + ", ".join(f"{count} {name}" for name, count in sorted(self.counts.items())))
        self.judge(memory)

    async def come_in(self, clients):
        for client in clients:
            await client.connect()
            await client.done({"doors": {"state": "open"}})
            await client.done({"arrive": {"profile": {"name": client.who[-4:], "line": "", "drink": "Tee"}, "mode": "camera"}})
            await client.done({"enter": {}})
            answer = await client.done({"moveSomewhere": {}})
            if not isinstance(answer, int):
                raise RuntimeError(f"{client.who} finds no place: {answer}")

    async def talk(self, client, until):
        number = 0
        while time.monotonic() < until:
            await asyncio.sleep(self.random.uniform(0.5, 1.5) * PAUSE)
            number += 1
            client.ask({"say": {"text": f"{client.who[-6:]} sagt {number}"}})

    async def keep_silent(self):
        """Opens a socket that says nothing, through the second party's last door."""
        reader, writer, _ = await Attack(self, self.opened[0].doors[BYSTANDERS]).upgraded()
        began = time.monotonic()
        try:
            await asyncio.wait_for(reader.read(), 16)
        except TimeoutError:
            self.counts["stayed without a greeting"] += 1
        if time.monotonic() - began < 9:
            raise RuntimeError("a silent socket was closed too early")
        writer.close()

    async def settle(self):
        deadline = time.monotonic() + 30
        while any(client.asked for client in self.bystanders) and time.monotonic() < deadline:
            await asyncio.sleep(0.05)
        for clients in self.parties:
            end = await clients[0].done({"announce": {"text": "Gute Nacht"}})
            while any((client.last or 0) < end for client in clients) and time.monotonic() < deadline + 30:
                await asyncio.sleep(0.02)

    def judge(self, memory):
        tally = self.tally
        sent = sum(self.counts[name] for name in ("hostile messages", "frames", "noise", "replay"))
        tally.note(sent > self.options.seconds * 5, f"{sent} hostile messages and more were sent", dict(self.counts))
        tally.note(self.counts["came in at a wrong door"] == 0, "nobody came in at a wrong door")
        faults, foreign, own = [], [], 0
        for house, clients in zip(self.opened, self.parties, strict=True):
            ledger = Ledger(self.houses.changes(house.party))
            faults += [f"number {gap} is missing" for gap in ledger.gaps()]
            faults += [fault for client in clients for fault in ledger.faults(client)]
            faults += [text for client in clients for text in set(acknowledged_texts(client)) - texts(ledger)]
            foreign += [event for event in ledger.events.values() if not self.is_right(event, clients)]
            own += sum(self.author(event) in self.names for event in ledger.events.values())
        tally.note(not faults, "everything the bystanders said was stored and heard, once and in order", faults[:5])
        tally.note(self.counts["stayed without a greeting"] == 0, "who doesn't greet within ten seconds is sent away")
        tally.note(own, f"the villains got as far as the floor: {own} events are their own")
        tally.note(not foreign, "nothing happened in the name of a bystander or of the host, and nothing in the other party", foreign[:5])
        refused = [answer for client in self.bystanders for _, _, answer, _ in client.answered if answer in ("notStored", "notInside")]
        asked = [request for client in self.bystanders for request in client.asked.values()]
        gone = [client.close_code for client in self.bystanders if not client.is_open]
        tally.note(not refused and not asked and not gone, "no bystander was refused, kept waiting or sent away", (refused, asked, gone))
        waits = [taken for client in self.bystanders for _, _, _, taken in client.answered]
        print(f"         {len(waits)} requests of bystanders, answered p50 {quantile(waits, 0.5):.1f} ms, p99 {quantile(waits, 0.99):.1f} ms")
        tally.note(quantile(waits, 0.99) < 500, "bystanders were answered within half a second")
        grown = (self.houses.resident() - memory) / 1e6
        tally.note(grown < 100, f"memory grew by {grown:.0f} MB")

    def is_right(self, event, clients):
        """True if somebody meant this to happen: bystanders only come in, sit down, speak, and wish a good night."""
        (name, fields), = event.items()
        who = self.author(event)
        if name == "doors":
            return fields["state"] == "open"
        if who is None or who in self.names:
            return name not in HOSTING
        meant = {"arrived", "entered", "moved", "said", "announced", "back", "away"}
        return name in meant and (name != "away" or not any(client.who == who for client in clients))

    def author(self, event):
        (_, fields), = event.items()
        inner = fields.get("saying") or fields.get("line") or fields.get("promise") or fields
        return next((inner[key] for key in ("who", "by", "from", "author") if key in inner), None)


if __name__ == "__main__":
    sys.exit(main())
