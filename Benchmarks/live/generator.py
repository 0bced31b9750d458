"""One load for all servers: clients in rooms, each message is delivered to everybody in its room. The load is open: it doesn't slow
down when the server does. Prints a line of JSON. A rate of 0 only opens the sockets and looks at the server's memory.
"""

import argparse
import asyncio
import json
import os
import random
import re
import time

import picows
import uvloop

STAMP = re.compile(rb"@(\d{20})")
PADDING = b"x" * 107
"""With the stamp 128 bytes: a small change on the floor."""
STEP_US = 10
WARM_UP = 1.0
now = time.monotonic_ns


class Record:
    """Latencies in steps of 10 us up to 5 s."""

    def __init__(self):
        self.steps = [0] * 500_001
        self.is_on = False
        self.gone = 0

    def add(self, stamp):
        if self.is_on:
            self.steps[min((now() - stamp) // (1000 * STEP_US), 500_000)] += 1

    def quantile(self, part):
        wanted, seen = part * sum(self.steps), 0
        for step, count in enumerate(self.steps):
            seen += count
            if count and seen >= wanted:
                return step * STEP_US / 1000
        return float("inf")


class Client(picows.WSListener):
    def __init__(self, record):
        self.record = record

    def on_ws_connected(self, transport):
        self.transport = transport

    def on_ws_frame(self, transport, frame):
        if frame.msg_type == picows.WSMsgType.TEXT:
            self.record.add(int(frame.get_payload_as_memoryview()[1:21]))
        elif frame.msg_type == picows.WSMsgType.PING:
            transport.send_pong(frame.get_payload_as_bytes())

    def on_ws_disconnected(self, transport):
        self.record.gone += 1

    def say(self):
        self.transport.send(picows.WSMsgType.TEXT, b"@%020d" % now() + PADDING)


class NatsClient(Client):
    """Speaks the line protocol of NATS inside frames; several messages may come in one frame, and one in several."""

    def __init__(self, record, room):
        super().__init__(record)
        self.room = room
        self.rest = b""

    def on_ws_connected(self, transport):
        self.transport = transport
        self.send(b'CONNECT {"verbose":false,"pedantic":false,"protocol":1}\r\nSUB %s 1\r\n' % self.room)

    def on_ws_frame(self, transport, frame):
        data = self.rest + frame.get_payload_as_bytes()
        if b"PING\r\n" in data:
            self.send(b"PONG\r\n")
        end = 0
        for match in STAMP.finditer(data):
            self.record.add(int(match[1]))
            end = match.end()
        self.rest = data[max(end, len(data) - 20):]

    def say(self):
        message = b"@%020d" % now() + PADDING
        self.send(b"PUB %s %d\r\n%s\r\n" % (self.room, len(message), message))

    def send(self, data):
        self.transport.send(picows.WSMsgType.BINARY, data)


async def main():
    options = arguments()
    record = Record()
    before = resident(options.server)
    clients = await connect(options, record)
    await asyncio.sleep(0.5)
    result = {"kib_per_socket": (resident(options.server) - before) / 1024 / len(clients)}
    if options.rate:
        result |= await load(options, record, clients)
    print(json.dumps(result), flush=True)
    os._exit(0)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("url")
    parser.add_argument("--rooms", type=int, default=10)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--rate", type=float, default=0, help="deliveries per second")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--server", type=int, required=True, help="the server's process")
    parser.add_argument("--nats", action="store_true")
    return parser.parse_args()


async def connect(options, record):
    clients = []
    for room in range(options.rooms):
        path = "" if options.nats else f"/r{room}"
        make = (lambda room=room: NatsClient(record, b"r%d" % room)) if options.nats else lambda: Client(record)
        some = [picows.ws_connect(make, options.url + path) for _ in range(options.people)]
        clients += [client for _, client in await asyncio.gather(*some)]
    return clients


async def load(options, record, clients):
    random.shuffle(clients)
    sends = options.rate / options.people
    start = time.perf_counter()
    sent = at_record = 0
    while (passed := time.perf_counter() - start) < WARM_UP + options.seconds:
        if passed >= WARM_UP and not record.is_on:
            record.is_on, at_record = True, sent
            own, servers = time.process_time(), cpu(options.server)
        while sent < passed * sends:
            clients[sent % len(clients)].say()
            sent += 1
        await asyncio.sleep(0.002)
    own, servers = time.process_time() - own, cpu(options.server) - servers
    in_time = sum(record.steps)
    await asyncio.sleep(0.5)
    delivered = sum(record.steps)
    expected = (sent - at_record) * options.people
    return {
        "delivered": in_time / options.seconds,
        "lost": max(0, 1 - delivered / expected) if not record.gone else 1,
        "p50": record.quantile(0.5),
        "p99": record.quantile(0.99),
        "cpu_us": servers * 1e6 / max(in_time, 1),
        "generator": own / options.seconds,
    }


def resident(process):
    with open(f"/proc/{process}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")


def cpu(process):
    """Seconds that all threads of a process have used."""
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    uvloop.run(main())
