#!/usr/bin/env python3
"""A party whose voices and pictures go by a media server: two Janus, of which one dies, and the program restarts meanwhile.

    janus.py [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import pathlib
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import sync_playwright  # noqa: E402

import own_network  # noqa: E402
from artefacts import folder_for  # noqa: E402
from company import PATIENCE, company, hear, no_faults  # noqa: E402
from floor_site import open_floor  # noqa: E402
from janus_server import JanusServer  # noqa: E402
from partygoer import Partygoer  # noqa: E402
from tally import Tally  # noqa: E402

AFTERGLOW = 0.5
"""Seconds until a voice that stopped has died away at the other end."""


def main():
    folder, tally = folder_for("janus", __doc__), Tally()
    servers = [JanusServer(folder.parent / f"janus-{number}", "geheim", "raumschlüssel") for number in (1, 2)]
    settings = {
        "STEHTISCH_JANUS_URLS": ",".join(server.url for server in servers),
        "STEHTISCH_JANUS_SECRET": "geheim",
        "STEHTISCH_JANUS_ROOM_KEY": "raumschlüssel",
        "STEHTISCH_JANUS_PEOPLE": "3",
    }
    try:
        servers[0].start()
        with open_floor(folder, "bcf", **settings) as site, sync_playwright() as playwright, company() as people:
            Forwarded(playwright, site, folder, servers, people, tally).walk()
    finally:
        for server in servers:
            server.stop()
    return tally.close()


class Forwarded:
    def __init__(self, playwright, site, folder, servers, people, tally):
        self.make = lambda name, **more: Partygoer(name, playwright, folder, site, **more)
        self.site, self.servers, self.people, self.tally = site, servers, people, tally

    def walk(self):
        for story in (self.three_meet, self.pictures, self.tables, self.mute, self.stage, self.restart, self.reload, self.death, self.the_last_one, self.back, self.firefox):
            story()
        no_faults(self.tally, self.people)

    def three_meet(self):
        said = self.site.site.run("doctor").stdout
        self.tally.note(f"{self.servers[0].url} forwards" in said, "The operator is told which media server forwards", said)
        self.tally.note(f"{self.servers[1].url}: it can't be reached" in said, "and which doesn't", said)
        self.servers[1].start()
        with self.tally.step("Two meet from page to page"):
            for name in "ab":
                self.comes(name)
            self.stand(a="t1", b="t1")
            assert self.way("a") == "mesh", self.way("a")
        with self.tally.step("With the third, all go by the media server"):
            self.comes("c")
            for name in "abc":
                self.people[name].wait("room.media.way === 'sfu'", 20)
            self.stand(a="t1", b="t1", c="t1")
        self.hear(a="bc", b="ac", c="ab")
        for name in "abc":
            count = self.people[name].get("connections.filter((one) => one.signalingState !== 'closed').length")
            self.tally.note(count == 2, f"{name} has one connection for what goes out and one for what comes in", count)

    def pictures(self):
        a, b, c = (self.people[name] for name in "abc")
        with self.tally.step("They see each other"):
            for one in (a, b, c):
                for other in (a, b, c):
                    if one is not other:
                        one.wait("room.peer(argument)?.hasPicture", PATIENCE, other.id)
            for one in (a, b, c):
                before = one.flows()["frames"]
                one.wait_for_more("frames", before)
        with self.tally.step("A picture that is shown small comes small, one that is shown large comes large"):
            for one in (b, c):
                one.do("await room.devices.choose({ economy: false })")
            for size, height in ((60, 180), (500, 360)):
                a.do(f"room.media.sizeOf = () => {size};")
                a.wait(f"(await heights(room.media.connectionTo(''))).every((one) => one === {height})", PATIENCE)
            for one in (b, c):
                one.do("await room.devices.choose({ economy: true })")

    def tables(self):
        with self.tally.step("One goes to another table"):
            self.stand(a="t1", b="t1", c="t2")
            time.sleep(AFTERGLOW)
        self.hear(a="b", b="a", c="")
        with self.tally.step("One of the others follows"):
            start = time.monotonic()
            self.stand(a="t1", b="t2", c="t2")
            print(f"         the voices of the new table could be had {1000 * (time.monotonic() - start):.0f} ms later")
            time.sleep(AFTERGLOW)
        self.hear(a="", b="c", c="b")
        with self.tally.step("Three people move twenty times within seconds"):
            for move in range(20):
                self.people["abc"[move % 3]].do("await room.ask('move', { table: argument }).catch(() => {});", f"t{1 + (move * 5 + move // 3) % 2}")
            self.stand(a="t1", b="t2", c="t1")
        self.hear(a="c", b="", c="a")
        self.stand(a="t1", b="t1", c="t1")
        self.hear(a="bc", b="ac", c="ab")

    def mute(self):
        a, b = self.people["a"], self.people["b"]
        a.do("await room.setMuted(true)")
        time.sleep(AFTERGLOW)
        self.hear(b="c")
        a.do("await room.setMuted(false)")
        self.hear(b="ac")
        with self.tally.step("A screen is shared at the table, and no longer"):
            assert a.do("return await room.share()")
            b.wait("room.peer(argument).hasScreen", PATIENCE, a.id)
            a.do("room.stopSharing()")
            b.wait("!room.peer(argument).hasScreen", PATIENCE, a.id)

    def stage(self):
        a, b = self.people["a"], self.people["b"]
        with self.tally.step("One of them has the word on the stage"):
            a.do("await room.ask('nextPart'); await room.ask('nextPart'); await room.ask('nextSpeaker', { who: argument });", b.id)
            for name in "ac":
                self.people[name].wait("room.state.stage.speaker === argument", 20, b.id)
        self.hear(a="b", c="b", b="a")
        with self.tally.step("The tables talk again"):
            a.do("await room.ask('nextPart', { index: room.state.programme.findIndex(({ kind }) => kind === 'mingling') })")
        self.hear(a="bc", b="ac", c="ab")

    def restart(self):
        a = self.people["a"]
        with self.tally.step("The program ends, and voices go on without it"):
            a.do("window.earlier = connections.filter((one) => one.signalingState !== 'closed');")
            self.site.site.stop()
            before = a.flows()["voiceIn"]
            time.sleep(3)
            assert a.flows()["voiceIn"] > before + 5_000, "nothing comes any more"
        with self.tally.step("It is back, and what goes out was never interrupted"):
            self.site.site.start()
            for person in self.people.values():
                person.wait("room.connection.state === 'open' && room.media.way === 'sfu'", 20)
            assert a.get("earlier.filter((one) => one.signalingState !== 'closed').length") >= 1
        self.hear(a="bc", b="ac", c="ab")
        with self.tally.step("Who moves now hears the new table alone"):
            self.stand(a="t1", b="t1", c="t2")
            time.sleep(AFTERGLOW)
        self.hear(a="b", b="a", c="")
        self.stand(a="t1", b="t1", c="t1")
        self.hear(a="bc")

    def reload(self):
        with self.tally.step("One opens the page anew and has its voice again"):
            b = self.people["b"]
            b.page.reload()
            b.wait("room.state.isKnown && room.state.me.presence === 'inside'")
        self.hear(a="bc", b="ac", c="ab")

    def death(self):
        with self.tally.step("The media server hangs: noticed, and the party goes to the other one"):
            gone = self.home()
            gone.freeze()
            start = time.monotonic()
            self.wait_for_log("media server lost", 15)
            took = time.monotonic() - start
            print(f"         noticed after {took:.1f} s")
            self.all_flow(start, "the voices were back")
            gone.stop()
        self.hear(a="bc", b="ac", c="ab")

    def the_last_one(self):
        with self.tally.step("The other one is killed: the party goes from page to page"):
            start = time.monotonic()
            for server in self.servers:
                server.stop()
            for name in "abc":
                self.people[name].wait("room.media.way === 'mesh'", 30)
            self.all_flow(start, "the voices were back")
        self.hear(a="bc", b="ac", c="ab")

    def back(self):
        with self.tally.step("A media server is there again, and is used again"):
            self.servers[0].start()
            for name in "abc":
                self.people[name].wait("room.media.way === 'sfu'", 60)
        self.hear(a="bc", b="ac", c="ab")

    def firefox(self):
        self.people.pop("c").close()
        with self.tally.step("Firefox comes to the table"):
            self.comes("f", is_firefox=True)
            self.stand(a="t1", b="t1", f="t1")
        self.hear(a="bf", b="af", f="ab")

    # What the stories are made of

    def comes(self, name, **more):
        person = self.make(name, **more)
        self.people[name] = person
        person.enter()

    def way(self, name):
        return self.people[name].get("room.media.way")

    def stand(self, **tables):
        """Brings everybody to a table and waits until the voices of who stands there can be had."""
        for name, table in tables.items():
            if self.people[name].place[1] != table:
                self.people[name].move(table)
        for name, table in tables.items():
            for other, place in tables.items():
                if place == table and other != name:
                    self.people[name].wait("['good', 'weak', 'silent'].includes(room.peer(argument)?.health)", PATIENCE, self.people[other].id)

    def home(self):
        """The server where the party is."""
        last = [line for line in self.log().splitlines() if "voices by media server" in line][-1]
        return next(server for server in self.servers if server.url in last)

    def log(self):
        return (self.site.site.folder / "err.log").read_text()

    def wait_for_log(self, words, seconds):
        count, deadline = self.log().count(words), time.monotonic() + seconds
        while self.log().count(words) <= count:
            assert time.monotonic() < deadline, f"no “{words}” within {seconds} s"
            time.sleep(0.05)

    def all_flow(self, start, what):
        for name in "abc":
            self.people[name].wait_for_more("voiceIn", self.people[name].flows()["voiceIn"] + 3_000)
        print(f"         {what} after {time.monotonic() - start:.1f} s")

    def hear(self, **wanted):
        hear(self.tally, self.people, wanted)


if __name__ == "__main__":
    own_network.enter()
    sys.exit(main())
