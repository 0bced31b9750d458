#!/usr/bin/env python3
"""Small instances of choosing with tables drawn by chance, and what the reference checker says of each: one JSON object per line.
usage: choosing_reference.py FOLDER COUNT, the folder holding gen_a.py and check_a.py."""

import json
import random
import sys

sys.path.insert(0, sys.argv[1])
import check_a
import gen_a


def main(count):
    for seed in range(1, count + 1):
        dice = random.Random(seed)
        size = dice.randint(3, 10)
        instance = gen_a.gen(seed, dice.randint(size + 2, 40), size, dice.randint(1, 2))
        others = [person["id"] for person in instance["persons"] if person["id"] != instance["host"]]
        instance["pinned"] = dice.sample(others, dice.randint(0, 1))
        instance["excluded"] = dice.sample(others, dice.randint(0, 3))
        tables = [table(instance, dice.sample(others, size - 1)) for _ in range(4)]
        print(json.dumps({"instance": instance, "tables": tables}))


def table(instance, ids):
    result = check_a.check(instance, ids)
    return {
        "ids": ids,
        "score": result["score"],
        "slot": result["slot"],
        "lang": result["lang"],
        "errors": len(result["errors"]),
        "reasons": [
            {
                "fit": reason["fit"],
                "loss": reason["leave_out_loss"],
                "partners": [list(pair) for pair in reason["best_partners"]],
            }
            for reason in check_a.explain(instance, ids)
        ],
    }


if __name__ == "__main__":
    main(int(sys.argv[2]))
