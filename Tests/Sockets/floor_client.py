"""A page without a screen: speaks the floor's protocol over a real socket, keeps every change it was told, and can break off and come
back with its last number."""

import asyncio
import json
import time

import picows


class FloorClient(picows.WSListener):
    def __init__(self, site_url, door):
        self.site_url = site_url
        self.door = door
        self.who = door.who
        self.is_open = False
        self.is_catching_up = False
        """While it is told what it missed, which `on_change` isn't told."""
        self.changes = {}
        """By number: the event."""
        self.last = None
        self.faults = []
        self.errors = []
        self.close_code = None
        self.covered = 0
        """Up to this number a view told what had happened."""
        self.table = None
        self.asked = {}
        self.answered = []
        """(request, number or refusal, seconds)"""
        self.next_id = 0
        self.on_change = None
        self.on_message = None
        self.welcomed = asyncio.Event()

    @property
    def url(self):
        return self.site_url.replace("http", "ws", 1) + self.door.path

    async def connect(self):
        """Returns when the floor has welcomed us."""
        self.welcomed = asyncio.Event()
        self.close_code = None
        headers = {"Origin": self.site_url, **self.door.headers}
        transport, _ = await picows.ws_connect(lambda: self, self.url, extra_headers=headers, websocket_handshake_timeout=30)
        # picows 2.3.1 returns as if all were well when the server hangs up in the middle of the handshake.
        if transport.is_disconnected:
            raise ConnectionResetError("closed before the handshake was over")
        self.transport = transport
        self.is_open = True
        self.send({"type": "hello"} if self.last is None else {"type": "hello", "last": self.last})
        await asyncio.wait_for(self.welcomed.wait(), 30)

    def send(self, message):
        self.send_text(json.dumps({"v": 1, **message}))

    def send_text(self, text):
        if self.is_open:
            self.transport.send(picows.WSMsgType.TEXT, text.encode())

    def ask(self, request):
        """Sends a request; its outcome is put into `answered`."""
        self.next_id += 1
        self.asked[self.next_id] = (request, time.monotonic())
        self.send({"type": "request", "id": self.next_id, "request": request})
        return self.next_id

    async def done(self, request, seconds=10):
        """A request and its answer: a number, or the code of a refusal."""
        identity = self.ask(request)
        deadline = time.monotonic() + seconds
        while identity in self.asked and time.monotonic() < deadline:
            await asyncio.sleep(0.005)
        return next((answer for number, _, answer, _ in reversed(self.answered) if number == identity), None)

    def break_off(self):
        """Breaks off as a lost line would, without a goodbye. A request under way may or may not have happened."""
        self.is_open = False
        self.asked.clear()
        self.transport.disconnect(graceful=False)

    def close(self):
        if self.is_open:
            self.transport.send_close(picows.WSCloseCode.OK)
            self.is_open = False
            self.transport.disconnect()

    def on_ws_frame(self, transport, frame):
        if frame.msg_type == picows.WSMsgType.TEXT:
            self.take(json.loads(frame.get_payload_as_memoryview().tobytes()))
        elif frame.msg_type == picows.WSMsgType.CLOSE:
            self.close_code = int(frame.get_close_code() or 1005)
            self.is_open = False
            transport.disconnect()

    def on_ws_disconnected(self, transport):
        if transport is getattr(self, "transport", None):
            self.is_open = False

    def take(self, message):
        kind = message["type"]
        if kind == "change":
            self.note(message)
        elif kind == "done":
            self.settle(message["id"], message["number"])
        elif kind == "refused":
            self.settle(message["id"], message["code"])
        elif kind == "welcome":
            self.welcome(message)
        elif kind == "error":
            self.errors.append(message["code"])
        if self.on_message:
            self.on_message(self, message)

    def welcome(self, message):
        self.is_catching_up = True
        for change in message.get("changes", []):
            self.note(change)
        self.is_catching_up = False
        if "view" in message:
            self.covered = message["number"]
            me = next(person for person in message["view"]["people"] if person["id"] == self.who)
            self.table = me.get("table")
        if self.last is None or message["number"] > self.last:
            self.last = message["number"]
        self.welcomed.set()

    def note(self, change):
        number, event = change["number"], change["event"]
        if self.last is not None and number <= self.last:
            self.faults.append(f"{number} came after {self.last}")
        self.last = number
        self.changes[number] = event
        moved = event.get("moved")
        if moved and moved["who"] == self.who:
            self.table = moved.get("table")
        if self.on_change and not self.is_catching_up:
            self.on_change(self, number, event)

    def settle(self, identity, answer):
        if identity not in self.asked:
            self.faults.append(f"an answer to {identity}, which was not asked")
            return
        request, asked_at = self.asked.pop(identity)
        self.answered.append((identity, request, answer, time.monotonic() - asked_at))
