#!/usr/bin/env python3
"""spark.py FOLDER MAP.json: reads a map folder with Apache Spark and compares it with the same map as JSON (see README.md)."""
import json, os, sys
from collections import Counter
from itertools import accumulate
from pyspark.sql import SparkSession

folder, saved_path = sys.argv[1:3]
saved = json.load(open(saved_path, encoding="utf8"))
nodes = {n["key"]: n["attributes"] for n in saved["nodes"]}
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").config("spark.driver.memory", "4g").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
failures = 0


def table(name):
    return spark.read.parquet(os.path.join(folder, f"{name}.parquet"))


def same(what, found, expected):
    global failures
    ok = found == expected
    failures += not ok
    print(("ok    " if ok else "WRONG ") + what + ("" if ok else f": found {str(found)[:200]}, expected {str(expected)[:200]}"))


points = sorted(table("points").select("row", "number", "x", "y", "topic", "year").collect())
keys = [f"p{p.number}" for p in points]
near = lambda a, b: abs(a - b) <= 1e-6 * max(1, abs(b))
same("papers", set(keys), set(nodes))
same("places", [p.number for k, p in zip(keys, points) if not (near(p.x, nodes[k]["x"]) and near(p.y, nodes[k]["y"]))], [])
same("topics and years", [(p.topic, p.year) for p in points], [(nodes[k].get("topic"), nodes[k].get("year")) for k in keys])
texts = {keys[t.row]: t for t in table("texts").select("row", "title", "authors", "identity").collect()}
same("titles and identities", {k: (t.title, t.identity) for k, t in texts.items()}, {k: (n["label"], n["identity"]) for k, n in nodes.items()})
same("authors", {k: t.authors or [] for k, t in texts.items()}, {k: n.get("authors", []) for k, n in nodes.items()})
ends = lambda a, b, directed: (a, b) if directed else tuple(sorted((a, b)))
edges = Counter((*ends(keys[e.source], keys[e.target], e.kind in ("citation", "mention")), e.kind) for e in table("edges").select("source", "target", "kind").collect())
same("links", edges, Counter((*ends(e["source"], e["target"], not e.get("undirected")), e["attributes"]["kind"]) for e in saved["edges"]))
if os.path.exists(os.path.join(folder, "evidence.parquet")):
    links = table("edges").selectExpr("_metadata.row_index AS link", "source", "target", "kind")
    told = table("evidence").selectExpr("_metadata.row_index AS at", "link", "term AS number", "share")
    rows = told.join(links, "link").join(table("terms").select("number", "term"), "number").orderBy("at").collect()
    found = {}
    for r in rows:
        found.setdefault((*ends(keys[r.source], keys[r.target], False), r.kind), []).append((r.term, round(r.share, 6)))
    expected = {(*ends(e["source"], e["target"], False), e["attributes"]["kind"]): [(t["term"], t["share"]) for t in e["attributes"]["evidence"]] for e in saved["edges"] if e["attributes"].get("evidence")}
    same(f"evidence of {len(expected)} links", found, expected)
if os.path.exists(os.path.join(folder, "abstracts.parquet")):
    found = {keys[a.row]: a.abstract or "" for a in table("abstracts").select("row", "abstract").collect()}
    same("abstracts", found, {k: n.get("abstract", "") for k, n in nodes.items()})
words = table("search").where("term rlike '^[a-z]+$' and size(titles) between 2 and 9").select("term", "titles").limit(50).collect()
lost = [(w.term, k) for w in words for k in (keys[r] for r in accumulate(w.titles)) if w.term not in nodes[k]["label"].lower()]
same(f"papers with each of {len(words)} words in their title", lost, [])
print(f"ok    topics: {table('topics').count()} rows" if table("topics").count() == len(saved["attributes"]["topics"]) else "WRONG topics")
sys.exit(1 if failures else 0)
