"""Looks at every mail that left."""

import email
import email.policy

import calendar_check
import mail_check
import spam_check

SCORED_KINDS = 8


def all_mails(language, mailroom, tally, artefacts):
    mails = mailroom.mails()
    faults = [f"{mail.path.name}: {fault}" for mail in mails for fault in mail_check.faults_of(mail.path.read_bytes())]
    tally.note(mails and not faults, f"{language}: {len(mails)} mails parse without a defect", faults[:5])
    entries = [mail for mail in mails if mail.calendar]
    faults = [f"{mail.path.name}: {fault}" for mail in entries for fault in calendar_check.faults_of(mail.calendar)]
    tally.note(not faults, f"{language}: {len(entries)} calendar entries are read without complaint", faults[:5])
    score(language, one_of_each(mails), tally)


def one_of_each(mails):
    """The first mail of each subject: letter, entry, change, cancellation."""
    first = {}
    for mail in mails:
        first.setdefault((mail.subject, mail.calendar is not None), mail)
    return list(first.values())[:SCORED_KINDS]


def score(language, mails, tally):
    for mail in mails:
        points, rules = spam_check.score_of(spam_check.delivered(mail.path.read_bytes()))
        tally.note(points < 1.0, f"{language}: SpamAssassin gives {points} to “{mail.subject}”", rules)


def private(entries, mails):
    """No guest sees another's address or link. The host's own address stands in every letter, and the host gets mail, too."""
    host = answers_go_to(entries[0]) if entries else None
    mails = [mail for mail in mails if mail.recipient != host]
    for mail in entries:
        text = mail.path.read_text() + mail.calendar.decode() + mail.text
        for other in mails:
            if other.recipient == mail.recipient:
                continue
            assert other.recipient not in text, f"{mail.path.name} names {other.recipient}"
            assert (other.link("/g/") or "\0") not in text, f"{mail.path.name} has another guest's link"


def answers_go_to(mail):
    header = email.message_from_bytes(mail.path.read_bytes(), policy=email.policy.default)["Reply-To"]
    return header.addresses[0].addr_spec
