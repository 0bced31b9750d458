"""A guest of honour at a circle's fourth party: earned, invited, asked, briefed, late, heard, thanked."""

import datetime
import re
import time
import zoneinfo

import calendar_check
from keys import press
from visitor import Visitor

EMAIL = "maren.vollmar@haus.example"
ASSISTANT = "vorzimmer@haus.example"
QUESTIONS = ["Was würden Sie wieder tun?", "Wann haben Sie zuletzt Nein gesagt?", "Wer sagt Ihnen die Wahrheit?", "Was kommt danach?"]
MINUTES = 20


class VisitOfHonour:
    def __init__(self, year):
        self.year = year
        self.desk, self.mailroom, self.series = year.desk, year.mailroom, year.good
        self.link = None

    def page(self, language="de"):
        return self.year.page("honour", language)

    def look(self, path, name):
        return self.year.look("honour", path, name)

    @property
    def party(self):
        return self.series.party

    def row(self):
        """Role, minutes, lateness, when they came and went, what was thanked, whether they would come again."""
        return self.desk.rows(
            "SELECT role, minutes, late_minutes, arrived_at, left_at, thanked_at, again FROM honour WHERE party_id = ?", self.party
        )[0]

    # Before the evening

    def seat(self):
        page = self.year.look("host", f"/circles/{self.year.circle}/honour", "honour-earned")
        assert "gelohnt" in page.inner_text("main"), page.inner_text("main")
        page.locator("a.primary").click()
        self.year.onlooker.look(page, "honour-form")
        page.fill("[name=name]", "Dr. Maren Vollmar")
        page.fill("[name=email]", EMAIL)
        page.fill("[name=role]", "Vorständin")
        page.fill("[name=organisation]", "Haus Vollmar")
        page.check("[name=part][value=speaker]", force=True)
        page.fill("[name=begins]", "0")
        page.fill("[name=minutes]", str(MINUTES))
        page.fill("[name=reason]", "Sie haben ein Haus umgebaut, ohne dass jemand ging.")
        with page.expect_navigation():
            page.locator("main form.card button.primary").first.click()

    def ask_questions(self):
        """The circle collects questions and votes on their pages."""
        page = self.year.page(self.year.first, "de")
        page.goto(self.series.links[self.year.first])
        for question in QUESTIONS:
            page.fill("form[action$='/questions'] [name=question]", question)
            page.locator("form[action$='/questions'] button").click()
            page.wait_for_selector("main[aria-busy]", state="detached")
        self.year.look(self.year.first, self.series.links[self.year.first], "questions")
        ids = dict(self.desk.rows("SELECT text, id FROM honour_question WHERE party_id = ?", self.party))
        for email, favourites in [(self.year.second, [3, 1]), (self.year.third, [3, 1, 0]), (self.year.fourth, [3])]:
            for favourite in favourites:
                path = f"{self.series.links[email]}/questions/{ids[QUESTIONS[favourite]]}"
                self.desk.host.post(path, {"vote": "1"}).taken()

    def invite(self):
        """The letter has the three questions that were voted highest, and says how little time it asks."""
        page = self.year.look("host", f"/parties/{self.party}/honour", "honour-letter")
        letter = page.inner_text("article.letter")
        asked = [question for question in QUESTIONS if question in letter]
        assert len(asked) == 3 and QUESTIONS[3] in asked, letter
        assert f"{MINUTES} Minuten" in letter and "dreimal" in letter, letter
        assert letter.count("„Coaching in Behörden“") == 1, "a topic is named more than once"
        # Links to this machine are useless to anybody else; a host whose guests can open them gets no such tick box.
        page.check("[name=anyway]")
        press(page, "form[action$='/honour/letter'] button.primary")
        assert all(question in page.content() for question in asked), "the letter is not shown before it leaves"
        press(page, "form[action$='/honour/letter'] button.primary")
        mail = self.mailroom.wait(lambda mail: mail.recipient == EMAIL)[0]
        assert all(question in mail.text for question in asked), mail.text
        self.link = mail.link("/g/")

    def answer(self):
        page = self.look(self.link, "honour-asked")
        press(page, "button[name=answer][value=yes]")
        self.look(self.link, "honour-coming")
        self.covers_slot_only(1)

    def read_brief(self):
        page = self.look(f"{self.link}/brief", "honour-brief")
        text = page.inner_text("main")
        assert QUESTIONS[3] in text and "Coaching in Behörden" in text, text
        assert "@" not in text, "the brief tells addresses"
        for language in ("de", "en"):
            page = self.page(language)
            page.goto(f"{self.link}/brief")
            file = self.year.onlooker.pictures / f"honour-brief-{language}.pdf"
            page.pdf(path=file, format="A4")
            pages = len(re.findall(rb"/Type\s*/Page\b", file.read_bytes()))
            assert pages == 1, f"{pages} pages"

    def name_assistant(self):
        page = self.page()
        page.goto(self.link)
        page.locator("details:has([name=assistantName]) summary").first.click()
        page.fill("[name=assistantName]", "Ute Kranz")
        page.fill("[name=assistantEmail]", ASSISTANT)
        with page.expect_navigation():
            page.locator("form:has([name=assistantEmail]) button").click()
        mail = self.mailroom.wait(lambda mail: mail.recipient == ASSISTANT)[0]
        place = re.findall(r"https?://\S+", mail.text)[0].rstrip(".,;)>")
        assert self.link not in mail.text, "the assistant got the guest's own link"
        self.assistant = place
        page = self.year.look("assistant", place, "honour-assistant")
        assert page.locator("a[href$='party.ics']").count() == 1 and page.locator("[name=late]").count() == 0
        assert Visitor(place).get(f"{place}/floor").status == 404, "the assistant could enter the floor"

    def follow_move(self):
        """The date moves to this very minute: the entry follows, and covers the slot alone."""
        now = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Berlin")) + datetime.timedelta(minutes=2)
        fields = {"date": now.strftime("%Y-%m-%d"), "time": now.strftime("%H:%M")}
        self.desk.host.post(f"/parties/{self.party}/confirmation", fields).taken()
        self.covers_slot_only(2)
        page = self.year.look("assistant", self.assistant, "honour-assistant-near")
        press(page, "button[name=late][value=more]")
        assert self.row()[2] == 10
        page = self.page()
        page.goto(self.link)
        press(page, "button[name=late][value=none]")
        assert self.row()[2] == 0

    def covers_slot_only(self, count):
        deadline = time.monotonic() + 30
        while len(entries := self.entries()) < count and time.monotonic() < deadline:
            time.sleep(0.2)
        assert len(entries) == count, len(entries)
        faults = [fault for mail in entries for fault in calendar_check.faults_of(mail.calendar)]
        assert not faults, faults
        texts = [mail.calendar.decode().replace("\r\n ", "").split("BEGIN:VEVENT")[1] for mail in entries]
        assert len({re.search(r"UID:(\S+)", text)[1] for text in texts}) == 1
        sequences = [int(re.search(r"SEQUENCE:(\d+)", text)[1]) for text in texts]
        assert sequences == sorted(set(sequences)), sequences
        for text in texts:
            begins, ends = (re.search(rf"{name}[^:]*:(\S+)", text)[1] for name in ("DTSTART", "DTEND"))
            length = datetime.datetime.fromisoformat(ends) - datetime.datetime.fromisoformat(begins)
            assert length == datetime.timedelta(minutes=MINUTES), (begins, ends)

    def entries(self):
        return [mail for mail in self.mailroom.to(EMAIL) if mail.calendar]

    # The evening

    def come(self, host, guests):
        page = self.page()
        page.goto(self.link)
        press(page, "button[name=late][value=more]")
        host.wait(lambda: any(event["progress"]["lateMinutes"] == 10 for event in host.events("honour")))
        assert host.events("programme"), "the programme did not give way"
        assert host.ask("doors", state="closed") == "done"
        assert host.ask("nextPart") == "done"
        guest = self.series.come("Dr. Maren Vollmar", f"{self.link}/floor")
        guest.wait(lambda: guest.events("entered") or guests[0].events("honour")[-1]["progress"].get("arrivedAt"))
        host.wait(lambda: host.events("honour")[-1]["progress"].get("arrivedAt"))
        self.speak(host, guests, guest)
        page.reload()
        self.year.onlooker.look(page, "honour-here")
        press(page, "form[action$='/departure'] button")
        host.wait(lambda: host.events("honour")[-1]["progress"].get("leftAt"))
        role, minutes, late, arrived, left, *_ = self.row()
        assert (role, minutes, late) == ("speaker", MINUTES, 10) and arrived and left, self.row()

    def speak(self, host, guests, guest):
        """Their part gives them the word, and the host puts one question after the other."""
        for _ in range(8):
            if host.events("speaker") and host.events("speaker")[-1].get("who") == guest.you:
                break
            assert host.ask("nextPart") == "done"
        guests[0].wait(lambda: guests[0].events("speaker") and guests[0].events("speaker")[-1].get("who") == guest.you)
        assert host.ask("nextQuestion") == "done"
        guests[0].wait(lambda: guests[0].events("honour")[-1]["progress"]["asked"] == 1)

    # Afterwards

    def thank(self):
        page = self.year.look("host", f"/parties/{self.party}/honour", "honour-thanks")
        text = page.locator("[name=thanks]").input_value()
        page.fill("[name=thanks]", text + "\nDas mit dem Nein hat uns alle beschäftigt.")
        press(page, "button[name=send]")
        thanks = lambda mail: mail.recipient == EMAIL and "Das mit dem Nein" in mail.text  # noqa: E731
        assert len(self.mailroom.wait(thanks)) == 1
        page = self.look(self.link, "honour-afterwards")
        with page.expect_navigation():
            page.locator("button[name=again][value=yes]").click()
        assert self.row()[6] == 1
        page = self.year.page("host", "de")
        page.goto(f"/parties/{self.party}/honour")
        assert "wieder" in page.inner_text("main").lower()
