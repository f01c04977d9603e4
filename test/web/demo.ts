import { readFileSync } from "node:fs";
import type { Source } from "../../src/model/collection.ts";

/** The title that the demo map bears. */
export const DEMO = "Residual networks and their kin";

/** The demo collection as a source. */
export const demoSource = (): Source => dataSource("resnet_papers_page.txt");

/** The other one: papers with years, authors, venues, keywords and references. */
export const infovisSource = (): Source => dataSource("infovis.jsonl");

function dataSource(name: string): Source {
  const bytes = readFileSync(new URL(`../../data/${name}`, import.meta.url));
  return {
    name,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}
