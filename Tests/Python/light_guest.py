"""Somebody at the party without a browser: a socket that comes in, stands at a table, and keeps the connection."""

import json
import threading

from websockets.sync.client import connect

BEAT = 10
"""Seconds; the server waits longer."""


class LightGuest:
    def __init__(self, door, name, line="", drink="", cookies=""):
        self.name, self.line, self.drink = name, line, drink
        origin = "/".join(door.split("/")[:3])
        headers = {"Cookie": cookies} if cookies else {}
        url = door.replace("http", "ws", 1) + "/socket"
        self.socket = connect(url, origin=origin, additional_headers=headers, compression=None)
        self.next = 1
        self.answers = {}
        self.arrived = threading.Condition()
        self.view = None
        threading.Thread(target=self.listen, daemon=True).start()
        self.send("hello")
        self.beat()

    def listen(self):
        try:
            for text in self.socket:
                self.take(json.loads(text))
        except Exception as error:  # The line is gone; whoever waits for an answer is told so.
            self.take({"type": "refused", "id": None, "code": str(error)})

    def take(self, message):
        with self.arrived:
            if message["type"] == "welcome":
                self.view = message.get("view")
            if message["type"] in ("done", "refused"):
                self.answers[message["id"]] = message
            self.arrived.notify_all()

    def beat(self):
        try:
            self.send("beat")
        except Exception:
            return
        timer = threading.Timer(BEAT, self.beat)
        timer.daemon = True
        timer.start()

    def send(self, kind, **fields):
        self.socket.send(json.dumps({"v": 1, "type": kind, **fields}))

    def ask(self, kind, **fields):
        """The server's answer, done or refused."""
        number, self.next = self.next, self.next + 1
        self.send("request", id=number, request={kind: fields})
        with self.arrived:
            if not self.arrived.wait_for(lambda: number in self.answers or None in self.answers, 20):
                raise TimeoutError(f"{self.name}: {kind}")
            return self.answers.get(number) or self.answers[None]

    def come_in(self, mode="voice"):
        profile = {"name": self.name, "line": self.line, "drink": self.drink}
        self.ask("arrive", profile=profile, mode=mode)
        return self.ask("enter")

    def close(self):
        self.socket.close()
