#!/usr/bin/env python3
"""What a host and guests do in an evening, with the mouse: the door, the programme's editor, tables and locks, papers, rounds, the role of the
host, somebody who disturbs, somebody who comes late.

    hosting.py [--artefacts FOLDER]

Ends with `N passed, N failed`. Host and two guests have browsers, the others are sockets.
"""

import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import expect, sync_playwright  # noqa: E402

from artefacts import folder_for  # noqa: E402
from floor_site import open_floor  # noqa: E402
from onlooker import Onlooker  # noqa: E402
from room_page import ROOM, come_in  # noqa: E402
from tally import Tally  # noqa: E402
from text_guest import TextGuest  # noqa: E402

LIGHT = {"c": "Cora Ahrendt", "d": "Dirk Dallwitz", "e": "Elif Esselborn", "h": "Hanno Habermehl"}
DESKTOP = {"width": 1440, "height": 900}


def main():
    folder, tally = folder_for("hosting", __doc__), Tally()
    with open_floor(folder, "bcdehi") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        Hosting(browser, site, folder, tally).walk()
        browser.close()
    return tally.close()


class Hosting:
    def __init__(self, browser, site, folder, tally):
        self.site, self.tally, self.folder = site, tally, folder
        self.onlooker = Onlooker(browser, site.site.url, tally, folder)
        self.host = self.page("a", "de-DE")
        self.guest = self.page("b", "en-GB")
        self.light = {}

    def page(self, name, language):
        page = self.onlooker.visitor(language, viewport=DESKTOP, reduced_motion="reduce")
        self.site.lead(page, name)
        return page

    def walk(self):
        for sentence, story in {
            "The programme is edited before the evening begins": self.edit_before,
            "Somebody knocks at the door, and the host lets them in": self.door,
            "The host sees who stands alone, at a table or at the bar": self.alone,
            "One's own face is dragged to a table, and the move is undone": self.drag,
            "Only who stands at a private table opens it to who knocks": self.private_table,
            "A card reaches only who takes it": self.cards,
            "A promise is kept in mind by both": self.promise,
            "A hand goes up, a caption is read, a glass is raised": self.signs,
            "The host lowers hands and closes a microphone, which its owner opens again": self.quiet,
            "Text to one person is answered by a tap, and declined for good": self.whisper,
            "Somebody is back in a minute": self.pause,
            "The host writes to all and taps the glass": self.to_all,
            "The programme begins, and is edited while it runs": self.edit_during,
            "Rounds are played, and who has met whom changes in table and sentence": self.rounds,
            "Who comes late is told what they missed": self.latecomer,
            "The host hands their role to a guest, who hands it back": self.hand_over,
            "Large faces stay large when the page is opened anew": self.large_faces,
            "A disturber is asked to leave, and the link opens nothing any more": self.disturber,
        }.items():
            with self.tally.step(sentence, self.picture):
                story()
        self.tally.note(not self.onlooker.complaints, "No page complained", self.onlooker.complaints[:5])
        self.tally.note(not self.onlooker.strangers, "Nothing was asked of a stranger", self.onlooker.strangers[:5])

    def picture(self):
        for name, page in (("host", self.host), ("guest", self.guest)):
            page.screenshot(path=self.folder / f"{name}-failed.png")
        print("         the pages complained:", self.onlooker.complaints[:3])

    def edit_before(self):
        for page, name in ((self.host, "Miriam Sander"), (self.guest, "Anna Brandis")):
            come_in(page, name)
        self.open_hosting()
        self.host.click("[data-do=arc]")
        self.host.click("[data-do=preset] >> nth=0")
        rows = self.host.locator("#arc-rows li")
        expect(rows).to_have_count(5)
        rows.nth(2).locator("[data-do=part-away]").click()
        expect(rows).to_have_count(4)
        rows.nth(2).locator("[name=title]").fill("Kleine Runden")
        self.host.click("#arc-form [type=submit]")
        expect(self.host.locator("#arc-window")).to_be_hidden()
        expect(self.guest.locator("#arc li")).to_have_count(4)
        expect(self.guest.locator("#arc")).to_contain_text("Kleine Runden")

    def door(self):
        self.host.click("[data-do=doors][data-state=knock]")
        for name in LIGHT:
            self.light[name] = TextGuest(LIGHT[name], self.site.doors[name]).open().come()
        ask = self.host.locator("#asks .ask", has_text=LIGHT["c"])
        assert self.presence("c") == "waiting"
        ask.locator(".primary").click()
        self.light["c"].wait(lambda: any(event["who"] == self.light["c"].you for event in self.light["c"].events("entered")))
        for name in "deh":
            row = self.host.locator("#waiting li", has_text=LIGHT[name])
            row.locator("button").click()
        expect(self.host.locator("#waiting li")).to_have_count(0)
        expect(self.guest.locator("[data-do=people]")).to_contain_text("6")

    def presence(self, name):
        rows = self.host.evaluate(f"async () => {{ {ROOM} return [...room.state.people.values()].map((p) => [p.id, p.presence]); }}")
        return dict(rows)[self.light[name].you]

    def alone(self):
        assert self.light["c"].ask("moveToFreeTable") == "done"
        rows = self.host.locator("#alone li")
        expect(rows).to_have_count(5)
        expect(rows.filter(has_text=LIGHT["c"]).locator("button")).to_be_enabled()
        for name in "deh":
            row = rows.filter(has_text=LIGHT[name])
            expect(row).to_contain_text("An der Bar")
            expect(row.locator("button")).to_have_attribute("aria-disabled", "true")

    def drag(self):
        page = self.guest
        me = page.locator("#boards .guest.me .face")
        first, second = (page.locator("#boards .board").nth(index) for index in (0, 1))
        expect(page.locator("#boards .board")).to_have_count(2)
        carry(page, me, first.locator(".wood"))
        expect(first).to_have_class("board lit mine")
        expect(page.locator("#faces .tile")).to_have_count(2)
        carry(page, me, second.locator(".wood"))
        expect(page.locator("#faces .tile")).to_have_count(1)
        page.click("#undo")
        expect(page.locator("#faces .tile")).to_have_count(2)

    def private_table(self):
        page, d = self.guest, self.light["d"]
        page.click("[data-do=privacy]")
        table = self.light["c"].tables()[self.light["c"].you]
        assert d.ask("move", table=table) == "done"
        ask = page.locator("#asks .ask", has_text=LIGHT["d"])
        expect(ask).to_be_visible()
        assert d.you not in d.tables()
        ask.locator(".primary").click()
        d.wait(lambda: d.tables().get(d.you) == table)
        page.click("[data-do=privacy]")
        expect(page.locator("#faces .tile")).to_have_count(3)

    def cards(self):
        page, c = self.guest, self.light["c"]
        self.person(page, LIGHT["c"])
        page.click("[data-do=person-card]")
        page.click("#person [data-do=close]")
        c.wait(lambda: c.events("cardOffered"))
        assert not c.count("card") and page.locator("#person-card").is_hidden()
        you = c.events("cardOffered")[0]["from"]
        assert c.ask("answerCard", **{"from": you}, take=True) == "done"
        c.wait(lambda: c.count("card"))
        self.person(page, LIGHT["c"])
        expect(page.locator("#person-card")).to_contain_text("@")
        page.click("#person [data-do=close]")
        assert not self.light["d"].count("card")

    def promise(self):
        page, d = self.guest, self.light["d"]
        self.person(page, LIGHT["d"])
        page.fill("#promise", "the study from Kassel")
        page.keyboard.press("Enter")
        page.click("#person [data-do=close]")
        d.wait(lambda: d.events("promised"))
        page.click("#tab-cards")
        expect(page.locator("#kept")).to_contain_text("the study from Kassel")
        assert not self.light["c"].events("promised")

    def signs(self):
        page, c = self.guest, self.light["c"]
        page.click("#hand")
        c.wait(lambda: any(event.get("since") for event in c.events("hand")))
        page.click("#hand")
        page.click("#tab-text")
        page.check("#captioning", force=True)
        page.fill("#say", "As I was saying")
        page.keyboard.press("Enter")
        c.wait(lambda: c.count("caption") and c.latest("caption")["text"] == "As I was saying")
        page.uncheck("#captioning", force=True)
        page.click(".dock [data-do=glass]")
        page.click(f"#glass-list li:has-text('{LIGHT['c'].split()[0]}') button")
        c.wait(lambda: c.count("clink"))
        expect(page.locator("#told")).to_contain_text(LIGHT["c"])

    def quiet(self):
        c, d = self.light["c"], self.light["d"]
        assert d.ask("hand", up=True) == "done"
        expect(self.host.locator("#raised")).to_contain_text(LIGHT["d"])
        self.host.click("#lower-hands")
        expect(self.host.locator("#raised li")).to_have_count(0)
        d.wait(lambda: d.events("hand")[-1].get("since") is None)
        assert c.ask("mode", mode="voice", muted=False) == "done"
        self.person(self.host, LIGHT["c"])
        self.host.click("[data-do=person-mute]")
        c.wait(lambda: any(event["who"] == c.you for event in c.events("muted")))
        expect(self.host.locator("[data-do=person-mute]")).to_be_hidden()
        assert c.ask("mode", mode="voice", muted=False) == "done"
        expect(self.host.locator("[data-do=person-mute]")).to_be_visible()
        self.host.click("#person [data-do=close]")
        table = self.host.locator("#loud-tables li")
        expect(table).to_have_count(1)
        table.locator("button").click()
        expect(table).to_have_count(0)
        assert c.ask("mode", mode="text", muted=False) == "done"

    def whisper(self):
        host, guest = self.host, self.guest
        self.person(host, "Anna Brandis")
        host.fill("#whisper", "Haben Sie gleich einen Moment?")
        host.keyboard.press("Enter")
        expect(host.locator("#whispers")).to_contain_text("Haben Sie gleich")
        ask = guest.locator("#asks .ask", has_text="Haben Sie gleich")
        ask.locator(".primary").click()
        expect(guest.locator("#person-name")).to_have_text("Miriam Sander")
        expect(ask).to_have_count(0)
        guest.fill("#whisper", "Gladly, in five minutes")
        guest.keyboard.press("Enter")
        expect(host.locator("#whispers")).to_contain_text("Gladly")
        assert not any(each.events("whispered") for each in self.light.values())
        self.onlooker.look(host, "whispers")
        guest.check("#hush", force=True)
        host.fill("#whisper", "Und jetzt?")
        host.keyboard.press("Enter")
        expect(host.locator("#told")).to_contain_text("unter vier Augen")
        expect(host.locator("#whisper")).to_have_value("Und jetzt?")
        guest.uncheck("#hush", force=True)
        for page in (host, guest):
            page.click("#person [data-do=close]")

    def pause(self):
        page, c = self.guest, self.light["c"]
        page.locator("#tables-title").focus()
        page.keyboard.press("b")
        c.wait(lambda: c.events("pausing") and c.events("pausing")[-1].get("since"))
        ask = page.locator("#asks .ask", has_text="back")
        ask.locator(".primary").click()
        c.wait(lambda: c.events("pausing")[-1].get("since") is None)
        page.click("[data-do=leave]")
        page.click("#sure-leave [data-do=pause]")
        c.wait(lambda: c.events("pausing")[-1].get("since"))
        page.locator("#asks .ask .primary").first.click()
        c.wait(lambda: c.events("pausing")[-1].get("since") is None)

    def to_all(self):
        self.host.fill("#announce", "In fünf Minuten geht es los.")
        self.host.keyboard.press("Enter")
        expect(self.guest.locator("#told")).to_contain_text("In fünf Minuten")
        self.host.click("#tap-glass")
        expect(self.guest.locator("#stage-word")).to_contain_text("Miriam Sander")
        self.host.click("#tap-glass")
        expect(self.guest.locator("#stage")).to_be_hidden()

    def edit_during(self):
        for _ in range(3):
            self.host.click("#next-part")
            self.host.wait_for_timeout(300)
        expect(self.guest.locator("#part-name")).to_have_text("Kleine Runden")
        self.host.click("[data-do=arc]")
        rows = self.host.locator("#arc-rows li")
        rows.nth(2).locator("[name=minutes]").fill("30")
        rows.nth(3).locator("[name=title]").fill("Gute Nacht")
        self.host.click("#arc-form [type=submit]")
        expect(self.host.locator("#arc-window")).to_be_hidden()
        expect(self.guest.locator("#arc")).to_contain_text("Gute Nacht")
        expect(self.guest.locator("#part-left")).to_contain_text("29:")

    def rounds(self):
        host = self.host
        host.click("#hosting-met summary")
        before = self.meetings()
        host.fill("#rounds-count", "4")
        host.fill("#rounds-minutes", "8")
        host.click("#start-rounds")
        expect(host.locator("#rounds-word")).to_contain_text("1 von 4")
        expect(self.guest.locator("#round-word")).to_contain_text("1 of 4")
        host.wait_for_function("(before) => document.querySelectorAll('#met-rows td').length && document.querySelector('#met-rows').textContent !== before", arg=before)
        rows = host.locator("#met-rows tr")
        expect(rows).to_have_count(6)
        expect(host.locator("#met-columns th")).to_have_count(6)
        expect(host.locator("#met-word")).not_to_be_empty()
        self.guest.click("#stay")
        expect(host.locator("#staying")).to_contain_text("Anna Brandis")
        self.onlooker.look(host, "hosting-rounds")
        host.click("#end-rounds")
        expect(self.guest.locator("#round-now")).to_be_hidden()

    def meetings(self):
        return self.host.locator("#met-rows").inner_text()

    def latecomer(self):
        self.host.click("[data-do=doors][data-state=open]")
        page = self.page("i", "de-DE")
        come_in(page, "Ilka Immenroth")
        lines = page.locator("#missed[open] li")
        expect(lines.first).to_be_visible()
        assert 1 <= lines.count() <= 3, lines.count()
        expect(page.locator("#missed")).to_contain_text("Kleine Runden")
        page.screenshot(path=self.folder / "missed.png")
        page.click("#missed .primary")
        page.click("[data-do=leave]")
        page.click("[data-do=sure-leave]")
        expect(page.locator("#ending")).to_be_visible()

    def hand_over(self):
        self.person(self.host, "Anna Brandis")
        self.host.click("[data-do=person-host]")
        expect(self.guest.locator("[data-do=hosting]")).to_be_visible()
        self.guest.click("[data-do=hosting]")
        self.guest.click("[data-do=extend]")
        expect(self.host.locator("#part-left")).to_contain_text("34:")
        self.guest.keyboard.press("Escape")
        self.person(self.guest, "Miriam Sander")
        self.guest.click("[data-do=person-host]")
        expect(self.guest.locator("[data-do=hosting]")).to_be_hidden()

    def large_faces(self):
        page = self.guest
        page.click("[data-do=focus]")
        expect(page.locator("#floor")).to_have_attribute("data-focus", "table")
        page.reload()
        expect(page.locator("#faces .tile").first).to_be_visible()
        expect(page.locator("#floor")).to_have_attribute("data-focus", "table")
        expect(page.locator("[data-do=focus]")).to_have_attribute("aria-pressed", "true")

    def disturber(self):
        h = self.light["h"]
        self.person(self.host, LIGHT["h"])
        self.host.click("[data-do=person-remove]")
        self.host.click("[data-do=sure-remove]")
        h.wait(lambda: h.line.code)
        assert h.line.code == 4001, h.line.code
        h.open()
        h.wait(lambda: h.line.code)
        assert h.line.code == 4001, h.line.code
        page = self.page("h", "de-DE")
        expect(page.locator("#lobby")).to_have_count(0)

    def open_hosting(self):
        self.host.click("[data-do=hosting]")
        expect(self.host.locator("#hosting")).to_be_visible()

    def person(self, page, name):
        page.click("[data-do=people]")
        page.click(f"#people-list .person:has-text('{name}')")
        expect(page.locator("#person-name")).to_have_text(name)


def carry(page, face, place):
    """Takes a face by the mouse and lets it go over a place, as a hand does."""
    start, end = face.bounding_box(), place.bounding_box()
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=8)
    page.mouse.up()


if __name__ == "__main__":
    sys.exit(main())
