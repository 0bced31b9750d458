"""Guests answer and vote without pause while the power fails. Other than a kill it takes what the program has written and not yet brought to the
disk. What was acknowledged must be there afterwards."""

import shutil

from answers import invite, pester, sound
from mailroom import Mailroom
from mischief import Mischief, compiler
from program import Site


def run(folder, rounds, chance, tally):
    if not compiler():
        return tally.skip("power cuts: left out, because this machine has no C compiler to build mischief.c")
    mailroom = Mailroom(folder / "mails").start()
    site = Site(folder / "site", mailroom.port)
    mischief = Mischief(folder / "mischief")
    try:
        with tally.step("power cuts: a party of guests is ready", site.stop):
            guests = invite(site, mailroom)
            site.kill()
        site.settings |= mischief.settings(MISCHIEF_JOURNAL=str(mischief.journal))
        missing, lost, syncs = [], 0, 0
        with tally.step(f"power cuts: the program starts again after each of {rounds}", site.stop):
            for _ in range(rounds):
                before = folder / "before"
                shutil.rmtree(before, ignore_errors=True)
                shutil.copytree(site.data, before)
                mischief.journal.unlink(missing_ok=True)
                site.start()
                pester(site, guests, chance.uniform(0.15, 1.2))
                outcome = mischief.cut_power(before, site.data, chance)
                lost, syncs = lost + outcome[0], syncs + outcome[1]
                site.start()
                missing += [fault for guest in guests for fault in guest.missing(site)]
                site.kill()
            site.start()
        acknowledged = sum(guest.acknowledged for guest in guests)
        tally.note(syncs > rounds, f"power cuts: {syncs} times something was brought to the disk", syncs)
        tally.note(lost > 0, f"power cuts: they took {lost} writes that were not on the disk", lost)
        tally.note(acknowledged > rounds, "power cuts: many answers were acknowledged", acknowledged)
        tally.note(not missing, f"power cuts: not one of {acknowledged} acknowledged answers and votes is lost", missing[:5])
        tally.note(sound(site), "power cuts: the database is sound")
    finally:
        site.stop()
        mailroom.stop()
