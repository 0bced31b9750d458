#!/usr/bin/env python3
"""A circle of three parties in compressed time, and beside it a series that has become dull and ends: what guests take home, ballots,
promises, the core that is carried over, and what the circle has earned.

    circle.py [--artefacts FOLDER]

Ends with `N passed, N failed`. Every page is looked at in German and in English.
"""

import argparse
import pathlib
import shutil
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import expect, sync_playwright  # noqa: E402

from desk import Desk  # noqa: E402
from keys import press, press_in_place  # noqa: E402
from mailroom import Mailroom  # noqa: E402
from onlooker import PHONE, Onlooker  # noqa: E402
from program import Site  # noqa: E402
from series import Series  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from visit_of_honour import VisitOfHonour  # noqa: E402

LOCALES = {"de": "de-DE", "en": "en-GB"}
SECRET = "Das bleibt an diesem Tisch"
OPEN = "Woran merkt man es zuerst?"
LINE = "Nächstes Mal bitte kürzer vorstellen."


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    folder = pathlib.Path(parser.parse_args().artefacts).resolve() / "circle"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    tally, mailroom = Tally(), Mailroom(folder / "mails").start()
    site = Site(folder / "site", mailroom.port).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            onlooker = Onlooker(browser, site.url, tally, folder)
            Year(site, mailroom, onlooker, tally).walk()
            onlooker.close("circle")
            browser.close()
    except Stop as stop:
        print(f"The rest is left out, because this failed: {stop}")
    finally:
        tally.note(site.stop() == 0, "the program ends in peace when it is asked")
        mailroom.stop()
    return tally.close()


