"""One villain at work."""

import asyncio
import time

from hostile import handshake


class Attack:
    def __init__(self, siege, door):
        self.siege = siege
        self.door = door
        self.site = siege.houses.site
        self.random = siege.random
        self.hostile = siege.hostile
        self.counts = siege.counts

    async def run(self, until):
        kinds = [self.garbled_request, self.noise, self.frames, self.messages, self.messages, self.signals, self.signals, self.replay, self.wrong_door, self.stall]
        while time.monotonic() < until:
            kind = self.random.choice(kinds)
            self.counts[kind.__name__] += 1
            try:
                await asyncio.wait_for(kind(), 10)
            except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError):
                self.counts["cut off"] += 1
            await asyncio.sleep(self.random.uniform(0.3, 1.3))

    async def dial(self):
        return await asyncio.open_connection("127.0.0.1", self.site.port)

    async def upgraded(self, path=None, headers=None):
        reader, writer = await self.dial()
        writer.write(handshake(path or self.door.path, headers or {"Origin": self.site.url, **self.door.headers}))
        head = await reader.readuntil(b"\r\n\r\n")
        self.counts["sockets" if b" 101 " in head else "refused"] += 1
        return reader, writer, b" 101 " in head

    async def garbled_request(self):
        """Sends something before there is a socket, or instead of one."""
        _, writer = await self.dial()
        request = handshake(self.door.path, {"Origin": self.site.url})
        change = self.random.choice([self.hostile.cut, self.hostile.damaged, lambda data: data + self.hostile.noise()])
        writer.write(change(request))
        await self.leave(writer)

    async def noise(self):
        _, writer, _ = await self.upgraded()
        writer.write(self.hostile.noise())
        await self.leave(writer)

    async def frames(self):
        _, writer, _ = await self.upgraded()
        for _ in range(self.random.randint(1, 5)):
            change = self.random.choice([bytes, self.hostile.cut, self.hostile.damaged])
            writer.write(change(self.hostile.wrong_frame()))
            await writer.drain()
        await self.leave(writer)

    async def messages(self):
        """Messages in a state in which they make no sense, or in almost any."""
        reader, writer, is_open = await self.upgraded()
        reading = asyncio.create_task(self.swallow(reader))
        state = self.random.randint(0, 3)
        introduction = [
            '{"v":1,"type":"hello"}',
            '{"v":1,"type":"request","id":1,"request":{"arrive":{"profile":{"name":"V","line":"","drink":""},"mode":"listening"}}}',
            '{"v":1,"type":"request","id":2,"request":{"enter":{}}}',
        ]
        for text in introduction[:state]:
            writer.write(self.hostile.text(text))
        for _ in range(self.random.randint(1, 40) if is_open else 0):
            text = self.hostile.about_strangers() if self.random.random() < 0.3 else self.hostile.message()
            frame = self.hostile.text(text)
            self.siege.recorded = self.siege.recorded[-200:] + [frame]
            writer.write(frame)
            self.counts["hostile messages"] += 1
            await writer.drain()
        await asyncio.sleep(0.05)
        await self.leave(writer)
        reading.cancel()

    async def signals(self):
        """Signals as fast as they go, before a greeting or after it."""
        reader, writer, is_open = await self.upgraded()
        reading = asyncio.create_task(self.swallow(reader))
        if self.random.random() < 0.7:
            writer.write(self.hostile.text('{"v":1,"type":"hello"}'))
        for _ in range(60 if is_open else 0):
            writer.write(self.hostile.text(self.hostile.signal()))
            self.counts["hostile signals"] += 1
            await writer.drain()
        await self.leave(writer)
        reading.cancel()

    async def replay(self):
        """Sends earlier messages byte for byte on a new connection, some of them twice."""
        _, writer, _ = await self.upgraded()
        for frame in self.random.choices(self.siege.recorded or [b""], k=20):
            writer.write(frame)
        await self.leave(writer)

    async def wrong_door(self):
        """A stranger's link, a foreign page, another party's socket with the wrong host."""
        path, headers = self.random.choice(
            [
                (f"/g/{'A' * 22}/floor/socket", {"Origin": self.site.url}),
                (self.door.path, {"Origin": "https://elsewhere.example"}),
                (self.door.path, {"Origin": "null"}),
                (self.siege.opened[0].doors[0].path, {"Origin": self.site.url}),
                (self.siege.opened[0].doors[1].path[:-3] + "%00", {"Origin": self.site.url}),
            ]
        )
        _, writer, is_open = await self.upgraded(path, headers)
        self.counts["came in at a wrong door"] += is_open
        await self.leave(writer)

    async def stall(self):
        """Says it wants everything and reads nothing."""
        _, writer, _ = await self.upgraded()
        writer.transport.pause_reading()
        writer.write(self.hostile.text('{"v":1,"type":"hello"}'))
        for _ in range(90):
            writer.write(self.hostile.text('{"v":1,"type":"hello"}'))
        await asyncio.sleep(self.random.uniform(0, 3))
        await self.leave(writer)

    async def swallow(self, reader):
        while await reader.read(65_536):
            pass

    async def leave(self, writer):
        """Leaves with a goodbye, without one, or with a reset."""
        if self.random.random() < 0.3:
            writer.write(self.hostile.frame(8, b"\x03\xe8"))
        if self.random.random() < 0.5:
            writer.transport.abort()
        else:
            writer.close()
        await asyncio.sleep(0)
