"""Holds what people were told, and what letters came, against what is stored."""

import collections

from ledger import Ledger
from parties import acknowledged_texts, texts


def judge_floors(cluster, parties, tally):
    faults, lost, acknowledged, events, turns = [], [], 0, 0, 0
    for house, pages in parties:
        rows = cluster.desk.rows("SELECT number, body, epoch FROM floor_event WHERE party_id = ? ORDER BY number", house.party)
        ledger = Ledger({number: body for number, body, _ in rows})
        events += len(rows)
        faults += [f"{house.party}: number {gap} is missing" for gap in ledger.gaps()]
        faults += [fault for page in pages for fault in ledger.faults(page)]
        stored = texts(ledger)
        for page in pages:
            for text in acknowledged_texts(page):
                acknowledged += 1
                lost += [] if text in stored else [text]
        epochs = [epoch for _, _, epoch in rows]
        turns += len(set(epochs))
        if epochs != sorted(epochs):
            faults.append(f"{house.party}: an owner wrote after the next one had begun")
    tally.note(not faults, f"of {events} events everybody heard what concerned them, once and in order, under {turns} owners one after the other", faults[:5])
    tally.note(acknowledged > 20 and not lost, f"all of {acknowledged} acknowledged texts are stored", lost[:5])


def judge_letters(cluster, count, troubles, tally):
    desk = cluster.desk
    desk.wait(f"SELECT CASE WHEN count(*) >= {count} THEN 1 ELSE 0 END FROM outbox WHERE kind = 'letter' AND state = 'sent' AND recipient LIKE 'brief%'", seconds=60)
    mails = [mail for mail in cluster.houses.model.mailroom.mails() if mail.recipient.startswith("brief")]
    by_id = collections.Counter(mail.id for mail in mails)
    copies = sum(number - 1 for number in by_id.values())
    tally.note(len(by_id) == count, f"{count} different letters arrived", len(by_id))
    tally.note(copies <= troubles, f"{copies} of them came twice, with the same Message-ID: at most one for each of {troubles} troubles", copies)
    tally.note(max(by_id.values()) <= 2, "none came three times", by_id.most_common(2))
