"""A page of the room without a screen, which comes back by itself as the browser's does: to where the floor has moved, else after a pause."""

import asyncio
import html
import random
import re
import time

import picows
from floor_client import FloorClient
from visitor import Visitor

MOVED = 4004


class Page(FloorClient):
    def __init__(self, site_url, door):
        super().__init__(site_url, door)
        self.room = door.path.removesuffix("/socket")
        self.place = None
        self.is_leaving = False
        self.attempt = 0
        self.lost_at = None
        self.returns = []
        """When a line was lost, and how many seconds later the page was welcome again."""
        self.stored = []
        """When something was asked that was stored, and when that was known."""
        self.is_gone = False
        self.earlier = None

    def look_up(self):
        """Where the page says that its socket is."""
        visitor = Visitor(self.site_url)
        if cookie := self.door.headers.get("Cookie"):
            visitor.cookies = dict(part.split("=", 1) for part in cookie.split("; "))
        answer = visitor.get(self.room)
        self.door.path = html.unescape(re.search(r'name="floor-socket" content="([^"]+)"', answer.text).group(1))

    def settle(self, identity, answer):
        asked = self.asked.get(identity)
        super().settle(identity, answer)
        if asked and isinstance(answer, int):
            self.stored.append((asked[1], time.monotonic()))

    def silence(self, start):
        """How many seconds after this moment something could be done again; None if nothing was since."""
        return next((known - start for asked, known in self.stored if asked >= start), None)

    def on_ws_frame(self, transport, frame):
        if frame.msg_type == picows.WSMsgType.CLOSE and frame.get_close_code() == MOVED:
            self.place = (frame.get_close_message() or b"").decode()
        super().on_ws_frame(transport, frame)

    def on_ws_disconnected(self, transport):
        self.is_gone = self.is_gone or transport is not self.earlier
        super().on_ws_disconnected(transport)

    async def stay(self):
        """Until the page leaves: whenever the line is lost it comes back."""
        while not self.is_leaving:
            if self.is_open and self.welcomed.is_set():
                await asyncio.sleep(0.01)
                continue
            if self.lost_at is None:
                self.lost_at = time.monotonic()
                # What was asked may have happened or not.
                self.asked.clear()
            await asyncio.sleep(self.pause())
            await self.try_again()

    def pause(self):
        if self.place:
            self.door.path = self.place + re.sub(r"^/n/[a-z0-9-]+", "", self.door.path)
            self.place = None
            if self.attempt == 0:
                self.attempt = 1
                return 0
        self.attempt += 1
        return min(15, 0.25 * 1.6 ** (self.attempt - 1)) * random.uniform(0.7, 1.3)

    async def try_again(self):
        """Whether the page is welcome again."""
        self.earlier = getattr(self, "transport", None)
        self.close_code, self.is_gone = None, False
        connecting = asyncio.ensure_future(self.connect())
        # A floor that has moved says so instead of a welcome, and a node that dies says nothing.
        while not connecting.done() and self.close_code is None and not self.is_gone:
            await asyncio.sleep(0.005)
        if not connecting.done():
            connecting.cancel()
        try:
            await connecting
        except (asyncio.CancelledError, OSError, picows.WSError, TimeoutError):
            self.is_open = False
            return False
        if self.lost_at is not None:
            self.returns.append((self.lost_at, time.monotonic() - self.lost_at))
        self.lost_at, self.attempt = None, 0
        return True
