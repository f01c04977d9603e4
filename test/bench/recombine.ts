import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip, createGzip } from "node:zlib";
import { seededRandom } from "../../src/kernel/random.ts";

/** What is used of a record. */
interface Source {
  readonly title: string;
  readonly sentences: readonly string[];
}

/**
 * Makes a collection of any size out of a real one, as JSONL (.gz): each paper takes its sentences from three papers of one
 * label and its title from two of their titles, so that words, lengths and topics are those of real abstracts.
 * Seeded: the same input gives the same file.
 *     node dist/bench/recombine.js ../shared/bench/arxiv_100k.jsonl.gz million.jsonl.gz 1000000
 */
const [from, to, wanted] = process.argv.slice(2);
const byLabel = new Map<string, Source[]>();
const packed = createReadStream(from);
const lines = createInterface({ input: from.endsWith(".gz") ? packed.pipe(createGunzip()) : packed });
const labels: string[] = [];
for await (const line of lines) {
  const { title, abstract, label } = JSON.parse(line) as { title: string; abstract: string; label?: string };
  const sentences = abstract.split(/(?<=[.!?])\s+/).filter((s) => s !== "");
  if (sentences.length === 0) continue;
  const list = byLabel.get(label ?? "") ?? [];
  byLabel.set(label ?? "", list);
  list.push({ title, sentences });
  labels.push(label ?? "");
}
const random = seededRandom(1, 0);
const draw = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)];
const out = to.endsWith(".gz") ? createGzip({ level: 1 }) : createWriteStream(to);
const ends: NodeJS.WritableStream = to.endsWith(".gz") ? out.pipe(createWriteStream(to)) : out;
for (let i = 0; i < Number(wanted); i++) {
  const label = draw(labels);
  const sources = Array.from({ length: 3 }, () => draw(byLabel.get(label) ?? []));
  const front = sources[0].title.split(" ");
  const back = sources[1].title.split(" ");
  const title = [...front.slice(0, Math.ceil(front.length / 2)), ...back.slice(back.length >> 1)].join(" ");
  const abstract = Array.from({ length: 5 + Math.floor(random() * 4) }, () =>
    draw(draw(sources).sentences),
  ).join(" ");
  const year = 1995 + Math.floor(random() * 30);
  if (!out.write(`${JSON.stringify({ id: `made:${i}`, title, abstract, year, label })}\n`))
    await once(out, "drain");
}
out.end();
await once(ends, "finish");
