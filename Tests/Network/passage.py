#!/usr/bin/env python3
"""Passes connections on: `passage.py ADDRESS PORT TARGET` to the same port there, `passage.py ADDRESS PORT proxy` where CONNECT says, to
port 443 alone, as the proxies of companies do."""

import asyncio
import sys

ADDRESS, PORT, TARGET = sys.argv[1], int(sys.argv[2]), sys.argv[3]


async def serve(reader, writer):
    try:
        host, port = (await asked(reader, writer)) if TARGET == "proxy" else (TARGET, PORT)
        there, back = await asyncio.open_connection(host, port)
        if TARGET == "proxy":
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await asyncio.gather(pump(reader, back), pump(there, writer))
    except (OSError, ValueError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()


async def asked(reader, writer):
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    method, target, _ = head.split(" ", 2)
    host, _, port = target.rpartition(":")
    print(method, target, flush=True)
    if method != "CONNECT" or port != "443":
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        raise ValueError(target)
    return host, int(port)


async def pump(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    finally:
        writer.close()


async def main():
    async with await asyncio.start_server(serve, ADDRESS, PORT) as server:
        await server.serve_forever()


asyncio.run(main())
