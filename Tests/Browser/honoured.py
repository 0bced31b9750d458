#!/usr/bin/env python3
"""A guest of honour at the evening, as a speaker and as a guest who is taken round: late, expected, here, asked, and gone in one tap.

    honoured.py [--artefacts FOLDER]

Ends with `N passed, N failed`. Host and guest of honour have browsers, the others are sockets. How they are invited is tried elsewhere: here
their seat is put into the data while the program stands still.
"""

import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import expect, sync_playwright  # noqa: E402

import store  # noqa: E402
from artefacts import folder_for  # noqa: E402
from floor_site import open_floor  # noqa: E402
from onlooker import Onlooker  # noqa: E402
from room_page import ROOM, come_in  # noqa: E402
from tally import Tally  # noqa: E402
from text_guest import TextGuest  # noqa: E402
from visitor import Visitor  # noqa: E402

LIGHT = {"c": "Cora Ahrendt", "d": "Dirk Dallwitz", "e": "Elif Esselborn", "f": "Finn Feddersen"}
QUESTIONS = ["Was würden Sie heute anders machen?", "Wem vertrauen Sie zuerst?"]
DESKTOP = {"width": 1440, "height": 900}


def main():
    folder, tally = folder_for("honoured", __doc__), Tally()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for role in ("speaker", "guest"):
            with open_floor(folder / role, "bcdef") as site:
                Honoured(browser, site, folder / role, tally, role).walk()
        browser.close()
    return tally.close()


