"""What the rotation is measured beside: chance, a greedy seating, the idea of good-enough-golfers, and CP-SAT, each on the same
instances. An instance is what `stehtisch rotate --instance` reads; a schedule is a list of rounds of tables of guests."""

import itertools
import random


def score(instance, schedule):
    """(forbidden meetings, missed wishes, worth, surplus), as the program ranks."""
    counts = {}
    for table in itertools.chain.from_iterable(schedule):
        for pair in itertools.combinations(sorted(table), 2):
            counts[pair] = counts.get(pair, 0) + 1
    worth = worths(instance)
    return (
        sum(counts.get(pair, 0) for pair in pairs(instance["forbid"])),
        sum(pair not in counts for pair in pairs(instance["must"])),
        sum(worth.get(pair, instance["default"]) for pair in counts),
        sum(c * (c - 1) // 2 for c in counts.values()),
    )


def pairs(entries):
    return {(min(entry[:2]), max(entry[:2])) for entry in entries}


def worths(instance):
    return {(min(one, other), max(one, other)): worth for one, other, worth in instance["weights"]}


def guests_in(instance, turn):
    return [guest for guest in range(instance["n"]) if turn in instance["present"][guest]]


def chance(instance, seed=1):
    lot = random.Random(seed)
    schedule = []
    for turn, sizes in enumerate(instance["sizes"]):
        guests = guests_in(instance, turn)
        lot.shuffle(guests)
        places = iter(guests)
        schedule.append([list(itertools.islice(places, size)) for size in sizes])
    return schedule


class Meetings:
    """The cost of seating a guest with others, after the rounds so far."""

    def __init__(self, instance):
        self.default = instance["default"]
        self.worth = worths(instance)
        self.forbidden = pairs(instance["forbid"])
        self.must = pairs(instance["must"])
        self.counts = {}

    def note(self, seating):
        for table in seating:
            for pair in itertools.combinations(sorted(table), 2):
                self.counts[pair] = self.counts.get(pair, 0) + 1

    def cost(self, one, other):
        pair = (min(one, other), max(one, other))
        if pair in self.forbidden:
            return 1000 * self.default
        if pair in self.counts:
            return self.counts[pair]
        return -self.worth.get(pair, self.default) - (10 * self.default if pair in self.must else 0)

    def squared(self, table):
        """The golfers' cost of a table: repeats count squared, so that they spread."""
        total = 0
        for pair in itertools.combinations(sorted(table), 2):
            cost = self.cost(*pair)
            total += cost * abs(cost) if pair in self.counts else cost
        return total


def greedy(instance, seed=1):
    """Seats guest by guest, round by round, at the table with the least cost."""
    lot = random.Random(seed)
    meetings = Meetings(instance)
    schedule = []
    for turn, sizes in enumerate(instance["sizes"]):
        guests = guests_in(instance, turn)
        lot.shuffle(guests)
        seating = [[] for _ in sizes]
        for guest in guests:
            free = [table for table, size in zip(seating, sizes) if len(table) < size]
            min(free, key=lambda table: sum(meetings.cost(guest, mate) for mate in table)).append(guest)
        meetings.note(seating)
        schedule.append(seating)
    return schedule


def golfers(instance, seed=1, generations=30, kept=5, mutants=60):
    """Round by round a small population of seatings: the best are kept, their worst tables mixed by swapping guests."""
    lot = random.Random(seed)
    meetings = Meetings(instance)
    schedule = []
    for turn, sizes in enumerate(instance["sizes"]):
        guests = guests_in(instance, turn)
        population = []
        for _ in range(kept):
            lot.shuffle(guests)
            places = iter(guests)
            population.append([list(itertools.islice(places, size)) for size in sizes])
        for _ in range(generations if len(sizes) > 1 else 0):
            children = [mutant(lot, parent, meetings) for parent in population for _ in range(mutants // kept)]
            population = sorted(population + children, key=lambda seating: sum(map(meetings.squared, seating)))[:kept]
        best = min(population, key=lambda seating: sum(map(meetings.squared, seating)))
        meetings.note(best)
        schedule.append(best)
    return schedule


def mutant(lot, parent, meetings):
    """Swaps one guest of one of the two worst tables with somebody elsewhere."""
    child = [table[:] for table in parent]
    child.sort(key=meetings.squared, reverse=True)
    for _ in range(1 + lot.randrange(2)):
        one = lot.randrange(min(2, len(child)))
        other = lot.choice([table for table in range(len(child)) if table != one])
        left, right = lot.randrange(len(child[one])), lot.randrange(len(child[other]))
        child[one][left], child[other][right] = child[other][right], child[one][left]
    return child


def solver(instance, seconds):
    """CP-SAT: (is it proved, wishes met and worth of the best, weighted 1000 to 1). None without OR-tools."""
    try:
        from ortools.sat.python import cp_model
    except ImportError:
        return None
    model = cp_model.CpModel()
    seats = {}
    for turn, sizes in enumerate(instance["sizes"]):
        present = guests_in(instance, turn)
        for guest in present:
            for table in range(len(sizes)):
                seats[turn, guest, table] = model.new_bool_var("")
            model.add_exactly_one(seats[turn, guest, table] for table in range(len(sizes)))
        for table, size in enumerate(sizes):
            model.add(sum(seats[turn, guest, table] for guest in present) == size)
    model.maximize(sum(meeting_values(model, instance, seats)))
    search = cp_model.CpSolver()
    search.parameters.max_time_in_seconds = seconds
    search.parameters.num_workers = 1
    status = search.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return status == cp_model.OPTIMAL, round(search.objective_value)


def meeting_values(model, instance, seats):
    worth, forbidden, must = worths(instance), pairs(instance["forbid"]), pairs(instance["must"])
    for pair in itertools.combinations(range(instance["n"]), 2):
        together = [
            beside(model, seats, turn, table, pair)
            for turn in sorted(set(instance["present"][pair[0]]) & set(instance["present"][pair[1]]))
            for table in range(len(instance["sizes"][turn]))
        ]
        if pair in forbidden:
            for meeting in together:
                model.add(meeting == 0)
        elif together:
            met = model.new_bool_var("")
            model.add_bool_or(together + [met.negated()])
            yield met * (worth.get(pair, instance["default"]) + (1000 if pair in must else 0))


def beside(model, seats, turn, table, pair):
    """True exactly if both sit at the table."""
    one, other = (seats[turn, guest, table] for guest in pair)
    both = model.new_bool_var("")
    model.add_implication(both, one)
    model.add_implication(both, other)
    model.add_bool_or([both, one.negated(), other.negated()])
    return both
