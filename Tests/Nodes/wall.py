"""Cuts through a network of the tests' own: packets vanish without a word, as they do when a cable is pulled. Wants root, and a network
namespace of its own."""

import subprocess

RULES = """table inet wall {
  set places { type ipv4_addr; }
  set doors { type inet_service; }
  chain in {
    type filter hook input priority 0;
    ip daddr @places drop
    ip saddr @places drop
    tcp dport @doors drop
    tcp sport @doors drop
  }
}"""


class Wall:
    def __init__(self):
        nft(RULES)

    def cut(self, place):
        """Nothing passes to or from this address any more."""
        nft(f"add element inet wall places {{ {place} }}")

    def heal(self, place):
        nft(f"delete element inet wall places {{ {place} }}")

    def bury(self, port):
        """The machine with this port is dead: nobody says so."""
        nft(f"add element inet wall doors {{ {port} }}")

    def dig_out(self, port):
        nft(f"delete element inet wall doors {{ {port} }}")


def nft(text):
    subprocess.run(["nft", "-f", "-"], input=text, text=True, check=True)
