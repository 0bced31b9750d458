"""Rooms on Python's `picows`: whatever is said under a path goes to all under that path."""

import collections
import sys

import picows
import uvloop

rooms = collections.defaultdict(set)


class Guest(picows.WSListener):
    def __init__(self, room):
        self.room = room

    def on_ws_connected(self, transport):
        self.room.add(transport)

    def on_ws_frame(self, transport, frame):
        if frame.msg_type == picows.WSMsgType.TEXT:
            message = frame.get_payload_as_bytes()
            for listener in self.room:
                listener.send(picows.WSMsgType.TEXT, message)
        elif frame.msg_type == picows.WSMsgType.PING:
            transport.send_pong(frame.get_payload_as_bytes())

    def on_ws_disconnected(self, transport):
        self.room.discard(transport)


async def main():
    server = await picows.ws_create_server(lambda request: Guest(rooms[request.path]), "127.0.0.1", int(sys.argv[1]))
    await server.serve_forever()


uvloop.run(main())
