"""A network in which browsers and a media server reach each other: Janus passes over loopback. Where the machine has no other interface,
the program runs on in a network namespace that has one, and a way out that leads nowhere."""

import json
import os
import subprocess
import sys

MARK = "OWN_NETWORK"


def enter(always=False):
    """May start the program once more, and does not return then.

    - Parameter always: for tests that change their network."""
    if os.environ.pop(MARK, None):
        return prepare()
    if always or not has_interface():
        space = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
        os.environ[MARK] = "1"
        os.execvp(space[0], [*space, sys.executable, *sys.argv])


def has_interface():
    listed = subprocess.run(["ip", "-j", "addr"], check=True, capture_output=True, text=True).stdout
    addresses = [address for link in json.loads(listed) if link.get("operstate") == "UP" for address in link["addr_info"]]
    return any(address["family"] == "inet" and address["scope"] == "global" for address in addresses)


def prepare():
    for words in (
        "link set lo up",
        "link add near type veth peer name far",
        "addr add 10.77.0.1/24 dev near",
        "link set near up",
        "link set far up",
        "route add default via 10.77.0.254 dev near",
    ):
        subprocess.run(["ip", *words.split()], check=True)
