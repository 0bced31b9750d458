#!/usr/bin/env python3
"""A whole evening in compressed time: the arc is written, the doors open, host and guest in browsers and six more by sockets go from
the first to the last part; in the middle the server is killed; the evening ends kindly.

    evening.py [--artefacts FOLDER]

Ends with `N passed, N failed`. Nobody has a camera or microphone here: `media.py` is for these.
"""

import pathlib
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import expect, sync_playwright  # noqa: E402

from artefacts import folder_for  # noqa: E402
from floor_site import open_floor  # noqa: E402
from text_guest import TextGuest  # noqa: E402
from line import Line, Refused  # noqa: E402
from onlooker import Onlooker  # noqa: E402
from room_page import ROOM  # noqa: E402
from tally import Tally  # noqa: E402

NAMES = "bcdefgh"


def main():
    folder, tally = folder_for("evening", __doc__), Tally()
    with open_floor(folder, NAMES) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        Evening(browser, site, folder, tally).walk()
        browser.close()
    return tally.close()


class Evening:
    def __init__(self, browser, site, folder, tally):
        self.site, self.tally = site, tally
        self.onlooker = Onlooker(browser, site.site.url, tally, folder)
        self.host = self.onlooker.visitor("de-DE")
        self.guest = self.onlooker.visitor("en-GB")
        self.light = {}

    def walk(self):
        self.the_arc()
        self.the_way_in()
        self.everybody_comes()
        self.strangers()
        self.the_first_part()
        self.what_is_written()
        self.the_server_is_killed()
        self.rounds()
        self.somebody_is_sent_away()
        self.the_end()
        # While the server was down.
        complaints = [words for words in self.onlooker.complaints if "CONNECTION_REFUSED" not in words]
        self.tally.note(not complaints, "No page complained", complaints[:5])
        self.tally.note(not self.onlooker.strangers, "Nothing was asked of a stranger", self.onlooker.strangers[:5])

    def the_arc(self):
        """Writes the arc before the evening, without JavaScript's help: pressing buttons and typing."""
        page = self.host
        cookies = self.site.desk.host.cookies.items()
        page.context.add_cookies([{"name": key, "value": value, "url": self.site.site.url} for key, value in cookies])
        with self.tally.step("The host takes an arc and makes its parts a minute long"):
            page.goto(f"/parties/{self.site.party}/programme")
            page.locator("button[name=preset][value='45']").click()
            expect(page.locator("[name='minutes.0']")).to_have_value("5")
            for part in range(5):
                page.fill(f"[name='minutes.{part}']", "1")
            page.locator("button[name=change][value='out.2']").click()
            expect(page.locator("[name='kind.2']")).to_have_value("mingling")
            page.fill("[name='minutes.2']", "5")
            page.keyboard.press("Enter")
            expect(page.locator(".notice.good")).to_be_visible()
            expect(page.locator("[name='minutes.2']")).to_have_value("5")
        page.fill("[name='minutes.0']", "viele")
        page.keyboard.press("Enter")
        with self.tally.step("A mistake stands at its field"):
            expect(page.locator("[name='minutes.0'][aria-invalid=true]")).to_be_visible()
        page.goto(f"/parties/{self.site.party}/programme")
        self.onlooker.look(page, "programme")

    def the_way_in(self):
        with self.tally.step("From the personal page to the lobby it is one tap, and the page's socket opens"):
            self.guest.goto(self.site.doors["b"].removesuffix("/floor"))
            self.guest.get_by_role("link", name="To the door").click()
            expect(self.guest.locator("#lobby")).to_be_visible()
            until(self.guest, "room.connection.state === 'open' && room.state.isKnown")
        with self.tally.step("Host and guest come in"):
            self.host.goto(f"/parties/{self.site.party}/floor")
            for page in (self.host, self.guest):
                until(page, "room.state.isKnown")
                come_in(page, "Host" if page is self.host else "Guest")
                until(page, "room.state.me.presence === 'inside'")

    def everybody_comes(self):
        with self.tally.step("Six more come by sockets, and every page shows all eight"):
            for name in NAMES[1:]:
                self.light[name] = TextGuest(name.upper(), self.site.doors[name]).open().come()
            for page in (self.host, self.guest):
                until(page, "room.state.inside.length === 8")

    def strangers(self):
        door = self.site.doors["c"].replace("http", "ws", 1) + "/socket"
        for what, url, origin, expected in [
            ("A page of another site opens no socket", door, "https://evil.example", 403),
            ("A link that never was opens none", door.replace("/g/", "/g/x"), None, 404),
        ]:
            try:
                Line(url, origin=origin)
                status = 101
            except Refused as refused:
                status = refused.status
            self.tally.note(status == expected, what, status)

    def the_first_part(self):
        host = self.host
        one = self.light["c"]
        with self.tally.step("The host starts the programme; after a minute, with a warning before, the next part begins by itself"):
            ask(host, "nextPart")
            one.wait(lambda: one.events("part"))
            one.wait(lambda: one.events("warned"), 90)
            one.wait(lambda: len(one.events("part")) == 2, 120)
        first, second = (clock["clock"] for clock in one.events("part")[:2])
        took = (second["startedAt"] - first["startedAt"]) / 1000
        self.tally.note(50 < took < 120, f"The first part took {took:.0f} s")
        with self.tally.step("Introductions are on the stage, with everybody in the order of speakers"):
            one.wait(lambda: one.events("speaker"))
            until(self.guest, "room.state.isOnStage")
        with self.tally.step("The host goes on to the tables"):
            ask(host, "nextPart")
            until(self.guest, "!room.state.isOnStage")

    def what_is_written(self):
        c, d, e = (self.light[name] for name in "cde")
        with self.tally.step("At a table a coaster is written, something promised, a card taken"):
            assert c.ask("moveToFreeTable") == "done"
            table = c.tables()[c.you]
            for other in (d, e):
                assert other.ask("move", table=table) == "done"
            assert c.ask("coaster", text="Die Studie") == "done"
            assert c.ask("promise", to=[d.you], text="schicke die Studie") == "done"
            assert c.ask("offerCard", to=d.you) == "done"
            assert d.ask("answerCard", **{"from": c.you}, take=True) == "done"
            d.wait(lambda: d.count("card"))
        card = d.latest("card")["card"]
        self.tally.note("@" in card["email"], "The card has the address that both agreed to give", card)
        f = self.light["f"]
        self.tally.note(not f.events("coaster") and not f.events("promised"), "Who doesn't stand there sees none of it")

    def the_server_is_killed(self):
        lights = list(self.light.values())
        before = {guest.name: guest.tables().get(guest.you) for guest in lights}
        acknowledged = []
        c = self.light["c"]
        for number in range(20):
            if c.ask("coaster", text=f"Zeile {number}") == "done":
                acknowledged.append(f"Zeile {number}")
        self.site.site.process.kill()
        self.site.site.process.wait()
        self.site.site.start()
        start = time.monotonic()
        with self.tally.step("The server is killed and started: all are back where they stood"):
            for guest in lights:
                guest.open()
            took = time.monotonic() - start
            assert before == {guest.name: guest.tables().get(guest.you) for guest in lights}
            for page in (self.host, self.guest):
                until(page, "room.connection.state === 'open' && room.state.me.presence === 'inside'")
        self.tally.note(took < 5, f"The floor stands {took:.1f} s after the server answers again")
        stored = {row[0] for row in self.site.desk.rows("SELECT text FROM coaster_line WHERE party_id = ?", self.site.party)}
        lost = [line for line in acknowledged if line not in stored]
        self.tally.note(acknowledged and not lost, f"All {len(acknowledged)} acknowledged lines are there", lost)

    def rounds(self):
        host = self.host
        with self.tally.step("The host asks for rounds; all are seated, nobody at two tables, none over its limit"):
            ask(host, "startRounds", count=2, minutes=1)
            c = self.light["c"]
            c.wait(lambda: any(rounds.get("rounds", {}).get("current") == 1 for rounds in c.events("rounds")))
            time.sleep(1)
            seats = list(c.tables().values())
            assert len(seats) >= 7, c.tables()
            assert max(seats.count(table) for table in set(seats)) <= 4
            ask(host, "endRounds")

    def somebody_is_sent_away(self):
        h = self.light.pop("h")
        with self.tally.step("Somebody is sent away, and their link opens nothing any more"):
            ask(self.host, "remove", who=h.you)
            h.wait(lambda: h.line.code)
            assert h.line.code == 4001
            h.open()
            h.wait(lambda: h.line.code)
            assert h.line.code == 4001

    def the_end(self):
        with self.tally.step("The evening ends kindly for everybody"):
            self.host.goto(f"/parties/{self.site.party}/programme")
            self.host.locator("summary", has_text="beenden").click()
            self.host.get_by_role("button", name="Für alle beenden").click()
            for guest in self.light.values():
                guest.wait(lambda guest=guest: guest.line.code)
                assert guest.line.code == 4003, guest.line.code
        doubled = {guest.name: guest.doubled for guest in self.light.values() if guest.doubled}
        self.tally.note(not doubled, "Nobody was told anything twice", doubled)
        rows = self.site.desk.rows
        party = self.site.party
        self.tally.note(rows("SELECT state FROM party WHERE id = ?", party)[0][0] == "ended", "The party has ended")
        count = rows("SELECT count(*) FROM encounter WHERE party_id = ?", party)[0][0]
        self.tally.note(count >= 3, f"It is known who talked with whom ({count} pairs)")
        promised = rows("SELECT count(*) FROM promise WHERE party_id = ?", party)[0][0]
        cards = rows("SELECT count(*) FROM card_exchange WHERE party_id = ?", party)[0][0]
        self.tally.note((promised, cards) == (1, 2), "Promise and cards are kept", (promised, cards))


def ask(page, kind, **fields):
    page.evaluate(f"async ([kind, fields]) => {{ {ROOM} await room.ask(kind, fields); }}", [kind, fields])


def come_in(page, name):
    page.evaluate(
        f"""async (name) => {{ {ROOM}
        await room.setMode("text");
        await room.arrive({{ name, line: "", drink: "Water" }});
        await room.ask("enter"); }}""",
        name,
    )


def until(page, expression, patience=45):
    """Waits, also while the page finds its way back to the server."""
    deadline = time.monotonic() + patience
    while not page.evaluate(f"async () => {{ {ROOM} return {expression}; }}"):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{expression} within {patience} s")
        time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main())
