#!/usr/bin/env python3
"""measures.py MAP.json…: computes what `--measures` writes with networkx and compares it, paper by paper (see README.md)."""
import json, sys
import networkx
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python as pagerank  # needs no scipy

failures = 0
for name in sys.argv[1:]:
    saved = json.load(open(name, encoding="utf8"))
    nodes = {node["key"]: node["attributes"] for node in saved["nodes"]}
    links, citations = networkx.Graph(), networkx.DiGraph()
    links.add_nodes_from(nodes)
    citations.add_nodes_from(nodes)
    for edge in saved["edges"]:
        a, b, attributes = edge["source"], edge["target"], edge["attributes"]
        weight = links.get_edge_data(a, b, {"weight": 0})["weight"] + attributes["weight"]
        links.add_edge(a, b, weight=weight)
        if attributes["kind"] == "citation":
            citations.add_edge(a, b)
    cited = citations.number_of_edges() > 0
    rank = dict(alpha=0.85, tol=1e-13, max_iter=1000)
    parts = sorted(networkx.connected_components(links), key=lambda p: (-len(p), min(int(k[1:]) for k in p)))
    expected = {
        "degree": dict(links.degree()),
        "weightedDegree": dict(links.degree(weight="weight")),
        "pageRank": pagerank(citations, weight=None, **rank) if cited else pagerank(links, **rank),
        "clustering": networkx.clustering(links),
        "component": {k: c + 1 for c, part in enumerate(parts) for k in part},
        "betweenness": networkx.betweenness_centrality(links) if len(nodes) <= 5000 else None,
    }
    print(f"{name}: {len(nodes)} papers, {links.number_of_edges()} linked pairs, PageRank over {'citations' if cited else 'links'}")
    for measure, values in expected.items():
        if values is None:
            continue
        worst = max(abs(nodes[k][measure] - v) / max(abs(v), 1e-9) for k, v in values.items())
        failures += worst > 1e-5
        print(f"  {'ok   ' if worst <= 1e-5 else 'WRONG'} {measure}: differs by {worst:.1e} of its value at most")
    whole = saved["attributes"]["measures"]
    for measure, value in (("density", networkx.density(links)), ("components", len(parts))):
        same = abs(whole[measure] - value) <= 1e-5 * value
        failures += not same
        print(f"  {'ok   ' if same else 'WRONG'} {measure}: {whole[measure]}")
sys.exit(failures > 0)