class Honoured:
    def __init__(self, browser, site, folder, tally, role):
        self.site, self.tally, self.folder, self.role = site, tally, folder, role
        self.seat()
        self.onlooker = Onlooker(browser, site.site.url, tally, folder)
        self.light = {}

    def seat(self):
        """A slot ten minutes after the beginning, for twenty: lateness can be announced in the last hour before."""
        self.site.site.stop()
        self.guest = self.site.desk.rows("SELECT id FROM guest WHERE party_id = ? ORDER BY id LIMIT 1", self.site.party)[0][0]
        with store.opened(self.site.site, writing=True) as data:
            data.execute(
                "INSERT INTO honour (guest_id, party_id, role, begins_after, minutes) VALUES (?, ?, ?, 10, 20)",
                (self.guest, self.site.party, self.role),
            )
            for number, words in enumerate(QUESTIONS):
                data.execute(
                    "INSERT INTO honour_question (id, party_id, text, asked_at, picked) VALUES (?, ?, ?, ?, 1)",
                    (f"0198c1f0-0000-7000-8000-00000000000{number}", self.site.party, words, number),
                )
        self.site.site.start()

    def walk(self):
        stories = {
            "The evening begins without them, and their part is in the programme": self.begin,
            "Ten minutes late, by one tap on their page: the programme gives way, and everybody is told": self.late,
            "Before their part all see when they come": self.expected,
            "They come in by one tap, without waiting, though others knock": self.arrive,
            "The host has a word with them in private, which nobody else hears": self.aside,
            "In their part the word is theirs, and the host puts the questions": self.speak,
            "In their part rounds take them to company": self.go_round,
            "They go in one tap, with thanks, and it is written down": self.leave,
        }
        stories.pop("In their part rounds take them to company" if self.role == "speaker" else "In their part the word is theirs, and the host puts the questions")
        for sentence, story in stories.items():
            with self.tally.step(f"{self.role}: {sentence}", self.picture):
                story()
        self.tally.note(not self.onlooker.complaints, f"{self.role}: no page complained", self.onlooker.complaints[:5])

    def picture(self):
        for name in ("host", "honoured"):
            if page := getattr(self, name, None):
                page.screenshot(path=self.folder / f"{name}-failed.png")
        print("         the pages complained:", self.onlooker.complaints[:3])

    def begin(self):
        self.door = next(door for name, door in self.site.doors.items() if name != "a" and self.honours(door))
        self.host = self.page(self.site.doors["a"], "de-DE")
        come_in(self.host, "Miriam Sander")
        others = [door for name, door in self.site.doors.items() if name != "a" and door != self.door]
        for name, door in zip(LIGHT, others, strict=True):
            self.light[name] = TextGuest(LIGHT[name], door).open().come()
        self.host.click("[data-do=hosting]")
        for _ in range(2):
            self.host.click("#next-part")
            self.host.wait_for_timeout(300)
        expect(self.host.locator("#arc")).to_contain_text("Ehrengast")

    def honours(self, door):
        """True if this is the guest of honour's own link."""
        return Visitor(door.removesuffix("/floor")).post("/".join([*door.split("/")[:-1], "lateness"]), {"late": "none"}).status == 303

    def page(self, door, language, **more):
        page = self.onlooker.visitor(language, viewport=DESKTOP, reduced_motion="reduce", **more)
        if door == self.site.doors["a"]:
            self.site.lead(page, "a")
        else:
            page.goto(door)
        return page

    def late(self):
        Visitor(self.door).post(self.door.replace("/floor", "/lateness"), {"late": "more"}).taken()
        expect(self.host.locator("#told")).to_contain_text("10 Minuten später")
        c = self.light["c"]
        c.wait(lambda: c.events("honour") and c.events("programme"))
        assert c.events("honour")[-1]["progress"]["lateMinutes"] == 10

    def expected(self):
        self.host.click("#next-part")
        expect(self.host.locator("#asks")).to_contain_text("kommt in")
        self.onlooker.look(self.host, f"{self.role}-expected")

    def arrive(self):
        self.host.click("[data-do=doors][data-state=knock]")
        self.honoured = self.page(self.door, "en-GB")
        expect(self.honoured.locator("#floor")).to_be_visible(timeout=15_000)
        expect(self.honoured.locator("#asks")).to_contain_text("20 more minutes here")
        expect(self.host.locator("#told")).to_contain_text("ist da")
        expect(self.host.locator("#asks")).not_to_contain_text("kommt in")
        expect(self.honoured.locator("#missed")).to_be_hidden()

    def aside(self):
        host, c = self.host, self.light["c"]
        self.host.evaluate(f"async () => {{ {ROOM} await room.ask('nextPart', {{ index: 0 }}); }}")
        name = self.honoured.evaluate(f"async () => {{ {ROOM} return room.state.me.profile.name; }}")
        host.click("[data-do=people]")
        host.click(f"#people-list .person:has-text('{name}')")
        host.click("[data-do=person-backstage]")
        ask = self.honoured.locator("#asks .ask", has_text="Nobody else can hear you")
        expect(ask).to_be_visible()
        expect(host.locator("#own-title")).to_have_text("Nebenan")
        expect(host.locator("#faces .tile")).to_have_count(2)
        c.wait(lambda: c.events("backstage"))
        assert len(c.events("backstage")[-1]["who"]) == 2
        self.onlooker.look(host, f"{self.role}-aside")
        ask.locator(".quiet").click()
        expect(host.locator("#asks")).not_to_contain_text("nebenan")

    def to_their_part(self):
        index = self.host.evaluate(f"async () => {{ {ROOM} return room.state.programme.findIndex(({{ kind }}) => kind === 'guestOfHonour'); }}")
        self.host.evaluate(f"async (index) => {{ {ROOM} await room.ask('nextPart', {{ index }}); }}", index)

    def speak(self):
        self.to_their_part()
        expect(self.honoured.locator("#stage-word")).to_contain_text("You have the floor")
        self.host.keyboard.press("Escape")
        for words in QUESTIONS:
            self.host.click("#next-question")
            expect(self.honoured.locator("#honour-question")).to_have_text(words)
        expect(self.host.locator("#next-question")).to_be_hidden()
        self.onlooker.look(self.honoured, f"{self.role}-asked")
        self.honoured.click("#done-speaking")

    def go_round(self):
        self.to_their_part()
        expect(self.honoured.locator("#round-word")).to_contain_text("1 of 2")
        expect(self.honoured.locator("#stage")).to_be_hidden()
        tiles = self.honoured.locator("#faces .tile")
        expect(tiles.nth(1)).to_be_visible()
        self.onlooker.look(self.honoured, f"{self.role}-round")

    def leave(self):
        self.honoured.locator("#asks .ask button:visible", has_text="Say goodbye").click()
        expect(self.honoured.locator("#ending")).to_be_visible()
        expect(self.host.locator("#told")).to_contain_text("ist gegangen")
        arrived, left, late = self.site.desk.rows("SELECT arrived_at, left_at, late_minutes FROM honour")[0]
        assert arrived and left and left >= arrived and late == 10, (arrived, left, late)


if __name__ == "__main__":
    sys.exit(main())
