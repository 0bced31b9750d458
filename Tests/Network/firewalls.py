#!/usr/bin/env python3
"""Two people behind routers of many kinds, from page to page and by a media server: who shall hear each other does, within seconds. Network
namespaces with nftables; wants root.

    firewalls.py [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Browser"), str(HERE.parent / "Python")]

from playwright.sync_api import sync_playwright  # noqa: E402

import janus_server  # noqa: E402
import partygoer  # noqa: E402
from artefacts import folder_for  # noqa: E402
from company import company, hear, no_faults  # noqa: E402
from floor_site import open_floor  # noqa: E402
from lab import INTERNET, Lab  # noqa: E402
from relays import SECRET, URLS, Relays  # noqa: E402
from tally import Tally  # noqa: E402

MARK = "IN_THE_LAB"
NAMES = {"a": "A", "b": "B"}
PROMISE = 10
"""Seconds until they hear each other. Printed beside what it took: a busy machine takes longer."""
PAIRS = [
    ("cone", "cone"), ("symmetric", "symmetric"), ("udp blocked", "cone"), ("only 443", "symmetric"), ("only TLS", "cone"),
    ("only by a proxy", "only 443"), ("only IPv6", "only IPv6"),
]  # fmt: skip


def main():
    """In the namespace that is the internet: the program, the relay, Janus and a proxy stand there."""
    folder, tally = folder_for("firewalls", __doc__), Tally()
    lab = Lab(folder.parent / "lab")
    if not os.environ.pop(MARK, None):
        try:
            lab.up()
            return subprocess.call(["ip", "netns", "exec", lab.space("W"), "env", f"{MARK}=1", sys.executable, *sys.argv])
        finally:
            lab.down()
    janus = janus_server.JanusServer(folder.parent / "janus-server", SECRET, "raumschlüssel")
    relays = Relays(folder.parent / "coturn")
    try:
        janus.start()
        relays.start()
        lab.proxy()
        for people, name in ((1000, "mesh"), (2, "sfu")):
            story(lab, folder / name, name, tally, janus, relays, {"STEHTISCH_JANUS_PEOPLE": str(people)})
    finally:
        janus.stop()
        relays.stop()
        for passage in lab.passages:
            passage.kill()
    return tally.close()


def story(lab, folder, way, tally, janus, relays, more):
    settings = {
        "STEHTISCH_TURN_URLS": URLS,
        "STEHTISCH_TURN_SECRET": SECRET,
        "STEHTISCH_JANUS_URLS": janus.url,
        "STEHTISCH_JANUS_SECRET": SECRET,
        "STEHTISCH_JANUS_ROOM_KEY": janus.key,
    }
    with open_floor(folder, "b", **settings, **more) as site, sync_playwright() as playwright, company() as people:
        Firewalls(lab, site, folder, playwright, people, tally, way, janus, relays).walk()
        no_faults(tally, people)


class Firewalls:
    def __init__(self, lab, site, folder, playwright, people, tally, way, janus, relays):
        self.relays = relays
        self.lab, self.site, self.folder, self.playwright = lab, site, folder, playwright
        self.people, self.tally, self.way, self.janus = people, tally, way, janus
        self.port = site.site.port
        lab.passage("W", self.port, "127.0.0.1")
        for home in NAMES.values():
            lab.passage("H" + home, self.port)

    def walk(self):
        for pair in PAIRS:
            if "only IPv6" in pair and self.way == "sfu":
                # Janus in this lab has no address of that kind.
                continue
            with self.tally.step(f"{self.way}: {pair[0]} and {pair[1]}"):
                self.meet(pair)
            self.hear()
        self.moved()
        if self.way == "mesh":
            self.relay_ends()
        else:
            self.janus_dies()

    def meet(self, pair):
        for home, way in zip("AB", pair, strict=True):
            self.lab.narrow(home, way, self.port)
        for name, home in NAMES.items():
            if name in self.people:
                self.people.pop(name).close()
            self.people[name] = self.come(name, home, pair["AB".index(home)])
        for person in self.people.values():
            if person.place[1] != "t1":
                person.move("t1")
        self.connected(time.monotonic())

    def come(self, name, home, way):
        program = self.lab.browser(home)
        proxy = [f"--proxy-server=http://{INTERNET}:3128", "--proxy-bypass-list=127.0.0.1"] if way == "only by a proxy" else []
        # The relay's certificate is one of the lab's own.
        proxy += ["--ignore-certificate-errors"]
        person = partygoer.Partygoer(name, self.playwright, self.folder, self.site, program=program, flags=proxy)
        if person.place[0] != "inside":
            person.enter("voice")
        return person

    def connected(self, start):
        a, b = self.people["a"], self.people["b"]
        for one, other in ((a, b), (b, a)):
            one.wait("['good', 'weak', 'silent'].includes(room.peer(argument)?.health)", 60, other.id)
        took = time.monotonic() - start
        print(f"         they were connected after {took:.1f} s{' (more than promised)' if took > PROMISE else ''}")

    def moved(self):
        with self.tally.step(f"{self.way}: somebody's address changes in mid-talk"):
            self.meet(("cone", "cone"))
            self.lab.readdress("A", 51 if self.way == "mesh" else 52)
            start = time.monotonic()
            self.people["a"].do("room.media.recover(true)")
            b = self.people["b"]
            time.sleep(1)
            b.wait_for_more("voiceIn", b.flows()["voiceIn"] + 5_000, 60)
            print(f"         the voice was back after {time.monotonic() - start:.1f} s")
        self.hear()

    def relay_ends(self):
        """Both speak by it; the next one has to be asked for a new way."""
        with self.tally.step("mesh: the relay ends in mid-talk, and is there again"):
            self.meet(("only 443", "only 443"))
            start = time.monotonic()
            self.relays.by_443.stop()
            time.sleep(2)
            self.relays.by_443.start()
            self.flows(start)
        self.hear()

    def janus_dies(self):
        with self.tally.step("sfu: Janus is killed: voices go from page to page"):
            self.meet(("cone", "symmetric"))
            start = time.monotonic()
            self.janus.stop()
            for person in self.people.values():
                person.wait("room.media.way === 'mesh'", 30)
            self.flows(start)
        self.hear()

    def flows(self, start):
        """Until both hear more."""
        time.sleep(1)
        for person in self.people.values():
            person.wait_for_more("voiceIn", person.flows()["voiceIn"] + 5_000, 60)
        took = time.monotonic() - start
        print(f"         the voices were back after {took:.1f} s{' (more than promised)' if took > PROMISE else ''}")

    def hear(self):
        hear(self.tally, self.people, {"a": "b", "b": "a"})


if __name__ == "__main__":
    sys.exit(main())
