#!/usr/bin/env python3
"""Two hosts of one party, each in a language of their own and one with a telephone: asked, hosting, signing, pressing at the same time, hearing
the news, and leaving.

    cohosts.py [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import argparse
import datetime
import pathlib
import re
import shutil
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import expect, sync_playwright  # noqa: E402

from desk import Desk  # noqa: E402
from mailroom import Mailroom  # noqa: E402
from onlooker import PHONE, Onlooker  # noqa: E402
from program import Site  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from visitor import Visitor  # noqa: E402

ADDRESS = "jonas.wirth@example.net"
# What each of the two reads, by language.
WORDS = {
    "de": {"together": "laden gemeinsam ein", "held": "Sekunden lang", "other": "hat gerade auch etwas gedrückt", "locale": "de-DE"},
    "en": {"together": "hosting together", "held": "seconds to take it back", "other": "has just pressed something too", "locale": "en-GB"},
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    folder = pathlib.Path(parser.parse_args().artefacts).resolve() / "cohosts"
    shutil.rmtree(folder, ignore_errors=True)
    tally = Tally()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for first, second in (("de", "en"), ("en", "de")):
            walk(first, second, browser, tally, folder / f"{first}-{second}")
        browser.close()
    return tally.close()


def walk(first, second, browser, tally, folder):
    folder.mkdir(parents=True)
    mailroom = Mailroom(folder / "mails").start()
    site = Site(folder / "site", mailroom.port, STEHTISCH_TAKE_BACK_SECONDS="60").start()
    onlooker = Onlooker(browser, site.url, tally, folder)
    try:
        Two(first, second, site, mailroom, onlooker, tally).walk()
    except Stop as stop:
        print(f"The rest is left out, because this failed: {stop}")
    finally:
        onlooker.close(f"{first} and {second}")
        tally.note(site.stop() == 0, f"{first}: the program ends in peace when it is asked")
        mailroom.stop()


class Two:
    def __init__(self, first, second, site, mailroom, onlooker, tally):
        self.site, self.mailroom, self.onlooker, self.tally = site, mailroom, onlooker, tally
        self.first, self.second = WORDS[first], WORDS[second]
        self.label = f"{first}-{second}"
        self.desk = Desk(site).open()
        people = self.desk.import_people(3)
        day = datetime.date.today() + datetime.timedelta(days=3)
        self.party = self.desk.party("Coaching in Behörden", people.values(), fixed=(day.isoformat(), "18:30"))
        self.path = f"/parties/{self.party}"
        self.owner = onlooker.host(self.desk.host, self.first["locale"])
        self.cohost = None

    def walk(self):
        for sentence, step in [
            ("the first host asks another for help", self.ask),
            ("who reads it at home, and says yes", self.accept),
            ("the second signs the letters, and wants the news", self.sign),
            ("while what one has pressed waits, the other's press is refused and loses nothing", self.press_both),
            ("either takes it back, and the letters leave once", self.send),
            ("both hear by mail that a guest can't come after all", self.hear),
            ("the second leaves, and has nothing of the party any more", self.leave),
        ]:
            with self.tally.step(f"{self.label}: {sentence}", self.onlooker.picture_all):
                step()

    def look(self, page, name):
        self.onlooker.look(page, f"{self.label}-{name}")

    def press(self, page, selector):
        with page.expect_navigation():
            page.locator(selector).first.click()

    def ask(self):
        link = re.search(r"https?://\S+/sign-in/\S+", self.site.run("host", "add", ADDRESS).stdout)
        other = Visitor(self.site.url)
        other.post(link.group()).taken()
        other.post("/introduction", {"name": "Jonas Wirth", "email": ADDRESS, "zone": "Europe/Berlin"}).taken()
        self.cohost = self.onlooker.host(other, self.second["locale"], PHONE)
        self.owner.goto(self.path)
        self.owner.fill("#cohost [name=email]", "niemand@example.net")
        self.press(self.owner, "#cohost button[type=submit]")
        expect(self.owner.locator("#email-error")).to_be_visible()
        self.owner.fill("#cohost [name=email]", ADDRESS)
        self.press(self.owner, "#cohost button[type=submit]")
        expect(self.owner.locator("#cohost")).to_contain_text("Jonas Wirth")
        self.look(self.owner, "asked")
        self.mailroom.wait(lambda mail: mail.recipient == ADDRESS)

    def accept(self):
        self.cohost.goto(self.path)
        assert "Coaching" not in self.cohost.inner_text("main"), "who was only asked reads the party"
        self.cohost.goto("/")
        self.look(self.cohost, "invitation")
        self.press(self.cohost, ".notice button[name=answer][value=yes]")
        expect(self.cohost.locator("#cohost")).to_contain_text(self.second["together"])
        self.look(self.cohost, "party")

    def sign(self):
        expect(self.cohost.locator("[name=news]")).to_be_checked()
        self.cohost.select_option("[name=signer]", "cohost")
        self.press(self.cohost, f'form[action="{self.path}/signing"] button[type=submit]')
        expect(self.cohost.locator("[role=status]").first).to_be_visible()

    def press_both(self):
        self.owner.goto(f"{self.path}/waves")
        self.write()
        expect(self.owner.locator("#held")).to_contain_text(self.first["held"])
        self.cohost.goto(f"{self.path}/cancellation")
        self.cohost.fill("[name=reason]", "Ich bin krank.")
        self.press(self.cohost, f'form[action="{self.path}/cancellation"] button.danger')
        expect(self.cohost.locator("main")).to_contain_text(self.second["other"])
        expect(self.cohost.locator("[name=reason]")).to_have_value("Ich bin krank.")
        self.look(self.cohost, "refused")
        assert not self.mailroom.to("gast000@example.org"), "a press of the other's sent the letters"

    def write(self):
        """The letters are next; the page knows that guests can't open links to this machine."""
        if self.owner.locator('[name="anyway"]').count():
            self.owner.locator('[name="anyway"]').first.check()
        self.press(self.owner, f'form[action="{self.path}/waves/preview"] button[type=submit]')
        self.press(self.owner, f'form[action="{self.path}/waves"] button.primary')

    def send(self):
        self.press(self.cohost, "#held button[value=back]")
        assert not self.cohost.locator("#held").count()
        self.owner.goto(f"{self.path}/waves")
        self.write()
        self.press(self.owner, "#held button[value=now]")
        letters = self.mailroom.wait(lambda mail: mail.link("/g/") is not None)
        assert all("Jonas Wirth" in mail.text for mail in letters), "the second host signs"

    def hear(self):
        letter = self.mailroom.wait(lambda mail: mail.recipient == "gast000@example.org" and mail.link("/g/"))[0]
        guest = Visitor(self.site.url)
        for answer in ("yes", "no"):
            guest.post(f"{letter.link('/g/')}/reply", {"answer": answer}).taken()
        for address in (ADDRESS, "johanna.reiterhof@example.org"):
            self.mailroom.wait(lambda mail: mail.recipient == address and "Gast 000" in mail.message["subject"])  # noqa: B023

    def leave(self):
        self.cohost.goto(self.path)
        self.press(self.cohost, f'form[action="/cohosting/{self.party}"] button[value=no]')
        self.cohost.goto(self.path)
        assert "Coaching" not in self.cohost.inner_text("main")
        self.owner.goto(self.path)
        expect(self.owner.locator("#cohost [name=email]")).to_be_visible()
        self.look(self.owner, "alone-again")


if __name__ == "__main__":
    sys.exit(main())
