"""Several nodes at one PostgreSQL, behind HAProxy as docs/operating.md configures it."""

import re
import shutil
import signal
import subprocess

from houses import Houses
from program import ROOT, Site, free_port, wait_for_port


class Cluster:
    """`houses` are its parties; `nodes` its programs by name."""

    def __init__(self, folder, names, database, parties, people, place=lambda name: None):
        """`database` is its address. A node comes to it by way of its own `place`, if it has one."""
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.database, self.place = database, place
        # What the front knows is what all nodes know.
        self.settings = {"STEHTISCH_DATABASE": self.database, "STEHTISCH_URL": self.url, "STEHTISCH_TRUSTED_PROXY": "true"}
        self.houses = Houses(folder / names[0], parties, people)
        self.houses.model.settings = self.settings_of(names[0])
        self.houses.model.beside = self.database
        self.names = names
        self.nodes = {}
        self.proxy = None

    def settings_of(self, name):
        way = self.place(name)
        database = self.database.replace("127.0.0.1", way) if way else self.database
        return self.settings | {"STEHTISCH_NODE": name, "STEHTISCH_DATABASE": database}

    def open(self):
        """Returns the parties with their doors."""
        opened = self.houses.open()
        first = self.houses.site
        self.nodes[self.names[0]] = first
        for name in self.names[1:]:
            node = Site(self.folder / name, self.houses.model.mailroom.port, **self.settings_of(name))
            self.bring_key(first, node)
            self.nodes[name] = node.start()
        self.start_proxy()
        return opened

    def work_through_proxy(self):
        """From now on the host comes by the load balancer."""
        self.desk.host.address = f"127.0.0.1:{self.port}"

    @staticmethod
    def bring_key(first, node):
        node.data.mkdir(mode=0o700, exist_ok=True)
        shutil.copy(first.data / "secret.key", node.data)

    @property
    def desk(self):
        """The host at work, on whichever node."""
        return self.houses.model.desk

    def start_proxy(self):
        file = self.folder / "haproxy.cfg"
        file.write_text(self.configuration())
        log = open(self.folder / "haproxy.log", "ab")
        self.proxy = subprocess.Popen(["haproxy", "-f", file], stdout=log, stderr=log)
        wait_for_port(self.port, self.proxy)

    def configuration(self):
        """The guide's own, with this machine's ports, without the certificate, and for these nodes."""
        guide = (ROOT / "docs/operating.md").read_text()
        text = re.search(r"```haproxy\n(.*?)```", guide, re.DOTALL).group(1)
        lines = []
        for line in text.splitlines():
            if line.lstrip().startswith(("server ", "use-server ")):
                continue
            line = line.replace("/etc/haproxy", str(ROOT / "Packaging/haproxy"))
            lines.append(re.sub(r"bind .*", f"bind 127.0.0.1:{self.port}", line))
        for name in self.names:
            lines.append(f"    use-server {name} if {{ path_beg /n/{name}/ }}")
        for name, node in self.nodes.items():
            lines.append(f"    server {name} 127.0.0.1:{node.port}")
        return "\n".join(lines) + "\n"

    def freeze(self, name):
        self.nodes[name].process.send_signal(signal.SIGSTOP)

    def wake(self, name):
        self.nodes[name].process.send_signal(signal.SIGCONT)

    def close(self):
        """The nodes' exit statuses."""
        statuses = []
        for name, node in self.nodes.items():
            if node.process and node.process.poll() is None:
                self.wake(name)
                statuses.append(node.stop())
        if self.proxy and self.proxy.poll() is None:
            self.proxy.terminate()
            self.proxy.wait()
        self.houses.close()
        return statuses


def owners(desk):
    """By node: how many floors it has."""
    return dict(desk.rows("SELECT node, count(*) FROM floor_owner WHERE node IS NOT NULL GROUP BY node"))
