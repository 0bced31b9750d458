#!/usr/bin/env python3
"""What is sent besides letters, in German and in English, with a clock that leaps: the mail of the day before, the reminder of a poll, and the new
link when an old one is replaced. Guests read on a telephone, one of them in New York. Needs a C compiler for the clock.

    news.py [--artefacts FOLDER]

Ends with `N passed, N failed`.
"""

import argparse
import pathlib
import shutil
import sys

TESTS = pathlib.Path(__file__).parents[1]
sys.path[:0] = [str(pathlib.Path(__file__).parent), str(TESTS / "Python"), str(TESTS / "Crash")]

from playwright.sync_api import expect, sync_playwright  # noqa: E402

from mailroom import Mailroom  # noqa: E402
from newsroom import BERLIN, CANCELLED, COMING, MOVED, ZONES, Newsroom, entry, words  # noqa: E402
from onlooker import Onlooker  # noqa: E402
from tally import Stop, Tally  # noqa: E402

WORDS = {
    "de": {
        "locale": "de-DE", "form": "sie", "hour": "um {} Uhr an alle, die kommen", "eve": "Bald ist es so weit", "poll": "Welche Termine passen Ihnen?",
        "link": "hat eine neue Adresse", "devices": "Kamera und Mikrofon", "other": "und noch jemand", "on its way": "Der neue geht gerade per Mail hinaus",
        "gone": "Dieser Link wurde ersetzt", "entry": "ersetzt den alten",
    },
    "en": {
        "locale": "en-GB", "form": "en", "hour": "at {}:00, to everyone who’s coming", "eve": "Not long now", "poll": "Which dates suit you?",
        "link": "has a new address", "devices": "camera and microphone", "other": "and one more", "on its way": "The new one is on its way by mail",
        "gone": "This link has been replaced", "entry": "replaces the old",
    },
}
# The steward looks every 30 seconds.
ROUND = 90


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    folder = pathlib.Path(parser.parse_args().artefacts).resolve() / "news"
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
    newsroom = Newsroom(language, WORDS[language], folder, mailroom)
    onlooker = Onlooker(browser, newsroom.site.url, tally, folder)
    try:
        Story(language, newsroom, onlooker, tally).walk()
    except Stop as stop:
        print(f"The rest is left out, because this failed: {stop}")
    finally:
        onlooker.close(language)
        tally.note(newsroom.site.stop() == 0, f"{language}: the program ends in peace when it is asked")
        mailroom.stop()


