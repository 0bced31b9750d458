#!/usr/bin/env python3
"""Behind strict firewalls: two people whose browsers find each other only through a TURN server (coturn, credentials by a
shared secret). It fails and comes back in mid-conversation; text goes on meanwhile.

    relay.py [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import pathlib
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import sync_playwright  # noqa: E402

from artefacts import folder_for  # noqa: E402
from company import PATIENCE, company, hear, no_faults  # noqa: E402
from floor_site import open_floor  # noqa: E402
from partygoer import Partygoer  # noqa: E402
from program import Site  # noqa: E402
from relay_server import RelayServer  # noqa: E402
from tally import Tally  # noqa: E402

FIREWALL = pathlib.Path(__file__).parent / "relay.js"
WAYS = FIREWALL.read_text().split("window.ways = ")[1].strip().removesuffix(";")
SECRET = "ein Geheimnis für beide"


def main():
    folder, tally = folder_for("relay", __doc__), Tally()
    relay = RelayServer(folder.parent / "coturn", SECRET)
    settings = {"STEHTISCH_TURN_URLS": relay.url, "STEHTISCH_TURN_SECRET": SECRET}
    try:
        relay.start()
        with open_floor(folder, "b", **settings) as site, sync_playwright() as playwright, company() as people:
            Relay(playwright, site, folder, relay, people, tally).walk()
    finally:
        relay.stop()
    return tally.close()


class Relay:
    def __init__(self, playwright, site, folder, relay, people, tally):
        self.make = lambda name, scripts=(FIREWALL,): Partygoer(name, playwright, folder, site, scripts=scripts)
        self.site, self.folder, self.relay, self.people, self.tally = site, folder, relay, people, tally

    def walk(self):
        self.checkup()
        with self.tally.step("Two people meet whom only the relay brings together"):
            for name in "ab":
                self.people[name] = self.make(name)
                self.people[name].enter("voice")
            for person in self.people.values():
                person.move("t1")
            self.meet()
        for name in "ab":
            ways = self.people[name].page.evaluate("ways(connections)")
            self.tally.note(ways == [["relay", "relay"]], f"{name}'s voice travels by the relay alone", ways)
        hear(self.tally, self.people, {"a": "b", "b": "a"})
        self.names()
        self.failure()
        self.hidden()
        no_faults(self.tally, self.people)

    def checkup(self):
        said = self.site.site.run("doctor").stdout
        self.tally.note(f"{self.relay.url} relays for us" in said, "The operator is told that the relay relays", said)
        other = Site(self.folder / "mistaken", STEHTISCH_TURN_URLS=self.relay.url, STEHTISCH_TURN_SECRET="ein anderes")
        done = other.run("doctor")
        line = next((line for line in done.stdout.splitlines() if self.relay.url in line), "")
        is_told = done.returncode != 0 and "relays for us" not in line
        self.tally.note(line and is_told, "With a wrong secret the operator is told that it doesn't", line)
        print(f"         {line}")

    def names(self):
        """The names as coturn logs them: the second at which the credentials end, and their owner."""
        ids = {person.id for person in self.people.values()}
        log = self.relay.log()
        missing = [one for one in ids if f":{one}>" not in log]
        self.tally.note(not missing, "Each comes with credentials of their own", missing)

    def failure(self):
        a, b = self.people["a"], self.people["b"]
        with self.tally.step("The relay fails, and both are told in words"):
            self.relay.stop()
            for one, other in ((a, b), (b, a)):
                one.wait("['lost', 'retrying', 'connecting', 'silent'].includes(room.peer(argument)?.health)", PATIENCE, other.id)
        with self.tally.step("Text goes on meanwhile"):
            a.do("await room.ask('say', { text: 'Hört mich jemand?' })")
            b.wait("document.body.textContent.includes('Hört mich jemand?')", 10)
        start = time.monotonic()
        with self.tally.step("The relay is there again, and they find each other by themselves"):
            self.relay.start()
            self.meet()
        self.tally.note(True, f"That took {time.monotonic() - start:.1f} s")
        hear(self.tally, self.people, {"a": "b", "b": "a"})

    def hidden(self):
        for person in self.people.values():
            person.close()
        with self.tally.step("Where the host hides addresses two people without any firewall meet by the relay, too"):
            programme = {"kind.0": "arrivals", "minutes.0": "30", "tableLimit": "4", "hidesAddresses": "1"}
            self.site.desk.host.post(f"/parties/{self.site.party}/programme", programme).taken()
            for name in "ab":
                self.people[name] = self.make(name, ())
                self.people[name].enter("voice")
            for person in self.people.values():
                if person.place[1] != "t1":
                    person.move("t1")
            self.meet()
        for name in "ab":
            ways = self.people[name].page.evaluate(f"({WAYS})(connections)")
            self.tally.note(ways == [["relay", "relay"]], f"{name} tells no address of their own", ways)
        hear(self.tally, self.people, {"a": "b", "b": "a"})

    def meet(self):
        a, b = self.people["a"], self.people["b"]
        a.connected([b], PATIENCE)
        b.connected([a], PATIENCE)


if __name__ == "__main__":
    sys.exit(main())
