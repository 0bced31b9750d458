#!/usr/bin/env python3
"""Before the evening a guest tries their line in the lobby, and the host sees how it went; and a party that is held in another system, with the rest
beside it in a narrow page.

    line_test.py [--artefacts FOLDER]

Ends with `N passed, N failed`. Host and guest have browsers with the browser's own test devices.
"""

import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import expect, sync_playwright  # noqa: E402

from artefacts import folder_for  # noqa: E402
from floor_site import open_floor  # noqa: E402
from onlooker import Onlooker  # noqa: E402
from tally import Tally  # noqa: E402

DEVICES = ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required"]
NARROW = {"width": 400, "height": 800}
LINK = "https://meet.example.org/stehtische"


def main():
    folder, tally = folder_for("line", __doc__), Tally()
    # Nobody listens there, as behind a firewall that swallows everything.
    with open_floor(folder, "bc", STEHTISCH_TURN_URLS="turn:127.0.0.1:9", STEHTISCH_TURN_SECRET="north-and-south-and-east") as site:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=DEVICES)
            Line(browser, site, folder, tally).walk()
            browser.close()
    return tally.close()


class Line:
    def __init__(self, browser, site, folder, tally):
        self.site, self.folder, self.tally = site, folder, tally
        self.onlooker = Onlooker(browser, site.site.url, tally, folder)
        self.host = self.onlooker.visitor("de-DE", reduced_motion="reduce")
        self.guest = self.onlooker.visitor("en-GB", reduced_motion="reduce")

    def walk(self):
        for sentence, story in {
            "A guest hears themselves, and reads what their line is good for and what to try": self.test,
            "The host sees it on the page of the evening": self.seen,
            "Network addresses are hidden by a tick": self.hide,
            "The party is held in another system: who was let in gets the way there, and the rest stays here": self.elsewhere,
        }.items():
            with self.tally.step(sentence, self.picture):
                story()
        self.tally.note(not self.onlooker.complaints, "No page complained", self.onlooker.complaints[:5])

    def picture(self):
        for name, page in (("host", self.host), ("guest", self.guest)):
            page.screenshot(path=self.folder / f"{name}-failed.png", full_page=True)

    def test(self):
        page = self.guest
        self.site.lead(page, "b")
        expect(page.locator("#mirror")).to_have_class("mirror evening seen")
        page.click("[data-do=hear-myself]")
        expect(page.locator("#speaker-word")).to_have_text("This is how you sound to the others.", timeout=15_000)
        page.click("[data-do=test-line]")
        words = page.locator("#line-words")
        expect(words).to_contain_text("you can still take part by text", timeout=30_000)
        for part in ("Your microphone is there.", "Your camera is there.", "The relay can’t be reached", "Mbit/s up", "Try another network"):
            expect(words).to_contain_text(part)
        self.onlooker.look(page, "line-tested")

    def seen(self):
        self.site.lead(self.host, "a")
        self.host.goto(f"/parties/{self.site.party}/programme")
        lines = self.host.locator("section", has=self.host.locator("#lines"))
        expect(lines).to_contain_text("Eine Firewall lässt das Relais nicht durch")
        expect(lines).to_contain_text("noch nicht")
        self.onlooker.look(self.host, "programme-lines")

    def hide(self):
        self.host.check("[name=hidesAddresses]")
        self.save()
        expect(self.host.locator("[name=hidesAddresses]")).to_be_checked()

    def save(self):
        self.host.locator("button.primary", has_text="Ablauf speichern").click()

    def elsewhere(self):
        host, page = self.host, self.guest
        host.fill("#meeting", "http://meet.example.org")
        host.evaluate("document.querySelector('#meeting').form.noValidate = true")
        self.save()
        expect(host.locator("#meeting-error")).to_contain_text("https://")
        host.fill("#meeting", LINK)
        self.save()
        expect(host.locator("#meeting")).to_have_value(LINK)
        page.set_viewport_size(NARROW)
        page.goto(self.site.doors["b"])
        assert LINK not in page.content()
        expect(page.locator("#mirror")).to_be_hidden()
        page.fill("#profile-name", "Anna Brandis")
        page.click("#enter")
        ask = page.locator("#asks .ask", has_text="meet.example.org")
        expect(ask).to_be_visible(timeout=15_000)
        for gone in ("#mute", "#camera", "#picture"):
            expect(page.locator(gone)).to_be_hidden()
        page.click("[data-do=tab][data-tab=notes]")
        page.click("#tab-coaster")
        page.fill("#coaster", "Ask Kim about the study")
        page.keyboard.press("Enter")
        expect(page.locator("#lines")).to_contain_text("Ask Kim")
        self.onlooker.look(page, "elsewhere")
        with page.expect_popup() as opened:
            ask.locator(".primary").click()
        assert opened.value.url in (LINK, "", "about:blank", "chrome-error://chromewebdata/"), opened.value.url
        opened.value.close()


if __name__ == "__main__":
    sys.exit(main())