class Story:
    def __init__(self, language, newsroom, onlooker, tally):
        self.language, self.words = language, WORDS[language]
        self.newsroom, self.onlooker, self.tally = newsroom, onlooker, tally
        self.host = onlooker.host(newsroom.desk.host, self.words["locale"])

    def walk(self):
        for sentence, step in [
            ("letters to four parties leave", self.newsroom.invite),
            ("guests answer on their telephones, and say what others see of them", self.answer),
            ("the host sees the hour of the day before, and chooses another", self.choose_hour),
            ("a replaced link goes to its guest by mail, with a newer entry", self.replace_link),
            ("the old link says that it is gone, and the new one opens", self.open_both),
            ("one date moves, one party is cancelled; before the hour nobody hears of the day before", self.wait_for_hour),
            ("only the guest who comes and has not voted is reminded, and votes", self.remind),
            ("at the hour everybody who comes gets the mail of the day before", self.read_the_day_before),
            ("on a telephone it leads to the door, where camera and microphone can be tried", self.try_the_door),
            ("the moved date has its own day before, and nobody gets anything twice", self.hear_once),
        ]:
            with self.tally.step(f"{self.language}: {sentence}", self.onlooker.picture_all):
                step()

    def look(self, page, name):
        self.onlooker.look(page, f"{self.language}-{name}")

    def answer(self):
        for name, shown in zip(COMING, ("fullName", "firstName", "nothing")):
            guest = self.newsroom.open(name, self.onlooker)
            guest.page.select_option("#shown-answer", shown)
            if name in ZONES:  # The answer remembers the zone in which the date was read.
                expect(guest.page.locator('form[action$="/reply"] [data-zone-value]')).to_have_value(guest.zone)
            guest.press('button[name="answer"][value="yes"]')
            guest.page.context.close()
        for name, answer in [("nein", "no"), ("vielleicht", "perhaps"), ("lieber-nicht", "no"), (MOVED, "yes"), (CANCELLED, "yes"), ("offen", "yes")]:
            self.newsroom.reply(name, answer)
        self.newsroom.guest("gewaehlt", self.onlooker).answer_quietly("yes", ["yes", "no"])

    def choose_hour(self):
        path = f"/parties/{self.newsroom.evening}"
        self.host.goto(path)
        expect(self.host.locator("main")).to_contain_text(self.words["hour"].format(17))
        self.host.locator(f'a[href="{path}/basics"]').click()
        self.host.select_option("[name=dayBefore]", "20")
        self.look(self.host, "hour")
        with self.host.expect_navigation():
            self.host.locator(f'form[action="{path}/basics"] button.primary').click()
        self.host.goto(path)
        expect(self.host.locator("main")).to_contain_text(self.words["hour"].format(20))
        self.look(self.host, "party")

    def replace_link(self):
        room = self.newsroom
        before = room.mailroom.wait(lambda mail: mail.calendar and mail.recipient == room.address["ganz"])[-1]
        self.host.goto(f"/parties/{room.evening}/guests/{room.id('ganz')}")
        with self.host.expect_navigation():
            self.host.locator('form[action$="/link"] button').click()
        expect(self.host.locator("main")).to_contain_text(self.words["on its way"])
        self.look(self.host, "replaced")
        ((name, mail),) = room.mails("link", seconds=30)
        assert name == "ganz" and self.words["entry"] in words(mail), (name, mail.text)
        old, new = entry(before), entry(mail)
        assert new["UID"] == old["UID"] and int(new["SEQUENCE"]) > int(old["SEQUENCE"]) and new["METHOD"] == "REQUEST", (old, new)
        tokens = [each.link("/g/").rsplit("/", 1)[1] for each in (before, mail)]
        assert [token in new["all"] for token in tokens] == [False, True], "the entry does not lead to the new page alone"
        self.replacement = mail

    def open_both(self):
        old = self.newsroom.open("ganz", self.onlooker).page
        expect(old.locator("main")).to_contain_text(self.words["gone"])
        self.look(old, "old-link")
        self.newsroom.letters["ganz"] = self.replacement
        new = self.newsroom.open("ganz", self.onlooker).page
        expect(new.locator("#answer")).to_be_visible()
        self.look(new, "new-link")

    def wait_for_hour(self):
        """Until after 17:00, the usual hour, and before the one that the host chose. The poll's reminder shows that a round is over."""
        room = self.newsroom
        day, time = room.date(1)
        room.desk.host.post(f"/parties/{room.moved}/confirmation", {"date": day, "time": time}).taken()
        room.desk.host.post(f"/parties/{room.cancelled}/cancellation", {"reason": ""}).taken()
        room.leap(-1, 19, 55)
        assert room.names("poll", seconds=ROUND) and not room.names("eve"), room.names("eve")

    def remind(self):
        ((name, mail),) = self.newsroom.mails("poll")
        assert name == "offen" and mail.message["Auto-Submitted"] == "auto-generated", name
        self.newsroom.letters[name] = mail
        self.newsroom.open(name, self.onlooker).vote(["yes", "no"])

    def read_the_day_before(self):
        self.newsroom.leap(-1, 20)
        mails = self.newsroom.mails("eve", len(COMING), ROUND)
        assert sorted(name for name, _ in mails) == sorted(COMING), self.newsroom.names("eve")
        # The desk's names: the first guest agreed to the whole one, the second to the first name, the third to none.
        full, first, other = "Gast 000 Ahrendt", "Gast", self.words["other"]
        company = {"ganz": [first, other], "vorname": [full, other], "nichts": [full, first]}
        for name, mail in mails:
            time = f"{self.newsroom.start.astimezone(ZONES.get(name, BERLIN)):%H:%M}"
            assert time in words(mail) and ("New York" in mail.text) == (name in ZONES), mail.text
            assert [line[2:] for line in mail.text.splitlines() if line.startswith("- ")] == company[name], mail.text
            assert mail.link("/g/") == self.newsroom.letters[name].link("/g/") and self.words["devices"] in words(mail), mail.text
            assert mail.message["Auto-Submitted"] == "auto-generated", name
            self.newsroom.letters[name] = mail

    def try_the_door(self):
        page = self.newsroom.open("vorname", self.onlooker).page
        self.look(page, "day-before")
        page.locator(".to-door a.button").click()
        expect(page.locator("#mirror")).to_be_visible()
        self.look(page, "lobby")

    def hear_once(self):
        room = self.newsroom
        room.leap(0, 17)
        assert room.names("eve", len(COMING) + 1, ROUND) == sorted([*COMING, MOVED]), room.names("eve")
        moved = dict(room.mails("eve"))[MOVED]
        assert str(int(room.date(1)[0][-2:])) in moved.subject, moved.subject
        assert room.names("poll") == ["offen"] and room.names("link") == ["ganz"], (room.names("poll"), room.names("link"))


if __name__ == "__main__":
    sys.exit(main())
