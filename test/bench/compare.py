"""The usual Python way to the same map, for comparison: scikit-learn's TfidfVectorizer, blocked sparse cosine, igraph's
Louvain (multilevel) and DrL layout. Prints one line of JSON: papers, CPU and wall seconds, peak MB, seconds per stage.

    apt-get install python3-sklearn python3-igraph
    python3 test/bench/compare.py papers.jsonl[.gz] [neighbours]

`npm run bench` runs it beside our own pipeline on 10,000 papers where both packages are installed.
"""

import gzip
import json
import os
import resource
import sys
import time

# One thread: CPU seconds then say what the work costs, not how busily threads wait for each other.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import igraph
import numpy
from sklearn.feature_extraction.text import TfidfVectorizer

path = sys.argv[1]
k = int(sys.argv[2]) if len(sys.argv) > 2 else 15
stages = []
begin = time.time()


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def lap(name, since):
    stages.append([name, round(cpu() - since, 2)])
    return cpu()


at = first = cpu()
opened = gzip.open if path.endswith(".gz") else open
with opened(path, "rt", encoding="utf-8") as lines:
    papers = [json.loads(line) for line in lines if line.strip()]
texts = [f"{p.get('title') or ''} {p.get('title') or ''} {p.get('abstract') or ''}" for p in papers]
at = lap("read", at)

matrix = TfidfVectorizer(stop_words="english", ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit_transform(texts)
at = lap("text", at)

edges = {}
turned = matrix.T.tocsr()
block = 500
for top in range(0, matrix.shape[0], block):
    scores = (matrix[top : top + block] @ turned).toarray()
    for row, values in enumerate(scores):
        i = top + row
        values[i] = 0
        best = numpy.argpartition(values, -k)[-k:] if len(values) > k else range(len(values))
        for j in best:
            if values[j] > 0:
                edges[(min(i, int(j)), max(i, int(j)))] = float(values[j])
at = lap("edges", at)

graph = igraph.Graph(n=len(papers), edges=list(edges.keys()))
graph.es["weight"] = list(edges.values())
topics = graph.community_multilevel(weights="weight")
at = lap("topics", at)

graph.layout_drl(weights="weight")
at = lap("layout", at)

print(
    json.dumps(
        {
            "papers": len(papers),
            "topics": len(topics),
            "edges": len(edges),
            "cpu": round(at - first, 2),
            "wall": round(time.time() - begin, 2),
            "memory": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
            "stages": stages,
        }
    )
)
