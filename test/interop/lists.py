#!/usr/bin/env python3
"""lists.py FOLDER MAP.json [--csl-schema csl-data.json]: reads list.ris, list.bib and list.csl.json with rispy, bibtexparser
and pybtex (and BibTeX, where it is installed) and compares them with the map (see README.md)."""
import argparse, json, os, re, shutil, subprocess, sys, tempfile
import bibtexparser, rispy
from bibtexparser.bparser import BibTexParser
from pybtex.database import parse_file

options = argparse.ArgumentParser()
options.add_argument("folder")
options.add_argument("map")
options.add_argument("--csl-schema")
given = options.parse_args()
path = lambda name: os.path.join(given.folder, name)
papers = [n["attributes"] for n in json.load(open(given.map, encoding="utf8"))["nodes"]]
failures = 0


def same(what, found, expected):
    global failures
    wrong = [(f, e) for f, e in zip(found, expected) if f != e]
    ok = len(found) == len(expected) and not wrong
    failures += not ok
    print(("ok    " if ok else "WRONG ") + what + ("" if ok else f": {len(found)} for {len(expected)}; {len(wrong)} differ: {str(wrong[:2])[:400]}"))


field = lambda paper, name: paper.get("fields", {}).get(name)
text = lambda value: "" if value is None else "; ".join(map(str, value)) if isinstance(value, list) else str(value)
spaces = lambda value: re.sub(r"\s+", " ", value or "").strip()
# Control characters and line ends are blanks in all three.
titles = [spaces(re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029]", " ", p["label"])) for p in papers]
authors = [len(p.get("authors", [])) for p in papers]

ris = rispy.load(open(path("list.ris"), encoding="utf8"))
same("rispy: titles", [spaces(r.get("title")) for r in ris], titles)
same("rispy: authors", [len(r.get("authors", [])) for r in ris], authors)
same("rispy: years", [text(r.get("year"))[:4] for r in ris], [text(p.get("year")) for p in papers])
same("rispy: volume and issue", [(spaces(r.get("volume")), spaces(r.get("number"))) for r in ris], [(spaces(text(field(p, "volume"))), spaces(text(field(p, "issue")))) for p in papers])
same("rispy: DOIs", [spaces(r.get("doi")) for r in ris], [spaces(p.get("doi")) for p in papers])
same("rispy: abstracts", [len(spaces(r.get("abstract"))) for r in ris], [len(spaces(p.get("abstract"))) for p in papers])
same("rispy: keywords", [len(r.get("keywords", [])) for r in ris], [len(p.get("keywords", [])) for p in papers])

# Grouping braces and escapes are LaTeX's: letters and digits are compared.
letters = lambda value: re.sub(r"\\text\w+\{\}|[\W_]", "", value or "")
expected = [letters(re.sub(r"[\\^~{}]", "", t)) for t in titles]
parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
entries = bibtexparser.load(open(path("list.bib"), encoding="utf8"), parser).entries
same("bibtexparser: titles", [letters(e["title"]) for e in entries], expected)
same("bibtexparser: volume", [e.get("volume", "") for e in entries], [text(field(p, "volume")) for p in papers])
database = parse_file(path("list.bib"), bib_format="bibtex")
listed = list(database.entries.values())
same("pybtex: titles", [letters(e.fields["title"]) for e in listed], expected)
same("pybtex: authors", [len(e.persons.get("author", [])) for e in listed], authors)
groups = re.search(r"@Comment\{jabref-meta: grouping:\n(.*?)\n\}", open(path("list.bib"), encoding="utf8").read(), re.S)
tree = {re.sub(r"\\(.)", r"\1", re.sub(r"\\(.)", r"\1", line)).split(":", 1)[1].split(";")[0] for line in groups[1].split("\n")[1:]} if groups else set()
used = {name.strip() for e in entries for name in e.get("groups", "").split(",") if name.strip()}
same("JabRef: every group of an entry is in the tree", sorted(used), sorted(tree))

csl = json.load(open(path("list.csl.json"), encoding="utf8"))
same("CSL-JSON: titles", [spaces(i.get("title")) for i in csl], [spaces(p["label"]) for p in papers])
same("CSL-JSON: authors", [len(i.get("author", [])) for i in csl], authors)
if given.csl_schema:
    import jsonschema
    errors = list(jsonschema.Draft7Validator(json.load(open(given.csl_schema))).iter_errors(csl))
    same("CSL-JSON: valid by the schema", [f"{list(e.path)}: {e.message[:200]}" for e in errors], [])
    if errors: print([f"{list(e.path)}: {e.message[:200]}" for e in errors][:5])

if shutil.which("bibtex"):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(path("list.bib"), folder)
        open(os.path.join(folder, "all.aux"), "w").write("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{list}\n")
        log = subprocess.run(["bibtex", "-min-crossrefs=9", "all"], cwd=folder, capture_output=True, text=True, errors="replace").stdout
        bbl = open(os.path.join(folder, "all.bbl"), encoding="utf8", errors="replace").read()
        same("BibTeX: entries", [bbl.count("\\bibitem")], [len(papers)])
        same("BibTeX: errors", re.findall(r"^I (?:was|found|couldn).*|.*Illegal.*", log, re.M), [])
else:
    print("left  BibTeX is not installed")

print(f"{failures} wrong" if failures else "all as in the map")
sys.exit(1 if failures else 0)
