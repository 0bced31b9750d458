"""Parties that are live, letters that leave, and one trouble after the other."""

import asyncio
import random
import statistics
import time

from cluster import owners
from guest import Page
from judging import judge_floors, judge_letters

LETTERS = 6
# By the design a page is back so many seconds after a kill, and after a freeze. Busy machines take longer: printed, not judged.
FREEZE = 9


class Trouble:
    """`kinds` says how often there is each trouble: a method of that name makes it, and returns what ends it."""

    HURTING_ALL = ()
    """Troubles of every page, not only of those at one node."""

    def __init__(self, cluster, opened, kinds, seed, tally, pause=0.45):
        self.cluster, self.kinds, self.tally = cluster, kinds, tally
        self.random = random.Random(seed)
        self.pause = pause
        self.parties = [(house, [Page(cluster.url, door) for door in house.doors]) for house in opened]
        self.pages = [page for _, pages in self.parties for page in pages]
        self.said = 0
        self.waves = []
        self.hurt = []
        """The pages of the present trouble."""
        self.waits = {kind: [] for kind in kinds}

    async def run(self):
        tally, trouble = self.tally, sum(self.kinds.values())
        with tally.step(f"{trouble} waves of letters are ready"):
            self.waves = await asyncio.to_thread(self.prepare, trouble)
        with tally.step(f"{len(self.pages)} people come in by pages of any node"):
            await self.come_in()
        staying = [asyncio.create_task(page.stay()) for page in self.pages]
        talking = [asyncio.create_task(self.talk(page)) for page in self.pages]
        said = ", ".join(f"{count} times {kind}" for kind, count in self.kinds.items())
        with tally.step(f"there is trouble, and everybody comes back: {said}"):
            order = [kind for kind, count in self.kinds.items() for _ in range(count)]
            self.random.shuffle(order)
            for kind in order:
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
            await asyncio.sleep(self.random.uniform(0.2, 1.8) * self.pause)
            if page.is_open and page.welcomed.is_set():
                self.said += 1
                page.ask({"coaster": {"text": f"{page.who[-6:]} sagt {self.said}"}} if self.said % 3 else {"say": {"text": f"{page.who[-6:]} sagt {self.said}"}})

    async def make_trouble(self, kind):
        name = await asyncio.to_thread(self.busiest)
        hurt = self.hurt = self.pages if kind in self.HURTING_ALL else await asyncio.to_thread(self.pages_at, name)
        await asyncio.to_thread(self.send_wave, self.waves.pop())
        await asyncio.sleep(self.random.uniform(0, 0.4))
        start = time.monotonic()
        mend = await getattr(self, kind)(name)
        await self.everybody()
        waits = [wait for page in hurt if (wait := page.silence(start)) is not None]
        self.waits[kind] += waits
        print(f"         {self.tally.seconds:6.1f} s {kind} of {name}: {described(waits)}", flush=True)
        await mend()
        # The load balancer knows by then that it is back.
        await asyncio.sleep(3)

    async def kill(self, name):
        node = self.cluster.nodes[name]
        node.kill()
        await asyncio.sleep(0.5)
        return lambda: asyncio.to_thread(node.start)

    async def freeze(self, name):
        self.cluster.freeze(name)
        await asyncio.sleep(FREEZE)
        self.cluster.wake(name)
        return nothing

    def busiest(self):
        """The name of a node; by what is stored, since a page that came to a dead node's heir still names the dead one."""
        held = owners(self.cluster.desk)
        return max(self.cluster.names, key=lambda name: (held.get(name, 0), self.random.random()))

    def pages_at(self, name):
        parties = {party for (party,) in self.cluster.desk.rows("SELECT party_id FROM floor_owner WHERE node = ?", name)}
        return [page for house, pages in self.parties if house.party in parties for page in pages]

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
            print(f"         something stored again after a {kind}: {described(waits)}")
        for house, pages in self.parties:
            last = await pages[0].done({"announce": {"text": "Gute Nacht"}})
            deadline = time.monotonic() + 20
            while isinstance(last, int) and any((page.last or 0) < last for page in pages) and time.monotonic() < deadline:
                await asyncio.sleep(0.05)
        judge_floors(self.cluster, self.parties, self.tally)
        troubles = sum(self.kinds.values())
        await asyncio.to_thread(judge_letters, self.cluster, troubles * LETTERS, troubles, self.tally)
        for page in self.pages:
            page.is_leaving = True
            page.close()
        await asyncio.gather(*staying)


async def nothing():
    """Nothing is left to be mended."""


def described(waits):
    if not waits:
        return "nobody had left"
    ordered = sorted(waits)
    return f"{len(waits)} pages, median {statistics.median(ordered):.2f} s, the last {ordered[-1]:.2f} s"
