"""A provider changes its keys. Between two looks at them half a minute passes, in which the other parts are played."""

import time

from jose import Key, signed
from stories import Story

REST = 31


class Rollover:
    def __init__(self, folder, tally):
        self.story, self.tally = Story(folder / "rollover", DOMAINS="uni.example"), tally
        self.provider = self.story.provider
        self.provider.keys = [Key("old")]
        self.provider.make = lambda claims: signed(claims, self.provider.keys[0])

    def begin(self):
        self.tally.note(self.story.enters(), "a provider signs by one key")
        self.looked = time.monotonic()
        self.provider.asked.clear()
        for _ in range(5):
            self.story.made(lambda claims: signed(claims, Key("nobody")))
        count, looks = self.provider.asked.count("/keys"), int((time.monotonic() - self.looked) / 30)
        self.tally.note(count <= looks, "tokens by unknown keys don't make us ask again and again", count)
        self.provider.keys.insert(0, Key("new"))

    def end(self):
        time.sleep(max(0, self.looked + REST - time.monotonic()))
        self.tally.note(self.story.enters(), "after half a minute a token by a new key is believed at once")
        old = self.provider.keys.pop()
        self.start_anew()
        is_gone = not self.story.made(lambda claims: signed(claims, old))
        self.tally.note(self.story.enters() and is_gone, "a key that is not shown any more signs nothing")
        for key, sentence in ((Key("weak", bits=1024), "a key of 1024 bits"), (Key("sealed", use="enc"), "a key for sealing")):
            self.provider.keys = [key]
            self.start_anew()
            self.tally.note(not self.story.enters(), f"{sentence} signs nothing")

    def start_anew(self):
        """A start forgets keys."""
        self.story.site.stop()
        self.story.site.start()
