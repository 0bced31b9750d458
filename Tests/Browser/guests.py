"""A guest with a telephone, somewhere in the world."""

import calendar_check
from onlooker import PHONE
from playwright.sync_api import expect
from visitor import Visitor


class Guest:
    def __init__(self, name, letter, zone, locale, texts, onlooker):
        self.name = name
        self.letter = letter
        self.link = letter.link("/g/")
        self.zone = zone
        self.locale = locale
        self.texts = texts
        self.onlooker = onlooker
        self.page = None

    def open(self):
        self.page = self.onlooker.visitor(self.locale, self.zone, PHONE, is_mobile=True, has_touch=True)
        self.page.goto(self.link)
        self.onlooker.look(self.page, f"{self.name}-letter")
        Visitor(self.link).get(self.letter.link("/objection/"))

    def press(self, selector):
        """The answer is taken in place: the page stays where it was, and says what it has taken."""
        self.page.locator(selector).click()
        self.page.wait_for_selector("main[aria-busy]", state="detached")

    def look(self, name):
        self.page.goto(self.link)
        self.onlooker.look(self.page, f"{self.name}-{name}")

    def answer(self, answer, word):
        if word:
            self.page.locator("details summary").first.click()
            self.page.fill('[name="word"]', word)
        self.press(f'button[name="answer"][value="{answer}"]')
        self.onlooker.look(self.page, f"{self.name}-answered-{answer}")

    def refer(self, name):
        """Somebody who can't come names somebody else; without a name the page says so."""
        self.page.goto(self.link)
        self.press('form[action$="/referral"] button[type=submit]')
        expect(self.page.locator("#referred-error")).to_be_visible()
        self.page.fill('[name="referred"]', name)
        self.page.fill('[name="referredContact"]', "ruth.adler@example.org")
        self.onlooker.look(self.page, f"{self.name}-refers")
        self.press('form[action$="/referral"] button[type=submit]')
        self.page.goto(self.link)
        expect(self.page.locator("#referral")).to_contain_text(name)
        self.onlooker.look(self.page, f"{self.name}-referred")

    def vote(self, values):
        # 18:30 in Berlin, in the guest's own clock.
        expected = {"Europe/Berlin": "18:30", "America/New_York": "12:30", "Asia/Kolkata": "23:00"}[self.zone]
        expect(self.page.locator(".slots")).to_contain_text(expected)
        for number, value in enumerate(values):
            self.page.locator(f'.slots fieldset >> nth={number} >> input[value="{value}"]').check(force=True)
        before = self.page.evaluate("scrollY")
        self.press('form[action$="/votes"] button[name=all]')
        expect(self.page.locator(".said")).not_to_be_empty()
        assert before == 0 or self.page.evaluate("scrollY") > 0, "the page went back to its top"
        self.onlooker.look(self.page, f"{self.name}-voted")

    def wish(self):
        self.page.fill('[name="wishes"]', self.texts["wishes"])
        self.page.fill('[name="brings"]', self.texts["brings"])
        self.page.fill('[name="leaves"]', "19:15")
        self.page.fill('[name="phone"]', "+49 30 1234")
        self.press('form[action$="/wishes"] button[value="wishes"]')
        assert self.page.input_value('[name="phone"]') == "+49 30 1234", "what was typed on the card is lost"
        self.onlooker.look(self.page, f"{self.name}-wished")

    def write_card(self):
        self.page.fill('[name="line"]', "Werkstatt für freie Software")
        self.press('form[action$="/wishes"] button[value="card"]')
        self.onlooker.look(self.page, f"{self.name}-card")

    def answer_quietly(self, answer, votes):
        """Answers without taking a picture."""
        self.page = self.onlooker.visitor(self.locale, self.zone, PHONE)
        self.page.goto(self.link)
        self.press(f'button[name="answer"][value="{answer}"]')
        for number, value in enumerate(votes):
            self.page.locator(f'.slots fieldset >> nth={number} >> input[value="{value}"]').check(force=True)
        self.press('form[action$="/votes"] button[name=all]')
        self.page.context.close()
        self.page = None

    def read_entered(self, words, company):
        """Reads the answer the host entered for them, and the list of other guests."""
        self.page = self.onlooker.visitor(self.locale, self.zone, PHONE, is_mobile=True, has_touch=True)
        self.page.goto(self.link)
        expect(self.page.locator("main")).to_contain_text(words)
        expect(self.page.locator("#company")).to_contain_text(company)
        self.onlooker.look(self.page, f"{self.name}-entered")
        self.page.context.close()
        self.page = None

    def fetch_calendar(self):
        answer = Visitor(self.link).get(f"{self.link}/party.ics")
        faults = list(calendar_check.faults_of(answer.text.encode()))
        assert answer.status == 200 and not faults, (answer.status, faults)

    def object(self):
        self.page = self.onlooker.visitor(self.locale, self.zone, PHONE)
        self.page.goto(self.letter.link("/objection/"))
        self.onlooker.look(self.page, f"{self.name}-objection")
        self.page.locator('main form[action*="/objection/"] button[type=submit]').click()
        self.onlooker.look(self.page, f"{self.name}-objected")
