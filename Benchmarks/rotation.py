#!/usr/bin/env python3
"""Rotation beside its peers: `stehtisch rotate` with 5, 100 and 2000 ms, chance, greedy, the idea of good-enough-golfers, and
CP-SAT where it proves an optimum. Prints value, bound, ratio, best known and time of every instance, and means.

usage: rotation.py [plain] [grid] [small] [party] [live]      without arguments all of them
The instances of `party` and `live` come from the generators in ../shared/data/algorithms, if they are there."""

import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

import rotation_peers as peers

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
DATA = pathlib.Path(os.environ.get("STEHTISCH_CHECKERS", REPOSITORY.parent / "shared/data/algorithms"))
PROGRAM = os.environ.get("STEHTISCH_PROGRAM", str(REPOSITORY / ".build/release/stehtisch"))
PLAIN = [
    (12, 3, 4), (15, 3, 7), (16, 4, 5), (18, 3, 8), (20, 4, 5), (24, 3, 11), (24, 4, 7), (25, 5, 6), (27, 3, 13), (28, 4, 9),
    (30, 5, 6), (32, 4, 8), (36, 6, 3), (40, 5, 8), (42, 6, 7), (48, 6, 8), (50, 6, 8),
]
SOLVER_SECONDS = float(os.environ.get("SOLVER_SECONDS", "60"))


def main():
    parts = {"plain": plain, "grid": grid, "small": small, "party": party, "live": live}
    for name in sys.argv[1:] or parts:
        print(f"\n# {name}: {parts[name].__doc__}")
        parts[name]()


def plain():
    """everybody there all the time, no repeat necessary; 1000 ms at most"""
    print(f"{'guests, table, rounds':24}{'value':>7}{'bound':>7}{'ms':>9}{'golfers':>9}{'greedy':>9}{'chance':>9}")
    for shape in PLAIN:
        instance = even(*shape)
        ours = rotate(instance, 1000)
        others = [peers.score(instance, peer(instance))[2] for peer in (peers.golfers, peers.greedy, peers.chance)]
        cells = "".join(f"{value:9}" for value in others)
        print(f"{str(shape):24}{ours['weighted']:7}{ours['ub_weighted']:7}{ours['ms']:9.2f}{cells}", flush=True)


def grid():
    """10 to 50 guests at tables of 3 to 6 for 3, 5 and 8 rounds, everybody there; mean shares of the bound; 200 ms at most"""
    shapes = [(n, k, r) for n in range(10, 51, int(os.environ.get("GRID_STEP", "5"))) for k in range(3, 7) for r in (3, 5, 8)]
    ratios = {"stehtisch": [], "of the proved optimum": [], "golfers": [], "greedy": [], "chance": []}
    for shape in shapes:
        instance = even(*shape)
        ours = rotate(instance, 200)
        ratios["stehtisch"].append(ours["weighted"] / ours["ub_weighted"])
        ratios["of the proved optimum"].append(ours["weighted"] / (optimum(instance, ours) or ours["ub_weighted"]))
        for peer in (peers.golfers, peers.greedy, peers.chance):
            ratios[peer.__name__].append(peers.score(instance, peer(instance))[2] / ours["ub_weighted"])
    for name, values in ratios.items():
        print(f"{name:21} mean {statistics.mean(values):.4f} worst {min(values):.4f} of {len(values)} instances")


def optimum(instance, ours):
    """The proved optimum for few guests if the bound isn't reached; None if there is no proof in time."""
    if instance["n"] > 12 or ours["weighted"] == ours["ub_weighted"]:
        return None
    is_proved, value = peers.solver(instance, SOLVER_SECONDS) or (False, None)
    return value if is_proved else None


def small():
    """up to 12 guests with wishes: the optimum as CP-SAT proves it (missed wishes first, then worth)"""
    print(f"{'seed':6}{'guests':>7}{'optimum':>9}{'stehtisch':>11}{'ms':>9}")
    equal = proved = 0
    for seed in range(1, 13):
        instance = wished(seed)
        answer = peers.solver(instance, SOLVER_SECONDS)
        if answer is None or not answer[0]:
            continue
        ours = rotate(instance, 1000)
        value = 1000 * (len(instance["must"]) - ours["must_missed"]) + ours["weighted"]
        proved += 1
        equal += value == answer[1]
        print(f"{seed:<6}{instance['n']:7}{answer[1]:9}{value:11}{ours['ms']:9.1f}", flush=True)
    print(f"equal in {equal} of {proved} proved")


