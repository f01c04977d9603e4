#!/usr/bin/env python3
"""folder.py FOLDER MAP.json: reads a map folder with DuckDB and pyarrow and compares it with the same map as JSON (see README.md)."""
import json, os, sys
from collections import Counter
from itertools import accumulate
import duckdb
import pyarrow.parquet as parquet

folder, saved_path = sys.argv[1:3]
saved = json.load(open(saved_path, encoding="utf8"))
nodes = {n["key"]: n["attributes"] for n in saved["nodes"]}
file = lambda table: os.path.join(folder, f"{table}.parquet")
sql = lambda query: duckdb.sql(query).fetchall()
failures = 0


def same(what, found, expected):
    global failures
    ok = found == expected
    failures += not ok
    print(("ok    " if ok else "WRONG ") + what + ("" if ok else f": found {str(found)[:200]}, expected {str(expected)[:200]}"))


keys = [k for k, in sql(f"SELECT 'p' || number FROM '{file('points')}' ORDER BY row")]
points = {row[0]: row for row in sql(f"SELECT 'p' || number, identity, x, y, size, topic, subtopic, year, confidence FROM '{file('points')}' JOIN '{file('texts')}' USING (row)")}
texts = {keys[row[0]]: row for row in sql(f"SELECT row, title, authors, venue, doi, keywords FROM '{file('texts')}'")}
same("papers", set(points), set(nodes))
near = lambda a, b: abs(a - b) <= 1e-6 * max(1, abs(b))
same("places and sizes", [k for k, n in nodes.items() if not all(near(points[k][2 + i], n[c]) for i, c in enumerate(("x", "y", "size")))], [])
same("identities", {k: p[1] for k, p in points.items()}, {k: n["identity"] for k, n in nodes.items()})
same("topics", {k: p[5:7] for k, p in points.items()}, {k: (n.get("topic"), n.get("subtopic")) for k, n in nodes.items()})
same("years", {k: p[7] for k, p in points.items()}, {k: n.get("year") for k, n in nodes.items()})
same("titles", {k: t[1] for k, t in texts.items()}, {k: n["label"] for k, n in nodes.items()})
same("authors", {k: t[2] or [] for k, t in texts.items()}, {k: n.get("authors", []) for k, n in nodes.items()})
same("venues and DOIs", {k: t[3:5] for k, t in texts.items()}, {k: (n.get("venue"), n.get("doi")) for k, n in nodes.items()})
if os.path.exists(file("abstracts")):
    found = {keys[row]: text for row, text in sql(f"SELECT row, coalesce(abstract, '') FROM '{file('abstracts')}'")}
    same("abstracts", found, {k: n.get("abstract", "") for k, n in nodes.items()})
ends = lambda a, b, directed: (a, b) if directed else tuple(sorted((a, b)))
edges = Counter((*ends(keys[a], keys[b], kind in ("citation", "mention")), kind) for a, b, kind in sql(f"SELECT source, target, kind FROM '{file('edges')}'"))
same("links", edges, Counter((*ends(e["source"], e["target"], not e.get("undirected")), e["attributes"]["kind"]) for e in saved["edges"]))
if os.path.exists(file("evidence")):
    # The row of a link is its number in `evidence`; rows of evidence stand in the order of the terms of each link.
    rows = sql(f"""SELECT source, target, kind, terms.term, share FROM read_parquet('{file('evidence')}', file_row_number = true) evidence
        JOIN read_parquet('{file('edges')}', file_row_number = true) edges ON link = edges.file_row_number
        JOIN '{file('terms')}' terms ON evidence.term = number ORDER BY evidence.file_row_number""")
    found = {}
    for a, b, kind, term, share in rows:
        found.setdefault((*ends(keys[a], keys[b], False), kind), []).append((term, round(share, 6)))
    expected = {(*ends(e["source"], e["target"], False), e["attributes"]["kind"]): [(t["term"], t["share"]) for t in e["attributes"]["evidence"]] for e in saved["edges"] if e["attributes"].get("evidence")}
    same(f"evidence of {len(expected)} links", found, expected)
fields = [f["name"] for f in saved["attributes"].get("fields", [])]
head = json.load(open(os.path.join(folder, "map.json"), encoding="utf8"))
same("title", head["attributes"]["title"], saved["attributes"]["title"])
topics = sql(f"SELECT id, parent, name, size, color, coalesce(terms, []), coalesce(examples, []) FROM '{file('topics')}'")
same("topics", [(*row[:6], [keys[r] for r in row[6]]) for row in topics], [(t["id"], t.get("parent"), t["name"], t["size"], t["color"], [w["term"] for w in t["terms"]], t["examples"]) for t in saved["attributes"]["topics"]])
for name, column in zip(fields, head["folder"]["columns"]):
    found = dict(sql(f"""SELECT 'p' || number, "{column}" FROM '{file('points')}' WHERE "{column}" IS NOT NULL"""))
    same(f"field {name}", found, {k: n["fields"][name] for k, n in nodes.items() if name in n.get("fields", {})})
word = sql(f"SELECT term, titles FROM '{file('search')}' WHERE len(titles) BETWEEN 2 AND 9 AND term SIMILAR TO '[a-z]+' ORDER BY len(titles) DESC, term LIMIT 1")
if word:
    [(term, rows)] = word
    same(f"papers with “{term}” in their title", [k for k in (keys[r] for r in accumulate(rows)) if term not in nodes[k]["label"].lower()], [])
for table in ("points", "topics", "attributes", "texts", "edges", "evidence", "terms", "search", "facets", "abstracts"):
    if os.path.exists(file(table)):
        read = parquet.read_table(file(table))
        read.validate(full=True)
        print(f"ok    pyarrow: {table}, {read.num_rows} rows, {read.num_columns} columns")
sys.exit(1 if failures else 0)
