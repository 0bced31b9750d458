#!/usr/bin/env python3
"""A stage of twenty: what goes up from who speaks, from page to page and by a media server, in the same run. The speaker is Chromium with
voice and camera; the others are light clients that take everything and decode nothing. Prints bits a second up, and the processor time of
the program and of Janus.

    forwarding.py [--seconds N] [--people N]
"""

import argparse
import asyncio
import json
import os
import pathlib
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT / "Tests/Browser"), str(ROOT / "Tests/Python"), str(ROOT / "Tests/Sockets")]

import aiortc.rtcrtpreceiver  # noqa: E402
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

import own_network  # noqa: E402
from floor_client import FloorClient  # noqa: E402
from houses import Door  # noqa: E402
from floor_site import open_floor  # noqa: E402
from janus_server import JanusServer  # noqa: E402
from partygoer import Partygoer  # noqa: E402

aiortc.rtcrtpreceiver.decoder_worker = lambda loop, packets, *rest: [None for _ in iter(packets.get, None)]


class Guest(FloorClient):
    def welcome(self, message):
        self.who = message["you"]
        super().welcome(message)


class Light:
    """A guest without ears: answers whoever offers, and counts nothing itself."""

    def __init__(self, site, path):
        self.client = Guest(site.site.url, Door("", path, {}))
        self.client.on_message = self.hear
        self.peers = {}
        self.tasks = set()

    async def come(self):
        await self.client.connect()
        for request in (
            {"arrive": {"profile": {"name": "Light", "line": "", "drink": ""}, "mode": "listening"}},
            {"enter": {}},
        ):
            await self.client.done(request)

    def hear(self, _, message):
        handlers = {"links": self.link, "signal": self.signal}
        if handler := handlers.get(message["type"]):
            task = asyncio.ensure_future(handler(message))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def link(self, message):
        if message["topology"] == "sfu":
            return
        for link in message["links"]:
            if link["peer"] not in self.peers:
                self.peers[link["peer"]] = connection = RTCPeerConnection(RTCConfiguration([]))
                if link["isPolite"]:
                    self.say(link["peer"], {"restart": True})
                else:
                    await self.offer(link["peer"], connection)

    async def offer(self, peer, connection):
        for kind in ("audio", "video", "video"):
            connection.addTransceiver(kind, direction="recvonly")
        connection.createDataChannel("notes", negotiated=True, id=0)
        await connection.setLocalDescription(await connection.createOffer())
        self.say(peer, {"description": {"type": "offer", "sdp": connection.localDescription.sdp}})

    async def signal(self, message):
        sender, data = message["from"], message["data"]
        if sender == "media" and "offer" in data:
            if data["token"] not in self.peers:
                self.peers[data["token"]] = RTCPeerConnection(RTCConfiguration([]))
            sdp = await self.answer(self.peers[data["token"]], data["offer"])
            self.say("media", {"token": data["token"], "answer": sdp})
        description = data.get("description")
        if description and description["type"] == "answer" and sender in self.peers:
            await self.peers[sender].setRemoteDescription(RTCSessionDescription(**description))

    async def answer(self, connection, sdp):
        await connection.setRemoteDescription(RTCSessionDescription(sdp, "offer"))
        await connection.setLocalDescription(await connection.createAnswer())
        return connection.localDescription.sdp

    def say(self, to, data):
        self.client.send({"type": "signal", "to": to, "data": data})

    @property
    def is_connected(self):
        return any(one.connectionState == "connected" for one in self.peers.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--people", type=int, default=20)
    options = parser.parse_args()
    found = {}
    with tempfile.TemporaryDirectory() as name:
        janus = JanusServer(pathlib.Path(name) / "janus", "geheim", "raumschlüssel").start()
        try:
            for way, people in (("sfu", 2), ("mesh", 1000)):
                found[way] = stage(pathlib.Path(name) / way, janus, people, options)
                print(way, json.dumps(found[way]), flush=True)
        finally:
            janus.stop()
    print(f"up from the stage of {options.people}: {found['mesh']['up'] / found['sfu']['up']:.1f} times less by the media server")


def stage(folder, janus, people, options):
    settings = {
        "STEHTISCH_JANUS_URLS": janus.url, "STEHTISCH_JANUS_SECRET": janus.secret, "STEHTISCH_JANUS_ROOM_KEY": janus.key,
        "STEHTISCH_JANUS_PEOPLE": str(people),
    }  # fmt: skip
    names = [f"g{number}" for number in range(1, options.people)]
    with open_floor(folder, names, **settings) as site, sync_playwright() as playwright:
        host = Partygoer("a", playwright, folder, site)
        host.enter()
        loop = asyncio.new_event_loop()
        threading.Thread(target=loop.run_forever, daemon=True).start()
        lights = [Light(site, f"{site.doors[name].removeprefix(site.site.url)}/socket") for name in names]
        run = lambda work: asyncio.run_coroutine_threadsafe(work, loop).result(120)  # noqa: E731
        for light in lights:
            run(light.come())
        host.do("await room.ask('nextPart'); await room.ask('nextPart');")
        deadline = time.monotonic() + 90
        while sum(light.is_connected for light in lights) < len(lights) and time.monotonic() < deadline:
            time.sleep(0.5)
        time.sleep(5)
        return measure(host, site, janus, lights, options.seconds)


def measure(host, site, janus, lights, seconds):
    before, start = sent(host), time.monotonic()
    cpu = {name: spent(process.pid) for name, process in (("program", site.site.process), ("janus", janus.process))}
    time.sleep(seconds)
    took = time.monotonic() - start
    after = {name: spent(process.pid) for name, process in (("program", site.site.process), ("janus", janus.process))}
    return {
        "connected": sum(light.is_connected for light in lights),
        "up": round((sent(host) - before) * 8 / took),
        **{f"{name} cores": round((after[name] - cpu[name]) / took, 2) for name in cpu},
    }


def sent(host):
    flows = host.flows()
    return flows["voiceOut"] + flows["pictureOut"]


def spent(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    own_network.enter()
    main()
