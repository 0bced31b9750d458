"""Somebody at the party in a browser of their own, whose microphone is a tone by which they are known."""

import math
import os
import pathlib
import struct
import subprocess
import time
import wave

from playwright.sync_api import Error as PlaywrightError

from room_page import ROOM

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
TONES = {"a": 420, "b": 730, "c": 1130, "d": 1640, "f": 2200, "e": 2800, "g": 3500}
HEARD = -50
"""Decibels in the tone's own bin."""

STATES = """[argument, room.connection, connections.map((one) => [one.connectionState, one.signalingState, one.iceConnectionState]),
  argument.map((id) => room.peer(id))]"""


class Partygoer:
    def __init__(self, name, playwright, folder, site, is_firefox=False, scripts=(), program="/usr/bin/chromium", flags=()):
        """`scripts` are files that run before the page's own."""
        self.name = name
        self.faults = []
        self.browser = firefox(playwright, name, folder) if is_firefox else chromium(playwright, name, folder, program, flags)
        self.context = self.browser.new_context(reduced_motion="reduce")
        self.context.set_default_timeout(90_000)
        self.page = self.context.new_page()
        for script in (*scripts, EARS):
            self.page.add_init_script(path=script)
        self.page.on("pageerror", lambda error: self.faults.append(f"{name}: {error}"))
        site.lead(self.page, name)
        self.wait("room.state.isKnown")

    def do(self, script, argument=None):
        """Runs in the page, where `room` is at hand."""
        return self.page.evaluate(f"async (argument) => {{ {ROOM} {script} }}", argument)

    def get(self, expression, argument=None):
        return self.do(f"return {expression};", argument)

    def wait(self, expression, seconds=45, argument=None):
        deadline = time.monotonic() + seconds
        while not self.holds(expression, argument):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self.name}: {expression} within {seconds} s")
            time.sleep(0.1)

    def holds(self, expression, argument=None):
        """False also while the page is reloading."""
        try:
            return self.get(expression, argument)
        except PlaywrightError:
            return False

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

    def connected(self, others, seconds=45):
        """Waits until the voices of exactly these can travel."""
        ids = [other.id for other in others]
        try:
            self.wait(
                """argument.every((id) => room.media.connectionTo(id)?.connectionState === "connected")
                && connections.filter((one) => one.signalingState !== "closed").length === argument.length""",
                seconds,
                ids,
            )
        except TimeoutError as error:
            raise TimeoutError(f"{self.name} is not connected with exactly those at the table: {self.get(STATES, ids)}") from error

    def hears(self, seconds=1.6):
        """The names of the people whose tones arrive here."""
        levels = self.page.evaluate("([tones, time]) => listen(tones, time)", [list(TONES.values()), seconds * 1000])
        return "".join(name for name, level in zip(TONES, levels) if level > HEARD)

    def flows(self):
        """Over all connections together."""
        return self.page.evaluate("flows(connections)")

    def streams(self):
        """The streams by the id of the person at the other end."""
        return self.do(
            """const people = room.state.inside.map(({ id }) => id).filter((id) => room.media.connectionTo(id));
            const all = people.map(async (id) => [id, await flows([room.media.connectionTo(id)])]);
            return Object.fromEntries(await Promise.all(all));"""
        )

    def wait_for_more(self, what, before, seconds=60):
        """Over connections that are open, of which a new one begins at nothing."""
        self.wait(f"(await flows(connections)).{what} > argument || (await flows(connections)).{what} < argument / 2", seconds, before)

    def close(self):
        self.browser.close()


def chromium(playwright, name, folder, program, more):
    file = folder / f"{name}.wav"
    write_tone(file, TONES[name])
    flags = [*CHROMIUM, *more, f"--use-file-for-fake-audio-capture={file}"]
    return playwright.chromium.launch(executable_path=program, args=flags)


def firefox(playwright, name, folder):
    """Firefox runs no Web Audio without a sound server, so it gets its own, which plays into nothing."""
    return playwright.firefox.launch(
        channel="moz-firefox",
        executable_path="/usr/bin/firefox-esr",
        firefox_user_prefs=FIREFOX | {"media.navigator.audio.fake_frequency": TONES[name]},
        env=os.environ | {"PULSE_SERVER": quiet_speaker(folder)},
    )


def quiet_speaker(folder):
    home = folder / "speaker"
    home.mkdir(exist_ok=True)
    place = f"unix:{home}/native"
    command = ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=120", "--log-target=null"]
    modules = ["module-null-sink", f"module-native-protocol-unix socket={home}/native auth-anonymous=1"]
    environment = os.environ | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    subprocess.Popen([*command, *(f"--load={module}" for module in modules)], env=environment, stderr=subprocess.DEVNULL)
    return place


def write_tone(path, hertz, rate=48_000, seconds=4):
    """Writes a tone in syllables, because steady sound is taken for noise and filtered out."""
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
