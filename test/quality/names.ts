import { existsSync } from "node:fs";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap, type Context } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { BACKGROUND } from "../../src/text/background/background.ts";
import { fileSource } from "../bench/source.ts";

/** Collections whose names are read by eye. The words of acl_3k and chi2023 are in the background; of the others few are. */
const COLLECTIONS = [
  "data/resnet_papers_page.txt",
  "../shared/corpora/vispubdata.jsonl.gz",
  "../shared/corpora/acl_3k.jsonl.gz",
  "../shared/corpora/chi2023.jsonl.gz",
  "../shared/corpora/wos_bit_pattern.jsonl.gz",
  "../shared/corpora/arxiv_10k.jsonl.gz",
];
const TITLES = 8;

/** A sheet to judge names by: every topic with its size, terms and eight titles, from the surest paper to the least sure. */
export async function nameSheet(say: (line: string) => void, background: NonNullable<Context["background"]>) {
  for (const path of COLLECTIONS) {
    if (!existsSync(path)) continue;
    const map = await buildMap(
      await readPapers([fileSource(path)], {}),
      { background: BACKGROUND },
      { background },
    );
    say(`\n# ${path.replace(/^.*\//, "")}: ${map.papers.length} papers`);
    for (const { id, parent, name, size, terms } of map.topics) {
      if (parent !== undefined) continue;
      say(`\n## ${name} (${size})\n${terms.map(({ term }) => term).join(" · ")}`);
      for (const title of titlesOf(map, id)) say(`- ${title}`);
    }
  }
}

function titlesOf({ papers, topic, confidence }: TopicMap, id: number): string[] {
  const own = papers.flatMap((_, i) => (topic[i] === id ? [i] : []));
  own.sort((a, b) => confidence[b] - confidence[a] || a - b);
  const count = Math.min(TITLES, own.length);
  return Array.from({ length: count }, (_, k) => papers[own[Math.floor((k * own.length) / count)]].title);
}
