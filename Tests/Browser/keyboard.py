#!/usr/bin/env python3
"""The evening by keyboard alone: host and guest come in, talk, write, promise, give cards, stand on the stage and go home.

    keyboard.py [--artefacts FOLDER] [--language de|en]

Ends with `N passed, N failed`. Nothing is clicked: only keys are pressed, and what is pressed must be seen to have the focus.
"""

import argparse
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import expect, sync_playwright  # noqa: E402

from floor_site import open_floor  # noqa: E402
from keys import has_focus, reach  # noqa: E402
from tally import Tally  # noqa: E402

FOCUS = """() => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const shown = at.matches('input[type=radio]') ? getComputedStyle(at.closest('label')) : style;
  return { isSeen: [style, shown].some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px') };
}"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--language", choices=["de", "en"], default="de")
    options = parser.parse_args()
    folder, tally = pathlib.Path(options.artefacts).resolve() / "keyboard", Tally()
    with open_floor(folder, "b") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        Evening(browser, site, options.language, tally, folder).walk()
        browser.close()
    return tally.close()


class Hands:
    """Somebody with a keyboard and nothing else."""

    def __init__(self, browser, site, name, language):
        context = browser.new_context(locale=language, reduced_motion="reduce", viewport={"width": 1440, "height": 900})
        context.set_default_timeout(15_000)
        self.page = context.new_page()
        self.faults = []
        self.unseen = []
        self.page.on("pageerror", lambda error: self.faults.append(f"{name}: {error}"))
        site.lead(self.page, name)

    def to(self, selector, key="Tab"):
        reach(self.page, selector, key)
        self.look(selector)
        return self

    def is_at(self, selector):
        return has_focus(self.page, selector)

    def look(self, selector):
        if not self.page.evaluate(FOCUS)["isSeen"]:
            self.unseen.append(selector)

    def press(self, selector, key="Enter"):
        self.to(selector).page.keyboard.press(key)

    def write(self, selector, words):
        self.to(selector)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def key(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def sees(self, selector, words=None):
        place = self.page.locator(selector).first
        expect(place).to_be_visible()
        if words is not None:
            expect(self.page.locator(selector).filter(has_text=words).first).to_be_visible()


class Evening:
    def __init__(self, browser, site, language, tally, folder):
        self.host = Hands(browser, site, "a", language)
        self.guest = Hands(browser, site, "b", language)
        self.tally = tally
        self.folder = folder
        self.axe = Axe()

    def walk(self):
        for sentence, story in {
            "Both go in from the lobby: name, drink, listening only": self.come_in,
            "Both stand at the first table, by the list": self.stand_together,
            "What is written to the table is read there": self.write_text,
            "What is written on the coaster stands there, and is changed": self.write_coaster,
            "A hand goes up, a glass is raised": self.hand_and_glass,
            "A promise is made and a card is given and taken": self.promise_and_card,
            "The table gets a topic and a lock": self.name_table,
            "To a free table and back again": self.move_and_undo,
            "The host moves the programme on to the stage": self.start_programme,
            "On the stage somebody asks for the word, has it, and is done": self.speak,
            "The host taps the glass and writes to all": self.tap_glass,
            "The keys are explained, and the settings are reached": self.help_and_settings,
            "The guest leaves, comes back, and the host ends the evening": self.go_home,
        }.items():
            with self.tally.step(sentence, self.picture):
                story()
        self.tally.note(not self.host.unseen + self.guest.unseen, "Every focus is seen", self.host.unseen + self.guest.unseen)
        self.tally.note(not self.host.faults + self.guest.faults, "No page complained", (self.host.faults + self.guest.faults)[:5])

    def picture(self):
        for name, who in (("host", self.host), ("guest", self.guest)):
            who.page.screenshot(path=self.folder / f"{name}-failed.png")

    def sound(self, who, name):
        """Axe finds nothing here; `room.py` looks at light and dark."""
        violations = self.axe.run(who.page).response["violations"]
        faults = [f"{one['id']} at {one['nodes'][0]['html'][:160]}" for one in violations]
        who.page.screenshot(path=self.folder / f"{name}.png")
        self.tally.note(not faults, f"axe finds nothing: {name}", faults)

    def come_in(self):
        self.sound(self.guest, "lobby")
        for who, name in ((self.guest, "Kim Lind"), (self.host, "Ada Winter")):
            who.write("#profile-name", name)
            who.write("#profile-line", "By keyboard")
            who.to("[name=glass]").key("ArrowRight")
            who.to("[name=mode]").key("ArrowRight", "ArrowRight")
            who.press("#enter")
            who.sees("#table-list li")

    def stand_together(self):
        for who in (self.host, self.guest):
            who.press("#table-list li:first-child [data-do=join]")
            who.sees("#table-list li.mine")
        self.guest.sees("#faces .tile", "Ada Winter")
        self.host.sees("#faces .tile", "Kim Lind")
        self.sound(self.guest, "table")

    def write_text(self):
        self.guest.page.evaluate("document.activeElement.blur()")
        self.guest.key("t")
        self.guest.page.keyboard.type("Good evening!")
        self.guest.key("Enter")
        self.host.sees("#sayings li", "Good evening!")

    def write_coaster(self):
        self.host.page.evaluate("document.activeElement.blur()")
        self.host.key("c")
        self.host.page.keyboard.type("Ask Kim about the study")
        self.host.key("Enter")
        self.guest.to("#tab-text", "Shift+Tab")
        self.guest.key("ArrowRight")
        self.guest.sees("#lines li", "Ask Kim about the study")
        self.guest.press(".coaster-line")
        self.guest.write("#coaster", "Ask Kim about both studies")
        self.guest.key("Enter")
        self.host.sees("#lines li", "Ask Kim about both studies")

    def hand_and_glass(self):
        for key in ("h", "g"):
            self.guest.page.evaluate("document.activeElement.blur()")
            self.guest.key(key)
        self.host.sees("#faces .tile .sign.up")
        self.host.sees("#told p:last-child", "Kim Lind")
        self.guest.press("#hand")
        expect(self.host.page.locator("#faces .tile .sign.up").first).to_be_hidden()

    def promise_and_card(self):
        self.guest.press("#faces .tile:not(.me) .tile-name")
        self.guest.sees("#person[open]")
        self.sound(self.guest, "person")
        self.guest.write("#promise", "the second study")
        self.guest.key("Enter")
        self.guest.press("[data-do=person-card]")
        self.guest.key("Escape")
        self.host.press("#asks .ask .primary")
        self.host.to("#tab-coaster, #tab-text").key("ArrowRight")
        self.host.sees("#panel-cards #kept li", "Kim Lind")

    def name_table(self):
        self.guest.press("[data-do=topic]")
        self.guest.write("#topic-text", "Trust at a distance")
        self.guest.key("Enter")
        self.host.sees("#own-title", "Trust at a distance")
        self.guest.press("[data-do=privacy]")
        self.host.sees("#table-list li.mine .locked")

    def move_and_undo(self):
        self.guest.press("[data-do=privacy]")
        self.guest.press("[data-do=free]")
        expect(self.host.page.locator("#faces .tile")).to_have_count(1)
        self.guest.press("#undo")
        expect(self.host.page.locator("#faces .tile")).to_have_count(2)

    def start_programme(self):
        self.host.press("[data-do=hosting]")
        self.host.sees("#hosting-title")
        self.sound(self.host, "hosting")
        for _ in range(6):
            self.host.press("#next-part")
            self.host.page.wait_for_timeout(400)
            if self.host.page.locator("#stage").is_visible():
                break
        self.host.key("Escape")
        self.guest.sees("#stage")
        self.sound(self.guest, "stage")

    def speak(self):
        if self.guest.page.locator("#ask-word").is_visible():
            self.guest.press("#ask-word")
        self.host.sees("#stage-next, #spotlight .tile")
        for _ in range(4):
            if self.guest.page.locator("#done-speaking").is_visible():
                break
            self.host.press("#next-speaker")
            self.host.page.wait_for_timeout(400)
        self.guest.sees("#spotlight .tile", "Kim Lind")
        self.host.press(".dock .reactions button")
        self.guest.press("#done-speaking")
        expect(self.guest.page.locator("#done-speaking")).to_be_hidden()

    def tap_glass(self):
        self.host.press("[data-do=hosting]")
        self.host.press("#tap-glass")
        self.guest.sees("#stage-word", "Ada Winter")
        self.host.press("#tap-glass")
        self.host.write("#announce", "Our guest comes at eight")
        self.host.key("Enter")
        self.guest.sees("#told p:last-child", "Our guest comes at eight")
        self.host.key("Escape")

    def help_and_settings(self):
        self.guest.page.evaluate("document.activeElement.blur()")
        self.guest.key("?")
        self.guest.sees("#help[open]")
        self.sound(self.guest, "help")
        self.guest.key("Escape")
        self.guest.press("[data-do=settings]")
        self.guest.to("#self-view").key("Space")
        self.sound(self.guest, "settings")
        self.guest.key("Escape")

    def go_home(self):
        self.guest.press("[data-do=leave]")
        self.guest.press("[data-do=sure-leave]")
        self.guest.sees("#ending")
        self.sound(self.guest, "left")
        with self.guest.page.expect_navigation():
            self.guest.press("[data-do=come-back]")
        self.guest.press("#enter")
        self.guest.sees("#table-list li")
        if self.guest.page.locator("#missed").is_visible():
            self.guest.press("#missed .primary")
        self.host.press("[data-do=hosting]")
        self.host.press("[data-do=end]")
        self.host.press("[data-do=sure-end]")
        self.guest.sees("#ending")
        self.sound(self.guest, "ended")


if __name__ == "__main__":
    sys.exit(main())
