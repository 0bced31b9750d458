"""Counts what held and what did not, a sentence for each."""

import contextlib
import sys
import time
import traceback


class Stop(Exception):
    """The following steps no longer make sense."""


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.start = time.monotonic()

    @property
    def seconds(self):
        return time.monotonic() - self.start

    def note(self, holds, sentence, detail=""):
        """Counts one sentence; goes on either way."""
        self.passed += bool(holds)
        self.failed += not holds
        mark = "ok    " if holds else "FAILED"
        print(f"{self.seconds:6.1f} s {mark} {sentence}{'' if holds else f': {detail}'}", flush=True)
        return bool(holds)

    def skip(self, sentence):
        """Reports a sentence that was not tried, and why; counts nothing."""
        print(f"{self.seconds:6.1f} s skipped {sentence}", flush=True)

    @contextlib.contextmanager
    def step(self, sentence, on_failure=lambda: None):
        """A step that others build on: when it fails, the rest is left out."""
        try:
            yield
        except Stop:
            raise
        except Exception as error:
            traceback.print_exc(limit=6, file=sys.stdout)
            self.note(False, sentence, f"{type(error).__name__}: {str(error)[:400]}")
            on_failure()
            raise Stop(sentence) from error
        self.note(True, sentence)

    def close(self):
        """The line that `bin/test` adds up, and the exit status."""
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        return 1 if self.failed or not self.passed else 0
