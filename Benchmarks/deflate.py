#!/usr/bin/env python3
"""What permessage-deflate (RFC 7692) would save and cost on what pages are really sent: compresses the messages that
`Tests/Sockets/parties.py --record FILE` wrote down, each participant's in their order.

    deflate.py FILE
"""

import collections
import json
import pathlib
import sys
import time
import zlib

SETTINGS = [("shared context, 32 KiB", 15, 8, True), ("shared context, 4 KiB", 12, 5, True), ("each message alone", 15, 8, False)]
LEVEL = 6


def main():
    streams = collections.defaultdict(list)
    for line in pathlib.Path(sys.argv[1]).read_text().splitlines():
        who, message = json.loads(line)
        streams[who].append(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode())
    messages = [message for stream in streams.values() for message in stream]
    plain = sum(map(len, messages))
    print(f"{len(messages)} messages to {len(streams)} people, {plain / len(messages):.0f} bytes each")
    for name, window, memory, is_shared in SETTINGS:
        small, seconds = compressed(streams.values(), window, memory, is_shared)
        print(
            f"{name}: {100 * small / plain:.0f} % of the bytes, {1e6 * seconds / len(messages):.1f} us of CPU a message,"
            f" {kibibytes(window, memory) if is_shared else 0:.0f} KiB a socket for sending"
        )


def compressed(streams, window, memory, is_shared):
    total, start = 0, time.process_time()
    for stream in streams:
        engine = zlib.compressobj(LEVEL, zlib.DEFLATED, -window, memory)
        for message in stream:
            engine = engine if is_shared else zlib.compressobj(LEVEL, zlib.DEFLATED, -window, memory)
            # The four bytes that end every flushed block are left out of the frame.
            total += len(engine.compress(message) + engine.flush(zlib.Z_SYNC_FLUSH)) - 4
    return total, time.process_time() - start


def kibibytes(window, memory):
    """By zlib's own account (zconf.h)."""
    return ((1 << (window + 2)) + (1 << (memory + 9))) / 1024


if __name__ == "__main__":
    main()
