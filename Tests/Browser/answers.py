#!/usr/bin/env python3
"""Answers that came another way than by the guest's page, and a host with a telephone who deals with them, in German and in English: words, an
assistant's, a calendar's from an alias, a proposal, an absence note and a returned letter.

    answers.py [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import argparse
import datetime
import pathlib
import shutil
import subprocess
import sys

TESTS = pathlib.Path(__file__).parents[1]
sys.path[:0] = [str(pathlib.Path(__file__).parent), str(TESTS / "Python"), str(TESTS / "MailServers")]

from playwright.sync_api import expect, sync_playwright  # noqa: E402

from desk import Desk  # noqa: E402
from mailroom import Mailroom  # noqa: E402
from onlooker import PHONE, Onlooker  # noqa: E402
from program import PROGRAM, Site  # noqa: E402
from replies import Received  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from visitor import Visitor  # noqa: E402

WORDS = {
    "de": {
        "locale": "de-DE", "errand": "Mails von Gästen lesen", "away": "Nicht da, wohl bis", "nothing": "Noch ist nichts gekommen", "entered": "von Ihnen eingetragen",
        "said": "Sehr gern, ich bringe eine Frage mit.", "assistant": "Frau Cordsen lässt ausrichten, dass sie leider nicht kann.",
        "note": "Ich bin bis 14. Dezember 2031 nicht im Büro.", "returned": "unzustellbar",
    },
    "en": {
        "locale": "en-GB", "errand": "emails from guests", "away": "Away, probably until", "nothing": "Nothing has come in", "entered": "entered by you",
        "said": "I’d love to, and I’ll bring a question.", "assistant": "Ms Cordsen asks me to say that she can’t come, sadly.",
        "note": "I am out of the office until 14 December 2031.", "returned": "undeliverable",
    },
}
NAMES = ["worte", "vertreten", "alias", "anders", "urlaub", "niemand"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    folder = pathlib.Path(parser.parse_args().artefacts).resolve() / "answers"
    shutil.rmtree(folder, ignore_errors=True)
    tally = Tally()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for language in WORDS:
            walk(language, browser, tally, folder / language)
        browser.close()
    return tally.close()


def walk(language, browser, tally, folder):
    folder.mkdir(parents=True)
    mailroom = Mailroom(folder / "mails").start()
    site = Site(folder / "site", mailroom.port, STEHTISCH_MAIL_REPLIES="tisch@gespraech.example.org").start()
    onlooker = Onlooker(browser, site.url, tally, folder)
    try:
        Story(language, site, mailroom, onlooker, tally).walk()
    except Stop as stop:
        print(f"The rest is left out, because this failed: {stop}")
    finally:
        onlooker.close(language)
        tally.note(site.stop() == 0, f"{language}: the program ends in peace when it is asked")
        mailroom.stop()


class Story:
    def __init__(self, language, site, mailroom, onlooker, tally):
        self.language, self.words = language, WORDS[language]
        self.site, self.mailroom, self.onlooker, self.tally = site, mailroom, onlooker, tally
        self.desk = Desk(site).open()
        self.people = {name: f"{name}@gast.example" for name in NAMES}
        people = self.desk.import_people(len(NAMES), list(self.people.values()))
        day = datetime.date.today() + datetime.timedelta(days=20)
        self.party = self.desk.party("Coaching in Behörden", people.values(), fixed=(day.isoformat(), "18:30"))
        self.path = f"/parties/{self.party}"
        self.page = onlooker.host(self.desk.host, self.words["locale"], PHONE)

    def walk(self):
        for sentence, step in [
            ("letters leave, and two guests get an entry", self.invite),
            ("what guests, servers and calendars send comes in", self.come_in),
            ("the host's pages say that something waits, and who is away", self.be_told),
            ("one press says what somebody wrote, and it is marked", self.press),
            ("an assistant's words and an alias's answer wait for the host", self.decide),
            ("who has got a new address gets the letter there", self.mend),
            ("the guest reads who entered the answer, and overrides it", self.override),
        ]:
            with self.tally.step(f"{self.language}: {sentence}", self.on_failure):
                step()

    def on_failure(self):
        self.page.screenshot(path=self.onlooker.pictures / "failure.png", full_page=True)
        print(f"  at {self.page.url}: {self.page.inner_text('body')[:900]!r}")

    def look(self, name):
        self.onlooker.look(self.page, f"{self.language}-{name}")

    def guest(self, name):
        return self.desk.rows("SELECT guest.id FROM guest JOIN person ON person.id = person_id WHERE person.name LIKE ?", f"%{NAMES.index(name):03}%")[0][0]

    def state(self, name):
        return self.desk.rows("SELECT state FROM guest WHERE id = ?", self.guest(name))[0][0]

    def invite(self):
        self.desk.send_wave(self.party).taken()
        assert len(self.mailroom.wait_for_count(len(NAMES))) >= len(NAMES)
        self.letters = {name: self.mailroom.to(address)[0] for name, address in self.people.items()}
        for name in ("alias", "anders"):
            Visitor(self.site.url).post(f"{self.letters[name].link('/g/')}/reply", {"answer": "perhaps"}).taken()
        self.desk.host.post(f"{self.path}/confirmation").taken()
        self.entries = {
            name: Received(self.mailroom.wait(lambda mail: mail.calendar and mail.recipient == self.people[name])[0].path) for name in ("alias", "anders")  # noqa: B023
        }

    def come_in(self):
        letter = {name: Received(mail.path) for name, mail in self.letters.items()}
        now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        counter = self.entries["anders"].calendar_reply("TENTATIVE", now)
        for part in counter.walk():
            if part.get_content_type() == "text/calendar":
                day = (now + datetime.timedelta(days=21)).strftime("%Y%m%d")
                text = part.get_content().replace("METHOD:REPLY", "METHOD:COUNTER").replace("END:VEVENT", f"DTSTART:{day}T173000Z\r\nEND:VEVENT")
                part.set_content(text.encode(), "text", "calendar", params={"method": "COUNTER"})
        assistant = letter["vertreten"].answered(self.words["assistant"])
        assistant.replace_header("From", "Büro Cordsen <buero@gast.example>")
        note = letter["urlaub"].answered(self.words["note"])
        note["Auto-Submitted"] = "auto-replied"
        bounce = letter["niemand"].reply_to(str(letter["niemand"].message["Reply-To"]))
        bounce.replace_header("From", "Mail Delivery System <MAILER-DAEMON@mx.gast.example>")
        bounce.set_content(
            f"This is the mail system at host mx.gast.example.\n\n<{self.people['niemand']}>: 550 5.1.1 User unknown\n"
        )
        for name, mail in [
            ("worte", letter["worte"].answered(self.words["said"])), ("vertreten", assistant),
            ("alias", self.entries["alias"].calendar_reply("ACCEPTED", now, attendee="a.esselborn@privat.example")),
            ("anders", counter), ("urlaub", note), ("niemand", bounce),
        ]:
            own = next(address for address in str(letter[name].message["Reply-To"]).replace(">", " ").replace("<", " ").replace(",", " ").split() if address.startswith("tisch+"))
            done = subprocess.run([PROGRAM, "deliver", own], input=mail.as_bytes(), env=self.site.environment, capture_output=True)
            assert done.returncode == 0, (name, done.returncode, done.stderr[-400:])
        self.desk.wait("SELECT count(*) FROM guest_mail", at_least=len(NAMES))

    def be_told(self):
        self.page.goto(self.path)
        expect(self.page.locator("main")).to_contain_text(self.words["errand"])
        self.look("party")
        self.page.goto(f"{self.path}/waves")
        expect(self.page.locator("main")).to_contain_text(self.words["away"])
        self.look("waves")
        self.page.goto(self.path)
        self.page.locator("a", has_text=self.words["errand"]).click()
        self.look("incoming")

    def press(self):
        card = self.page.locator("article", has_text=self.words["said"])
        card.locator("details summary").click()
        self.look("incoming-quoted")
        with self.page.expect_navigation():
            card.locator("button[value=yes]").click()
        assert self.state("worte") == "accepted", self.state("worte")
        self.page.goto(f"{self.path}/waves")
        expect(self.page.locator("main")).to_contain_text(self.words["entered"])

    def decide(self):
        assert self.state("alias") == "tentative" and self.state("vertreten") == "invited"
        self.page.goto(f"{self.path}/guests/{self.guest('vertreten')}")
        expect(self.page.locator("#incoming")).to_contain_text(self.words["assistant"])
        self.look("guest")
        with self.page.expect_navigation():
            self.page.locator("#incoming button[value=no]").click()
        assert self.state("vertreten") == "declined"
        self.page.goto(f"{self.path}/incoming")
        with self.page.expect_navigation():
            self.page.locator("article", has_text="a.esselborn@privat.example").locator("button[value=yes]").click()
        assert self.state("alias") == "accepted"

    def mend(self):
        self.page.goto(f"{self.path}/incoming")
        with self.page.expect_navigation():
            self.page.locator("article", has_text="5.1.1").locator("a.button").click()
        expect(self.page.locator("#address")).to_contain_text(self.words["returned"])
        self.look("returned")
        self.page.fill("#address [name=email]", "neu@gast.example")
        with self.page.expect_navigation():
            self.page.locator("#address button").first.click()
        assert self.mailroom.wait(lambda mail: mail.recipient == "neu@gast.example"), "no letter to the new address"

    def override(self):
        page = self.onlooker.visitor(self.words["locale"], viewport=PHONE)
        page.goto(self.letters["worte"].link("/g/"))
        expect(page.locator("main")).to_contain_text("Johanna Reiterhof")
        self.onlooker.look(page, f"{self.language}-entered-by-the-host")
        Visitor(self.site.url).post(f"{self.letters['worte'].link('/g/')}/reply", {"answer": "no"}).taken()
        assert self.state("worte") == "declined"


if __name__ == "__main__":
    sys.exit(main())
