#!/usr/bin/env python3
"""A party with real media: browsers with tones for voices meet at tables, part, get lost and come back.

    media.py [--artefacts FOLDER]

Ends with `N passed, N failed`. Never more than four pages with media at once: each costs a quarter of a core.
"""

import itertools
import pathlib
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import sync_playwright  # noqa: E402

from artefacts import folder_for  # noqa: E402
from company import PATIENCE, company, hear, no_faults  # noqa: E402
from floor_site import open_floor  # noqa: E402
from partygoer import Partygoer  # noqa: E402
from tally import Tally  # noqa: E402


def main():
    folder, tally = folder_for("media", __doc__), Tally()
    with open_floor(folder, "bcdf") as site, sync_playwright() as playwright, company() as people:
        Party(playwright, site, folder, people, tally).walk()
    return tally.close()


AFTERGLOW = 0.5
"""Seconds until a voice that stopped has died away at the other end."""


class Party:
    def __init__(self, playwright, site, folder, people, tally):
        self.playwright = playwright
        self.site = site
        self.folder = folder
        self.tally = tally
        self.people = people

    def walk(self):
        stories = [
            self.two_meet, self.weight, self.three_and_four, self.tables_part, self.twenty_moves, self.mute_and_camera, self.a_call, self.screen, self.the_stage, self.a_page_is_reloaded,
            self.a_second_window, self.a_network_is_lost, self.the_server_restarts, self.firefox,
        ]  # fmt: skip
        for story in stories:
            story()
        no_faults(self.tally, self.people)

    def two_meet(self):
        with self.tally.step("Two people come in and meet at a table"):
            self.comes("a")
            self.comes("b")
            start = time.monotonic()
            self.stand(a="t1", b="t1")
        self.tally.note(True, f"They are connected {time.monotonic() - start:.1f} s after the first went to the table")
        self.all_flows("ab")
        self.hear(a="b", b="a")

    def weight(self):
        names, size = self.people["a"].page.evaluate("weigh()")
        self.tally.note(size < 60_000, f"The room's {names} scripts and style sheets weigh {size / 1000:.1f} kB compressed one by one")

    def three_and_four(self):
        for names in ("abc", "abcd"):
            with self.tally.step(f"{len(names)} people stand at one table"):
                self.comes(names[-1])
                self.stand(**{name: "t1" for name in names})
            self.all_flows(names)
            self.hear(**{name: names.replace(name, "") for name in names})

    def tables_part(self):
        with self.tally.step("Two of four go to another table"):
            self.goes("c", "t2")
            self.goes("d", "t2")
        self.hear(a="b", b="a")
        with self.tally.step("Only those are connected who stand together"):
            self.stand(a="t1", b="t1", c="t2", d="t2")
        self.hear(a="b", b="a", c="d", d="c")
        self.goes("b", "t2")
        self.hear(a="")
        with self.tally.step("A third one follows them, and one stays alone"):
            self.stand(a="t1", b="t2", c="t2", d="t2")
        self.hear(a="", b="cd", c="bd", d="bc")
        with self.tally.step("The third one goes back"):
            self.stand(a="t1", b="t1", c="t2", d="t2")
        self.hear(a="b", b="a", c="d", d="c")

    def twenty_moves(self):
        with self.tally.step("Four people move twenty times within seconds"):
            start = time.monotonic()
            for move in range(20):
                person = self.people["abcd"[move % 4]]
                person.do("await room.ask('move', { table: argument }).catch(() => {});", f"t{1 + (move * 5 + move // 4) % 2}")
            self.tally.note(True, f"That took {time.monotonic() - start:.1f} s")
            self.stand(a="t1", b="t2", c="t1", d="t2")
        self.hear(a="c", b="d", c="a", d="b")
        self.stand(a="t1", b="t1", c="t2", d="t2")
        self.hear(a="b", b="a", c="d", d="c")

    def a_call(self):
        """Does what a telephone does to a page: mutes the microphone's track unasked."""
        a, b = self.people["a"], self.people["b"]
        with self.tally.step("A call takes the microphone: both are told why nothing comes, and one tap mends it"):
            a.do("const { microphone } = room.devices; Object.defineProperty(microphone, 'muted', { value: true }); microphone.onmute();")
            b.wait("room.peer(argument).trouble === 'micHeld'", 10, a.id)
            b.page.wait_for_function("(id) => document.querySelector(`#faces [data-person='${id}'] [data-slot=health]`).textContent !== ''", arg=a.id)
            a.page.dispatch_event("#asks .ask .primary", "click")
            b.wait("room.peer(argument).trouble === ''", 10, a.id)
        self.hear(b="a")

    def mute_and_camera(self):
        a, b = self.people["a"], self.people["b"]
        a.do("await room.setMuted(true)")
        time.sleep(AFTERGLOW)
        self.hear(b="")
        a.do("await room.setMuted(false)")
        self.hear(b="a")
        a.do("await room.setMode('voice')")
        time.sleep(1)
        before, _, after = b.flows(), time.sleep(2), b.flows()
        self.tally.note(after["frames"] == before["frames"], "Without camera no picture goes out")
        self.hear(b="a")
        b.wait("room.peer(argument).hasPicture === false", 5, a.id)
        a.do("await room.setMode('camera')")
        b.wait("room.peer(argument).hasPicture", 10, a.id)
        self.tally.note(True, "With the camera on again the picture is back")

    def screen(self):
        a, b = self.people["a"], self.people["b"]
        with self.tally.step("A screen is shared at the table, and no longer"):
            assert a.do("return await room.share()")
            b.wait("room.peer(argument).hasScreen", 10, a.id)
            a.do("room.stopSharing()")
            b.wait("!room.peer(argument).hasScreen", 10, a.id)

    def the_stage(self):
        """Everybody hears the person with the word, and sees nobody else; then all stand with their tables again, as before."""
        a, b, others = self.people["a"], self.people["b"], "cd"
        with self.tally.step("The evening goes to the stage, where the host has the word"):
            a.do("await room.ask('nextPart'); await room.ask('nextPart');")
            for name in "bcd":
                self.people[name].wait("room.state.stage.speaker === argument", 10, a.id)
                self.people[name].connected([a], PATIENCE)
        self.hear(b="a", c="a", d="a", a="")
        self.sees_only(a, "bcd")
        with self.tally.step("Somebody at another table gets the word"):
            a.do("await room.ask('nextSpeaker', { who: argument })", b.id)
            for name in others:
                self.people[name].wait("room.state.stage.speaker === argument", 10, b.id)
                self.people[name].wait("room.peer(argument)?.hasPicture", PATIENCE, b.id)
        self.hear(a="b", b="a", c="b", d="b")
        self.sees_only(b, "acd")
        with self.tally.step("The tables talk again"):
            a.do("await room.ask('nextPart', { index: room.state.programme.findIndex(({ kind }) => kind === 'mingling') })")
            self.stand(a="t1", b="t1", c="t2", d="t2")
        self.hear(a="b", b="a", c="d", d="c")

    def sees_only(self, speaker, names):
        """Pictures are decoded only from the speaker, whoever else is linked."""
        for name in names:
            person = self.people[name]
            person.wait("room.peer(argument)?.hasPicture", PATIENCE, speaker.id)
            before, _, after = person.streams(), time.sleep(2), person.streams()
            frames = {peer: after[peer]["frames"] - before.get(peer, after[peer])["frames"] for peer in after}
            seen = [peer for peer, count in frames.items() if count > 0]
            self.tally.note(seen == [speaker.id], f"{name} sees {speaker.name} and nobody else", frames)

    def a_page_is_reloaded(self):
        for name, other in ("ab", "ba"):
            person = self.people[name]
            place = person.place
            start = time.monotonic()
            with self.tally.step(f"{name} opens the page anew and stands where they stood, with sound"):
                person.page.reload()
                person.wait("room.state.isKnown && room.state.me.presence === 'inside'")
                assert person.place == place, f"{person.place} instead of {place}"
                self.both_connected(name, other)
            self.tally.note(True, f"That took {time.monotonic() - start:.1f} s")
            self.hear(**{name: other, other: name})

    def a_second_window(self):
        a, b = self.people["a"], self.people["b"]
        place = b.place
        with self.tally.step("The same seat in another window: the first is told, takes it back, and has its voice again"):
            window = b.context.new_page()
            self.site.lead(window, "b")
            b.wait("room.connection.reason === 'elsewhere' && !room.devices.microphone")
            b.do("room.takeOver()")
            b.wait("room.state.me.presence === 'inside' && room.connection.state === 'open'")
            assert b.place == place, f"{b.place} instead of {place}"
            window.close()
            self.both_connected("a", "b")
        self.hear(a="b", b="a")

    def a_network_is_lost(self):
        a, b = self.people["a"], self.people["b"]
        place = b.place
        with self.tally.step("Who loses the network is shown as away, and the seat is kept"):
            b.context.set_offline(True)
            a.wait("room.state.person(argument).presence === 'away'", 30, b.id)
            assert a.get("room.state.person(argument).table", b.id) == place[1]
        self.hear(a="b")
        with self.tally.step("They come back to the same seat, with sound"):
            b.context.set_offline(False)
            b.wait("room.connection.state === 'open' && room.state.me.presence === 'inside'")
            assert b.place == place, f"{b.place} instead of {place}"
            self.both_connected("a", "b")
        self.hear(a="b", b="a")

    def the_server_restarts(self):
        places = {name: person.place for name, person in self.people.items()}
        with self.tally.step("The server restarts in mid-party, and everybody stands where they stood"):
            self.site.restart()
            start = time.monotonic()
            for person in self.people.values():
                person.wait("room.connection.state === 'open' && room.state.me.presence === 'inside'", 10)
            took = time.monotonic() - start
            assert places == {name: person.place for name, person in self.people.items()}
        self.tally.note(took < 5, f"The floor stands {took:.1f} s after the server answers again")
        with self.tally.step("All voices are back"):
            for pair in ("ab", "cd"):
                self.both_connected(*pair)
        self.tally.note(True, f"They were back after {time.monotonic() - start:.1f} s")
        self.hear(a="b", b="a", c="d", d="c")

    def firefox(self):
        for name in "bcd":
            self.people[name].do("await room.leave()")
            self.people.pop(name).close()
        with self.tally.step("Chromium and Firefox meet at a table"):
            self.comes("f", is_firefox=True)
            self.stand(a="t1", f="t1")
        self.all_flows("af")
        self.hear(a="f", f="a")
        with self.tally.step("Firefox goes to another table and comes back"):
            self.goes("f", "t2")
            self.hear(a="")
            self.stand(a="t1", f="t1")
        self.hear(a="f", f="a")

    # Building blocks of the stories

    def comes(self, name, **more):
        person = Partygoer(name, self.playwright, self.folder, self.site, **more)
        self.people[name] = person
        person.enter()

    def goes(self, name, table):
        """Leaves a table. Earlier sound may still be heard there for a moment, because packets are kept to play evenly."""
        person = self.people[name]
        person.do("window.left = connections.filter((one) => one.signalingState !== 'closed');")
        person.move(table)
        start = time.monotonic()
        person.wait("left.every((one) => one.signalingState === 'closed')", 5)
        print(f"         all that {name} had at the old table was closed {1000 * (time.monotonic() - start):.0f} ms later")
        time.sleep(AFTERGLOW)

    def stand(self, **tables):
        """Brings everybody to a table and waits until exactly the people standing together are connected."""
        for name, table in tables.items():
            if self.people[name].place[1] != table:
                self.people[name].move(table)
        for name, table in tables.items():
            company = [self.people[other] for other, place in tables.items() if place == table and other != name]
            self.people[name].connected(company)

    def both_connected(self, one, other):
        for name, peer in ((one, other), (other, one)):
            self.people[name].connected([self.people[peer]])

    def all_flows(self, names):
        """In every direction sound and picture arrive: bytes, decoded frames, and energy at the microphones."""
        before = {name: self.people[name].streams() for name in names}
        deadline = time.monotonic() + PATIENCE
        missing = dict.fromkeys(itertools.permutations(names, 2))
        while missing and time.monotonic() < deadline:
            time.sleep(2)
            after = {name: self.people[name].streams() for name in names}
            gains = {(one, other): gain(before[one], after[one], self.people[other].id) for one, other in missing}
            missing = {pair: gain for pair, gain in gains.items() if not is_flowing(gain)}
        count = len(names) * (len(names) - 1)
        self.tally.note(not missing, f"Sound and picture flow in all {count} directions", missing)
        energies = [self.people[name].flows()["energy"] for name in names if name != "f"]
        self.tally.note(all(energies), f"{len(energies)} microphones have energy", energies)

    def hear(self, **wanted):
        hear(self.tally, self.people, wanted)


def gain(before, after, peer):
    return {key: after[peer][key] - before[peer][key] for key in after[peer]} | {"framesEver": after[peer]["frames"]}


def is_flowing(gain):
    """A busy machine is a bad line, on which the picture may have given way to the sound; it is enough that it was there."""
    return gain["voiceIn"] > 1000 and gain["framesEver"] > 4


if __name__ == "__main__":
    sys.exit(main())
