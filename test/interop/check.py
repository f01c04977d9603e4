#!/usr/bin/env python3
"""check.py FOLDER: reads the exports in a folder with networkx and igraph and compares them with map.json (see README.md)."""
import csv, inspect, json, os, sys
from collections import Counter
import igraph, networkx

folder = sys.argv[1]
path = lambda name: os.path.join(folder, name)
saved = json.load(open(path("map.json"), encoding="utf8"))
nodes = {n["key"]: n["attributes"] for n in saved["nodes"]}
edges = saved["edges"]
names = {t["id"]: t["name"] for t in saved["attributes"]["topics"]}
kinds = Counter(e["attributes"]["kind"] for e in edges)
weights = sorted(round(e["attributes"]["weight"], 6) for e in edges)
failures = 0


def same(what, found, expected):
    global failures
    ok = found == expected
    failures += not ok
    print(("ok    " if ok else "WRONG ") + what + ("" if ok else f": found {str(found)[:200]}, expected {str(expected)[:200]}"))


def topic_name(attributes):
    return names.get(attributes.get("topic"))


def check_networkx(what, graph, only=None):
    wanted = Counter({k: v for k, v in kinds.items() if only is None or k in only})
    same(f"{what}: papers", graph.number_of_nodes(), len(nodes))
    same(f"{what}: kinds", Counter(d["kind"] for _, _, d in graph.edges(data=True)), wanted)
    same(f"{what}: titles", {k: d["label"] for k, d in graph.nodes(data=True)}, {k: a["label"] for k, a in nodes.items()})
    same(f"{what}: topics", {k: d.get("topic_name") for k, d in graph.nodes(data=True)}, {k: topic_name(a) for k, a in nodes.items()})


graph = networkx.read_graphml(path("map.graphml"), force_multigraph=True)
check_networkx("networkx GraphML", graph)
same("networkx GraphML: colors", {k: d["color"] for k, d in graph.nodes(data=True)}, {k: a["color"] for k, a in nodes.items()})
same("networkx GraphML: weights", sorted(round(d["similarity"], 6) for _, _, d in graph.edges(data=True)), weights)

if os.path.exists(path("keyword.gexf")):
    check_networkx("networkx GEXF 1.2", networkx.read_gexf(path("keyword.gexf")), only={"keyword"})

graph = igraph.Graph.Read_GraphML(path("map.graphml"))
same("igraph GraphML: papers and links", (graph.vcount(), graph.ecount()), (len(nodes), len(edges)))
same("igraph GraphML: titles", graph.vs["label"], [a["label"] for a in nodes.values()])
same("igraph GraphML: kinds", Counter(graph.es["kind"]), kinds)

graph = igraph.Graph.Read_Pajek(path("map.net"))
same("igraph Pajek: papers and links", (graph.vcount(), graph.ecount()), (len(nodes), len(edges)))
same("igraph Pajek: weights", sorted(round(w, 6) for w in graph.es["weight"]), weights)
graph = networkx.read_pajek(path("map.net"))
same("networkx Pajek: papers", graph.number_of_nodes(), len(nodes))

partition = [int(line) for line in open(path("map.clu")).read().split("\n")[1:-1]]
same("Pajek partition", partition, [a.get("topic", -1) + 1 for a in nodes.values()])

# Before 3.4 networkx called the edges "links" where nothing was said.
saved_graph = json.load(open(path("map.node-link.json"), encoding="utf8"))
graph = networkx.node_link_graph(saved_graph, **{"edges" if "edges" in inspect.signature(networkx.node_link_graph).parameters else "link": "edges"})
check_networkx("networkx node-link", graph)
same("networkx node-link: colors", {k: d["color"] for k, d in graph.nodes(data=True)}, {k: a["color"] for k, a in nodes.items()})
same("networkx node-link: keys, ends and weights", sorted((k, u, v, round(d["similarity"], 6)) for u, v, k, d in graph.edges(data=True, keys=True)), sorted((e["key"], e["source"], e["target"], round(e["attributes"]["weight"], 6)) for e in edges))

rows = list(csv.DictReader(open(path("map.edges.csv"), encoding="utf-8-sig", newline="")))
same("CSV: kinds", Counter(r["Kind"] for r in rows), kinds)
same("CSV: ends", [(r["Source"], r["Target"]) for r in rows], [(e["source"], e["target"]) for e in edges])
rows = list(csv.DictReader(open(path("map.nodes.csv"), encoding="utf-8-sig", newline="")))
same("CSV: titles", [r["Label"].lstrip("'") for r in rows], [a["label"].lstrip("'") for a in nodes.values()])

print(f"{failures} wrong" if failures else "all as in map.json")
sys.exit(1 if failures else 0)