def party():
    """late arrivals, early leavers, wishes; share of the best known worth; f marks forbidden meetings, m missed wishes"""
    known = generated("party")
    print(f"{'instance':16}{'best known':>11}{'bound':>7}{'5 ms':>9}{'100 ms':>9}{'2000 ms':>9}{'golfers':>17}{'greedy':>17}")
    shares = {5: [], 100: [], 2000: []}
    for name, instance, best in known:
        cells = ""
        for limit, ratios in shares.items():
            ours = rotate(instance, limit)
            ratios.append(ours["weighted"] / best)
            faults = "".join(mark for mark, key in (("f", "forbidden"), ("m", "must_missed")) if ours[key])
            cells += f"{ratios[-1]:9.4f}{faults}"
        for peer in (peers.golfers, peers.greedy):
            forbidden, missed, worth, _ = peers.score(instance, peer(instance))
            cells += f"{worth / best:9.3f} f{forbidden:<2} m{missed:<2}"
        print(f"{name:16}{best:11}{ours['ub_weighted']:7}{cells}", flush=True)
    for limit, ratios in shares.items():
        if ratios:
            print(f"{limit} ms: mean {statistics.mean(ratios):.4f} worst {min(ratios):.4f}")


def live():
    """the next round planned without knowing who will come or go; share of a plan that knows (2000 ms); 3 seeds each"""
    shares = []
    for name, instance, _ in generated("live"):
        knowing = rotate(instance, 2000)["weighted"]
        answers = [converse(instance, seed) for seed in (1, 2, 3)]
        shares.append(statistics.mean(worth for worth, _ in answers) / knowing)
        print(f"{name:16} knowing {knowing:6} share {shares[-1]:.4f} slowest later answer {max(ms for _, ms in answers):.1f} ms", flush=True)
    if shares:
        print(f"mean {statistics.mean(shares):.4f} worst {min(shares):.4f}")


def even(guests, seats, rounds):
    tables = max(1, min((2 * guests + seats) // (2 * seats), max(1, guests // 2)))
    sizes = [guests // tables + (table < guests % tables) for table in range(tables)]
    return dict(
        n=guests, rounds=rounds, sizes=[sizes] * rounds, present=[list(range(rounds))] * guests, forbid=[], must=[], weights=[],
        default=1)


def wished(seed):
    """A small party: two wishes, two rules, some acquaintances, somebody late."""
    lot = random.Random(seed)
    guests, rounds = 7 + seed % 6, 3
    instance = even(guests, 3, rounds)
    instance["present"] = [list(range(rounds)) for _ in range(guests)]
    instance["present"][guests - 1] = list(range(1, rounds))
    instance["sizes"] = [even(guests - (turn == 0), 3, 1)["sizes"][0] for turn in range(rounds)]
    every = [[one, other] for one in range(guests) for other in range(one + 1, guests)]
    lot.shuffle(every)
    instance.update(must=every[:2], forbid=every[2:4], weights=[pair + [1] for pair in every[4:12]], default=5)
    return instance


def generated(kind):
    """(name, instance, best known worth) of the public parties; none where the generators are missing."""
    if not (DATA / "gen_b.py").exists():
        print(f"skipped: no generators in {DATA}")
        return []
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(DATA))
    import gen_b

    public = json.loads((DATA / "public_instances.json").read_text())
    if kind == "live":
        names = public["B_live"]["public"] + ["L-5-50-5-8"]
        return [(name, gen_b.party(*map(int, name.split("-")[1:]), live=True), None) for name in names]
    known = public["B_constrained"]["public"]
    return [(name, gen_b.party(*map(int, name.split("-")[1:])), entry["weighted"]) for name, entry in known.items()]


def rotate(instance, milliseconds):
    """The report of `stehtisch rotate`, timed by its own clock, without the start of the process."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(instance, file)
        file.flush()
        command = [PROGRAM, "rotate", "--instance", file.name, "--time-limit", str(milliseconds), "--report"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    report = json.loads(done.stderr.strip().splitlines()[-1])
    forbidden, missed, worth, surplus = peers.score(instance, json.loads(done.stdout))
    claimed = tuple(report[key] for key in ("forbidden", "must_missed", "weighted", "surplus"))
    assert claimed == (forbidden, missed, worth, surplus), (claimed, (forbidden, missed, worth, surplus))
    return report


def converse(instance, seed):
    """Worth of a party planned round by round, and the slowest answer but the first, which waits for the program to start."""
    program = subprocess.Popen([PROGRAM, "rotate", "--live", "--seed", str(seed)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    seatings, slowest = [], 0
    for turn, sizes in enumerate(instance["sizes"]):
        question = {key: instance[key] for key in ("forbid", "must", "weights", "default", "rounds")}
        question |= dict(t=turn, sizes=sizes, present=peers.guests_in(instance, turn), history=seatings)
        start = time.monotonic()
        program.stdin.write(json.dumps(question) + "\n")
        program.stdin.flush()
        seatings = seatings + [json.loads(program.stdout.readline())["tables"]]
        if turn > 0:
            slowest = max(slowest, 1000 * (time.monotonic() - start))
    program.stdin.close()
    program.wait()
    forbidden, _, worth, _ = peers.score(instance, seatings)
    assert forbidden == 0
    return worth, slowest


if __name__ == "__main__":
    main()
