"""Who may be a node, and what the program says of all of them."""

from program import Site
from visitor import Visitor


def run(cluster, tally):
    settings, folder, mail = cluster.settings, cluster.folder, cluster.houses.model.mailroom.port
    keyless = Site(folder / "keyless", mail, **settings, STEHTISCH_NODE="keyless").run("serve")
    tally.note(keyless.returncode != 0 and "secret key" in keyless.stderr, "a node without the key is refused", keyless.stderr[-300:])
    other = Site(folder / "other", mail, **settings, STEHTISCH_NODE="other")
    other.data.mkdir(mode=0o700)
    (other.data / "secret.key").write_bytes(bytes(32))
    refused = other.run("serve")
    tally.note(refused.returncode != 0 and "not the one that belongs" in refused.stderr, "a node with another key is refused", refused.stderr[-300:])
    first = cluster.nodes[cluster.names[0]]
    twin = Site(folder / "twin", mail, **settings, STEHTISCH_NODE=cluster.names[0])
    cluster.bring_key(first, twin)
    refused = twin.run("serve")
    tally.note(refused.returncode != 0 and "can't be this program's name" in refused.stderr, "a second node of the same name is refused", refused.stderr[-300:])
    alone = Site(folder / "alone", mail, **settings)
    cluster.bring_key(first, alone)
    refused = alone.run("serve")
    tally.note(refused.returncode != 0 and "another Stehtisch" in refused.stderr, "a program that would be alone is refused", refused.stderr[-300:])
    said = first.run("doctor").stdout
    tally.note(all(f"{name}" in said for name in cluster.names) and "leads" in said, "doctor names the nodes, and which leads", said[-600:])
    leading = [name for name, leads in cluster.desk.rows("SELECT name, leads FROM node") if leads]
    tally.note(len(leading) == 1, "one node leads", leading)
    told = [Visitor(node.url).get("/metrics").text for node in cluster.nodes.values()]
    lines = [[line for line in text.splitlines() if line.startswith("stehtisch_node")] for text in told]
    leads = sorted(line for node in lines for line in node if line.startswith("stehtisch_node_leads"))
    tally.note([line.split()[-1] for line in leads] == ["0"] * (len(told) - 1) + ["1"], "each node's metrics say whether it leads", lines)
    for name, node in cluster.nodes.items():
        states = [Visitor(node.url).get(f"/n/{other}").status == 200 for other in cluster.names]
        states += [Visitor(node.url).get(f"/n/{other}/database").status == 200 for other in cluster.names]
        tally.note(states == [other == name for other in cluster.names] * 2, f"{name} answers to its own name alone, and says that the database hears it", states)
