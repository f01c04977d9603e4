import { readFileSync } from "node:fs";
import type { Source } from "../../src/model/collection.ts";

/** The title that the demo map bears. */
export const DEMO = "Residual networks and their kin";

/** The demo collection as a source. */
export function demoSource(): Source {
  const name = "resnet_papers_page.txt";
  const bytes = readFileSync(new URL(`../../data/${name}`, import.meta.url));
  return {
    name,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}
