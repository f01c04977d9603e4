import { existsSync } from "node:fs";
import { createMemory } from "../../src/kernel/memo.ts";
import { areaColumn, areasOf } from "../../src/model/areas.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap, type Context } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { BACKGROUND } from "../../src/text/background/background.ts";
import { fileSource } from "../bench/source.ts";
import { meanAgreement } from "./measures.ts";

/** Collections large enough for areas, or divided as if they were. */
const COLLECTIONS: readonly { readonly path: string; readonly topics?: number }[] = [
  { path: "../shared/corpora/arxiv_10k.jsonl.gz", topics: 40 },
  { path: "../shared/bench/arxiv_100k.jsonl.gz" },
];
const SEEDS = [1, 2, 3, 4];

/** How much seeds agree on the areas that papers are in, beside their topics; and the areas of the first seed, to judge names by. */
export async function areaSheet(say: (line: string) => void, background: NonNullable<Context["background"]>) {
  for (const { path, topics } of COLLECTIONS) {
    if (!existsSync(path)) continue;
    const collection = await readPapers([fileSource(path)], {});
    const nowhere = new Float32Array(collection.papers.length);
    const context = {
      background,
      remember: createMemory(),
      placed: { x: nowhere, y: nowhere, size: nowhere },
    };
    const maps: TopicMap[] = [];
    for (const seed of SEEDS)
      maps.push(
        await buildMap(
          collection,
          { seed, background: BACKGROUND, ...(topics === undefined ? {} : { topics }) },
          context,
        ),
      );
    const columns = maps.map((map) => {
      const areas = areasOf(map);
      return areas ? areaColumn(areas, map) : map.topic;
    });
    const counts = maps.map((map) => areasOf(map)?.names.length ?? 0).join(", ");
    say(`\n# ${path.replace(/^.*\//, "")}: areas of ${SEEDS.length} seeds: ${counts}`);
    const agreed = [maps.map(({ topic }) => topic), columns].map((all) => meanAgreement(all).toFixed(3));
    say(`Agreement of seeds on topics ${agreed[0]}, on areas ${agreed[1]}`);
    const [{ topics: named }] = maps;
    for (const area of areasOf(maps[0])?.names ?? []) {
      const own = named.filter((topic) => topic.area === area);
      say(`- ${area}: ${own.map(({ name, size }) => `${name} (${size})`).join(" · ")}`);
    }
  }
}
