"""People at the party together, and whom each of them hears."""

import contextlib
import time

PATIENCE = 90
"""Seconds that something may take on a busy machine."""


@contextlib.contextmanager
def company():
    """People by name, whose browsers are closed at the end."""
    people = {}
    try:
        yield people
    finally:
        for person in people.values():
            person.close()


def hear(tally, people, wanted):
    """Checks that everybody hears these, sooner or later on a busy machine, and never anybody else."""
    for name, others in wanted.items():
        others = "".join(sorted(others))
        deadline = time.monotonic() + PATIENCE
        heard = people[name].hears()
        while set(heard) < set(others) and time.monotonic() < deadline:
            heard = people[name].hears()
        heard = "".join(sorted(heard))
        tally.note(heard == others, f"{name} hears {' and '.join(others) or 'nobody'}", f"hears {heard or 'nobody'}")


def no_faults(tally, people):
    faults = [fault for person in people.values() for fault in person.faults]
    tally.note(not faults, "No page complained", faults[:5])
