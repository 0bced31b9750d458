"""Disks and clocks that do wrong, by order: `mischief.c`, loaded into the program. Needs no rights and no file system of its own."""

import errno
import pathlib
import shutil
import struct
import subprocess

RECORD = struct.Struct("=qqq")
FILES = ["stehtisch.sqlite", "stehtisch.sqlite-wal"]
SYNCED, CUT = -1, -2


class Mischief:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True)
        self.library = self.folder / "mischief.so"
        source = pathlib.Path(__file__).with_name("mischief.c")
        subprocess.run([compiler(), "-shared", "-fPIC", "-O1", "-Wall", "-Werror", source, "-o", self.library, "-ldl"], check=True)
        self.orders = self.folder / "orders"
        self.orders.write_bytes(bytes(4096))
        self.journal = self.folder / "journal"
        self.ahead, self.error = 0, 0

    def settings(self, **more):
        """The settings for the program's environment."""
        return {"LD_PRELOAD": str(self.library), "MISCHIEF": str(self.orders), **more}

    def clock(self, seconds):
        self.ahead = seconds
        self.order()

    def fail(self, name=None):
        """Makes writing to the database fail from now on, with EIO or ENOSPC. Without a name it works again."""
        self.error = getattr(errno, name) if name else 0
        self.order()

    def order(self):
        with open(self.orders, "r+b") as file:
            file.write(struct.pack("=qq", self.ahead, self.error))

    def records(self):
        """The writes as (file, offset, length, bytes), in order."""
        content = self.journal.read_bytes()
        at = 0
        while at + RECORD.size <= len(content):
            file, offset, length = RECORD.unpack_from(content, at)
            at += RECORD.size
            bytes_of = content[at : at + max(0, length)]
            at += len(bytes_of)
            if len(bytes_of) == max(0, length):
                yield file, offset, length, bytes_of

    def cut_power(self, before, data, chance):
        """Makes the data folder what the disk holds after a power cut: all that was synced, and of the rest what happened to get there.

        before: a copy of the data folder when the program started. Returns how many writes are lost, and how often was synced."""
        records = list(self.records())
        lost = 0
        for number, name in enumerate(FILES):
            mine = [record for record in records if record[0] == number]
            last = max((place for place, record in enumerate(mine) if record[2] == SYNCED), default=-1)
            source = before / name
            content = bytearray(source.read_bytes() if source.exists() else b"")
            for place, (_, offset, length, written) in enumerate(mine):
                if length == SYNCED:
                    continue
                if place > last and chance.random() < 0.5:
                    lost += 1
                elif length == CUT:
                    del content[offset:]
                    content.extend(bytes(max(0, offset - len(content))))
                else:
                    content.extend(bytes(max(0, offset - len(content))))
                    content[offset : offset + length] = written
            (data / name).write_bytes(content)
        (data / "stehtisch.sqlite-shm").unlink(missing_ok=True)
        return lost, sum(record[2] == SYNCED for record in records)


def compiler():
    """The compiler, or None: then none of this can be tried."""
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
