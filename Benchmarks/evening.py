#!/usr/bin/env python3
"""Measures open evenings with builds of the program in turn: the memory of each socket on a floor, and the time until others hear a
text, in quiet and while the host saves a long list.

    Benchmarks/evening.py [--parties N] [--people N] [--seconds N] [--rows N] PROGRAM…

Prints for each program how much later texts are heard during the import.
"""

import argparse
import asyncio
import gc
import pathlib
import random
import resource
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "Tests/Sockets"), str(ROOT / "Tests/Python")]

import uvloop  # noqa: E402

import program  # noqa: E402
from floor_client import FloorClient  # noqa: E402
from houses import Houses  # noqa: E402

PAUSE = 2
"""Seconds between two texts of one person."""
BEAT = 10


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--parties", type=int, default=10)
    parser.add_argument("--people", type=int, default=20, help="at each party, with its host")
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("programs", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    gc.disable()
    results = []
    for path in options.programs:
        program.PROGRAM = path.resolve()
        with tempfile.TemporaryDirectory() as folder:
            houses = Houses(pathlib.Path(folder), options.parties, options.people)
            try:
                results.append(uvloop.run(Evening(houses, houses.open(), options).run()))
            finally:
                houses.close()
        print(f"{path}: {results[-1]}", flush=True)
    print(f"p99 while a list is saved, to quiet: {' and '.join(f'{result.saving / result.quiet:.1f}' for result in results)}")


class Result:
    def __init__(self, kib, quiet, saving, rows):
        self.kib, self.quiet, self.saving, self.rows = kib, quiet, saving, rows

    def __str__(self):
        return (
            f"{self.kib:.1f} KiB a socket on a floor; p99 {self.quiet:.1f} ms in quiet, {self.saving:.1f} ms while a list"
            f" is saved, {self.rows:.0f} rows a second"
        )


class Evening:
    def __init__(self, houses, opened, options):
        self.houses, self.options = houses, options
        self.parties = [[FloorClient(houses.site.url, door) for door in house.doors] for house in opened]
        self.clients = [client for clients in self.parties for client in clients]
        self.random = random.Random(2026)
        self.sent, self.waits = {}, []
        self.is_over = False

    async def run(self):
        for clients in self.parties:
            await self.come_in(clients[:1])
        # The floors are open now: what comes on top is the sockets'.
        before = self.houses.resident()
        for clients in self.parties:
            await self.come_in(clients[1:])
        kib = (self.houses.resident() - before) / 1024 / (len(self.clients) - len(self.parties))
        people = [asyncio.create_task(self.live(client)) for client in self.clients]
        await self.measured(asyncio.sleep(5))
        quiet = await self.measured(asyncio.sleep(self.options.seconds))
        place = await asyncio.to_thread(self.bring)
        start = time.monotonic()
        saving = await self.measured(asyncio.to_thread(self.save, place))
        rows = self.saved() / (time.monotonic() - start)
        self.is_over = True
        await asyncio.gather(*people)
        return Result(kib, quiet, saving, rows)

    async def come_in(self, clients):
        for client in clients:
            client.on_change = self.hear
            await client.connect()
            if client.who == "host":
                await client.done({"doors": {"state": "open"}})
            await client.done({"arrive": {"profile": {"name": f"Gast {client.who[-4:]}", "line": "", "drink": ""}, "mode": "voice"}})
            answer = await client.done({"enter": {}})
            if not isinstance(answer, int):
                raise RuntimeError(f"{client.who} can't enter: {answer}")
            await client.done({"moveSomewhere": {}})

    async def live(self, client):
        await asyncio.sleep(self.random.uniform(0, PAUSE))
        beat = time.monotonic()
        while not self.is_over:
            if time.monotonic() > beat:
                client.send({"type": "beat"})
                beat += BEAT
            text = f"{client.who[-6:]} sagt {len(self.sent)}"
            self.sent[text] = (client.who, time.monotonic())
            client.ask({"say": {"text": text}})
            await asyncio.sleep(self.random.expovariate(1 / PAUSE))

    def hear(self, client, _, event):
        if said := event.get("said"):
            who, at = self.sent.get(said["saying"]["text"], (client.who, 0))
            if who != client.who:
                self.waits.append(time.monotonic() - at)

    async def measured(self, work):
        """The p99 of the delays heard meanwhile, in milliseconds."""
        self.waits = []
        await work
        ordered = sorted(self.waits)
        return 1000 * ordered[int(0.99 * len(ordered))]

    def bring(self):
        """Uploads a long list, and returns its address when it is read and ready to be saved."""
        desk = self.houses.model.desk
        rows = [f"Gast {index:06};person{index:06}@example.org;Thema {index % 40}" for index in range(self.options.rows)]
        fields = {"kind": "conferenceCancelled", "occasionName": "Kongress", "year": "2026", "source": "participantList"}
        body, kind = multipart(fields, "\n".join(["Name;E-Mail;Themen", *rows]))
        answer = desk.host.ask("POST", "/people/imports", body, {"Content-Type": kind})
        place = answer.taken().location
        desk.wait("SELECT count(*) FROM import WHERE state = 'ready'", seconds=300)
        return place

    def save(self, place):
        """Begins saving, and watches for a while: beside a party a long list takes its time."""
        self.houses.model.desk.host.post(f"{urllib.parse.urlsplit(place).path}/confirmation").taken()
        until = time.monotonic() + self.options.seconds
        while time.monotonic() < until and self.saved() < self.options.rows:
            time.sleep(0.2)

    def saved(self):
        return self.houses.model.desk.rows("SELECT count(*) FROM person WHERE email LIKE 'person%'")[0][0]


def multipart(fields, table):
    mark = "a-mark-between"
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()]
    parts.append(
        f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="people.csv"\r\nContent-Type: text/csv\r\n\r\n{table}\r\n--{mark}--\r\n'
    )
    return "".join(parts).encode(), f"multipart/form-data; boundary={mark}"


if __name__ == "__main__":
    main()
