"""The whole journey, from a list of people to a date that moves and is cancelled."""

import datetime
import json
import shutil

import checks
from desk import Desk
from guests import Guest
from host import EMAIL, Host
from mailroom import Mailroom
from onlooker import Onlooker
from program import Site
from texts import TEXTS


def walk(language, browser, tally, artefacts):
    folders = [artefacts / f"{name}-{language}" for name in ("mails", "site")]
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    mailroom = Mailroom(folders[0]).start()
    site = Site(folders[1], mailroom.port, STEHTISCH_TAKE_BACK_SECONDS="10").start()
    onlooker = Onlooker(browser, site.url, tally, artefacts)
    try:
        Journey(language, site, mailroom, onlooker, tally).walk()
    finally:
        onlooker.close(language)
        tally.note(site.stop() == 0, f"{language}: the program ends in peace when it is asked")
        mailroom.stop()
        checks.all_mails(language, mailroom, tally, artefacts)


class Journey:
    def __init__(self, language, site, mailroom, onlooker, tally):
        self.language = language
        self.texts = TEXTS[language]
        self.site = site
        self.mailroom = mailroom
        self.onlooker = onlooker
        self.tally = tally
        self.desk = Desk(site)
        self.host = Host(language, self.texts, site, onlooker, self.desk)

    def walk(self):
        for sentence, step in [
            ("the owner signs in by the printed link", self.host.sign_in),
            ("the owner says who they are", self.host.introduce),
            ("a programme is imported, and a second time without change", self.import_programme),
            ("a table adds the addresses", self.host.import_addresses),
            ("people are found, shown and edited", self.host.visit_people),
            ("a party is begun", self.host.begin_party),
            ("eight are chosen, with a suggestion that is bent until it fits, and two kept in reserve", self.host.choose),
            ("thin substance is told so, and good substance taken", self.host.write_substance),
            ("a poll of three slots is made", self.host.plan_poll),
            ("each letter gets a sentence of its own", self.host.write_letters),
            ("the first wave leaves, and arrives", self.send_first_wave),
            ("three guests open their pages, and nothing changes by it", self.open_pages),
            ("they answer yes, perhaps and no", self.answer),
            ("they vote, wish and write their cards", self.prepare),
            ("a decline makes room for a reserve, who is written to", self.send_second_wave),
            ("who declined names somebody, and the host puts them at the table", self.refer),
            ("the host enters what a guest said on the telephone, and the guest reads it", self.enter_answer),
            ("everybody else votes, and the host confirms the date", self.confirm),
            ("calendar entries arrive, each for one guest", self.check_entries),
            ("the host's own calendar gets the date by mail, by its own address and as a file", self.host_calendar),
            ("a guest objects and is not written to again", self.object),
            ("the date moves, and the entries with it", self.move),
            ("the host writes to all who come, looks at it first, and each gets a mail of their own", self.write_to_all),
            ("the party is cancelled, and the entries with it", self.cancel),
            ("the rest of the pages is looked at", self.host.look_around),
        ]:
            with self.tally.step(f"{self.language}: {sentence}", self.on_failure):
                step()

    def on_failure(self):
        self.onlooker.picture_all(f"{self.language}-")

    def import_programme(self):
        self.host.import_programme("first")
        before = self.people()
        assert len(before) >= 10, len(before)
        self.host.import_programme("second")
        assert self.people() == before, "the second import changed people"

    def people(self):
        return self.desk.rows(
            "SELECT person.id, name, organisation, group_concat(topic) FROM person"
            " LEFT JOIN person_topic ON person_id = person.id GROUP BY person.id ORDER BY person.id"
        )

    def send_first_wave(self):
        self.host.send_wave("first")
        mails = self.mailroom.wait_for_count(8)
        assert len(mails) == 8, f"{len(mails)} letters"
        assert len({mail.recipient for mail in mails}) == 8
        self.host.look_at_outbox()

    def open_pages(self):
        """Opens every link of every letter, as a mail scanner would; nothing is different afterwards."""
        letters = self.mailroom.mails()
        before = self.state()
        zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"]
        languages = [self.texts["locale"], "en-US", "de-AT"]
        self.guests = [
            Guest(f"{self.language}-guest{number + 1}", letters[number], zones[number], languages[number], self.texts, self.onlooker)
            for number in range(3)
        ]
        self.others = [
            Guest(f"{self.language}-other{number}", letter, "Europe/Berlin", self.texts["locale"], self.texts, self.onlooker)
            for number, letter in enumerate(letters[3:])
        ]
        for guest in self.guests:
            guest.open()
        assert self.state() == before, "looking at a page changed something"

    def state(self):
        """Everything guests could change."""
        tables = ("guest", "vote", "guest_event", "suppression")
        return json.dumps([self.desk.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables])

    def answer(self):
        yes, perhaps, no = self.guests
        yes.answer("yes", self.texts["word"])
        perhaps.answer("perhaps", "")
        no.answer("no", self.texts["no_word"])
        answers = dict(self.desk.rows("SELECT coalesce(answer, '-'), count(*) FROM guest GROUP BY 1"))
        assert (answers["yes"], answers["perhaps"], answers["no"]) == (1, 1, 1), answers

    def prepare(self):
        yes, perhaps, _ = self.guests
        yes.vote(["yes", "yes", "no"])
        perhaps.vote(["no", "ifNeeded", "yes"])
        yes.wish()
        yes.write_card()

    def send_second_wave(self):
        # The program may tell the host of the free seat in the meantime.
        before = len(self.mailroom.besides(EMAIL))
        self.host.send_wave("second")
        mails = self.mailroom.wait_for_count(before + 1, but=EMAIL)
        assert len(mails) == before + 1, f"{len(mails) - before} letters in the second wave"
        reserve = Guest(
            f"{self.language}-reserve", mails[-1], "Europe/Berlin", self.texts["locale"], self.texts, self.onlooker
        )
        self.others.append(reserve)

    def refer(self):
        no = self.guests[2]
        no.refer(self.texts["referred"])
        row = self.desk.rows("SELECT guest_id FROM referral WHERE decision = 'open'")[0][0]
        self.host.take_referral(row)
        named = self.desk.rows("SELECT decision, person.name FROM referral JOIN person ON person.id = referral.person_id")
        assert named == [("taken", self.texts["referred"])], named
        no.look("referral-decided")

    def host_calendar(self):
        mails = self.mailroom.wait(lambda mail: mail.calendar and mail.recipient == EMAIL, 60)
        assert mails, "the host's own calendar gets nothing"
        self.host.subscribe()

    def enter_answer(self):
        guest = self.others[1]
        row = self.desk.rows(
            f"SELECT guest.id FROM guest JOIN person ON person.id = person_id WHERE email = '{guest.letter.recipient}'"
        )[0][0]
        self.host.enter_answer(row, self.texts["phoned"])
        assert self.desk.rows(f"SELECT answer, answered_by FROM guest WHERE id = '{row}'") == [("yes", "host")]
        guest.read_entered(self.texts["entered"], self.texts["company"])

    def confirm(self):
        for number, guest in enumerate(self.others):
            guest.answer_quietly("yes", ["ifNeeded", "yes", "no" if number % 2 else "yes"])
        self.host.confirm_date()

    def check_entries(self):
        entries = self.guests_entries(20)
        expected = 1 + 1 + len(self.others)
        deadline = datetime.datetime.now() + datetime.timedelta(seconds=20)
        while len(entries) < expected and datetime.datetime.now() < deadline:
            entries = self.guests_entries(1)
        assert len(entries) == expected, f"{len(entries)} entries, expected {expected}"
        checks.private(entries, self.mailroom.mails())
        entered = self.desk.rows("SELECT count(*) FROM guest WHERE answered_by = 'host'")
        assert entered == [(0,)], "the guest's own answer does not hold instead of what the host entered"
        self.guests[0].look("with-date")
        self.guests[0].fetch_calendar()
        self.guests[1].look("with-date")

    def guests_entries(self, seconds):
        return self.mailroom.wait(lambda mail: mail.calendar and mail.recipient != EMAIL, seconds)

    def object(self):
        guest = self.others[0]
        guest.object()
        assert self.desk.rows("SELECT count(*) FROM suppression") == [(1,)]
        self.objected = guest.letter.recipient

    def move(self):
        self.next_entries(self.host.move_date, "move", b"METHOD:REQUEST", sequence=1)
        self.guests[0].look("date-moved")

    def write_to_all(self):
        before = len(self.mailroom.besides(EMAIL))
        coming = self.desk.rows(
            "SELECT person.email FROM guest JOIN person ON person.id = person_id WHERE guest.state = 'accepted'"
        )
        wanted = {email for (email,) in coming} - {self.objected}
        self.host.write_message(self.texts["message_subject"], self.texts["message"])
        mails = self.mailroom.wait_for_count(before + len(wanted), but=EMAIL)[before:]
        assert {mail.recipient for mail in mails} == wanted, (len(mails), wanted)
        for mail in mails:
            assert self.texts["message"] in " ".join(mail.text.split()) and mail.subject == self.texts["message_subject"], mail.text
            assert mail.link("/g/") and "Auto-Submitted" not in mail.message

    def cancel(self):
        self.next_entries(lambda: self.host.cancel(self.texts["reason"]), "cancel", b"METHOD:CANCEL", sequence=2)
        self.guests[0].look("cancelled")

    def next_entries(self, step, name, method, sequence):
        """Takes a step after which everybody with an entry, except people who objected, gets the next one."""
        before = len(self.mailroom.besides(EMAIL))
        step()
        expected = 1 + 1 + len(self.others) - 1
        mails = self.mailroom.wait_for_count(before + expected, but=EMAIL)[before:]
        entries = [mail for mail in mails if mail.calendar]
        assert len(entries) == expected, f"{len(entries)} entries after {name}, expected {expected}"
        assert self.objected not in {mail.recipient for mail in mails}, "somebody who objected was written to"
        for entry in entries:
            assert method in entry.calendar and f"SEQUENCE:{sequence}".encode() in entry.calendar, entry.calendar
