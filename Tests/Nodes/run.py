#!/usr/bin/env python3
"""Several nodes at one PostgreSQL behind HAProxy: nodes are killed and frozen while parties are live and letters leave. Nothing that was
acknowledged is lost, no letter comes twice but through the window that SMTP leaves, and no party ever has two owners.

    run.py [--nodes N] [--parties N] [--people N] [--kills N] [--freezes N] [--seed N] [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import argparse
import asyncio
import pathlib
import random
import resource
import shutil
import statistics
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / name) for name in ("Nodes", "Sockets", "Python", "Crash")]

import starting  # noqa: E402
from cluster import Cluster, owners  # noqa: E402
from guest import Page  # noqa: E402
from judging import judge_floors, judge_letters  # noqa: E402
from postgres import Server  # noqa: E402
from tally import Stop, Tally  # noqa: E402

LETTERS = 6
# By the design a page is back so many seconds after a kill, and after a freeze. Busy machines take longer: printed, not judged.
FREEZE = 9


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
        cluster = Cluster(folder, [chr(ord("a") + number) for number in range(options.nodes)], server, options.parties, options.people)
        try:
            with tally.step(f"{options.nodes} nodes stand behind HAProxy, with {options.parties} parties of {options.people}"):
                opened = cluster.open()
            starting.run(cluster, tally)
            asyncio.run(Trouble(cluster, opened, options, tally).run())
            tally.note(set(cluster.close()) == {0}, "all nodes end in peace when they are asked")
        except Stop as stop:
            print(f"The rest is left out, because this failed: {stop}")
        finally:
            cluster.close()
    return tally.close()


class Trouble:
    def __init__(self, cluster, opened, options, tally):
        self.cluster = cluster
        self.options = options
        self.tally = tally
        self.random = random.Random(options.seed)
        self.parties = [(house, [Page(cluster.url, door) for door in house.doors]) for house in opened]
        self.pages = [page for _, pages in self.parties for page in pages]
        self.said = 0
        self.waves = []
        self.waits = {"kill": [], "freeze": []}

    async def run(self):
        tally, trouble = self.tally, self.options.kills + self.options.freezes
        with tally.step(f"{trouble} waves of letters are ready"):
            self.waves = await asyncio.to_thread(self.prepare, trouble)
        with tally.step(f"{len(self.pages)} people come in by pages of any node"):
            await self.come_in()
        staying = [asyncio.create_task(page.stay()) for page in self.pages]
        talking = [asyncio.create_task(self.talk(page)) for page in self.pages]
        with tally.step(f"nodes are killed {self.options.kills} times and frozen {self.options.freezes} times, and everybody comes back"):
            kinds = ["kill"] * self.options.kills + ["freeze"] * self.options.freezes
            self.random.shuffle(kinds)
            for kind in kinds:
                await self.make_trouble(kind)
        for task in talking:
            task.cancel()
        with tally.step("a planned stop of a node hands its floors over"):
            await self.stop_one()
        await self.end(staying)

    async def come_in(self):
        self.cluster.work_through_proxy()
        # In no order that the load balancer's turns would meet.
        for page in self.random.sample(self.pages, len(self.pages)):
            await asyncio.to_thread(page.look_up)
        for _, pages in self.parties:
            for page in pages:
                await self.enter(page)
        self.tally.note(len(owners(self.cluster.desk)) > 1, "floors are spread over the nodes", owners(self.cluster.desk))

    async def enter(self, page):
        while not await page.try_again():
            await asyncio.sleep(page.pause())
        page.returns.clear()
        if page.who == "host":
            await page.done({"doors": {"state": "open"}})
        await page.done({"arrive": {"profile": {"name": f"Gast {page.who[-4:]}", "line": "", "drink": ""}, "mode": "text"}})
        answer = await page.done({"enter": {}})
        if not isinstance(answer, int):
            raise RuntimeError(f"{page.who} can't enter: {answer}")
        await page.done({"moveSomewhere": {}})

    def prepare(self, count):
        desk = self.cluster.desk
        desk.import_people(LETTERS, [f"brief{index:03}@example.org" for index in range(LETTERS)])
        # It waits for any list, and there was one before.
        desk.wait("SELECT count(*) FROM person WHERE email LIKE 'brief%'", LETTERS)
        chosen = [person for (person,) in desk.rows("SELECT id FROM person WHERE email LIKE 'brief%'")]
        return [desk.party(f"Runde {number}", chosen, [("2027-03-01", "18:30"), ("2027-03-02", "18:30")]) for number in range(count)]

    async def talk(self, page):
        while True:
            await asyncio.sleep(self.random.uniform(0.1, 0.8))
            if page.is_open and page.welcomed.is_set():
                self.said += 1
                page.ask({"coaster": {"text": f"{page.who[-6:]} sagt {self.said}"}} if self.said % 3 else {"say": {"text": f"{page.who[-6:]} sagt {self.said}"}})

    async def make_trouble(self, kind):
        name = await asyncio.to_thread(self.busiest)
        node = self.cluster.nodes[name]
        await asyncio.to_thread(self.send_wave, self.waves.pop())
        await asyncio.sleep(self.random.uniform(0, 0.4))
        start = time.monotonic()
        if kind == "kill":
            node.kill()
        else:
            self.cluster.freeze(name)
        await asyncio.sleep(0.5 if kind == "kill" else FREEZE)
        if kind == "freeze":
            self.cluster.wake(name)
        await self.everybody()
        self.waits[kind] += [wait for page in self.pages for at, wait in page.returns if at >= start]
        if kind == "kill":
            await asyncio.to_thread(node.start)
        # The load balancer knows by then that it is back.
        await asyncio.sleep(3)

    def busiest(self):
        """The name of a node; by what is stored, since a page that came to a dead node's heir still names the dead one."""
        held = owners(self.cluster.desk)
        return max(self.cluster.names, key=lambda name: (held.get(name, 0), self.random.random()))

    def send_wave(self, party):
        """A press that met a node's end is pressed once more."""
        deadline = time.monotonic() + 30
        while (answer := self.cluster.desk.send_wave(party)).status in (502, 503, 504) and time.monotonic() < deadline:
            time.sleep(0.5)
        return answer.taken()

    async def everybody(self):
        """Returns when everybody is in their seat and can do something."""
        deadline = time.monotonic() + 60
        for page in self.pages:
            while True:
                if time.monotonic() > deadline:
                    raise TimeoutError(f"{page.who} at {page.door.path} is not back: {page.close_code}")
                if page.is_open and page.welcomed.is_set() and isinstance(await page.done({"hand": {"up": True}}, 1), (int, str)):
                    break
                await asyncio.sleep(0.05)

    async def stop_one(self):
        name = await asyncio.to_thread(self.busiest)
        start = time.monotonic()
        status = await asyncio.to_thread(self.cluster.nodes[name].stop)
        assert status == 0, f"{name} ended with {status}"
        await self.everybody()
        waits = [wait for page in self.pages for at, wait in page.returns if at >= start]
        print(f"         back after a planned stop: {described(waits)}")
        await asyncio.to_thread(self.cluster.nodes[name].start)

    async def end(self, staying):
        for kind, waits in self.waits.items():
            print(f"         back after a {kind}: {described(waits)}")
        for house, pages in self.parties:
            last = await pages[0].done({"announce": {"text": "Gute Nacht"}})
            deadline = time.monotonic() + 20
            while isinstance(last, int) and any((page.last or 0) < last for page in pages) and time.monotonic() < deadline:
                await asyncio.sleep(0.05)
        judge_floors(self.cluster, self.parties, self.tally)
        count = (self.options.kills + self.options.freezes) * LETTERS
        await asyncio.to_thread(judge_letters, self.cluster, count, self.options.kills + self.options.freezes, self.tally)
        for page in self.pages:
            page.is_leaving = True
            page.close()
        await asyncio.gather(*staying)


def described(waits):
    if not waits:
        return "nobody had left"
    ordered = sorted(waits)
    return f"{len(waits)} pages, median {statistics.median(ordered):.2f} s, the last {ordered[-1]:.2f} s"


if __name__ == "__main__":
    sys.exit(main())
