"""Somebody at the party in a browser of their own, whose microphone is a tone by which they are known."""

import math
import pathlib
import struct
import time
import wave

EARS = pathlib.Path(__file__).parent / "ears.js"
CHROMIUM = [
    "--no-sandbox",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    "--allow-loopback-in-peer-connection",
    "--auto-select-desktop-capture-source=Entire screen",
]
FIREFOX = {
    "media.navigator.streams.fake": True,
    "media.navigator.permission.disabled": True,
    "media.autoplay.default": 0,
    "media.autoplay.blocking_policy": 0,
    "media.autoplay.block-webaudio": False,
    "media.peerconnection.ice.loopback": True,
}
TONES = {"a": 420, "b": 730, "c": 1130, "d": 1640, "f": 2200}
HEARD = -60
"""Decibels in the tone's own bin."""

ROOM = """const room = (await import(document.querySelector('[data-room-script]')?.dataset.roomScript
  ?? performance.getEntriesByType('resource').map(e => e.name).find(n => n.endsWith('/js/room/room.js')))).openRoom();"""


class Partygoer:
    def __init__(self, name, playwright, folder, url, is_firefox=False):
        self.name = name
        self.url = url
        self.faults = []
        launch = firefox if is_firefox else chromium
        self.browser = launch(playwright, name, folder)
        self.context = self.browser.new_context()
        self.page = self.context.new_page()
        self.page.add_init_script(path=EARS)
        self.page.on("pageerror", lambda error: self.faults.append(f"{name}: {error}"))
        self.page.goto(url)
        self.wait("room.state.isKnown")

    def do(self, script, argument=None):
        """Runs in the page, where `room` is at hand."""
        return self.page.evaluate(f"async (argument) => {{ {ROOM} {script} }}", argument)

    def get(self, expression, argument=None):
        return self.do(f"return {expression};", argument)

    def wait(self, expression, seconds=20, argument=None):
        deadline = time.monotonic() + seconds
        while True:
            try:
                if self.get(expression, argument):
                    return
            except Exception:  # The page is being loaded anew.
                if time.monotonic() > deadline:
                    raise
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self.name}: {expression} within {seconds} s")
            time.sleep(0.1)

    def enter(self, mode="camera"):
        self.do(
            """await room.devices.choose({ economy: true });
            await room.setMode(argument.mode);
            await room.arrive({ name: argument.name, line: "", drink: "Water" });
            await room.ask("enter");""",
            {"mode": mode, "name": self.name.upper()},
        )

    def move(self, table):
        self.do('await room.ask("move", { table: argument });', table)

    @property
    def id(self):
        return self.get("room.state.you")

    @property
    def place(self):
        return self.get("[room.state.me.presence, room.state.me.table, room.state.me.seat]")

    def connected(self, others, seconds=20):
        """Waits until the voices of exactly these can travel."""
        self.wait(
            """argument.every((id) => room.media.connectionTo(id)?.connectionState === "connected")
            && connections.filter((one) => one.signalingState !== "closed").length === argument.length""",
            seconds,
            [other.id for other in others],
        )

    def hears(self, seconds=1.6):
        """By name, whoever's tone arrives here."""
        levels = self.page.evaluate("([tones, time]) => listen(tones, time)", [list(TONES.values()), seconds * 1000])
        return "".join(name for name, level in zip(TONES, levels) if level > HEARD)

    def flows(self):
        return self.page.evaluate("flows()")

    def close(self):
        self.browser.close()


def chromium(playwright, name, folder):
    file = folder / f"{name}.wav"
    write_tone(file, TONES[name])
    flags = [*CHROMIUM, f"--use-file-for-fake-audio-capture={file}"]
    return playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)


def firefox(playwright, name, folder):
    return playwright.firefox.launch(
        channel="moz-firefox",
        executable_path="/usr/bin/firefox-esr",
        firefox_user_prefs=FIREFOX | {"media.navigator.audio.fake_frequency": TONES[name]},
    )


def write_tone(path, hertz, rate=48_000, seconds=4):
    """In syllables: what never changes is taken for noise and filtered out."""
    samples = bytearray()
    for index in range(rate * seconds):
        moment = index / rate
        syllable = max(0.0, math.sin(2 * math.pi * moment * 2))
        samples += struct.pack("<h", int(20_000 * syllable * math.sin(2 * math.pi * hertz * moment)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(bytes(samples))
