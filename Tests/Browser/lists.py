#!/usr/bin/env python3
"""A host puts lists right on their preview, in a browser, in both languages: what a column means, who is whom, what is newer.

    lists.py [--artefacts FOLDER] [--language de|en]

Ends with `N passed, N failed`. Pictures of every page are in FOLDER/screenshots.
"""

import argparse
import pathlib
import shutil
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from desk import Desk  # noqa: E402
from host import Host  # noqa: E402
from onlooker import Onlooker  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from program import Site  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from texts import TEXTS  # noqa: E402

HEADER = "Wer;Kürzel;E-Mail"
FIRST = [HEADER, "Anna Adler;Hafen;anna@example.org", "Bea Bär;Werft;bea@example.org", "Carl Cremer;Kai;carl@example.org"]
SECOND = [
    HEADER,
    "Dr. Anna Adler;Hafen;adler@example.net",
    "Bär, Bea;Werft;bea.baer@example.net",
    "Carl Cremer;Mole;carl@example.org",
]


class Lists(Host):
    def upload(self, name, lines):
        """A list up to its preview."""
        file = self.site.folder / name
        file.write_text("\n".join(lines), encoding="utf-8")
        self.go("/people/imports/new")
        self.page.set_input_files('input[type="file"]', file)
        self.press("/people/imports")
        self.preview()

    def preview(self):
        self.page.wait_for_selector("#understood")

    def save(self):
        self.press("/confirmation")
        self.desk.wait("SELECT count(*) = 0 FROM import WHERE state IN ('reading', 'saving')")

    def correct(self):
        """What a column means is said once, and known for the next list with the same header."""
        self.upload("first.csv", FIRST)
        self.look("list-preview")
        self.page.select_option("#column1", "organisation")
        self.press("/columns")
        self.preview()
        assert self.page.locator("td", has_text="Werft").count() > 0
        self.save()
        assert self.organisations() == [("Hafen",), ("Kai",), ("Werft",)], self.organisations()

    def answer(self):
        """Who is whom is asked; what the list says otherwise is taken by a tick."""
        self.upload("second.csv", SECOND)
        assert self.page.locator("#column1").input_value() == "organisation", "the correction is forgotten"
        self.look("list-doubts")
        self.page.check('[name="alike1"][value="same"]', force=True)
        self.page.check('[name="alike2"][value="apart"]', force=True)
        self.press("/likenesses")
        self.look("list-answered")
        assert self.page.locator("#alike").count() == 0
        self.page.check('[name="organisation3"]', force=True)
        self.press("/differences")
        assert self.page.locator('[name="organisation3"]').is_checked()
        self.save()
        people = self.desk.rows("SELECT name, email, organisation FROM person ORDER BY email")
        assert ("Anna Adler", "anna@example.org", "Hafen") in people and len(people) == 4, people
        assert ("Carl Cremer", "carl@example.org", "Mole") in people, people

    def add(self):
        """One person by a form, with a note."""
        self.go("/people/new")
        self.look("person-new")
        self.fill(name="Bea Baer", email="b@example.com", note="Aus Kiel.", links="https://baer.example")
        self.press("/people")
        self.look("person-added")
        assert self.page.locator('[name="note"]').input_value() == "Aus Kiel."

    def pair(self):
        """In the address book, too, nobody is merged without the host's word."""
        self.go("/people")
        self.page.click('a[href="/people/pairs"]')
        self.look("pairs")
        before = self.desk.rows("SELECT count(*) FROM person")[0][0]
        buttons = self.page.locator('button[name="keep"]')
        while count := buttons.count():
            buttons.first.click()
            self.page.wait_for_function("count => document.querySelectorAll('button[name=keep]').length < count", arg=count)
        assert self.desk.rows("SELECT count(*) FROM person")[0][0] < before
        self.look("pairs-none")

    def organisations(self):
        return self.desk.rows("SELECT organisation FROM person ORDER BY organisation")


def tell(language, browser, tally, folder):
    shutil.rmtree(folder, ignore_errors=True)
    site = Site(folder).start()
    onlooker = Onlooker(browser, site.url, tally, folder)
    host = Lists(language, TEXTS[language], site, onlooker, Desk(site))
    for sentence, step in [
        ("the host signs in", host.sign_in),
        ("the host introduces themselves", host.introduce),
        ("a column is put right, and the list saved as it was corrected", host.correct),
        ("the correction is remembered, and the host says who is whom and what is newer", host.answer),
        ("somebody is added by a form", host.add),
        ("pairs of the address book are one, or two, as the host says", host.pair),
    ]:
        with tally.step(f"{language}: {sentence}"):
            step()
    onlooker.close(f"{language} lists")
    site.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--language", choices=["de", "en"], action="append")
    options = parser.parse_args()
    tally = Tally()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for language in options.language or ["de", "en"]:
            try:
                tell(language, browser, tally, pathlib.Path(options.artefacts).resolve() / f"lists-{language}")
            except Stop as stop:
                print(f"The rest in {language} is left out, because this failed: {stop}")
        browser.close()
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
