#!/usr/bin/env python3
"""Small lists of invented persons and tables drawn from them by chance, with what the reference says of each: one JSON object a line.

    choosing.py COUNT
"""

import json
import random
import sys

import table

PER_FIELD, FIELDS, LENGTH = 15, 3, 3
SLOTS = list(range(32, 39))
EVENING = range(28, 44)
LANGUAGES = [1, 2, 3, 3, 5, 7]


def instance(dice, persons, size):
    people = [person(dice, number, max(4, persons // 6)) for number in range(persons)]
    acquaint(dice, people)
    people[0] |= {"lang": 3, "avail": bits(EVENING)}
    facets = list(dict.fromkeys([*people[0]["tags"][:3], topic(dice), topic(dice)]))
    others = range(1, persons)
    return {
        "T": FIELDS * PER_FIELD, "per": PER_FIELD, "m": size, "orgmax": dice.randint(1, 2), "host": 0, "facets": facets,
        "weight": [dice.randint(1, 3) for _ in range(FIELDS * PER_FIELD)], "pinned": dice.sample(others, dice.randint(0, 1)),
        "excluded": dice.sample(others, dice.randint(0, 3)), "slots": SLOTS, "dur": LENGTH, "persons": people,
    }  # fmt: skip


def person(dice, number, organisations):
    tags = sorted({topic(dice) for _ in range(dice.randint(3, 6))})
    return {
        "id": number, "tags": tags, "offers": [tag for tag in tags if dice.random() < 0.5],
        "seeks": sorted({topic(dice) for _ in range(dice.randint(1, 3))}), "org": dice.randrange(organisations),
        "sen": dice.randint(1, 5), "country": dice.randrange(6), "lang": dice.choice(LANGUAGES),
        "avail": bits(EVENING) & ~busy(dice), "met": [],
    }  # fmt: skip


def topic(dice):
    """Some topics are named by many, most by few."""
    return dice.randrange(FIELDS) * PER_FIELD + min(int(dice.expovariate(0.3)), PER_FIELD - 1)


def bits(half_hours):
    return sum(1 << half_hour for half_hour in half_hours)


def busy(dice):
    begin = dice.randrange(table.HALF_HOURS)
    return bits({(begin + step) % table.HALF_HOURS for step in range(4)})


def acquaint(dice, people):
    for one in people:
        for other in dice.sample(people, 2):
            if other is not one and dice.random() < 0.5 and other["id"] not in one["met"]:
                one["met"].append(other["id"])
                other["met"].append(one["id"])


def judged(case, ids):
    """A table with its worth, the number of hard rules it breaks, and the reasons for each guest."""
    members = table.members(case, ids)
    return {
        "ids": ids, "score": table.score(case, ids), "slot": table.start(case, members), "lang": table.languages(members),
        "errors": len(table.broken_rules(case, ids)), "reasons": list(table.reasons(case, ids)),
    }  # fmt: skip


def main(count):
    for seed in range(1, count + 1):
        dice = random.Random(seed)
        size = dice.randint(3, 10)
        case = instance(dice, dice.randint(size + 2, 40), size)
        others = range(1, len(case["persons"]))
        print(json.dumps({"instance": case, "tables": [judged(case, dice.sample(others, size - 1)) for _ in range(4)]}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
