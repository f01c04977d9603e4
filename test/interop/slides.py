"""Opens slides with python-pptx and compares them with the map; with --schemas FOLDER every part is validated.

usage: slides.py slides.pptx map.json [--schemas FOLDER]
"""

import argparse
import json
import pathlib
import sys
import zipfile

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

MAIN = {
    "[Content_Types].xml": "opc-contentTypes.xsd",
    "docProps/app.xml": "shared-documentPropertiesExtended.xsd",
}


def schema_of(path):
    if path.endswith(".rels"):
        return "opc-relationships.xsd"
    if path in MAIN:
        return MAIN[path]
    return "dml-main.xsd" if "/theme/" in path else "pml.xsd"


def validate(file, folder):
    """Problems of the parts by the schemas of ECMA-376. Microsoft's SVG stands in an extension, which they let pass."""
    known, problems = {}, []
    with zipfile.ZipFile(file) as parts:
        for path in parts.namelist():
            # The schema of core.xml refers to Dublin Core's, which is not in the set.
            if not path.endswith((".xml", ".rels")) or path == "docProps/core.xml":
                continue
            name = schema_of(path)
            if name not in known:
                known[name] = etree.XMLSchema(etree.parse(str(pathlib.Path(folder) / name)))
            document = etree.fromstring(parts.read(path))
            if not known[name].validate(document):
                problems += [f"{path}: {error.message}" for error in known[name].error_log]
    return problems


def references(file):
    """Relations to parts that are not there, parts without a type, ids that stand twice on a slide."""
    problems = []
    with zipfile.ZipFile(file) as parts:
        names = set(parts.namelist())
        types = etree.fromstring(parts.read("[Content_Types].xml"))
        typed = {node.get("PartName", "").lstrip("/") for node in types}
        problems += [f"{path} has a type and is not there" for path in typed - names - {""}]
        for path in names:
            if path.endswith(".rels"):
                base = pathlib.PurePosixPath(path).parent.parent
                for node in etree.fromstring(parts.read(path)):
                    if node.get("TargetMode") == "External":
                        continue
                    target = pathlib.PurePosixPath(base, node.get("Target"))
                    steps = []
                    for step in target.parts:
                        steps = steps[:-1] if step == ".." else [*steps, step]
                    if "/".join(steps) not in names:
                        problems.append(f"{path}: {node.get('Target')} is not there")
            elif path.endswith(".xml") and path != "[Content_Types].xml" and path not in typed:
                problems.append(f"{path} has no type")
            if path.startswith("ppt/slides/slide"):
                ids = etree.fromstring(parts.read(path)).xpath("//@id[parent::*[local-name()='cNvPr']]")
                if len(ids) != len(set(ids)):
                    problems.append(f"{path}: an id stands twice")
    return problems


def compare(file, map_file):
    """What differs from the map's own tour, or from the overview and topics that stand for one."""
    deck = Presentation(file)
    graph = json.loads(pathlib.Path(map_file).read_text())
    tour = graph["attributes"].get("tour") or []
    topics = [topic for topic in graph["attributes"]["topics"] if "parent" not in topic]
    problems = []
    if tour and len(deck.slides) != len(tour):
        problems.append(f"{len(deck.slides)} slides of {len(tour)} stops")
    if round(deck.slide_width / deck.slide_height * 9) != 16:
        problems.append("the slides are not 16:9")
    if deck.core_properties.title != graph["attributes"]["title"]:
        problems.append(f"the title is {deck.core_properties.title!r}")
    for k, slide in enumerate(deck.slides):
        shapes = list(slide.shapes)
        pictures = [shape for shape in shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
        if len(pictures) != 1 or pictures[0].image.content_type != "image/png":
            problems.append(f"slide {k + 1}: {len(pictures)} pictures")
        if tour and slide.shapes.title.text != tour[k].get("title", ""):
            problems.append(f"slide {k + 1}: its title is {slide.shapes.title.text!r}")
        if tour and slide.notes_slide.notes_text_frame.text != tour[k].get("notes", ""):
            problems.append(f"slide {k + 1}: its notes are others")
        outside = [s.name for s in shapes if s.left < -200000 or s.left + s.width > deck.slide_width + 200000]
        problems += [f"slide {k + 1}: {name!r} stands outside" for name in outside]
    if not tour:
        said = deck.slides[0].placeholders[1].text
        problems += [f"no topic {t['name']!r} in the legend" for t in topics if t["name"] not in said]
    words = sum(shape.has_text_frame for slide in deck.slides for shape in slide.shapes)
    print(f"{file}: {len(deck.slides)} slides, {words} texts")
    return problems


arguments = argparse.ArgumentParser()
arguments.add_argument("slides")
arguments.add_argument("map")
arguments.add_argument("--schemas")
given = arguments.parse_args()
found = references(given.slides) + compare(given.slides, given.map)
if given.schemas:
    found += validate(given.slides, given.schemas)
for problem in found:
    print(problem)
sys.exit(1 if found else 0)
