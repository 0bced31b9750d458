#!/usr/bin/env python3
"""Many parties at once, each with a host and guests who come in, move, write, break off and come back. Afterwards what everybody was
told is held against what is stored.

    parties.py [--parties N] [--people N] [--seconds N] [--pause SECONDS] [--p99 MS] [--artefacts FOLDER]

Speed is printed, and held to a bound only where one is given: the measurement of a busy machine fails no test. Ends with `N passed, N failed`. The server is the one of `STEHTISCH_PROGRAM`, else of the debug build.
"""

import argparse
import asyncio
import gc
import json
import pathlib
import random
import resource
import shutil
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

import uvloop  # noqa: E402

from floor_client import FloorClient  # noqa: E402
from houses import Houses  # noqa: E402
from ledger import Ledger  # noqa: E402
from tally import Stop, Tally  # noqa: E402

BEAT = 15


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--parties", type=int, default=5)
    parser.add_argument("--people", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--pause", type=float, default=2, help="between two things that one person does")
    parser.add_argument("--p99", type=float, help="in how many milliseconds 99 of 100 texts have to be heard")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--record", type=pathlib.Path, help="where to write every message of the first party, one a line")
    parser.add_argument("--artefacts", type=pathlib.Path, default=pathlib.Path("artefacts"))
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    # Everything received is kept: garbage collection over it takes half a second at a time, which would be measured.
    gc.disable()
    folder = options.artefacts.resolve() / "parties"
    shutil.rmtree(folder, ignore_errors=True)
    tally, houses = Tally(), Houses(folder, options.parties, options.people)
    try:
        with tally.step(f"{options.parties} parties of {options.people} are ready"):
            opened = houses.open()
        uvloop.run(Evening(houses, opened, options, tally).run())
        tally.note(houses.close() == 0, "the server ends in peace when it is asked")
    except Stop as stop:
        print(f"The rest is left out, because this failed: {stop}")
    finally:
        houses.close()
    return tally.close()


class Evening:
    def __init__(self, houses, opened, options, tally):
        self.houses = houses
        self.options = options
        self.tally = tally
        self.random = random.Random(options.seed)
        self.parties = [(house, [FloorClient(houses.site.url, door) for door in house.doors]) for house in opened]
        self.clients = [client for _, clients in self.parties for client in clients]
        self.stored = {}
        """By party: what is stored when everybody has heard the end."""
        self.said = {}
        """Texts and when they were sent."""
        self.deliveries = []
        self.memory = []
        self.lags = []
        """How late this program itself was: a part of every wait that it measures."""
        self.returns = 0

    async def run(self):
        with self.tally.step(f"{len(self.clients)} people come in"):
            await self.come_in()
        with self.tally.step(f"they move, write, break off and come back for {self.options.seconds:.0f} s"):
            start = time.monotonic()
            tasks = [self.live(client, start + self.options.seconds) for client in self.clients]
            await asyncio.gather(self.watch(start + self.options.seconds), self.notice_lags(start + self.options.seconds), *tasks)
            await self.settle()
        self.judge(time.monotonic() - start)

    async def come_in(self):
        for number, (_, clients) in enumerate(self.parties):
            await asyncio.gather(*(client.connect() for client in clients))
            await clients[0].done({"doors": {"state": "open"}})
            await asyncio.gather(*(self.enter(client) for client in clients))
            for client in clients:
                client.on_change = self.hear
            if number == 0 and self.options.record:
                self.record(clients)

    async def enter(self, client):
        profile = {"name": f"Gast {client.who[-4:]}", "line": "Steht gern am Tisch", "drink": "Wasser"}
        await client.done({"arrive": {"profile": profile, "mode": "camera"}})
        answer = await client.done({"enter": {}})
        if not isinstance(answer, int):
            raise RuntimeError(f"{client.who} can't enter: {answer}")
        await client.done({"moveSomewhere": {}})

    def record(self, clients):
        file = self.options.record.open("w")
        for client in clients:
            client.on_message = lambda client, message: file.write(json.dumps([client.who, message]) + "\n")

    def hear(self, client, number, event):
        name = next(iter(event))
        text = event["said"]["saying"]["text"] if name == "said" else event["coaster"]["line"]["text"] if name == "coaster" else None
        sent = self.said.get(text)
        if sent is not None and client.who != sent[0]:
            self.deliveries.append(time.monotonic() - sent[1])

    async def live(self, client, until):
        await asyncio.sleep(self.random.uniform(0, self.options.pause))
        beat = time.monotonic() + self.random.uniform(0, BEAT)
        while time.monotonic() < until:
            if time.monotonic() > beat:
                client.send({"type": "beat"})
                beat += BEAT
            if self.random.random() < 0.01:
                await self.come_back(client)
            self.act(client)
            await asyncio.sleep(min(self.random.expovariate(1 / self.options.pause), max(0, until - time.monotonic())))

    async def come_back(self, client):
        client.break_off()
        await asyncio.sleep(self.random.uniform(0, 2))
        await client.connect()
        self.returns += 1

    def act(self, client):
        chance = self.random.random()
        if client.table is None or chance < 0.2:
            client.ask(self.random.choice([{"moveSomewhere": {}}, {"moveSomewhere": {}}, {"moveToFreeTable": {}}]))
        elif chance < 0.25:
            client.ask({"stepAway": {}})
        elif chance < 0.35:
            client.ask({"move": {"table": f"t{self.random.randint(1, 4)}"}})
        elif chance < 0.65:
            client.ask({"say": {"text": self.text(client)}})
        elif chance < 0.75:
            client.ask({"coaster": {"text": self.text(client)}})
        elif chance < 0.85:
            client.ask({"hand": {"up": self.random.random() < 0.5}})
        elif chance < 0.9:
            client.ask({"mode": {"mode": self.random.choice(["camera", "voice", "listening", "text"]), "muted": self.random.random() < 0.5}})
        elif chance < 0.95:
            client.send({"type": "react", "kind": "clap"})
        else:
            client.send({"type": "caption", "text": "wie gesagt", "final": True})

    def text(self, client):
        text = f"{client.who[-6:]} sagt {len(self.said)}"
        self.said[text] = (client.who, time.monotonic())
        return text

    async def watch(self, until):
        while time.monotonic() < until:
            self.memory.append(self.houses.resident())
            await asyncio.sleep(min(5, self.options.seconds / 8))

    async def notice_lags(self, until):
        while (due := time.monotonic() + 0.02) < until:
            await asyncio.sleep(0.02)
            self.lags.append(time.monotonic() - due)

    async def settle(self):
        """Waits until every request is answered, and everybody has heard the last change."""
        for _, clients in self.parties:
            for client in clients:
                client.on_change = None
        deadline = time.monotonic() + 30
        while any(client.asked for client in self.clients) and time.monotonic() < deadline:
            await asyncio.sleep(0.1)
        for house, clients in self.parties:
            end = await clients[0].done({"announce": {"text": "Gute Nacht"}})
            while any((client.last or 0) < end for client in clients) and time.monotonic() < deadline + 30:
                await asyncio.sleep(0.02)
        # Judging takes so long that pings go unanswered; nobody minds the consequences.
        self.stored = {house.party: self.houses.changes(house.party) for house, _ in self.parties}

    def judge(self, seconds):
        tally = self.tally
        faults, events, acknowledged, lost = [], 0, 0, []
        for house, clients in self.parties:
            ledger = Ledger(self.stored[house.party])
            events += len(ledger.events)
            faults += [f"{house.party}: number {gap} is missing" for gap in ledger.gaps()]
            faults += [fault for client in clients for fault in ledger.faults(client)]
            faults += [f"{client.who} did not hear the end" for client in clients if client.last != max(ledger.events)]
            stored = texts(ledger)
            for client in clients:
                for text in acknowledged_texts(client):
                    acknowledged += 1
                    lost += [] if text in stored else [text]
        told = sum(len(client.changes) for client in self.clients)
        tally.note(not faults, f"of {events} events everybody heard what concerned them, once and in order: {told} changes", faults[:5])
        tally.note(not lost and acknowledged, f"all of {acknowledged} acknowledged texts are stored", lost[:5])
        unanswered = [request for client in self.clients for request in client.asked.values()]
        tally.note(not unanswered, "every request was answered", unanswered[:5])
        errors = [code for client in self.clients for code in client.errors]
        # A caption or a reaction reaches nobody while its sender is on the way.
        tally.note(set(errors) <= {"notLinked"}, "nothing was misunderstood", sorted(set(errors)))
        gone = [f"{client.who}: {client.close_code}" for client in self.clients if not client.is_open]
        tally.note(not gone, f"nobody was sent away; {self.returns} came back after a lost line", gone[:5])
        self.judge_speed(seconds)
        self.judge_memory()

    def judge_speed(self, seconds):
        answers = [taken for client in self.clients for _, _, _, taken in client.answered]
        print(
            f"         {len(answers) / seconds:.0f} requests/s, {len(self.deliveries) / seconds:.0f} texts heard/s;"
            f" stored and answered p50 {quantile(answers, 0.5):.1f} ms, p99 {quantile(answers, 0.99):.1f} ms;"
            f" heard by others p50 {quantile(self.deliveries, 0.5):.1f} ms, p99 {quantile(self.deliveries, 0.99):.1f} ms"
            f" (this program itself was late by p50 {quantile(self.lags, 0.5):.1f} ms, p99 {quantile(self.lags, 0.99):.1f} ms)"
        )
        if bound := self.options.p99:
            self.tally.note(quantile(self.deliveries, 0.99) < bound, f"99 of 100 texts were heard within {bound:.0f} ms")

    def judge_memory(self):
        """The floor keeps its history, so some growth is right; it must flatten."""
        megabytes = [value / 1e6 for value in self.memory]
        print(f"         memory in MB: {' '.join(f'{value:.0f}' for value in megabytes)}")
        half = len(megabytes) // 2
        early, late = max(megabytes[:half]), max(megabytes[half:])
        self.tally.note(late < early * 1.3 + 20, "memory doesn't keep growing", f"{early:.0f} MB, then {late:.0f} MB")


def texts(ledger):
    found = set()
    for event in ledger.events.values():
        if "said" in event:
            found.add(event["said"]["saying"]["text"])
        elif "coaster" in event:
            found.add(event["coaster"]["line"]["text"])
    return found


def acknowledged_texts(client):
    for _, request, answer, _ in client.answered:
        if isinstance(answer, int):
            (name, fields), = request.items()
            if name in ("say", "coaster"):
                yield fields["text"]


def quantile(values, part):
    """A quantile in milliseconds."""
    ordered = sorted(values)
    return 1000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else float("inf")


if __name__ == "__main__":
    sys.exit(main())
