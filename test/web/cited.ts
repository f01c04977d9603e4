import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Source } from "../../src/model/collection.ts";

const VIS = fileURLToPath(new URL("../../../shared/corpora/vispubdata.jsonl.gz", import.meta.url));

/** Sixty papers of our own that cite each other: small, so that its pages are drawn fast. */
export function ownSource(): Source {
  return sourceOf("own.jsonl", own());
}

/** The latest 900 papers of a conference with their references, where the shared collections are at hand; else our own. */
export function largeSource(): Source {
  if (!existsSync(VIS)) return ownSource();
  const lines = gunzipSync(readFileSync(VIS)).toString().trimEnd().split("\n");
  return sourceOf("vispubdata.jsonl", Buffer.from(lines.slice(-900).join("\n")));
}

function sourceOf(name: string, bytes: Uint8Array): Source {
  return {
    name,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}

const FIELDS = [
  ["glacier", "ice", "melt", "sheet", "snow", "crevasse", "moraine", "sea level"],
  ["violin", "string", "bow", "resonance", "varnish", "tone", "luthier", "vibration"],
  ["tomato", "seed", "soil", "blight", "harvest", "leaf", "greenhouse", "irrigation"],
  ["bridge", "span", "cable", "load", "pylon", "deck", "girder", "vibration"],
];

/** Four fields of fifteen papers over fifteen years; each cites the one before in its field, some one of the next field. */
function own(): Uint8Array {
  const lines: string[] = [];
  for (const [f, words] of FIELDS.entries())
    for (let k = 0; k < 15; k++) {
      const word = (n: number) => words[(k * 3 + n) % words.length];
      const references = [
        ...(k > 0 ? [`10.1234/own.${f}.${k - 1}`] : []),
        ...(k > 2 && k % 3 === 0 ? [`10.1234/own.${f}.${k - 3}`] : []),
        ...(k > 5 && k % 5 === 0 ? [`10.1234/own.${(f + 1) % 4}.${k - 4}`] : []),
        ...(k > 8 ? ["10.9999/classic"] : []),
      ];
      lines.push(
        JSON.stringify({
          id: `${f}.${k}`,
          doi: `10.1234/own.${f}.${k}`,
          title: `The ${word(0)} and the ${word(1)} number ${k}`,
          abstract: `We study ${word(0)} with ${word(1)} and ${word(2)}. The ${words[0]} ${word(3)} shows ${words[1]} and ${word(4)}. Other ${words[2]} work on ${words[3]} is compared.`,
          authors: [`Writer${f} Ann`],
          year: 2001 + k,
          references,
        }),
      );
    }
  return new TextEncoder().encode(lines.join("\n"));
}
