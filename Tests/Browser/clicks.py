#!/usr/bin/env python3
"""Counts what a host presses from a list of people to eight letters that have left: with a mail server, and without one.

    clicks.py [--artefacts FOLDER]

Typing isn't counted, choosing a file and each press are. Ends with `N passed, N failed`.
"""

import argparse
import datetime
import pathlib
import shutil
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from desk import Desk  # noqa: E402
from host import Host  # noqa: E402
from mailroom import Mailroom  # noqa: E402
from onlooker import Onlooker  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from program import Site  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from texts import TEXTS  # noqa: E402

WITH_SERVER, WITHOUT = 14, 25
TOPICS = ["Tests", "Packaging", "Tests", "Release", "Packaging", "Tests", "Release", "Packaging", "Tests", "Release"]


class Clicks(Host):
    """A host in a hurry."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.presses = 0

    def look(self, name):
        """The journey looks at pages; here they are only counted."""

    def click(self, selector, leads=True):
        self.presses += 1
        button = self.page.locator(selector).first
        if not leads:
            return button.click()
        with self.page.expect_navigation():
            button.click()

    def prepare(self):
        """From the list to letters that could leave."""
        table = self.site.folder / "list.csv"
        rows = [f"Gast{number} Beispiel;gast{number}@example.org;{topic}" for number, topic in enumerate(TOPICS)]
        table.write_text("\n".join(["Name;E-Mail;Thema", *rows]), encoding="utf-8-sig")
        self.go("/people/imports/new")
        self.presses += 1
        self.page.set_input_files('input[type="file"]', table)
        self.click('form[action$="/people/imports"] button.primary')
        self.page.wait_for_selector('form[action$="/confirmation"]')
        self.click('form[action$="/confirmation"] button')
        self.page.wait_for_selector('a.primary[href="/parties/new"]')
        self.click('a.primary[href="/parties/new"]')
        self.fill(title=self.texts["title"])
        self.click('form[action="/parties"] button.primary')
        self.party = self.page.url.split("/")[4]
        self.fill(topic=self.texts["topic"], question=self.texts["question"])
        self.click('form[action$="/choosing"][method=post] button')
        self.click('form[action$="/proposal"] button.primary')
        self.fill(contribution=self.texts["contribution"])
        self.click('form[action$="/substance"] button.primary')
        if self.page.url.split("?")[0].endswith("/substance"):
            self.click('form[action$="/substance"] button.primary')
        self.presses += 1
        self.page.check('[name="kind"][value="fixed"]', force=True)
        self.page.fill('[name="fixedDate"]', (datetime.date.today() + datetime.timedelta(days=21)).isoformat())
        self.page.fill('[name="fixedTime"]', "18:30")
        self.click('form[action$="/slots"] button.primary')
        for number, field in enumerate(self.page.locator('textarea[name^="sentence."]').all()):
            field.fill(f"An Ihnen, Gast {number}, hat mich der Blick auf {TOPICS[number]} überrascht: Nummer {number}.")
        self.click('form[action$="/letters"] button[value=waves]')


def with_server(browser, tally, folder):
    mailroom = Mailroom(folder / "mails").start()
    site, host, onlooker = begin(browser, tally, folder / "with", mailroom.port)
    with tally.step("Eight letters leave by the mail server"):
        host.prepare()
        # A host whose guests can open the links gets no such tick box.
        host.page.check("[name=anyway]")
        host.click('form[action$="/waves/preview"] button.primary')
        host.click('form[action$="/waves"] button.primary', leads=False)
        mails = mailroom.wait_for_count(8)
        assert len(mails) == 8, len(mails)
    tally.note(host.presses <= WITH_SERVER, f"From the list to eight letters it takes {host.presses} presses", f"more than {WITH_SERVER}")
    onlooker.close("clicks")
    site.stop()
    mailroom.stop()


def without_server(browser, tally, folder):
    site, host, onlooker = begin(browser, tally, folder / "without")
    with tally.step("Eight letters are sent by the host's own program"):
        host.prepare()
        host.page.check("[name=anyway]")
        host.click('form[action$="/waves/preview"] button[value=hand]')
        drafts = host.page.locator('#handed ~ section a[href$="draft.eml"]')
        assert drafts.count() == 8, drafts.count()
        host.presses += 8
        host.click('form[action$="/outbox/sent"] button')
        invited = host.desk.rows("SELECT count(*) FROM guest WHERE state = 'invited'")
        assert invited == [(8,)], invited
    tally.note(host.presses <= WITHOUT, f"Without a mail server it takes {host.presses}, eight of them to open drafts", f"more than {WITHOUT}")
    onlooker.close("clicks")
    site.stop()


def begin(browser, tally, folder, smtp_port=None):
    shutil.rmtree(folder, ignore_errors=True)
    site = Site(folder, smtp_port).start()
    onlooker = Onlooker(browser, site.url, tally, folder)
    host = Clicks("de", TEXTS["de"], site, onlooker, Desk(site))
    host.sign_in()
    host.introduce()
    return site, host, onlooker


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    folder = pathlib.Path(parser.parse_args().artefacts).resolve() / "clicks"
    tally = Tally()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for story in (with_server, without_server):
            try:
                story(browser, tally, folder)
            except Stop as stop:
                print(f"The rest is left out, because this failed: {stop}")
        browser.close()
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
