"""The host at a desktop browser."""

import csv
import datetime
import io
import pathlib
import urllib.parse

import calendar_check
from proposal import Proposal

ROOT = pathlib.Path(__file__).resolve().parents[2]
PUBLISHED = ROOT.parent / "shared/data/people/pyconfr-2025.pretalx.json"
INVENTED = pathlib.Path(__file__).with_name("fixtures") / "programme.pretalx.json"

EMAIL = "johanna.reiterhof@example.org"


class Host:
    def __init__(self, language, texts, site, onlooker, desk):
        self.language = language
        self.texts = texts
        self.site = site
        self.onlooker = onlooker
        self.desk = desk
        self.page = onlooker.visitor(texts["locale"])
        self.party = None
        self.count = 0

    def look(self, name):
        self.count += 1
        self.onlooker.look(self.page, f"{self.language}-{self.count:02}-{name}")

    def go(self, path):
        self.page.goto(path)

    def press(self, action, choice=""):
        """The first button of a form to this address; `choice` narrows it down."""
        with self.page.expect_navigation():
            self.page.locator(f'form[action$="{action}"] button[type=submit]{choice}').first.click()

    def sure(self):
        """Sends at once whatever is held for some seconds."""
        now = self.page.locator("#held button[value=now]")
        if now.count():
            with self.page.expect_navigation():
                now.click()

    def fill(self, **fields):
        for name, value in fields.items():
            self.page.fill(f'[name="{name}"]', value)

    def sign_in(self):
        self.go("/")
        self.look("sign-in-needed")
        self.go("/sign-in")
        self.look("sign-in")
        link = self.site.sign_in_link()
        self.go(link)
        self.look("sign-in-link")
        self.page.click("main button[type=submit]")
        self.page.wait_for_url(f"{self.site.url}/")
        self.go(link)
        self.look("sign-in-link-used")
        self.go("/")

    def introduce(self):
        self.look("introduction")
        self.fill(name=self.texts["host"], email=EMAIL)
        self.page.select_option('[name="zone"]', "Europe/Berlin")
        self.press("/introduction")
        self.look("home-empty")
        self.go("/people")
        self.look("people-empty")
        self.go("/parties")
        self.look("parties-empty")

    def import_programme(self, which):
        self.bring(PUBLISHED if PUBLISHED.exists() else INVENTED, "conferenceMissed", "publishedProgramme", which)

    def bring(self, file, kind, source, which):
        self.go("/people/imports/new")
        if which == "first":
            self.look("import-new")
            self.page.click('form[action$="/people/imports"] button[type=submit]')
            self.page.locator(".notice.bad").wait_for()
            self.look("import-errors")
        self.page.set_input_files('input[type="file"]', file)
        if self.page.locator('[name="occasion"]').count():
            self.page.select_option('[name="occasion"]', index=1)
        else:
            self.page.check(f'[name="kind"][value="{kind}"]', force=True)
            self.fill(occasionName=self.texts["occasion"], year="2025")
        self.page.check(f'[name="source"][value="{source}"]', force=True)
        if which == "first":
            self.page.fill('[name="year"]', "next")
            self.page.click('form[action$="/people/imports"] button[type=submit]')
            self.page.locator("#year-error").wait_for()
            assert self.page.evaluate("document.querySelector('input[type=file]').files.length") == 1, "the file is forgotten"
            self.page.fill('[name="year"]', "2025")
        self.press("/people/imports")
        self.page.wait_for_selector('form[action$="/confirmation"]')
        self.look(f"import-preview-{which}")
        self.press("/confirmation")
        self.desk.wait("SELECT count(*) = 0 FROM import WHERE state IN ('reading', 'saving')")
        self.page.reload()
        self.look(f"import-result-{which}")

    def import_addresses(self):
        """The programme has none: a table with names and addresses fills them in."""
        names = [name for (name,) in self.desk.rows("SELECT name FROM person ORDER BY name")]
        table = io.StringIO()
        writer = csv.writer(table, delimiter=";")
        writer.writerow(["Name", "E-Mail"])
        writer.writerows([name, f"guest{number:02}@example.org"] for number, name in enumerate(names))
        file = self.site.folder / "addresses.csv"
        file.write_text(table.getvalue(), encoding="utf-8-sig")
        self.bring(file, "conferenceMissed", "participantList", "addresses")
        people = self.desk.rows("SELECT count(*), count(email_key) FROM person")
        assert people == [(len(names), len(names))], people

    def visit_people(self):
        self.go("/people")
        self.look("people")
        name, person = self.desk.rows("SELECT name, id FROM person ORDER BY name LIMIT 1")[0]
        self.go(f"/people?q={name.split()[0][:4]}")
        self.look("people-found")
        self.go(f"/people/{person}")
        self.look("person")
        self.fill(organisation="Werkstatt für freie Software")
        self.press(f"/people/{person}")
        self.look("person-saved")
        stored = self.desk.rows("SELECT organisation FROM person WHERE id = ?", person)
        assert stored == [("Werkstatt für freie Software",)], stored
        self.go(f"/people/{person}/merge")
        self.look("person-merge")
        self.go(f"/people/{person}/erasure")
        self.look("person-erasure")

    def begin_party(self):
        self.go("/parties/new")
        self.look("party-new")
        self.fill(title=self.texts["title"], seats="8")
        self.page.select_option('[name="form"]', self.texts["form"])
        self.press("/parties")
        self.party = self.desk.rows("SELECT id FROM party")[0][0]
        self.go(f"/parties/{self.party}")
        self.look("party-draft")

    def at(self, place):
        return f"/parties/{self.party}/{place}"

    def choose(self):
        self.go(self.at("choosing"))
        self.look("choosing-empty")
        self.fill(topic=self.texts["topic"], question=self.texts["question"])
        self.press("/choosing")
        self.take_from_list("choose", 3)
        Proposal(self).walk()
        self.take_from_list("reserve", 1)
        guests = self.desk.rows("SELECT standing, count(*) FROM guest WHERE standing <> 'excluded' GROUP BY standing")
        assert guests == [("chosen", 8), ("reserve", 2)], guests
        self.page.reload()
        self.look("choosing")

    def take_from_list(self, action, count):
        """The first people on the list of candidates."""
        (before,) = self.desk.rows("SELECT count(*) FROM guest")[0]
        for number in range(count):
            button = self.page.locator(f'main ol form[action$="/shortlist"]:has(button[value="exclude"]) button[value="{action}"]')
            button.first.click()
            self.desk.wait("SELECT count(*) FROM guest", before + number + 1, seconds=10)
            self.page.wait_for_selector("[data-keeps-place][aria-busy]", state="detached")

    def write_substance(self):
        self.go(self.at("substance"))
        self.fill(question=self.texts["thin"], contribution=".")
        self.press("/substance")
        self.look("substance-thin")
        self.fill(question=self.texts["question"], contribution=self.texts["contribution"])
        self.press("/substance")
        if self.page.url.split("?")[0].endswith("/substance"):
            self.press("/substance")  # A hint that is new is shown once; pressing again leads on.
        assert self.page.url.split("?")[0].endswith("/date"), self.page.url
        self.go(self.at("substance"))
        self.look("substance")

    def plan_poll(self):
        self.go(self.at("date"))
        self.look("date-plan")
        self.page.check('[name="kind"][value="poll"]', force=True)
        self.first_day = datetime.date.today() + datetime.timedelta(days=21)
        for number in range(3):
            day = self.first_day + datetime.timedelta(days=number)
            self.page.locator('[name="date"]').nth(number).fill(day.isoformat())
            self.page.locator('[name="time"]').nth(number).fill("18:30")
        self.fill(deadline=(datetime.date.today() + datetime.timedelta(days=10)).isoformat())
        self.page.locator('[name="must"]').first.check(force=True)
        with self.page.expect_navigation():
            self.page.locator('form[action$="/slots"] button.primary').click()
        assert self.page.url.split("?")[0].endswith("/letters"), self.page.url
        self.go(self.at("date"))
        self.look("date-poll")

    def write_letters(self):
        self.go(self.at("letters"))
        self.look("letters-alike")
        guests = self.desk.rows(
            "SELECT guest.id, coalesce((SELECT topic FROM person_topic WHERE person_topic.person_id = guest.person_id LIMIT 1), '')"
            " FROM guest WHERE standing IN ('chosen', 'reserve') ORDER BY standing, position"
        )
        # All are typed, one is left by leaving its field, and one press keeps the rest.
        for guest, talk in guests:
            self.page.fill(f'[name="sentence.{guest}"]', self.texts["sentence"].format(talk=talk))
        self.page.locator("output.autosaved").first.wait_for()
        self.page.locator('form[action$="/letters"] .bar button:not([name])').click()
        self.page.wait_for_selector("main[aria-busy]", state="detached")
        kept = self.desk.rows("SELECT count(*) FROM guest WHERE letter_sentence <> ''")
        assert kept == [(len(guests),)], kept
        self.go(self.at("letters"))
        self.look("letters")
        self.go(self.at(f"letters/{guests[0][0]}"))
        self.look("letter")

    def send_wave(self, which):
        self.go(self.at("waves"))
        self.look(f"waves-{which}")
        self.choose_wave()
        self.look(f"waves-{which}-preview")
        self.press("/waves", ".primary")
        if which == "first":
            self.look("waves-held")
            with self.page.expect_navigation():
                self.page.click("#held button[value=back]")
            assert self.desk.rows("SELECT count(*) FROM outbox WHERE kind = 'letter'") == [(0,)], "what was taken back has left"
            self.choose_wave()
            self.press("/waves", ".primary")
        self.sure()
        self.look(f"waves-{which}-sent")

    def choose_wave(self):
        # Links to this machine are useless to anybody else.
        self.page.locator("[name=anyway]").first.check()
        with self.page.expect_navigation():
            self.page.locator('form[action$="/waves/preview"] button.primary').first.click()

    def look_at_outbox(self):
        self.go(self.at("outbox"))
        self.look("outbox")
        mail = self.desk.rows("SELECT id FROM outbox WHERE kind = 'letter' ORDER BY id LIMIT 1")[0][0]
        self.go(self.at(f"outbox/{mail}"))
        self.look("outbox-mail")

    def enter_answer(self, guest, word):
        self.go(self.at(f"guests/{guest}"))
        self.look("guest-to-enter")
        self.fill(word=word)
        self.press("/answer", '[value="yes"]')
        self.look("guest-entered")
        self.go(self.at("waves"))
        self.page.locator('details:has(form[action$="/answer"]) summary').first.click()
        self.look("waves-entered")

    def take_referral(self, guest):
        self.go(self.at("waves"))
        self.look("waves-referral")
        self.go(self.at(f"guests/{guest}"))
        self.look("guest-referral")
        self.press("/referral", '[value="take"]')
        self.look("guest-referral-taken")

    def subscribe(self):
        self.go("/settings")
        self.press("/calendar-feed")
        self.look("settings-calendar")
        address = self.page.locator("#calendar-feed-address").inner_text()
        for file in (urllib.parse.urlsplit(address).path, self.at("entry.ics")):
            answer = self.page.request.get(file)
            faults = list(calendar_check.faults_of(answer.body()))
            assert answer.status == 200 and not faults, (file, answer.status, faults)
        self.fill(calendar="http://calendar.example.org/")
        self.press("/busy-calendar")
        self.look("settings-calendar-refused")

    def confirm_date(self):
        self.go(self.at("date"))
        self.look("date-recommended")
        self.press("/confirmation")
        self.sure()
        self.look("date-confirmed")
        self.go(f"/parties/{self.party}")
        self.look("party-scheduled")

    def move_date(self):
        self.go(self.at("date"))
        self.fill(date=(self.first_day + datetime.timedelta(days=7)).isoformat(), time="19:15")
        self.press("/confirmation")
        self.look("date-preview")
        self.page.click('form[action$="/confirmation"] button.primary')
        self.sure()
        self.look("date-moved")

    def write_message(self, subject, text):
        """Reviews the message, changes it once more, and sends it."""
        self.go(f"/parties/{self.party}")
        self.page.click(f'a[href$="{self.at("message")}"]')
        self.look("message")
        self.fill(subject=subject, text=text + " …")
        self.press("/message")
        self.look("message-preview")
        self.press("/message", '[name="edit"]')
        self.fill(text=text)
        self.press("/message")
        self.press("/message", ".primary")
        self.sure()
        self.look("message-sent")

    def cancel(self, reason):
        self.go(self.at("cancellation"))
        self.look("cancellation")
        self.fill(reason=reason)
        self.page.click('form[action$="/cancellation"] button[type=submit]')
        self.sure()
        self.go(f"/parties/{self.party}")
        self.look("party-cancelled")

    def look_around(self):
        guest = self.desk.rows("SELECT id FROM guest WHERE answer = 'yes' ORDER BY answered_at LIMIT 1")[0][0]
        for name, path in [
            ("home", "/"),
            ("parties", "/parties"),
            ("settings", "/settings"),
            ("guest-history", self.at(f"guests/{guest}")),
            ("outbox-at-the-end", self.at("outbox")),
            ("not-found", "/nothing-here"),
        ]:
            self.go(path)
            self.look(name)
