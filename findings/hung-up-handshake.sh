#!/usr/bin/env bash
# picows 2.3.1 (PyPI; Python 3.11, Linux): a server that takes the connection, reads the request and hangs up without an answer, as one does that
# is about to end, fails no `ws_connect`. It returns as after a handshake, with no listener (None) and with a transport that is disconnected
# already. websockets 17.4 raises InvalidMessage at the same server. Remedy: after `ws_connect` look at
# `transport.is_disconnected` before the first message.
# Seen: "picows: returned, listener None, disconnected True" and "websockets: InvalidMessage".
# Exits 0 only while it holds.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check picows==2.3.1 websockets==17.4
cat >"$folder/try.py" <<'PY'
import asyncio

import picows
import websockets.asyncio.client


async def hang_up(reader, writer):
    await reader.readuntil(b"\r\n\r\n")
    writer.close()


async def main():
    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        async with asyncio.timeout(20):
            transport, listener = await picows.ws_connect(picows.WSListener, url)
            print(f"picows: returned, listener {listener}, disconnected {transport.is_disconnected}")
            try:
                await websockets.asyncio.client.connect(url)
                print("websockets: connected")
            except Exception as error:
                print(f"websockets: {type(error).__name__}")


asyncio.run(main())
PY
"$folder/venv/bin/python" "$folder/try.py" | tee "$folder/said"
grep -qx 'picows: returned, listener None, disconnected True' "$folder/said"
grep -qx 'websockets: InvalidMessage' "$folder/said"
