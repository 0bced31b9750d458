#!/usr/bin/env python3
"""Before the door: everything can be tried before the time, with devices, and when the browser refuses them.

    lobby.py [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import expect, sync_playwright  # noqa: E402

from artefacts import folder_for  # noqa: E402
from floor_site import open_floor  # noqa: E402
from tally import Tally  # noqa: E402

DEVICES = ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
REFUSED = ["--no-sandbox", "--use-fake-device-for-media-stream", "--deny-permission-prompts"]


def main():
    folder, tally = folder_for("lobby", __doc__), Tally()
    with open_floor(folder, "bc") as site, sync_playwright() as playwright:
        site.desk.host.post(f"/parties/{site.party}/doors", {"state": "closed"}).taken()
        Lobby(playwright, site, folder, tally).walk()
    return tally.close()


class Lobby:
    def __init__(self, playwright, site, folder, tally):
        self.playwright, self.site, self.folder, self.tally = playwright, site, folder, tally
        self.faults = []

    def walk(self):
        page = self.page("b", DEVICES)
        self.before_the_time(page)
        self.devices(page)
        self.remembered(page)
        refused = self.page("c", REFUSED)
        self.refusal(refused)
        self.tally.note(not self.faults, "No page complained", self.faults[:5])

    def page(self, name, flags):
        browser = self.playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        page = browser.new_context(locale="en-GB", reduced_motion="reduce", viewport={"width": 1440, "height": 1000}).new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: self.faults.append(f"{name}: {error}"))
        self.site.lead(page, name)
        return page

    def before_the_time(self, page):
        with self.tally.step("Before the time there is a countdown, and a word that all can be tried"):
            expect(page.locator("#lobby-until")).to_contain_text("It begins in")
            expect(page.locator("#door-word")).to_contain_text("will open the door")

    def devices(self, page):
        with self.tally.step("The mirror shows the camera, and the meter moves with the microphone"):
            # Choosing opens them. The button would too, and disappears as soon as they open automatically.
            for mode in ("listening", "camera"):
                page.check(f"[name=mode][value={mode}]", force=True)
            page.wait_for_function("() => document.getElementById('mirror-video').videoWidth > 0")
            page.wait_for_function("() => document.getElementById('level').value > 0.01")
        with self.tally.step("Camera and microphone can be chosen, and the mirror follows"):
            for kind in ("camera", "microphone"):
                assert page.locator(f"#device-{kind} option").count() >= 1, kind
            page.select_option("#device-microphone", index=page.locator("#device-microphone option").count() - 1)
            page.wait_for_function("() => document.getElementById('level').value > 0.01")
        with self.tally.step("A speaker can be tried"):
            page.click("[data-do=test-speaker]")
            expect(page.locator("#speaker-word")).to_contain_text("Heard it?")
        page.screenshot(path=self.folder / "devices.png")
        with self.tally.step("Without camera the mirror says so, and the meter moves on"):
            page.check("[name=mode][value=voice]", force=True)
            expect(page.locator("#mirror-word")).to_be_visible()
            page.wait_for_function("() => document.getElementById('level').value > 0.01")
        with self.tally.step("Who only listens has no open microphone"):
            page.check("[name=mode][value=listening]", force=True)
            page.wait_for_function("() => document.getElementById('level').value === 0")

    def remembered(self, page):
        with self.tally.step("The choice is remembered"):
            page.reload()
            expect(page.locator("[name=mode][value=listening]")).to_be_checked()

    def refusal(self, page):
        with self.tally.step("A browser that refuses is explained in plain words"):
            page.check("[name=mode][value=camera]", force=True)
            page.click("#mirror [data-do=open-devices]")
            expect(page.locator("[data-refusal=denied]")).to_be_visible()
            page.screenshot(path=self.folder / "refused.png")
        with self.tally.step("Listening needs no permission, and leads in when the doors are open"):
            page.click("[data-do=only-listen]")
            expect(page.locator("#refusal")).to_be_hidden()
            self.site.desk.host.post(f"/parties/{self.site.party}/doors", {"state": "open"}).taken()
            expect(page.locator("#enter-label")).to_have_text("Go in")
            page.click("#enter")
            expect(page.locator("#floor")).to_be_visible()


if __name__ == "__main__":
    sys.exit(main())
