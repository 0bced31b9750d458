#!/usr/bin/env python3
"""Chooses guests from lists of 30 to 100,000 people: `stehtisch choose` beside CP-SAT (up to 100 people), a greedy choice and the best of
a thousand tables drawn by chance. Prints value, best known, ratio and times; every table is checked by the reference checker.
usage: choosing.py [part of a name …]. Instances and checker lie in ../shared/data/algorithms, or where CHOOSING_DATA says."""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = pathlib.Path(os.environ.get("CHOOSING_DATA", ROOT.parent / "shared/data/algorithms"))
PROOF_LIMIT = 100
PROOF_SECONDS = 30
DRAWN = 1000


def main():
    if not (DATA / "check_a.py").exists():
        print(f"choosing: no instances in {DATA}, left out")
        return
    sys.path.insert(0, str(DATA))
    known = json.loads((DATA / "public_instances.json").read_text())["A"]["public"]
    names = [name for name in known if not sys.argv[1:] or any(part in name for part in sys.argv[1:])]
    print(f"{'instance':20} {'stehtisch':>9} {'known':>6} {'ratio':>7} {'proved':>6} {'read':>6} {'index':>6} {'choose':>7}"
          f" | {'CP-SAT':>6} {'s':>5} | {'greedy':>6} | {'random':>6}")
    ratios = [measure(name, known[name]["best"]) for name in sorted(names, key=people)]
    if ratios:
        print(f"worst ratio {min(ratios):.4f}, mean {sum(ratios) / len(ratios):.4f}")


def people(name):
    return [int(part.lstrip("mo")) for part in name.split("-")[1:]]


def measure(name, best):
    """Prints one line and returns the ratio to the best known value."""
    import gen_a
    count, seed, size, per_organisation = people(name)
    instance = gen_a.gen(seed, count, size, per_organisation)
    ours = run(instance)
    verdict = check(instance, ours["ids"])
    ratio = ours["score"] / best if verdict["ok"] and verdict["score"] == ours["score"] else 0
    exact, seconds = proof(instance) if count <= PROOF_LIMIT else ("", "")
    times = ours["seconds"]
    print(f"{name:20} {ours['score']:9} {best:6} {ratio:7.4f} {'yes' if ours['best'] else 'no':>6}"
          f" {times['read'] * 1000:4.0f}ms {times['index'] * 1000:4.0f}ms {times['choose'] * 1000:5.0f}ms"
          f" | {exact:>6} {seconds:>5} | {greedy(instance):>6} | {drawn(instance):>6}", flush=True)
    return ratio


def run(instance):
    """The median of three runs by the time taken to choose."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(instance, file)
        file.flush()
        program = os.environ["STEHTISCH_PROGRAM"]
        runs = [json.loads(subprocess.run([program, "choose", "--instance", file.name, "--json"], capture_output=True, text=True).stdout)
                for _ in range(3)]
    return sorted(runs, key=lambda run: run["seconds"]["choose"])[1]


def check(instance, ids):
    import check_a
    return check_a.check(instance, ids)


def proof(instance):
    import exact_a
    start = time.monotonic()
    status, value, *_ = exact_a.solve(instance, PROOF_SECONDS)
    return (value if status == "OPTIMAL" else f"≥{value}"), f"{time.monotonic() - start:.1f}"


def greedy(instance):
    """Takes whoever adds most, as far as hour, language and organisation allow; returns the value, or the reason there is none."""
    import check_a
    everybody = instance["persons"]
    table = [everybody[instance["host"]]] + [everybody[pin] for pin in instance["pinned"]]
    while len(table) < instance["m"]:
        rest = [person for person in company(instance, table) if allowed(instance, table, person)]
        if not rest:
            return "none"
        table.append(max(rest, key=lambda person: gain(instance, table, person)))
    verdict = check_a.check(instance, [person["id"] for person in table[1:]])
    return verdict["score"] if verdict["ok"] else "none"


def company(instance, table):
    """The people worth asking: the three hundred of a long list who fit best."""
    import check_a
    taken = {person["id"] for person in table} | set(instance["excluded"])
    people = [person for person in instance["persons"] if person["id"] not in taken]
    if "ranked" not in instance:
        instance["ranked"] = {person["id"] for person in sorted(
            people, key=lambda person: -check_a.person_points(instance, person))[:300]}
    return [person for person in people if person["id"] in instance["ranked"]]


def allowed(instance, table, person):
    import check_a
    language = 7
    for member in table + [person]:
        language &= member["lang"]
    same = sum(1 for member in table if member["org"] == person["org"])
    return language and same < instance["orgmax"] and check_a.window(instance, table + [person]) is not None


def gain(instance, table, person):
    import check_a
    pairs = 0
    for member in table:
        common, help_, penalty = check_a.pair_parts(instance, member, person)
        pairs += common + help_ - penalty
    facets = check_a.facet_points(instance, table + [person]) - check_a.facet_points(instance, table)
    return check_a.person_points(instance, person) + pairs + facets


def drawn(instance):
    """The best of many random tables, if any of them keeps the rules."""
    import check_a
    dice = random.Random(1)
    out = set(instance["excluded"]) | set(instance["pinned"]) | {instance["host"]}
    people = [person["id"] for person in instance["persons"] if person["id"] not in out]
    best = None
    for _ in range(DRAWN):
        ids = instance["pinned"] + dice.sample(people, instance["m"] - 1 - len(instance["pinned"]))
        verdict = check_a.check(instance, ids)
        if verdict["ok"]:
            best = max(verdict["score"], best or verdict["score"])
    return "none" if best is None else best


if __name__ == "__main__":
    main()
