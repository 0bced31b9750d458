#!/usr/bin/env python3
"""People in rooms of fifty hear what each of them says: `websocket-echo --rooms` beside Node's `ws`, Python's `picows`, and
nats-server's WebSocket, under the same generator in the same run. Prints for each the rate of deliveries up to which nobody waits longer than
50 ms (99 of 100), latency and the server's CPU for a delivery at rates that all bear, memory for an idle socket, and ratios.

    live.py [--seconds N] [--only NAME,NAME]
"""

import argparse
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / "Tests/Python"))

from program import free_port, wait_for_port  # noqa: E402

ECHO = pathlib.Path(os.environ.get("STEHTISCH_ECHO", ROOT / ".build/release/websocket-echo"))
RATES = [10_000, 25_000, 50_000, 75_000, 100_000, 150_000, 200_000, 250_000, 300_000]
"""Deliveries a second, offered one after the other until one is too many."""
COMMON = 25_000
LIMIT_MS = 50
ROOMS, PEOPLE, IDLE = 10, 50, 2000


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        for server in servers(pathlib.Path(folder)):
            if options.only and server.name not in options.only.split(","):
                continue
            if server.is_installed:
                results[server.name] = measure(server, options.seconds)
            else:
                print(f"{server.name}: not installed")
    report(results)


def servers(folder):
    (folder / "nats.conf").write_text(
        "host: 127.0.0.1\nwebsocket { host: 127.0.0.1, port: PORT, no_tls: true, compression: false }\n"
    )
    return [
        Server("ours", [ECHO, "--rooms", "--port", "PORT"], ECHO.exists()),
        Server("ws", ["node", HERE / "live/ws_rooms.js", "PORT"], os.path.isdir("/usr/share/nodejs/ws")),
        Server("picows", [sys.executable, HERE / "live/picows_rooms.py", "PORT"], True),
        Server("nats", ["nats-server", "-c", folder / "nats.conf", "-p", "-1"], bool(shutil.which("nats-server")), folder / "nats.conf"),
    ]


class Server:
    def __init__(self, name, command, is_installed, configuration=None):
        self.name = name
        self.command = command
        self.is_installed = is_installed
        self.configuration = configuration

    def __enter__(self):
        self.port = free_port()
        if self.configuration:
            text = self.configuration.read_text().replace("port: PORT", f"port: {self.port}")
            self.configuration.with_suffix(".run").write_text(text)
        command = [str(part).replace("PORT", str(self.port)).replace(".conf", ".run") for part in self.command]
        environment = os.environ | {"NODE_PATH": "/usr/share/nodejs"}
        self.process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        wait_for_port(self.port, self.process)
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def load(self, rate, seconds, rooms=ROOMS):
        command = [sys.executable, HERE / "live/generator.py", f"ws://127.0.0.1:{self.port}", "--rooms", rooms, "--people", PEOPLE]
        command += ["--rate", rate, "--seconds", seconds, "--server", self.process.pid]
        if self.name == "nats":
            command.append("--nats")
        done = subprocess.run(map(str, command), capture_output=True, text=True, timeout=seconds + 60)
        if done.returncode:
            raise RuntimeError(done.stderr[-800:])
        return json.loads(done.stdout)


def measure(server, seconds):
    with server:
        idle = server.load(0, 1, rooms=IDLE // PEOPLE)
    print(f"{server.name}: {idle['kib_per_socket']:.1f} KiB for each of {IDLE} idle sockets", flush=True)
    rates = {}
    with server:
        for rate in RATES:
            result = server.load(rate, seconds)
            rates[rate] = result
            print(f"  {rate:>7} offered: {line(result)}", flush=True)
            if not is_borne(result):
                break
    return {"idle": idle["kib_per_socket"], "rates": rates}


def line(result):
    return (
        f"{result['delivered']:>7.0f}/s, p50 {result['p50']:6.2f} ms, p99 {result['p99']:7.2f} ms,"
        f" {result['cpu_us']:5.2f} us of CPU each (generator {100 * result['generator']:.0f} % of a core)"
    )


def is_borne(result):
    return result["p99"] < LIMIT_MS and result["lost"] < 0.001


def report(results):
    borne = {name: max((rate for rate, result in of["rates"].items() if is_borne(result)), default=0) for name, of in results.items()}
    print(f"\n{'':8} {'p99 < 50 ms up to':>18} {'KiB idle':>9} | at {COMMON}/s: p50, p99, CPU")
    for name, of in results.items():
        print(f"{name:8} {borne[name]:>16}/s {of['idle']:>9.1f} | {line(of['rates'][COMMON]) if COMMON in of['rates'] else 'not borne'}")
    for name, of in results.items():
        if name == "ours" or "ours" not in results or not borne[name]:
            continue
        both = max(set(of["rates"]) & set(results["ours"]["rates"]) & {rate for rate in RATES if rate <= min(borne[name], borne["ours"])})
        mine, theirs = results["ours"]["rates"][both], of["rates"][both]
        print(
            f"ours to {name}: rate borne {borne['ours'] / borne[name]:.2f}, memory {results['ours']['idle'] / of['idle']:.2f},"
            f" at {both}/s CPU {mine['cpu_us'] / theirs['cpu_us']:.2f}, p99 {mine['p99'] / theirs['p99']:.2f}"
        )


if __name__ == "__main__":
    main()
