"""What no page would send: bytes, frames and messages that are random, cut, too big, in the wrong state, replayed, or about people and
tables of another party."""

import base64
import json
import os
import struct

TYPES = ["hello", "request", "signal", "caption", "clink", "react", "unheard", "met", "beat", "welcome", "change", "bye", "", "HELLO"]
REQUESTS = [
    "arrive", "change", "mode", "enter", "leave", "hand", "move", "moveToFreeTable", "moveSomewhere", "stepAway", "withdrawKnock",
    "answerKnock", "topic", "privacy", "say", "coaster", "promise", "offerCard", "withdrawCard", "answerCard", "oneMoreMinute",
    "askForWord", "passWord", "doneSpeaking", "stay", "doors", "letIn", "remove", "handOver", "glass", "announce", "programme",
    "nextPart", "extend", "hold", "speakers", "nextSpeaker", "extendSpeaker", "offerWord", "startRounds", "endRounds", "end", "nothing",
]
FIELDS = [
    "profile", "mode", "muted", "up", "table", "who", "isWelcome", "topic", "isPrivate", "text", "line", "revision", "to", "from", "take",
    "isStaying", "state", "isUp", "parts", "index", "seconds", "isHeld", "queue", "count", "minutes", "name", "drink",
]


class Hostile:
    """Makes them from a seed. `strangers` are ids of people of another party."""

    def __init__(self, random, strangers):
        self.random = random
        self.strangers = strangers

    # Bytes

    def noise(self):
        return self.random.randbytes(self.random.choice([1, 2, 10, 1000, 70_000]))

    def frame(self, opcode, payload, final=True, reserved=0, mask=True, length=None):
        length = len(payload) if length is None else length
        first = (final << 7) | (reserved << 4) | opcode
        bit = 0x80 if mask else 0
        if length < 126:
            head = bytes([first, bit | length])
        elif length < 65_536:
            head = bytes([first, bit | 126]) + struct.pack(">H", length)
        else:
            head = bytes([first, bit | 127]) + struct.pack(">Q", length)
        if not mask:
            return head + payload
        key = self.random.randbytes(4)
        whole = int.from_bytes(payload, "big") ^ int.from_bytes((key * (len(payload) // 4 + 1))[: len(payload)], "big")
        return head + key + whole.to_bytes(len(payload), "big")

    def text(self, text):
        return self.frame(1, text.encode("utf-8", "surrogatepass"))

    def wrong_frame(self):
        """A frame that ends the connection, or one that is only odd."""
        payload = self.random.randbytes(self.random.randint(0, 200))
        return self.random.choice(
            [
                lambda: self.frame(self.random.choice([3, 4, 7, 11, 15]), payload),
                lambda: self.frame(1, payload, reserved=self.random.randint(1, 7)),
                lambda: self.frame(1, payload, mask=False),
                lambda: self.frame(1, b"\xff\xfe" + payload),
                lambda: self.frame(2, payload),
                lambda: self.frame(0, payload),
                lambda: self.frame(9, payload + bytes(126)),
                lambda: self.frame(9, payload[:100], final=False),
                lambda: self.frame(8, self.random.choice([b"", b"\x03", struct.pack(">H", 1005), b"\x03\xe8\xff"])),
                lambda: self.frame(2, payload, length=self.random.choice([2**16, 2**20, 2**40, 2**63])),
                lambda: self.frame(1, bytes(65_537)),
                lambda: self.frame(1, b"[" * 65_000),
                lambda: b"".join(self.frame(0 if index else 1, b"a", final=False) for index in range(300)),
                lambda: b"".join(self.frame(9, b"ping") for _ in range(50)),
            ]
        )()

    def cut(self, data):
        return data[: self.random.randint(0, len(data))]

    def damaged(self, data):
        data = bytearray(data)
        for _ in range(self.random.randint(1, 4)):
            data[self.random.randrange(len(data))] = self.random.randrange(256)
        return bytes(data)

    # Messages

    def value(self, depth=0):
        """A value that JSON allows: of a wrong kind, too big, or another's."""
        plain = [
            None, True, False, 0, -1, 1, 2**31, 2**63, -(2**63), 10**30, 1.5, 1e308, "", "t1", "t2", "t999", "host", "open", "camera",
            "\u0000", "ß" * 300, "x" * 5000, "\ud83d", "' OR 1=1 --", "<script>", "../..", *self.strangers[:3],
        ]
        chance = self.random.random()
        if depth > 3 or chance < 0.7:
            return self.random.choice(plain)
        if chance < 0.85:
            return [self.value(depth + 1) for _ in range(self.random.randint(0, 4))]
        return {self.random.choice(FIELDS): self.value(depth + 1) for _ in range(self.random.randint(0, 4))}

    def message(self):
        chance = self.random.random()
        if chance < 0.1:
            return self.random.choice(["", "{", "null", "[]", "1", '"hello"', "{}", '{"v":1}', "\ufeff{}", "[" * 2000, '{"a":' * 500])
        message = {"v": self.random.choice([1, 1, 1, 1, 1, 1, 0, 2, "1", None]), "type": self.random.choice(TYPES)}
        if chance < 0.7:
            message |= {"type": "request", "id": self.random.choice([1, 2, 3, -1, 2**62, "x", 1.5]), "request": self.request()}
        for name in self.random.sample(["last", "to", "data", "text", "final", "kind", "who", "id"], 3):
            message[name] = self.value()
        return json.dumps(message)

    def request(self):
        fields = {name: self.value() for name in self.random.sample(FIELDS, self.random.randint(0, 4))}
        return {self.random.choice(REQUESTS): fields}

    def signal(self):
        """Deep, wide or long, with a nest at every place: whoever decodes it works for seconds."""
        depth = self.random.choice([3, 7, 8, 40, 400, 2000])
        nest = self.random.choice([("[", "]"), ('{"x":', "}"), ('[{"x":', "}]"), ('[0,{"a":[],"x":', "}]")])
        one = nest[0] * depth + "0" + nest[1] * depth
        size = self.random.choice([1_000, 16_000, 16_300, 60_000])
        many = ",".join([one] * max(1, (size - 100) // (len(one) + 1)))
        return f'{{"v":1,"type":"{self.random.choice(["signal", "signal", "beat", "hello"])}","to":"host","data":{{"x":[{many}]}}}}'

    def about_strangers(self):
        """Well formed, allowed to nobody: everybody meant is of another party."""
        who = self.random.choice(self.strangers)
        return json.dumps(
            self.random.choice(
                [
                    {"v": 1, "type": "signal", "to": who, "data": {"description": {"type": "offer", "sdp": "v=0"}}},
                    {"v": 1, "type": "clink", "to": who},
                    {"v": 1, "type": "unheard", "who": who},
                    {"v": 1, "type": "request", "id": 1, "request": {"offerCard": {"to": who}}},
                    {"v": 1, "type": "request", "id": 2, "request": {"promise": {"to": [who], "text": "the paper"}}},
                    {"v": 1, "type": "request", "id": 3, "request": {"remove": {"who": who}}},
                    {"v": 1, "type": "request", "id": 4, "request": {"answerKnock": {"who": who, "isWelcome": True}}},
                    {"v": 1, "type": "request", "id": 5, "request": {"handOver": {"to": who}}},
                    {"v": 1, "type": "request", "id": 6, "request": {"end": {}}},
                ]
            )
        )


def handshake(path, headers):
    key = base64.b64encode(os.urandom(16)).decode()
    lines = {
        "Host": "127.0.0.1", "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": key,
        **headers,
    }
    return (f"GET {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items()) + "\r\n").encode()