class Year:
    def __init__(self, site, mailroom, onlooker, tally):
        self.site, self.mailroom, self.onlooker, self.tally = site, mailroom, onlooker, tally
        self.desk = Desk(site).open()
        people = self.desk.import_people(5)
        self.good = Series("Runde über Coaching", self.desk, mailroom, people)
        self.dull = Series("Zähe Reihe", self.desk, mailroom, people)
        self.first, self.second, self.third, self.fourth, self.fifth = people
        self.pages = {}
        self.honoured = VisitOfHonour(self)

    def walk(self):
        for sentence, step in [
            ("two parties are invited to, and all say yes", self.begin),
            ("they meet: a coaster, a promise, a card, and another table", self.meet_first),
            ("a guest's page is a summary, of what they saw alone", self.take_home),
            ("what is shared with the circle is seen by all", self.share),
            ("ballots are taken, never shown, and counted without names", self.vote),
            ("the summary came by mail, once", self.read_summary),
            ("the host sees what it was worth, and makes a circle of it", self.found),
            ("the next party has the core, the open question, and the letter what came of the last", self.second_party),
            ("they meet again, and the dull series a last time", self.meet_second),
            ("the dull series ends kindly, with thanks", self.end_kindly),
            ("they meet a third time", self.meet_third),
            ("the circle's page shows its evenings, and that it has earned a guest of honour", self.look_back),
            ("a member pauses and comes back, and says with whom they would rather not sit: nobody reads whom", self.step_aside),
            ("the fourth party is planned", self.fourth_party),
            ("the host reads why now, and says whom to invite", self.honoured.seat),
            ("the circle collects questions, and votes", self.honoured.ask_questions),
            ("the letter is shown as it leaves, and leaves", self.honoured.invite),
            ("who accepts with one tap", self.honoured.answer),
            ("and gets a brief of one page, on paper, too", self.honoured.read_brief),
            ("an assistant can answer for them, but not enter", self.honoured.name_assistant),
            ("the date moves, and the entry of their slot with it", self.honoured.follow_move),
            ("they are late, come, speak, are asked, and go", self.meet_fourth),
            ("they are thanked, and would come again", self.honoured.thank),
            ("a guest leaves the circle with one tap, and is not carried over", self.leave),
            ("a guest takes their own away, and has it erased", self.erase),
        ]:
            with self.tally.step(sentence, self.onlooker.picture_all):
                step()

    # Pages

    def page(self, who, language):
        """Host and guests have a browser for each language."""
        if (who, language) not in self.pages:
            if who == "host":
                page = self.onlooker.host(self.desk.host, LOCALES[language])
            else:
                page = self.onlooker.visitor(LOCALES[language], viewport=PHONE)
            self.pages[who, language] = page
        return self.pages[who, language]

    def look(self, who, path, name):
        """Looks in both languages; returns the German page."""
        for language in ("en", "de"):
            page = self.page(who, language)
            page.goto(path)
            self.onlooker.look(page, f"{name}-{language}")
        return page

    # The first evening

    def begin(self):
        for series in (self.good, self.dull):
            series.begin()

    def meet_first(self):
        def talk(host, guests):
            b, c, d, e, _ = guests
            assert b.ask("moveToFreeTable") == "done"
            for other in (host, c):
                assert other.ask("move", table=b.tables()[b.you]) == "done"
            assert d.ask("moveToFreeTable") == "done"
            assert e.ask("move", table=d.tables()[d.you]) == "done"
            assert b.ask("coaster", text=OPEN) == "done"
            assert b.ask("promise", to=[c.you], text="Ich schicke die Studie") == "done"
            assert b.ask("offerCard", to=c.you) == "done"
            assert c.ask("answerCard", **{"from": b.you}, take=True) == "done"
            assert d.ask("coaster", text=SECRET) == "done"
            time.sleep(2)

        self.good.meet(talk)
        self.dull.meet(lambda host, guests: None)

    def take_home(self):
        page = self.look(self.first, self.good.links[self.first], "keepsakes")
        text = page.inner_text("main")
        assert OPEN in text and "Ich schicke die Studie" in text and SECRET not in text, text
        page.locator("form[action*='/promises/'] button").click()
        page.wait_for_selector("main[aria-busy]", state="detached")
        assert self.desk.rows("SELECT count(*) FROM promise WHERE kept_at IS NOT NULL")[0][0] == 1
        other = self.page(self.fourth, "de")
        other.goto(self.good.links[self.fourth])
        text = other.inner_text("main")
        assert SECRET in text and OPEN not in text and "Studie" not in text, text
        with page.expect_download() as download:
            page.locator("a[href$='cards.vcf']").click()
        card = pathlib.Path(download.value.path()).read_text()
        assert "BEGIN:VCARD" in card and self.second in card, card

    def share(self):
        page = self.page(self.first, "de")
        page.locator("form[action*='/coasters/'] button").click()
        page.wait_for_selector("main[aria-busy]", state="detached")
        other = self.page(self.fourth, "de")
        other.reload()
        assert OPEN in other.inner_text("main")

    def vote(self):
        page = self.page(self.first, "de")
        for question in ("learnt", "gave", "again"):
            page.locator(f"form[action$='/ballot'] input[name={question}][value=yes]").check()
        press_in_place(page, "form[action$='/ballot'] button[type=submit]")
        assert not page.locator("form[action$='/ballot'] input[type=radio]:checked").count(), "the page tells the answer"
        for email in (self.second, self.third, self.fourth):
            self.good.answer(email, learnt="yes", gave="yes", again="yes", line=LINE if email == self.third else "")
        evening = self.page("host", "de")
        evening.goto(f"/parties/{self.good.party}/evening")
        assert LINE not in evening.inner_text("main"), "a line is shown before all were counted"
        self.good.answer(self.fifth, learnt="no", again="yes")
        self.good.answer_as_host(learnt="yes", gave="yes", again="yes")
        self.bore()
        self.good.counted()
        self.dull.counted()
        left = self.desk.rows("SELECT count(*) FROM ballot")[0][0]
        assert left == 0, "who gave which can still be told"

    def bore(self):
        for email in self.dull.people:
            self.dull.answer(email, learnt="no", gave="no", again="no")
        self.dull.answer_as_host(learnt="no", gave="no", again="no")

    def read_summary(self):
        mails = self.mailroom.wait(lambda mail: mail.recipient == self.first and "bleibt" in mail.subject)
        links = [mail.link("/g/") for mail in mails]
        assert links.count(self.good.links[self.first]) == 1, [mail.subject for mail in mails]

    def found(self):
        page = self.look("host", f"/parties/{self.good.party}/evening", "evening")
        assert LINE in page.inner_text("main")
        with page.expect_navigation():
            page.fill("[name=outcome]", "Zwei Häuser tauschen nun ihre Fragebögen.")
            page.locator("form[action$='/outcome'] button").click()
        self.circle = self.make_circle(page, self.good, "Stammtisch Coaching")
        page.goto(f"/parties/{self.dull.party}/evening")
        self.dull_circle = self.make_circle(page, self.dull, "Zähe Reihe")

    def make_circle(self, page, series, name):
        page.locator("form[action$='/circles'] [name=name]").fill(name)
        press(page, "form[action$='/circles'] button")
        return page.url.split("/circles/")[1].split("?")[0]

    # The further evenings

    def second_party(self):
        self.look("host", f"/circles/{self.circle}", "circle-after-one")
        carried = self.good.further(self.circle)
        assert carried == sorted(self.good.people), carried
        self.dull.further(self.dull_circle)
        for series in (self.good, self.dull):
            series.settle()
        letter = self.mailroom.to(self.first)
        texts = [mail.text for mail in letter if mail.link("/g/") == self.good.links[self.first]]
        assert any("Fragebögen" in text for text in texts), texts
        page = self.page(self.first, "de")
        page.goto(self.good.links[self.first])

    def meet_second(self):
        for series in (self.good, self.dull):
            series.meet(lambda host, guests: guests[0].ask("moveToFreeTable"))
        self.praise()
        self.bore()
        self.good.counted()
        self.dull.counted()

    def praise(self):
        for email in self.good.people:
            self.good.answer(email, learnt="yes", gave="yes", again="yes")
        self.good.answer_as_host(learnt="yes", gave="yes", again="yes")

    def end_kindly(self):
        page = self.look("host", f"/circles/{self.dull_circle}", "circle-dull")
        page.locator("a.primary[href$='/end']").click()
        self.look("host", page.url, "circle-end")
        with page.expect_navigation():
            page.locator("button[name=farewell][value='1']").click()
        self.onlooker.look(page, "circle-ended")
        mails = self.mailroom.wait(lambda mail: "Danke für unsere Runde" in mail.subject)
        self.mailroom.wait_for_count(len(self.mailroom.mails()))
        assert {mail.recipient for mail in mails} <= set(self.dull.people), mails
        answer = self.desk.host.post(f"/circles/{self.dull_circle}/parties")
        assert answer.status == 409, answer.status

    def meet_third(self):
        self.good.further(self.circle)
        self.good.settle()
        self.good.meet(lambda host, guests: guests[1].ask("moveToFreeTable"))
        self.praise()
        self.good.counted()

    def look_back(self):
        page = self.look("host", f"/circles/{self.circle}", "circle-after-three")
        text = page.inner_text("main")
        assert "Ehrengast" in text, text
        drawing = page.locator("svg.acquaintance")
        assert drawing.locator("circle").count() == 5 and drawing.locator("line").count() >= 1, drawing.inner_html()
        assert drawing.locator("circle").last.bounding_box()["width"] > 0, "the drawing has only its first face"
        page.locator("summary", has_text="Als Tabelle").click()
        assert page.locator("table.matrix tbody tr").count() == 5, "no matrix"

    def step_aside(self):
        page = self.page(self.fourth, "de")
        page.goto(self.good.links[self.fourth])
        page.locator("#membership details summary").nth(0).click()
        page.select_option("#membership [name=months]", "3")
        page.locator("#membership button[value=later]").click()
        page.wait_for_selector("main[aria-busy]", state="detached")
        page = self.look(self.fourth, self.good.links[self.fourth], "pausing")
        expect(page.locator("#membership")).to_contain_text("Sie pausieren.")
        host = self.look("host", f"/circles/{self.circle}", "circle-with-a-pause")
        expect(host.locator("main")).to_contain_text("pausiert")
        page.locator("#membership button[value='1']").click()
        page.wait_for_selector("main[aria-busy]", state="detached")
        self.avoid(page)

    def avoid(self, page):
        page.goto(self.good.links[self.fourth])
        page.locator("#membership details summary").nth(1).click()
        name = page.locator("#membership [name=person] option").nth(1).inner_text()
        page.select_option("#membership [name=person]", label=name)
        page.locator("form[action$='/avoidances'] button").first.click()
        page.wait_for_selector("main[aria-busy]", state="detached")
        page = self.look(self.fourth, self.good.links[self.fourth], "rather-not-with")
        page.locator("#membership details summary").nth(1).click()
        expect(page.locator("form[action$='/avoidances'] [name=person]")).to_have_value("")
        assert self.desk.rows("SELECT count(*) FROM avoidance")[0][0] == 1
        before = self.page("host", "de").content()
        assert "avoidance" not in before
        page.locator("form[action$='/avoidances'] button[name=cleared]").click()
        page.wait_for_selector("main[aria-busy]", state="detached")
        assert self.desk.rows("SELECT count(*) FROM avoidance")[0][0] == 0

    def fourth_party(self):
        self.good.further(self.circle)
        self.good.settle()

    def meet_fourth(self):
        self.good.meet(self.honoured.come)
        self.praise()
        self.good.counted()

    def leave(self):
        page = self.page(self.fifth, "de")
        page.goto(self.good.links[self.fifth])
        press_in_place(page, "form[action$='/membership'] button")
        self.onlooker.look(page, "left-the-circle")
        carried = self.good.further(self.circle)
        assert self.fifth not in carried and self.first in carried, carried

    def erase(self):
        link = self.last_link
        page = self.look(self.fifth, f"{link}/erasure", "erasure")
        with page.expect_navigation():
            page.locator("form[action$='/erasure'] button.danger, form[action$='/erasure'] button.primary").first.click()
        party = self.desk.rows("SELECT id FROM party WHERE circle_id = ? AND state = 'closed' ORDER BY id DESC LIMIT 1", self.circle)[0][0]
        who = self.desk.rows("SELECT guest.id FROM guest JOIN person ON person.id = guest.person_id WHERE email = ? AND party_id = ?", self.fifth, party)
        stays = self.desk.rows("SELECT count(*) FROM table_stay WHERE party_id = ? AND participant = ?", party, who[0][0])[0][0]
        assert stays == 0, stays

    @property
    def last_link(self):
        return self.good.links[self.fifth]


if __name__ == "__main__":
    sys.exit(main())
