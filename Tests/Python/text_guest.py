"""Somebody at the party without a browser: speaks the floor's protocol, reads along in the background, and takes part by text."""

import json
import threading
import time

from line import Line


class TextGuest:
    def __init__(self, name, url, cookie=None):
        self.name = name
        self.url = url.replace("http", "ws", 1)
        self.cookie = cookie
        self.last = None
        self.changes = []
        self.messages = []
        self.answers = {}
        self.numbers = set()
        self.doubled = []
        self.requests = 0
        self.news = threading.Condition()
        self.line = None

    def open(self, patience=20):
        """Says hello with the last number it has; waits for a server that is on its way back."""
        deadline = time.monotonic() + patience
        while True:
            try:
                self.line = Line(self.url + "/socket", cookie=self.cookie)
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
        welcomes = self.count("welcome")
        threading.Thread(target=self.read, args=(self.line,), daemon=True).start()
        self.say("hello", **({} if self.last is None else {"last": self.last}))
        self.wait(lambda: self.count("welcome") > welcomes or self.line.code)
        return self

    def come(self):
        self.ask("arrive", profile={"name": self.name, "line": "", "drink": "Water"}, mode="text")
        self.ask("enter")
        return self

    def say(self, kind, **fields):
        self.line.send(json.dumps({"v": 1, "type": kind, **fields}))

    def ask(self, kind, patience=20, **fields):
        """The answer: `done`, or the code of a refusal."""
        self.requests += 1
        number = self.requests
        self.say("request", id=number, request={kind: fields})
        self.wait(lambda: number in self.answers or self.line.code, patience)
        return self.answers.get(number, "closed")

    def read(self, line):
        try:
            while (text := line.receive(60)) is not None:
                self.take(json.loads(text))
        except OSError:
            pass
        with self.news:
            line.code = line.code or 1006
            self.news.notify_all()

    def take(self, message):
        with self.news:
            self.messages.append(message)
            match message["type"]:
                case "welcome":
                    self.last = message["number"]
                    for change in message.get("changes", []):
                        self.note(change)
                case "change":
                    self.note(message)
                    self.last = message["number"]
                case "done":
                    self.answers[message["id"]] = "done"
                case "refused":
                    self.answers[message["id"]] = message["code"]
            self.news.notify_all()

    def note(self, change):
        if change["number"] in self.numbers:
            self.doubled.append(change["number"])
        self.numbers.add(change["number"])
        self.changes.append(change)

    def wait(self, holds, patience=20):
        with self.news:
            if not self.news.wait_for(holds, patience):
                raise TimeoutError(f"{self.name}: nothing came within {patience} s")

    def count(self, kind):
        return sum(message["type"] == kind for message in self.messages)

    def events(self, kind):
        return [change["event"][kind] for change in self.changes if kind in change["event"]]

    def latest(self, kind):
        return next(message for message in reversed(self.messages) if message["type"] == kind)

    @property
    def you(self):
        return self.latest("welcome")["you"]

    def tables(self):
        """Tables by participant, from the view and all later changes."""
        view = next(m["view"] for m in self.messages if m["type"] == "welcome" and "view" in m)
        where = {person["id"]: person.get("table") for person in view["people"]}
        for change in self.changes:
            (kind, value), = change["event"].items()
            if kind == "moved":
                where[value["who"]] = value.get("table")
            elif kind in ("left", "removed", "arrived"):
                where[value["who"]] = None
        return {who: table for who, table in where.items() if table}

    def close(self):
        self.line.close()
