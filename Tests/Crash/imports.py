"""Lists are read and saved while the program is killed: once while it reads, once while it saves. Each list is there in the end, with everybody on it
and nobody twice."""

import time

from answers import sound
from desk import Desk
from program import Site

PEOPLE = 1500


def run(folder, rounds, chance, tally):
    site = Site(folder / "site")
    lists = max(3, rounds // 3)
    try:
        with tally.step("imports: a site", site.stop):
            desk = Desk(site.start()).open()
        faults = []
        with tally.step(f"imports: {lists} lists are saved in spite of {2 * lists} kills", site.stop):
            for number in range(lists):
                place = bring(desk, number)
                killed(site, chance.uniform(0, 0.8))
                desk.wait("SELECT count(*) FROM import WHERE state = 'ready'", seconds=60)
                desk.host.post(f"{place}/confirmation").taken()
                killed(site, chance.uniform(0, 1.5))
                desk.wait("SELECT count(*) FROM import WHERE state = 'saved'", number + 1, seconds=90)
                faults += wrong(desk, number)
        tally.note(not faults, f"imports: all {lists * PEOPLE} people are there, each once and on their list", faults[:5])
        failed = desk.rows("SELECT count(*) FROM import WHERE state = 'failed'")[0][0]
        tally.note(failed == 0, "imports: none was given up: each got on after its kill", failed)
        tally.note(sound(site), "imports: the database is sound")
        tally.note(site.stop() == 0, "imports: the program ends in peace when it is asked")
    finally:
        site.stop()


def bring(desk, number):
    """Acknowledged: from now on the list is the program's to keep."""
    rows = [f"Gast {number:02} {index:04};gast{number:02}.{index:04}@example.org;Thema {index % 40}" for index in range(PEOPLE)]
    fields = {
        "text": "\n".join(["Name;E-Mail;Themen", *rows]),
        "kind": "conferenceCancelled",
        "occasionName": f"Kongress {number}",
        "year": "2026",
        "source": "participantList",
    }
    return desk.host.post("/people/imports", fields).taken().location


def killed(site, seconds):
    time.sleep(seconds)
    site.kill()
    site.start()


def wrong(desk, number):
    people, addresses = desk.rows("SELECT count(*), count(DISTINCT email_key) FROM person")[0]
    if people != (number + 1) * PEOPLE or addresses != people:
        yield f"list {number}: {people} people with {addresses} addresses"
    for name, count in desk.rows(
        "SELECT people_list.name, count(person_id) FROM people_list LEFT JOIN provenance ON list_id = people_list.id GROUP BY people_list.id"
    ):
        if count != PEOPLE:
            yield f"{name}: {count} people"
    topics = desk.rows("SELECT count(*) FROM person_topic")[0][0]
    if topics != people:
        yield f"list {number}: {topics} topics of {people} people"
