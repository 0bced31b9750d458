"""Judges what each participant was told against what is stored: nothing lost, nothing doubled, nothing that was none of their
business. Knows who may be told what by itself, from `docs/protocol.md`, not from the server."""

import json

FOR_ALL = {
    "doors", "arrived", "changed", "mode", "asked", "entered", "left", "removed", "hosting", "hand", "tableOpened", "tableClosed",
    "topic", "privacy", "moved", "programme", "part", "warned", "extended", "held", "speakers", "speaker", "wordOffered",
    "wordPassed", "glass", "announced", "rounds", "staying", "ended",
}


class Ledger:
    """One party's events in order, with the table at which each stood after each of them."""

    def __init__(self, stored):
        self.events = {number: json.loads(body) for number, body in sorted(stored.items())}
        self.tables = {}
        self.in_room = set()
        self.audience = {number: self.take(event) for number, event in self.events.items()}

    def gaps(self):
        """Numbers that are missing in the middle."""
        return sorted(set(range(1, max(self.events, default=0) + 1)) - set(self.events))

    def take(self, event):
        """Applies an event and returns the people told of it: a set, or None for all."""
        (name, fields), = event.items()
        if name == "moved":
            self.tables[fields["who"]] = fields.get("table")
        elif name == "entered":
            self.in_room.add(fields["who"])
        elif name in ("left", "removed"):
            self.in_room.discard(fields["who"])
            self.tables.pop(fields["who"], None)
        return self.told(name, fields)

    def told(self, name, fields):
        if name in FOR_ALL:
            return None
        if name in ("away", "back"):
            return None if fields["who"] in self.in_room else set()
        if name == "said":
            return set(fields["saying"]["heardBy"])
        if name == "coaster":
            return self.at(fields["line"]["table"])
        if name == "promised":
            return {fields["promise"]["from"], *fields["promise"]["to"]}
        if name in ("knocked", "knockEnded"):
            return self.at(fields["table"]) | {fields["who"]}
        if name == "cardLaidAside":
            return {fields["to"]}
        if name in ("cardOffered", "cardWithdrawn", "cardTaken"):
            return {fields["from"], fields["to"]}
        raise ValueError(f"an event that the ledger doesn't know: {name}")

    def at(self, table):
        return {who for who, where in self.tables.items() if where == table}

    def faults(self, client):
        """The faults in what one participant was told, as sentences. Changes that a view covers may have been left out."""
        for number, event in client.changes.items():
            if number not in self.events:
                yield f"{client.who} was told {number}, which is not stored"
            elif event != self.events[number]:
                yield f"{client.who} was told {event} as {number}, stored is {self.events[number]}"
            elif not self.concerns(number, client.who):
                yield f"{client.who} was told {number}, {event}, which is none of their business"
        for number in self.events:
            if client.covered < number <= (client.last or 0) and number not in client.changes and self.concerns(number, client.who):
                yield f"{client.who} was not told {number}, {self.events[number]}"
        yield from (f"{client.who}: {fault}" for fault in client.faults)

    def concerns(self, number, who):
        audience = self.audience[number]
        return audience is None or who in audience
