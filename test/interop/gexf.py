#!/usr/bin/env python3
"""gexf.py [--schemas FOLDER] FILE...: checks GEXF files against the format's grammar (see README.md).

The grammar below says which elements, attributes and values GEXF 1.2 and 1.3 allow, as far as Topograph writes them
(https://gexf.net). With --schemas, a copy of each file without the viz prefix is also validated by the published XSD
(1.2/gexf.xsd; that of 1.3 lacks types that it refers to, so that no validator loads it)."""
import os, re, sys
import xml.etree.ElementTree as tree

NUMBER = r"-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?"
ANY, ID, CHANNEL, KIND_OF_EDGE = r"[\s\S]*", r"[a-z]\d+", r"\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]", "(un)?directed"
TYPES = {"string": ANY, "integer": r"-?\d+", "double": NUMBER, "boolean": "true|false"}

# element: (parent, attributes that must be, attributes that may be, elements in it in this order)
GRAMMAR = {
    "gexf": ("", {"version": r"1\.[23]"}, {}, "meta graph"),
    "meta": ("gexf", {}, {}, "creator title description"),
    "creator": ("meta", {}, {}, ""),
    "title": ("meta", {}, {}, ""),
    "description": ("meta", {}, {}, ""),
    "graph": ("gexf", {"mode": "static|dynamic"}, {"defaultedgetype": KIND_OF_EDGE, "timeformat": "double|integer|date"}, "attributes attributes nodes edges"),
    "attributes": ("graph", {"class": "node|edge"}, {"mode": "static|dynamic"}, "attribute*"),
    "attribute": ("attributes", {"id": r"\w+", "title": r"\w+", "type": "|".join(TYPES)}, {}, ""),
    "nodes": ("graph", {}, {}, "node*"),
    "node": ("nodes", {"id": ID, "label": ANY}, {"start": NUMBER}, "attvalues viz:size viz:position viz:color"),
    "edges": ("graph", {}, {}, "edge*"),
    "edge": ("edges", {"id": ID, "source": ID, "target": ID, "type": KIND_OF_EDGE, "weight": NUMBER}, {"kind": r"\w+", "start": NUMBER}, "attvalues"),
    "attvalues": ("node edge", {}, {}, "attvalue*"),
    "attvalue": ("attvalues", {"for": r"\w+", "value": ANY}, {}, ""),
    "viz:size": ("node", {"value": NUMBER}, {"start": "0"}, ""),
    "viz:position": ("node", {"x": NUMBER, "y": NUMBER, "z": NUMBER}, {}, ""),
    "viz:color": ("node", {"r": CHANNEL, "g": CHANNEL, "b": CHANNEL}, {}, ""),
}
SPACES = {"1.2": "http://www.gexf.net/1.2draft", "1.3": "http://gexf.net/1.3"}


def short(tag, space):
    namespace, name = tag[1:].split("}") if tag.startswith("{") else ("", tag)
    return name if namespace == space else f"viz:{name}" if namespace == f"{space}/viz" else f"?{tag}"


def problems(file):
    root = tree.parse(file).getroot()
    version = root.get("version")
    space = SPACES.get(version, "")
    types, ids, seen, edges = {"node": {}, "edge": {}}, set(), set(), set()

    def visit(element, parent, owner):
        name = short(element.tag, space)
        if name not in GRAMMAR:
            yield f"{name} is no element of GEXF {version}"
            return
        parents, must, may, content = GRAMMAR[name]
        if parent not in parents.split() and parents != parent:
            yield f"{name} in {parent}"
        for key, pattern in must.items():
            if key not in element.attrib:
                yield f"{name} lacks {key}"
        for key, value in element.attrib.items():
            pattern = must.get(key) or may.get(key)
            if pattern is None:
                yield f"{name} has {key}"
            elif not re.fullmatch(pattern, value):
                yield f"{name} {key}={value!r}"
        order = [short(child.tag, space) for child in element]
        if not re.fullmatch("".join(f"({re.escape(one.rstrip('*'))} ){'*' if one.endswith('*') else '?'}" for one in content.split()), "".join(f"{one} " for one in order)):
            yield f"{name} holds {' '.join(order[:6])}"
        yield from meaning(name, element, owner)
        for child in element:
            yield from visit(child, name, name if name in ("node", "edge") else element.get("class", owner))

    def meaning(name, element, owner):
        if name == "attribute":
            types[owner][element.get("id")] = TYPES.get(element.get("type"), ANY)
        if name == "attvalue":
            pattern = types[owner].get(element.get("for"))
            if pattern is None:
                yield f"{owner}: {element.get('for')} was not declared"
            elif not re.fullmatch(pattern, element.get("value", "")):
                yield f"{owner}: {element.get('for')}={element.get('value')!r} is not of its type"
        if name in ("node", "edge"):
            if element.get("id") in ids:
                yield f"two with id {element.get('id')}"
            ids.add(element.get("id"))
        if name == "node":
            seen.add(element.get("id"))
        if name == "edge":
            for end in ("source", "target"):
                if element.get(end) not in seen:
                    yield f"edge {element.get('id')} has no {end}"
            if not float(element.get("weight", "1")) > 0:
                yield f"edge {element.get('id')}: Gephi removes links of weight {element.get('weight')}"
            same = (*sorted((element.get("source"), element.get("target"))), element.get("type"), element.get("kind"))
            if element.get("type") == "undirected" and same in edges:
                yield f"edge {element.get('id')}: parallel to another of its kind"
            edges.add(same)
        if name == "viz:size" and not float(element.get("value", "0")) > 0:
            yield f"viz:size value={element.get('value')}"
        if name == "graph":
            directions = {one.get("type") for one in element.iter(f"{{{space}}}edge")}
            if element.get("defaultedgetype") and directions - {element.get("defaultedgetype")}:
                yield "defaultedgetype in a graph of two kinds: Gephi drops one of them"

    yield from visit(root, "", "")


def by_schema(file, folder):
    from lxml import etree

    text = open(file, encoding="utf8").read()
    version = re.search(r'<gexf[^>]* version="([^"]+)"', text).group(1)
    path = os.path.join(folder, version, "gexf.xsd")
    try:
        schema = etree.XMLSchema(etree.parse(path))
    except (OSError, etree.XMLSchemaParseError) as error:
        print(f"skip  {file}: {path} cannot be used: {str(error)[:160]}")
        return
    space = re.search(r'targetNamespace="([^"]+)"', open(path).read()).group(1)
    bare = re.sub(r' xmlns:viz="[^"]*"', "", text).replace("<viz:", "<")
    bare = re.sub(r'(<gexf[^>]*) xmlns="[^"]*"', rf'\1 xmlns="{space}"', bare, count=1)
    schema.validate(etree.fromstring(bare.encode()))
    yield from (f"line {error.line}: {error.message}" for error in schema.error_log)


words = sys.argv[1:]
schemas = words[1] if words[:1] == ["--schemas"] else None
wrong = 0
for file in words[2:] if schemas else words:
    found = [*problems(file), *(by_schema(file, schemas) if schemas else ())]
    wrong += len(found)
    print(f"{'WRONG' if found else 'ok   '} {file}" + "".join(f"\n      {one}" for one in found[:10]))
sys.exit(1 if wrong else 0)
