#!/usr/bin/env python3
"""What a plan of rounds is worth, as docs/algorithms.md defines it, written for reading rather than for speed.

    rotation.py CASES.json

Reads a list of cases, each an instance as `stehtisch rotate --instance` reads it and a schedule (rounds of tables of persons), and
prints one verdict for each."""

import collections
import itertools
import json
import sys


def verdict(instance, schedule):
    meetings = collections.Counter(
        tuple(sorted(pair)) for tables in schedule for table in tables for pair in itertools.combinations(table, 2)
    )
    met = collections.Counter(person for pair in meetings for person in pair)
    weights = worths(instance)
    pairs, weighted = bounds(instance)
    return {
        "ok": seats_hold(instance, schedule) and not any(tuple(pair) in meetings for pair in instance["forbid"]),
        "distinct": len(meetings),
        "weighted": sum(weights(pair) for pair in meetings),
        "must_missed": sum(tuple(pair) not in meetings for pair in instance["must"]),
        "surplus": sum(count * (count - 1) // 2 for count in meetings.values()),
        "min_met": min(met[person] for person in range(instance["n"])),
        "ub_pairs": pairs,
        "ub_weighted": weighted,
    }


def worths(instance):
    """What the first meeting of a pair is worth."""
    named = {(low, high): worth for low, high, worth in instance["weights"]}
    return lambda pair: named.get(pair, instance["default"])


def seats_hold(instance, schedule):
    """True if in each round everybody who is there sits once, at tables of the sizes asked for."""
    if len(schedule) != instance["rounds"]:
        return False
    for number, tables in enumerate(schedule):
        there = [person for person in range(instance["n"]) if number in instance["present"][person]]
        sizes = sorted(len(table) for table in tables)
        if sorted(person for table in tables for person in table) != there or sizes != sorted(instance["sizes"][number]):
            return False
    return True


def bounds(instance):
    """Proved upper bounds: on the number of distinct pairs, and on what they are worth together."""
    weights, values = worths(instance), {}
    forbidden = {tuple(pair) for pair in instance["forbid"]}
    for pair in itertools.combinations(range(instance["n"]), 2):
        together = set(instance["present"][pair[0]]) & set(instance["present"][pair[1]])
        if together and pair not in forbidden:
            values[pair] = weights(pair)
    others = collections.defaultdict(list)
    for pair, value in values.items():
        for person in pair:
            others[person].append(value)
    best = [sorted(others[person], reverse=True)[: seats(instance, person)] for person in range(instance["n"])]
    limit = min(places(instance), repeats_forced(instance), sum(map(len, best)) // 2, len(values))
    dearest = sorted(values.values(), reverse=True)[:limit]
    return limit, min(sum(map(sum, best)) // 2, sum(dearest))


def seats(instance, person):
    """The seats beside a person in all their rounds, each time at the largest table."""
    return sum(max(instance["sizes"][number]) - 1 for number in instance["present"][person])


def places(instance):
    return sum(choose_two(size) for sizes in instance["sizes"] for size in sizes)


def repeats_forced(instance):
    """Fewer pairs than places where everybody stays: a table that draws from few tables of one round must hold pairs of it again."""
    if any(len(rounds) != instance["rounds"] for rounds in instance["present"]):
        return places(instance)
    return min(places(instance) - forced_by(instance, number) for number in range(instance["rounds"]))


def forced_by(instance, reference):
    tables, forced = len(instance["sizes"][reference]), 0
    for number, sizes in enumerate(instance["sizes"]):
        for size in sizes if number != reference else []:
            each, more = divmod(size, tables)
            forced += more * choose_two(each + 1) + (tables - more) * choose_two(each)
    return forced


def choose_two(count):
    return count * (count - 1) // 2


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        print(json.dumps([verdict(case["instance"], case["schedule"]) for case in json.load(file)]))
