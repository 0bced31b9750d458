"""A WebSocket as a page opens it, by the standard library alone (RFC 6455): text frames, pings answered, the close code kept."""

import base64
import os
import socket
import struct
import urllib.parse


class Refused(Exception):
    """The handshake was answered with something else than 101."""

    def __init__(self, status):
        super().__init__(f"answered with {status}")
        self.status = status


class Line:
    def __init__(self, url, origin=None, cookie=None, language="en"):
        parts = urllib.parse.urlsplit(url)
        self.code = None
        self.socket = socket.create_connection((parts.hostname, parts.port), timeout=20)
        self.file = self.socket.makefile("rb")
        headers = {
            "Host": parts.netloc,
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
            "Origin": origin or f"http://{parts.netloc}",
            "Accept-Language": language,
        }
        if cookie:
            headers["Cookie"] = cookie
        lines = [f"GET {parts.path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        status = int(self.file.readline().split()[1])
        while self.file.readline().strip():
            pass
        if status != 101:
            raise Refused(status)

    def send(self, text):
        self.frame(1, text.encode())

    def receive(self, timeout=20):
        """The next text; None once the other side has closed, with its `code`."""
        self.socket.settimeout(timeout)
        while True:
            try:
                first, second = self.file.read(2)
            except ValueError:
                return None
            length = second & 127
            if length > 125:
                length = struct.unpack(">H" if length == 126 else ">Q", self.file.read(2 if length == 126 else 8))[0]
            payload = self.file.read(length)
            match first & 15:
                case 1:
                    return payload.decode()
                case 8:
                    self.code = struct.unpack(">H", payload[:2])[0] if payload else 1005
                    self.frame(8, payload[:2])
                    return None
                case 9:
                    self.frame(10, payload)

    def frame(self, opcode, payload):
        mask = os.urandom(4)
        size = len(payload)
        length = bytes([128 | size]) if size < 126 else bytes([254]) + struct.pack(">H", size)
        masked = bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload))
        self.socket.sendall(bytes([128 | opcode]) + length + mask + masked)

    def close(self):
        self.socket.close()
