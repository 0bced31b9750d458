#!/usr/bin/env python3
"""Six people with voices and without pictures: at two tables, all at one voice from the stage, and at their tables again.

    voices.py [--artefacts FOLDER]

Ends with `N passed, N failed`. Sound alone costs so little that six browsers bear it.
"""

import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import sync_playwright  # noqa: E402

from artefacts import folder_for  # noqa: E402
from company import PATIENCE, company, hear, no_faults  # noqa: E402
from floor_site import open_floor  # noqa: E402
from partygoer import Partygoer  # noqa: E402
from tally import Tally  # noqa: E402

NAMES = "abcdeg"


def main():
    folder, tally = folder_for("voices", __doc__), Tally()
    with open_floor(folder, NAMES[1:]) as site, sync_playwright() as playwright, company() as people:
        Voices(playwright, site, folder, tally, people).walk()
    return tally.close()


class Voices:
    def __init__(self, playwright, site, folder, tally, people):
        self.make = lambda name: Partygoer(name, playwright, folder, site)
        self.tally, self.people = tally, people

    def walk(self):
        with self.tally.step("Six people come in with their voices"):
            for name in NAMES:
                self.people[name] = self.make(name)
                self.people[name].enter("voice")
        with self.tally.step("Three stand at one table and three at another"):
            self.stand("abc", "t1")
            self.stand("deg", "t2")
        self.tables()
        with self.tally.step("One of them has the word on the stage"):
            a, e = self.people["a"], self.people["e"]
            a.do("await room.ask('nextPart'); await room.ask('nextPart'); await room.ask('nextSpeaker', { who: argument });", e.id)
            for name in NAMES:
                self.people[name].wait("room.state.stage.speaker === argument", 20, e.id)
            for name in "bcdg":
                self.people[name].connected([e], PATIENCE)
        self.hear(a="e", b="e", c="e", d="e", g="e", e="a")
        with self.tally.step("The host taps the glass at the tables, and all hear the host"):
            a.do("await room.ask('nextPart', { index: room.state.programme.findIndex(({ kind }) => kind === 'mingling') })")
            a.do("await room.ask('glass', { isUp: true })")
            for name in NAMES[1:]:
                self.people[name].connected([a], PATIENCE)
        self.hear(b="a", c="a", d="a", e="a", g="a", a="")
        with self.tally.step("The glass is down, and the tables talk on"):
            a.do("await room.ask('glass', { isUp: false })")
            self.together("abc")
            self.together("deg")
        self.tables()
        no_faults(self.tally, self.people)

    def stand(self, names, table):
        for name in names:
            if self.people[name].place[1] != table:
                self.people[name].move(table)
        self.together(names)

    def together(self, names):
        for name in names:
            self.people[name].connected([self.people[other] for other in names if other != name], PATIENCE)

    def tables(self):
        self.hear(**{name: names.replace(name, "") for names in ("abc", "deg") for name in names})

    def hear(self, **wanted):
        hear(self.tally, self.people, wanted)


if __name__ == "__main__":
    sys.exit(main())
