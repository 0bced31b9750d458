#!/usr/bin/env python3
"""People on a floor whose media server misbehaves, and a guest who misbehaves towards it. They go on, and nobody takes from the others what
they hear.

    forwarding.py [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import asyncio
import pathlib
import shutil
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parents[1] / "Python")]

from artefacts import folder_for  # noqa: E402
from false_janus import FalseJanus  # noqa: E402
from floor_client import FloorClient  # noqa: E402
from floor_site import FloorSite  # noqa: E402
from houses import Door  # noqa: E402
from tally import Tally  # noqa: E402

SECONDS = 10
NONSENSE = [
    {"anew": True},
    {"token": "x", "offer": "v=0" * 4000},
    {"token": "x", "candidate": {"candidate": "c", "sdpMid": "0"}},
    {"token": "x", "reroute": True},
    {"sizes": {"host": 10**18, "x": -5}},
    {"notes": {"camera": True, "screen": True, "talks": True, "trouble": "x" * 9000}},
    {"offer": 5},
]


async def main():
    folder, tally = folder_for("forwarding", __doc__), Tally()
    shutil.rmtree(folder, ignore_errors=True)
    for way in ("mute", "stuck", "deaf", "babbling", "closing", "forgetful", "twice"):
        await misbehaving(folder / way, way, tally)
    await claiming(folder / "claiming", tally)
    return tally.close()


async def misbehaving(folder, way, tally):
    async with FalseJanus(way) as janus, Evening(folder, janus) as evening:
        slowest = 0
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            for data in NONSENSE:
                evening.people[1].send({"type": "signal", "to": "media", "data": data})
            start = time.monotonic()
            answer = await evening.people[0].done({"say": {"text": "Guten Abend!"}})
            slowest = max(slowest, time.monotonic() - start)
            if not isinstance(answer, int):
                slowest = float("inf")
            await asyncio.sleep(0.5)
        tally.note(slowest < 1, f"{way}: whoever speaks is answered at once", slowest)
        closed = [person.close_code for person in evening.people if not person.is_open]
        tally.note(not closed, f"{way}: nobody is thrown off their line", closed)
        ways = [message["topology"] for message in evening.told if message["type"] == "links" and "topology" in message]
        expected = "sfu" if way == "twice" else "mesh"
        tally.note(ways[-1] == expected, f"{way}: voices go by a way that works", ways[-3:])
        tally.note(len(ways) < 100, f"{way}: pages are not told of other ways without end", len(ways))
        start = time.monotonic()
        status = await asyncio.to_thread(evening.site.site.stop)
        tally.note(status == 0 and time.monotonic() - start < 10, f"{way}: a stop waits for no media server", status)


async def claiming(folder, tally):
    """A guest says of their offer that it has a line which it hasn't."""
    async with FalseJanus() as janus, Evening(folder, janus, {1: {"audio": "77"}}) as evening:
        await asyncio.sleep(SECONDS / 2)
        ids = [person.who for person in evening.people]
        for place in (0, 2, 3):
            heard = evening.people[place].heard
            expected = {ids[other] for other in (0, 2, 3) if other != place}
            tally.note(heard == expected, f"claiming: person {place} hears the others beside somebody who claims a line", heard)


class Evening:
    """Four people at one table. `claims` is what somebody says of their lines, by their place."""

    def __init__(self, folder, janus, claims=None):
        settings = {"URLS": janus.url, "SECRET": "geheim", "ROOM_KEY": "raumschlüssel", "PEOPLE": "2"}
        self.site = FloorSite(folder, "bcd", **{f"STEHTISCH_JANUS_{name}": value for name, value in settings.items()})
        self.claims = claims or {}
        self.people, self.told = [], []

    async def __aenter__(self):
        await asyncio.to_thread(self.site.open)
        host = Door("host", f"/parties/{self.site.party}/floor/socket", {"Cookie": self.site.desk.cookie})
        paths = [f"/{self.site.doors[name].split('/', 3)[3]}/socket" for name in "bcd"]
        for place, door in enumerate([host, *(Door(None, path, {}) for path in paths)]):
            self.people.append(await self.come(Person(self.site.site.url, door, self.told, self.claims.get(place))))
        return self

    async def __aexit__(self, *_):
        self.site.close()

    async def come(self, person):
        await person.connect()
        await person.done({"arrive": {"profile": {"name": "Gast", "line": "", "drink": ""}, "mode": "voice"}})
        await person.done({"enter": {}})
        await person.done({"move": {"table": "t1"}})
        return person


class Person(FloorClient):
    """Offers a voice, and says yes to everything that is offered."""

    def __init__(self, url, door, told, claim):
        super().__init__(url, door)
        self.told, self.claim = told, claim
        self.heard = set()
        self.on_message = self.hear

    def welcome(self, message):
        self.who = message["you"]
        super().welcome(message)

    def hear(self, _, message):
        self.told.append(message)
        if message["type"] != "signal" or message["from"] != "media":
            return
        data = message["data"]
        if data.get("publish") == "fresh":
            offer = "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n"
            self.say({"token": data["token"], "offer": offer, "lines": self.claim or {"audio": "0"}})
        if "offer" in data:
            self.heard |= {line["from"] for line in data["lines"]}
            self.say({"token": data["token"], "answer": "v=0"})

    def say(self, data):
        self.send({"type": "signal", "to": "media", "data": data})


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
