#!/usr/bin/env python3
"""The room with 3, 8 and 40 people, as one guest and as the host see it: every state looked at and pictured, on a desktop and on a
telephone, by day and by night, in both languages.

    room.py [--artefacts FOLDER] [--people 3,8,40]

Ends with `N passed, N failed`. One browser; all others are sockets.
"""

import argparse
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from floor_site import FloorSite  # noqa: E402
from light_guest import LightGuest  # noqa: E402
from tally import Stop, Tally  # noqa: E402

FAMILIES = ["Ahrendt", "Cordsen", "Dallwitz", "Esselborn", "Feddersen", "Gerstenberg", "Habermehl", "Immenroth", "Jessenow"]
GIVEN = ["Kai", "Jule", "Okan", "Ilka", "Dirk", "Nele", "Tomasz", "Britta", "Samir", "Greta", "Veit"]
DRINKS = ["Wasser", "Wein", "Bier", "Tee", "Sekt", "Cocktail"]
LINES = ["Mediatorin, Münster", "Leitet ein Team in vier Ländern", "Forscht über Vertrauen", "Coach für Gründer"]
TOPICS = ["Vertrauen ohne Flurgespräche", "Konflikte per Video", "Führen in Teilzeit", "Was Behörden anders machen", "Hybride Teams"]
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--people", default="3,8,40")
    options = parser.parse_args()
    folder = pathlib.Path(options.artefacts).resolve() / "room"
    folder.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for people in map(int, options.people.split(",")):
            try:
                Room(browser, people, tally, folder).show()
            except Stop as stop:
                print(f"The rest with {people} people is left out, because this failed: {stop}")
        browser.close()
    return tally.close()


class Room:
    """So many people, one of whom looks: the first guest."""

    def __init__(self, browser, people, tally, folder):
        self.people = people
        self.tally = tally
        self.folder = folder
        self.axe = Axe()
        self.names = [f"g{number}" for number in range(1, people)]
        self.site = FloorSite(folder / f"site-{people}", self.names)
        self.browser = browser
        self.faults = []

    def show(self):
        try:
            with self.tally.step(f"{self.people} people are invited, and the doors are open"):
                self.site.open()
            self.party()
        finally:
            self.site.close()

    def party(self):
        page = self.visitor()
        with self.tally.step(f"{self.people}: all others come in"):
            host, others = self.fill()
        self.look(page, "lobby")
        with self.tally.step(f"{self.people}: a guest comes in and stands with them"):
            page.fill("#profile-name", "Anna Brandis")
            page.fill("#profile-line", "Begleitet Führungskräfte")
            page.check("[name=mode][value=text]", force=True)
            page.click("#enter")
            page.click("#table-list li:first-child [data-do=join]")
            page.wait_for_selector("#table-list li.mine")
            for number, other in enumerate(others[1:], 3):
                self.stand(other, number)
        self.talk(host, others)
        self.look(page, "tables", {"notes": "[data-do=tab][data-tab=notes]", "picture": "[data-do=as][data-as=picture]", "table": "[data-do=tab][data-tab=table]"})
        with self.tally.step(f"{self.people}: the host moves on to the stage"):
            self.to_the_stage(page, host)
        self.look(page, "stage", {"table": "[data-do=tab][data-tab=table]"})
        with self.tally.step(f"{self.people}: the evening ends"):
            host.ask("end")
            page.wait_for_selector("#ending:not([hidden])")
        self.look(page, "ended")
        self.tally.note(not self.faults, f"{self.people}: no page complained", self.faults[:5])
        for each in [host, *others]:
            each.close()

    def visitor(self):
        page = self.browser.new_context(locale="de", reduced_motion="reduce", viewport=DESKTOP).new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda message: message.type == "error" and self.faults.append(message.text))
        self.site.lead(page, "g1")
        return page

    def fill(self):
        cookies = "; ".join(f"{name}={value}" for name, value in self.site.desk.host.cookies.items())
        host = LightGuest(self.site.doors["a"], "Miriam Sander", "Lädt ein und hört zu", "Wasser", cookies)
        host.come_in("camera")
        host.ask("move", table="t1")
        host.ask("topic", topic=TOPICS[0])
        others = [self.guest(number) for number in range(2, self.people)]
        others[0].ask("move", table="t1")
        return host, others

    def guest(self, number):
        name = f"{GIVEN[number % len(GIVEN)]} {FAMILIES[number % len(FAMILIES)]}"
        door = self.site.doors[f"g{number}"]
        guest = LightGuest(door, name, LINES[number % len(LINES)], DRINKS[number % len(DRINKS)])
        guest.come_in("voice" if number % 3 else "text")
        return guest

    def stand(self, guest, number):
        """Stands people at a free table or one with room; the last one stays at the bar."""
        if number == self.people - 1:
            return
        if number % 4 != 3:
            guest.ask("moveSomewhere")
            return
        guest.ask("moveToFreeTable")
        guest.ask("topic", topic=TOPICS[number // 4 % len(TOPICS)])

    def talk(self, host, others):
        host.ask("say", text="Wer kennt die Studie aus Kassel?")
        others[0].ask("say", text="Ich, und ich schicke sie herum.")
        others[0].ask("coaster", text="Kamera aus heißt nicht: nicht da.")
        others[0].ask("hand", up=True)

    def to_the_stage(self, page, host):
        for _ in range(5):
            host.ask("nextPart")
            page.wait_for_timeout(500)
            if page.is_visible("#stage") or page.is_visible("[data-do=tab][data-tab=table]"):
                return
        raise AssertionError("no part is on the stage")

    def look(self, page, state, panes=None):
        """Axe in every look; the phone's panes one by one."""
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for label, size in (("desktop", DESKTOP), ("phone", PHONE)):
                page.set_viewport_size(size)
                page.wait_for_timeout(400)
                self.check(page, f"{self.people}-{state}-{label}-{scheme}")
                for pane, opener in (panes or {}).items() if label == "phone" else ():
                    page.click(opener)
                    page.wait_for_timeout(300)
                    self.check(page, f"{self.people}-{state}-{pane}-{label}-{scheme}")
                    page.click("[data-do=tab][data-tab=tables]")
                    page.click("[data-do=as][data-as=list]")
        page.set_viewport_size(DESKTOP)

    def check(self, page, name):
        page.screenshot(path=self.folder / f"{name}.png")
        faults = [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in self.axe.run(page).response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 1:
            faults.append(f"{wide} pixels too wide")
        if "⟦" in page.inner_text("body"):
            faults.append("a word is missing")
        self.tally.note(not faults, f"{name} is sound", faults)


if __name__ == "__main__":
    sys.exit(main())
