"""Five network namespaces: the internet, and two homes behind a router each, whose ways out can be narrowed. Wants root."""

import pathlib
import subprocess
import sys

INTERNET = "10.99.0.1"
# Of the relay that speaks TLS: one behind the pages' own 443 would be asked for pages.
RELAY = "10.99.0.2"
HOMES = "AB"
PASSED = pathlib.Path(__file__).with_name("passage.py")

WAYS = {
    "cone": "",
    "symmetric": "",
    "udp blocked": 'iifname "int" meta l4proto udp drop',
    "only 443": 'iifname "int" meta l4proto udp drop; iifname "int" tcp dport != { 443, PAGES } drop',
    "only TLS": f'iifname "int" meta l4proto udp drop; iifname "int" ip daddr {RELAY} tcp dport 443 accept; iifname "int" tcp dport != PAGES drop',
    # Pages come by IPv4 in this lab, and nothing else.
    "only IPv6": 'iifname "int" meta l4proto udp drop; iifname "int" tcp dport != PAGES drop',
    "only by a proxy": 'iifname "int" meta l4proto udp drop; iifname "int" tcp dport != { 3128, PAGES } drop',
}


def run(*words, **more):
    return subprocess.run([*words], check=True, **more)


def ip(line):
    run("ip", *line.split())


class Lab:
    def __init__(self, folder, mark="st"):
        self.folder, self.mark = folder, mark
        self.passages = []
        folder.mkdir(parents=True, exist_ok=True)

    def space(self, name):
        return self.mark + name

    @property
    def names(self):
        return ["W"] + [kind + home for home in HOMES for kind in ("R", "H")]

    def up(self):
        for name in self.names:
            ip(f"netns add {self.space(name)}")
            ip(f"-n {self.space(name)} link set lo up")
        world = self.space("W")
        ip(f"-n {world} link add br0 type bridge")
        ip(f"-n {world} addr add {INTERNET}/24 dev br0")
        ip(f"-n {world} addr add {RELAY}/24 dev br0")
        ip(f"-n {world} link set br0 up")
        ip(f"-n {world} route add default via 10.99.0.254")
        for number, home in enumerate(HOMES, 1):
            self.build(home, number)
        return self

    def build(self, home, number):
        world, router, house = self.space("W"), self.space("R" + home), self.space("H" + home)
        ip(f"link add w{home} netns {world} type veth peer name ext netns {router}")
        ip(f"-n {world} link set w{home} master br0 up")
        ip(f"-n {router} addr add 10.99.0.1{number}/24 dev ext")
        ip(f"-n {router} link set ext up")
        ip(f"link add int netns {router} type veth peer name eth netns {house}")
        ip(f"-n {router} addr add 10.{number}.0.1/24 dev int")
        ip(f"-n {router} link set int up")
        ip(f"-n {house} addr add 10.{number}.0.2/24 dev eth")
        ip(f"-n {house} link set eth up")
        ip(f"-n {house} route add default via 10.{number}.0.1")
        self.within(f"R{home}", "sysctl", "-qw", "net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1")
        ip(f"-n {router} addr add fd99::1{number}/64 dev ext nodad")
        ip(f"-n {router} addr add fd0{number}::1/64 dev int nodad")
        ip(f"-n {router} route add fd0{3 - number}::/64 via fd99::1{3 - number}")

    def speak_ipv6(self, home, does):
        """Without it the home has no address of that kind."""
        number, house = HOMES.index(home) + 1, self.space("H" + home)
        ip(f"-n {house} -6 addr flush dev eth scope global")
        if does:
            ip(f"-n {house} addr add fd0{number}::2/64 dev eth nodad")
            ip(f"-n {house} -6 route replace default via fd0{number}::1")

    def within(self, name, *words, **more):
        return run("ip", "netns", "exec", self.space(name), *words, **more)

    def narrow(self, home, way, pages):
        """`pages` is the port at which the site's pages are."""
        random = "fully-random" if way == "symmetric" else ""
        rules = WAYS[way].replace("PAGES", str(pages))
        self.within("R" + home, "nft", "flush", "ruleset")
        table = f"""table ip t {{
          chain post {{ type nat hook postrouting priority 100; oifname "ext" masquerade {random}; }}
          chain narrow {{ type filter hook forward priority -10; {rules}{";" if rules else ""} }}
          chain forw {{ type filter hook forward priority 0; policy drop; ct state established,related accept; iifname "int" accept; }}
          chain inp {{ type filter hook input priority 0; iifname "ext" ct state new drop; }}
        }}
        table ip6 t {{
          chain forw {{ type filter hook forward priority 0; policy drop; ct state established,related accept; iifname "int" accept; }}
        }}"""
        self.speak_ipv6(home, way == "only IPv6")
        self.within("R" + home, "nft", "-f", "-", input=table, text=True)

    def readdress(self, home, last):
        """The provider gives the router another address; what ran over the old one ends."""
        router = self.space("R" + home)
        ip(f"-n {router} addr flush dev ext")
        ip(f"-n {router} addr add 10.99.0.{last}/24 dev ext")

    def passage(self, name, port, to=None):
        """Whoever speaks to this port of their own machine speaks to the site."""
        space = ["ip", "netns", "exec", self.space(name)]
        listen, target = ("127.0.0.1", INTERNET) if to is None else (INTERNET, to)
        self.passages.append(subprocess.Popen([*space, sys.executable, PASSED, listen, str(port), target]))

    def proxy(self):
        space = ["ip", "netns", "exec", self.space("W")]
        self.passages.append(subprocess.Popen([*space, sys.executable, PASSED, INTERNET, "3128", "proxy"]))

    def browser(self, home):
        """A program that is Chromium, in that home."""
        path = self.folder / f"chromium-{home}"
        path.write_text(f'#!/bin/sh\nexec ip netns exec {self.space("H" + home)} /usr/bin/chromium "$@"\n')
        path.chmod(0o755)
        return str(path)

    def down(self):
        for passage in self.passages:
            passage.kill()
        for name in reversed(self.names):
            subprocess.run(["ip", "netns", "del", self.space(name)], check=False, stderr=subprocess.DEVNULL)
