"""The worth of a table and its hard rules, as docs/algorithms.md defines them, written for reading rather than for speed. The
program's own arithmetic must agree with it to the point.

An instance is what `stehtisch choose --instance` reads: persons with topics (`tags`), offers, wishes, organisation, seniority,
country, languages (bits) and free half hours (48 bits); the party's facets, pinned and excluded persons, possible starts and length."""

import functools
import itertools

HALF_HOURS = 48
ALL_LANGUAGES = 7


def members(instance, ids):
    """The host first, everybody once."""
    return [instance["persons"][person] for person in dict.fromkeys([instance["host"], *ids])]


def fit(instance, person):
    """A guest's own worth: topics of the party count ten, others from the same fields two, of which two count."""
    tags, facets = set(person["tags"]), set(instance["facets"])
    fields = {facet // instance["per"] for facet in facets}
    neighbours = [tag for tag in tags - facets if tag // instance["per"] in fields]
    return min(24, 10 * len(tags & facets) + 2 * min(2, len(neighbours)))


def pair(instance, one, other):
    """What two persons are worth to each other: common ground, which saturates, help, a fresh angle, less what they share too much of."""
    shared = set(one["tags"]) & set(other["tags"])
    common = min(12, 4 * sum(instance["weight"][tag] for tag in shared)) - 2 * max(0, len(shared) - 2)
    help_given = sum(4 for a, b in ((one, other), (other, one)) if set(a["offers"]) & set(b["seeks"]))
    facets = set(instance["facets"])
    ours, theirs = facets & set(one["tags"]), facets & set(other["tags"])
    fresh = 2 if ours - theirs and theirs - ours else 0
    likeness = 8 * (one["org"] == other["org"]) + 6 * (other["id"] in one["met"])
    likeness += 2 * (one["sen"] == other["sen"]) + (one["country"] == other["country"])
    return common + help_given + fresh - likeness


def breadth(instance, table):
    """Each facet counts 0, 10 or 16 points for nobody, one person, or more who carry it."""
    carriers = (sum(facet in person["tags"] for person in table) for facet in instance["facets"])
    return sum((0, 10, 16)[min(2, count)] for count in carriers)


def score(instance, ids):
    table = members(instance, ids)
    guests = (person for person in table if person["id"] != instance["host"])
    pairs = (pair(instance, one, other) for one, other in itertools.combinations(table, 2))
    return sum(fit(instance, guest) for guest in guests) + sum(pairs) + breadth(instance, table)


def start(instance, table):
    """The first start from which everybody is free for the whole length; None where there is none."""
    free = functools.reduce(lambda a, b: a & b, (person["avail"] for person in table))
    for slot in instance["slots"]:
        if all(free >> ((slot + step) % HALF_HOURS) & 1 for step in range(instance["dur"])):
            return slot
    return None


def languages(table):
    return functools.reduce(lambda a, b: a & b, (person["lang"] for person in table), ALL_LANGUAGES)


def broken_rules(instance, ids):
    """One entry for each hard rule that the table breaks, and for each person or organisation that it breaks it with."""
    table = members(instance, ids)
    present = {person["id"] for person in table}
    organisations = [person["org"] for person in table]
    broken = ["size"] if len(table) != instance["m"] else []
    broken += [f"{person} is missing" for person in instance["pinned"] if person not in present]
    broken += [f"{person} is excluded" for person in instance["excluded"] if person in present]
    broken += [f"organisation {one}" for one in set(organisations) if organisations.count(one) > instance["orgmax"]]
    broken += ["no common time"] if start(instance, table) is None else []
    broken += [] if languages(table) else ["no common language"]
    broken += [f"{person['id']} shares too little" for person in table if partners(table, person) < 2]
    return broken


def partners(table, person):
    """The number of others with whom a person shares a topic."""
    return sum(1 for other in table if other is not person and set(person["tags"]) & set(other["tags"]))


def reasons(instance, ids):
    """For each guest their own worth, what the table would lose without them, and the two others they are worth most to."""
    table, whole = members(instance, ids), score(instance, ids)
    for person in table:
        if person["id"] == instance["host"]:
            continue
        best = sorted(((pair(instance, person, other), other["id"]) for other in table if other is not person), reverse=True)
        rest = [one for one in ids if one != person["id"]]
        yield {"fit": fit(instance, person), "loss": whole - score(instance, rest), "partners": best[:2]}
