#!/usr/bin/env python3
"""Measures open evenings with builds of the program in turn: the memory of each socket on a floor, and the time until others hear a
text, in quiet, while the host's list is read, while it is saved, and while everybody is exported. These follow each other in several
rounds, because a machine is not equally busy all the time.

    Benchmarks/evening.py [--parties N] [--people N] [--seconds N] [--known N] [--rows N] [--rounds N] PROGRAM…

Prints for each program the slowest hundredth of each, and how much slower that is than quiet.
"""

import argparse
import asyncio
import gc
import http.client
import pathlib
import random
import resource
import statistics
import sys
import tempfile
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "Tests/Sockets"), str(ROOT / "Tests/Python")]

import uvloop  # noqa: E402

import program  # noqa: E402
from floor_client import FloorClient  # noqa: E402
from houses import Houses  # noqa: E402

PAUSE = 2
"""Seconds between two texts of one person."""
BEAT = 10
PARTS = ["quiet", "reading", "saving", "exporting"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--parties", type=int, default=10)
    parser.add_argument("--people", type=int, default=20, help="at each party, with its host")
    parser.add_argument("--seconds", type=float, default=10, help="the most that each part of a round takes")
    parser.add_argument("--known", type=int, default=100_000, help="people in the address book before the evening")
    parser.add_argument("--rows", type=int, default=6_000, help="new people that each round brings")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("programs", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    gc.disable()
    for path in options.programs:
        program.PROGRAM = path.resolve()
        with tempfile.TemporaryDirectory() as folder:
            houses = Houses(pathlib.Path(folder), options.parties, options.people)
            try:
                opened = houses.open()
                Book(houses.model.desk).fill(options.known)
                result = uvloop.run(Evening(houses, opened, options).run())
            finally:
                houses.close()
        print(f"{path}: {result}", flush=True)


class Result:
    """Delays in milliseconds, of all rounds and of each."""

    def __init__(self, kib, rows):
        self.kib, self.rows = kib, rows
        self.rounds = {part: [] for part in PARTS}

    def p99(self, part):
        return slowest([delay for delays in self.rounds[part] for delay in delays])

    def __str__(self):
        lines = [f"{self.kib:.1f} KiB a socket on a floor; {self.rows:.0f} rows saved a second"]
        for part in PARTS:
            each = [slowest(delays) for delays in self.rounds[part]]
            count = sum(map(len, self.rounds[part]))
            lines.append(
                f"{part:9} p99 {self.p99(part):6.1f} ms, {self.p99(part) / self.p99('quiet'):4.1f} times quiet; median of the rounds"
                f" {statistics.median(each):6.1f} ms ({', '.join(f'{one:.1f}' for one in each)}), {count} texts heard"
            )
        return "\n  ".join(lines)


def slowest(delays):
    ordered = sorted(delays)
    return ordered[int(0.99 * len(ordered))] if ordered else 0


class Book:
    """The address book of the host."""

    def __init__(self, desk):
        self.desk = desk
        self.brought = 0

    def fill(self, count):
        if count:
            self.save(self.bring(count), 600)

    def bring(self, count, seconds=600):
        """Uploads a long list. Returns its address when it is read and ready to be saved."""
        first, self.brought = self.brought, self.brought + count
        rows = [f"Gast {index:06};person{index:06}@example.org;Thema {index % 40}" for index in range(first, self.brought)]
        fields = {"kind": "conferenceCancelled", "occasionName": f"Kongress {first}", "year": "2026", "source": "participantList"}
        body, kind = multipart(fields, "\n".join(["Name;E-Mail;Themen", *rows]))
        place = self.desk.host.ask("POST", "/people/imports", body, {"Content-Type": kind}).taken().location
        self.desk.wait("SELECT count(*) FROM import WHERE state = 'ready'", seconds=seconds)
        return place

    def save(self, place, seconds):
        """Returns how many were saved a second."""
        before, start = self.count(), time.monotonic()
        self.desk.host.post(f"{urllib.parse.urlsplit(place).path}/confirmation").taken()
        while self.count() < self.brought and time.monotonic() < start + seconds:
            time.sleep(0.2)
        rate = (self.count() - before) / (time.monotonic() - start)
        # The rest of it belongs to no part of a round.
        self.desk.wait("SELECT count(*) = 0 FROM import WHERE state = 'saving'", seconds=600)
        return rate

    def export(self, seconds):
        """Reads everybody as CSV, for so long at the most."""
        until = time.monotonic() + seconds
        connection = http.client.HTTPConnection(self.desk.host.address, timeout=20)
        connection.request("GET", "/people/export.csv", headers={"Cookie": self.desk.cookie})
        answer = connection.getresponse()
        while time.monotonic() < until and answer.read(65536):
            pass
        connection.close()

    def count(self):
        return self.desk.rows("SELECT count(*) FROM person WHERE email LIKE 'person%'")[0][0]


class Evening:
    def __init__(self, houses, opened, options):
        self.houses, self.options = houses, options
        self.book = Book(houses.model.desk)
        self.book.brought = options.known
        self.parties = [[FloorClient(houses.site.url, door) for door in house.doors] for house in opened]
        self.clients = [client for clients in self.parties for client in clients]
        self.random = random.Random(2026)
        self.sent, self.waits = {}, []
        self.is_over = False

    async def run(self):
        await asyncio.to_thread(self.open_pages)
        for clients in self.parties:
            await self.come_in(clients[:1])
        # The floors are open now: what comes on top is the sockets'.
        before = self.houses.resident()
        for clients in self.parties:
            await self.come_in(clients[1:])
        kib = (self.houses.resident() - before) / 1024 / (len(self.clients) - len(self.parties))
        people = [asyncio.create_task(self.live(client)) for client in self.clients]
        await self.measured(asyncio.sleep(5))
        result, rates = Result(kib, 0), []
        for _ in range(self.options.rounds):
            result.rounds["quiet"].append(await self.measured(asyncio.sleep(self.options.seconds)))
            result.rounds["reading"].append(await self.measured(self.reading()))
            result.rounds["saving"].append(await self.measured(self.saving(rates)))
            result.rounds["exporting"].append(await self.measured(asyncio.to_thread(self.book.export, self.options.seconds)))
        result.rows = statistics.mean(rates) if rates else 0
        self.is_over = True
        await asyncio.gather(*people)
        return result

    async def reading(self):
        self.place = await asyncio.to_thread(self.book.bring, self.options.rows)

    async def saving(self, rates):
        rates.append(await asyncio.to_thread(self.book.save, self.place, 600))

    def open_pages(self):
        """The page comes before its socket, and fills the database's caches."""
        for client in self.clients:
            request = urllib.request.Request(f"{self.houses.site.url}{client.door.path.removesuffix('/socket')}", headers=client.door.headers)
            urllib.request.urlopen(request).close()

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
        """The delays heard meanwhile, in milliseconds."""
        self.waits = []
        await work
        return [1000 * wait for wait in self.waits]


def multipart(fields, table):
    mark = "a-mark-between"
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()]
    parts.append(
        f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="people.csv"\r\nContent-Type: text/csv\r\n\r\n{table}\r\n--{mark}--\r\n'
    )
    return "".join(parts).encode(), f"multipart/form-data; boundary={mark}"


if __name__ == "__main__":
    main()
