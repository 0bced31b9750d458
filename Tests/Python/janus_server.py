"""Janus as a process of its own, set up as docs/operating.md says."""

import os
import signal
import subprocess

from program import free_port, wait_for_port

OTHERS = "audiobridge duktape echotest lua nosip recordplay sip streaming textroom videocall voicemail"
WAYS = "http mqtt nanomsg pfunix rabbitmq"


class JanusServer:
    """It gathers no candidates on loopback: whoever starts it needs another interface."""

    def __init__(self, folder, secret, key):
        self.folder, self.secret, self.key = folder, secret, key
        self.port = free_port()
        self.url = f"ws://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, text in self.files().items():
            (self.folder / name).write_text(text)
        with open(self.folder / "janus.log", "ab") as log:
            self.process = subprocess.Popen(["janus", "-F", self.folder, "-C", self.folder / "janus.jcfg"], stdout=log, stderr=log)
        wait_for_port(self.port, self.process)
        return self

    def files(self):
        general = {"configs_folder": str(self.folder), "api_secret": self.secret, "admin_secret": self.key + "-admin"}
        numbers = {"session_timeout": 60, "reclaim_session_timeout": 60, "debug_level": 4}
        return {
            "janus.jcfg": section("general", general | numbers)
            + section("nat", {"ice_ignore_list": "vmnet"})
            + section("plugins", {"disable": ",".join(f"libjanus_{name}.so" for name in OTHERS.split())})
            + section("transports", {"disable": ",".join(f"libjanus_{name}.so" for name in WAYS.split())}),
            "janus.transport.websockets.jcfg": section(
                "general", {"json": "compact", "ws": True, "ws_port": self.port, "ws_ip": "127.0.0.1", "wss": False}
            ),
            "janus.plugin.videoroom.jcfg": section("general", {"admin_key": self.key, "string_ids": True}),
        }

    def log(self):
        return (self.folder / "janus.log").read_text(errors="replace")

    def freeze(self):
        """It accepts connections still and answers none."""
        os.kill(self.process.pid, signal.SIGSTOP)

    def stop(self):
        """At once, so that nobody is told."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def section(name, values):
    lines = [f"\t{key} = {written(value)}\n" for key, value in values.items()]
    return f"{name}: {{\n{''.join(lines)}}}\n"


def written(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else f'"{value}"'
