#!/usr/bin/env python3
"""The room by ear: what the live regions of a page say while forty come in, sit down, raise hands, go to the stage and leave again. Nothing comes
as a flood, nothing is said twice, and the place where one reads stays.

    ear.py [--artefacts FOLDER] [--people 40]

Ends with `N passed, N failed`; FOLDER/ear/spoken.txt has every sentence with the second at which it came. One browser; the others are sockets.
"""

import argparse
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import sync_playwright  # noqa: E402

from floor_site import open_floor  # noqa: E402
from room_page import come_in  # noqa: E402
from tally import Tally  # noqa: E402
from text_guest import TextGuest  # noqa: E402

LISTEN = (pathlib.Path(__file__).parent / "ear.js").read_text()
GIVEN = ["Kai", "Jule", "Okan", "محمد", "דוד", "王", "Nele", "Tomasz", "Britta", "Samir", "Greta", "Veit"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--people", type=int, default=40)
    options = parser.parse_args()
    folder, tally = pathlib.Path(options.artefacts).resolve() / "ear", Tally()
    names = [f"g{number}" for number in range(1, options.people)]
    with open_floor(folder, names) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        Ear(browser, site, names, folder, tally).listen()
        browser.close()
    return tally.close()


class Ear:
    def __init__(self, browser, site, names, folder, tally):
        self.site, self.names, self.folder, self.tally = site, names, folder, tally
        self.page = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 800}, reduced_motion="reduce").new_page()
        self.page.set_default_timeout(20_000)

    def listen(self):
        page, heard = self.page, {}
        with self.tally.step("One comes in, and listens"):
            self.site.lead(page, self.names[0])
            page.evaluate(LISTEN)
            come_in(page, "Anna Brandis")
            page.click("#table-list li:first-child [data-do=join]")
            page.focus("#hand")
        with self.tally.step("Everybody else comes in within moments"):
            cookie = "; ".join(f"{name}={value}" for name, value in self.site.desk.host.cookies.items())
            self.others = [TextGuest("Miriam Sander", self.site.doors["a"], cookie)]
            self.others += [TextGuest(f"{GIVEN[number % 12]} {name}", self.site.doors[name]) for number, name in enumerate(self.names[1:])]
            for other in self.others:
                other.open().come()
            heard["come"] = self.heard()
        self.expect(heard["come"], "come in", most=len(self.others) // 4 + 2)
        with self.tally.step("Three join the table, and ten raise their hands"):
            for other in self.others[:3]:
                other.ask("move", table="t1")
            for other in self.others[5:15]:
                other.ask("hand", up=True)
            heard["hands"] = self.heard()
        self.expect(heard["hands"], "joined your table", most=6)
        self.tally.note(any("hands up" in one for one in heard["hands"]), "Hands are told together", heard["hands"])
        with self.tally.step("The stage, and the word"):
            for _ in range(2):
                self.others[0].ask("nextPart")
            heard["stage"] = self.heard()
        self.tally.note(1 <= len(heard["stage"]) <= 8, "The part and who speaks are told, and not much else", heard["stage"])
        with self.tally.step("All but two leave"):
            for other in self.others[2:]:
                other.ask("leave")
            heard["leave"] = self.heard()
        self.expect(heard["leave"], "left", most=len(self.others) // 4 + 2)
        self.tally.note(page.evaluate("document.activeElement.id") == "hand", "The place where one was stays")
        log = page.evaluate("spoken.map(({ at, text }) => `${(at / 1000).toFixed(1)} ${text}`)")
        (self.folder / "spoken.txt").write_text("\n".join(log) + "\n")

    def heard(self):
        """The sentences heard since the last call; news is gathered for some seconds."""
        self.page.wait_for_timeout(4_000)
        return self.page.evaluate("spoken.slice(listened, listened = spoken.length).map(({ text }) => text)")

    def expect(self, sentences, words, most):
        self.tally.note(any(words in one for one in sentences), f"“{words}” is told of several together", sentences)
        self.tally.note(len(sentences) <= most, f"{len(sentences)} sentences, no flood", sentences)
        twice = {one for one in sentences if sentences.count(one) > 1}
        self.tally.note(not twice, "Nothing is said twice", sorted(twice))


if __name__ == "__main__":
    sys.exit(main())
