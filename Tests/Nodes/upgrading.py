#!/usr/bin/env python3
"""Two nodes are brought to a newer version one after the other while parties are live: the older node goes on with the newer schema, is refused
once it has stopped, and nothing that was acknowledged is lost.

    upgrading.py [--artefacts FOLDER]

The newer version is this one with one more step of the schema, as neighbours have: a table, columns, an index. Ends with `N passed, N failed`.
"""

import argparse
import asyncio
import os
import pathlib
import shutil
import sys

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / name) for name in ("Nodes", "Sockets", "Python", "Crash")]

from cluster import Cluster, owners  # noqa: E402
from postgres import Server  # noqa: E402
from program import PROGRAM, new_database  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from trouble import LETTERS, Trouble  # noqa: E402
from visitor import Visitor  # noqa: E402

STEP = """CREATE TABLE coming (id TEXT NOT NULL PRIMARY KEY, party_id TEXT REFERENCES party (id) ON DELETE CASCADE);
ALTER TABLE party ADD COLUMN coming INTEGER NOT NULL DEFAULT 0;
ALTER TABLE guest ADD COLUMN coming TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN coming INTEGER;
ALTER TABLE floor_event ADD COLUMN coming INTEGER NOT NULL DEFAULT 0;
ALTER TABLE node ADD COLUMN coming TEXT NOT NULL DEFAULT '';
CREATE INDEX coming_party ON coming (party_id);
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", type=pathlib.Path, default=pathlib.Path("artefacts"))
    folder = parser.parse_args().artefacts.resolve() / "upgrading"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    tally = Tally()
    newer = newer_program(folder / "newer")
    with Server() as server:
        cluster = Cluster(folder, ["a", "b"], new_database(server.url, "nodes"), 4, 3)
        try:
            with tally.step("two nodes of the older version stand behind HAProxy"):
                opened = cluster.open()
            asyncio.run(Upgrade(cluster, opened, {"upgrade": 2}, 2026, tally, newer).run())
            tally.note(set(cluster.close()) == {0}, "all nodes end in peace when they are asked")
        except Stop as stop:
            print(f"The rest is left out, because this failed: {stop}")
        finally:
            cluster.close()
    shutil.rmtree(folder / "newer", ignore_errors=True)
    return tally.close()


def newer_program(folder):
    """The program looks for its pages and the steps of its schema beside itself."""
    folder.mkdir()
    try:
        os.link(PROGRAM, folder / PROGRAM.name)
    except OSError:
        shutil.copy2(PROGRAM, folder)
    for bundle in PROGRAM.parent.glob("*.resources"):
        if "Tests" not in bundle.name:
            shutil.copytree(bundle, folder / bundle.name)
    (folder / "stehtisch_Records.resources/Migrations/999.sql").write_text(STEP)
    (folder / "version").write_text("newer")
    return folder / PROGRAM.name


class Upgrade(Trouble):
    def __init__(self, cluster, opened, kinds, seed, tally, newer):
        super().__init__(cluster, opened, kinds, seed, tally)
        self.newer = newer
        self.older = list(cluster.names)

    def busiest(self):
        """The next node to be brought to the newer version."""
        return self.older.pop() if self.older else super().busiest()

    async def upgrade(self, name):
        node = self.cluster.nodes[name]
        status = await asyncio.to_thread(node.stop)
        assert status == 0, f"{name} ended with {status}"
        node.program, before = self.newer, node.program
        await asyncio.to_thread(node.start)
        if self.older:
            await asyncio.to_thread(self.judge_older, self.older[0])
        else:
            await asyncio.to_thread(self.judge_refused, node, before)
        return lambda: asyncio.sleep(0)

    def judge_older(self, name):
        """The schema is the newer one by now, and this node is not."""
        node, desk = self.cluster.nodes[name], self.cluster.desk
        self.tally.note(desk.rows("SELECT max(number) FROM migration") == [(999,)], "the newer node brought the schema forward")
        self.tally.note(owners(desk).get(name), f"{name} has floors, and is of the older version", owners(desk))
        said = next(node for other, node in self.cluster.nodes.items() if other != name).run("doctor").stdout
        self.tally.note("newer" in said and "2 versions" in said, "doctor says that there are two versions", said[:1500])
        host = Visitor(node.url)
        host.cookies = dict(desk.host.cookies)
        pages = {path: host.get(path).status for path in ("/", "/people", "/settings", "/healthz")}
        self.tally.note(set(pages.values()) == {200}, "pages of the older node are as they were", pages)
        letter = self.send_wave_by(host, self.waves[-1])
        self.tally.note(letter == 303, "letters are sent from the older node", letter)
        query = "SELECT CASE WHEN count(*) >= ? THEN 1 ELSE 0 END FROM outbox WHERE party_id = ? AND state = 'sent'"
        query = query.replace("?", str(LETTERS), 1).replace("?", f"'{self.waves[-1]}'")
        desk.wait(query, seconds=60)

    def send_wave_by(self, host, party):
        guests = [guest for (guest,) in self.cluster.desk.rows("SELECT id FROM guest WHERE party_id = ?", party)]
        return host.post(f"/parties/{party}/waves", [("guest", guest) for guest in guests] + [("way", "mail"), ("anyway", "1")]).status

    def judge_refused(self, node, older):
        node.stop()
        node.program = older
        refused = node.run("serve")
        self.tally.note(refused.returncode != 0 and "schema 999" in refused.stderr, "the older version does not start any more, and says why", refused.stderr[-400:])
        node.program = self.newer
        node.start()


if __name__ == "__main__":
    sys.exit(main())
