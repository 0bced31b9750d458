"""A media server that only speaks as Janus does, and misbehaves as told. It forwards nothing."""

import json
import re

from program import free_port
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed


class FalseJanus:
    """`way` is how it misbehaves: None for not at all; `mute` answers nothing, `stuck` answers the look whether it lives alone, `deaf` all but
    offers, `babbling` says what no Janus says, `twice` says all twice, `forgetful` ends each session at once, `closing` hangs up at once."""

    def __init__(self, way=None):
        self.way = way
        self.port = free_port()
        self.url = f"ws://127.0.0.1:{self.port}"
        self.asked = []
        """What it was asked, of the session or of the room."""
        self.handles = 0
        self.lines = {}
        """By the name under which somebody publishes: the lines of their offer."""

    async def __aenter__(self):
        self.server = await serve(self.hear, "127.0.0.1", self.port, subprotocols=["janus-protocol"])
        return self

    async def __aexit__(self, *_):
        self.server.close()

    async def hear(self, line):
        if self.way == "closing":
            return
        try:
            async for text in line:
                for answer in self.answers(json.loads(text)):
                    await line.send(answer if isinstance(answer, (str, bytes)) else json.dumps(answer))
        except ConnectionClosed:
            pass

    def answers(self, message):
        body = message.get("body", {})
        self.asked.append(body.get("request", message["janus"]))
        if self.way == "mute" or self.way == "stuck" and message["janus"] != "ping":
            return []
        if self.way == "deaf" and "jsep" in message:
            return []
        if self.way == "babbling":
            named = '{"janus": "success", "transaction": "%s", "data": {"id": %s}}'
            wrong = [named % (message["transaction"], number) for number in ("-1", "1e400", '"a"', "null")]
            return ["x", "{", "[" * 100_000, "null", b"\x00\xff", *wrong]
        answers = [self.answer(message, body)]
        if jsep := body.get("request") == "joinandconfigure" and message.get("jsep"):
            self.lines[body["id"]] = re.findall(r"a=mid:(\S+)", jsep["sdp"])
            answers.append({"janus": "webrtcup", "session_id": message["session_id"], "sender": message["handle_id"]})
        if self.way == "forgetful" and message["janus"] == "attach" and self.handles > 2:
            answers.append({"janus": "timeout", "session_id": message["session_id"]})
        return answers * 2 if self.way == "twice" else answers

    def answer(self, message, body):
        answer = {"janus": "success", "transaction": message["transaction"], "session_id": message.get("session_id")}
        if message["janus"] == "attach":
            self.handles += 1
        if message["janus"] in ("create", "attach"):
            answer["data"] = {"id": 2**63 + self.handles}
        if message["janus"] == "message":
            answer |= {"sender": message["handle_id"], "plugindata": {"data": self.room(body)}}
            if jsep := message.get("jsep"):
                answer["jsep"] = {"type": "answer", "sdp": jsep["sdp"]}
            elif body["request"] in ("join", "update") and "error_code" not in answer["plugindata"]["data"]:
                answer["jsep"] = {"type": "offer", "sdp": "v=0"}
        return answer

    def room(self, body):
        """Refuses a subscription to lines one of which there is not, as Janus 1.1 does."""
        wanted = body.get("streams" if body["request"] == "join" else "subscribe") or []
        if any(line["mid"] not in self.lines.get(line.get("feed"), []) for line in wanted if "feed" in line):
            return {"error_code": 428, "error": "No such mid"}
        streams = [{"mid": str(place), "feed_id": line["feed"], "feed_mid": line["mid"]} for place, line in enumerate(wanted) if "feed" in line]
        return {"exists": True, "list": [], "streams": streams}
