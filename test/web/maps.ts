import type { Source } from "../../src/model/collection.ts";
import type { TopicMap } from "../../src/model/map.ts";
import { buildMap } from "../../src/pipeline.ts";
import { readPapers } from "../../src/read/read.ts";
import { DEMO, demoSource, infovisSource } from "./demo.ts";
import { asLines, field, textSource } from "./field.ts";

/** A map that is made once for all test files of a process. Nobody changes it. */
function once(source: () => Source, title: string): () => Promise<TopicMap> {
  let map: Promise<TopicMap> | undefined;
  return () => {
    map ??= readPapers([source()]).then((collection) => buildMap(collection, {}, { title }));
    return map;
  };
}

/** The map of 60 made-up papers. */
export const fieldMap = once(() => textSource("field.jsonl", asLines(field())), "A field");

/** The map of the demo collection: 144 papers with abstracts. */
export const demoMap = once(demoSource, DEMO);

/** The map of the other one: papers with years, authors, venues, keywords and references. */
export const infovisMap = once(infovisSource, "InfoVis");
