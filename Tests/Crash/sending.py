"""Letters go out while the program is killed. Everybody gets theirs; a second one only through the window that SMTP leaves: with the same
Message-ID, and at most one for each kill."""

import collections
import datetime
import time

from desk import Desk
from mailroom import Mailroom
from program import Site

LETTERS = 12


def run(folder, rounds, chance, tally):
    mailroom = Mailroom(folder / "mails").start()
    site = Site(folder / "site", mailroom.port)
    try:
        with tally.step(f"sending: {rounds} parties are ready", site.stop):
            parties = prepare(site, rounds)
        with tally.step("sending: all letters arrive in spite of the kills", site.stop):
            for number, party in enumerate(parties, 1):
                interrupt(site, party, chance)
                mailroom_has(site, number * LETTERS)
        judge(mailroom, rounds, tally)
        tally.note(site.stop() == 0, "sending: the program ends in peace when it is asked")
    finally:
        site.stop()
        mailroom.stop()


def prepare(site, rounds):
    desk = Desk(site.start()).open()
    people = list(desk.import_people(LETTERS).values())
    first = datetime.date.today() + datetime.timedelta(days=20)
    slots = [((first + datetime.timedelta(days=day)).isoformat(), "18:30") for day in range(2)]
    site.desk = desk
    return [desk.party(f"Runde {number + 1}", people, slots) for number in range(rounds)]


def interrupt(site, party, chance):
    site.desk.send_wave(party).taken()
    time.sleep(chance.uniform(0, 0.25))
    site.kill()
    site.start()


def mailroom_has(site, count):
    """Every letter is recorded as sent."""
    site.desk.wait("SELECT count(*) FROM outbox WHERE kind = 'letter' AND state = 'sent'", count, seconds=90)


def judge(mailroom, rounds, tally):
    mails = mailroom.mails()
    by_id = collections.Counter(mail.id for mail in mails)
    copies = sum(count - 1 for count in by_id.values())
    letters = collections.Counter((mail.recipient, mail.link("/g/")) for mail in mails)
    tally.note(len(by_id) == rounds * LETTERS, f"sending: {rounds * LETTERS} different letters arrived", len(by_id))
    tally.note(len(letters) == len(by_id), "sending: a letter that came twice has the same Message-ID", len(letters))
    tally.note(copies <= rounds, f"sending: {copies} came twice, at most one for each of {rounds} kills", copies)
    tally.note(max(by_id.values()) <= 2, "sending: none came three times", by_id.most_common(2))
